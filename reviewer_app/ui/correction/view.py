"""Draws a corrected case: what changed, what it means for the score, and what can be done."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.correction import words
from reviewer_app.ui.correction.marked_text import ADDED, REMOVED, MarkedText
from reviewer_app.ui.correction.state import CorrectionState
from reviewer_app.ui.correction.view_model import CorrectionModel
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialogs import Question, confirmed
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page


class CorrectionView(Page):
    """Reading and changing the score lead elsewhere; confirming is done here."""

    reading_wanted: Event[None] = Event()

    def __init__(self, view_model: CorrectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = view_model
        self._read = Button(Role.DEFAULT, "book")
        self._confirm = Button(Role.ACCENT, "check")
        self._legend = Label(Kind.MUTED)
        self._text = MarkedText()
        self.add_action(self._read)
        self.add_action(self._confirm)
        self.content.setSpacing(8)
        self.content.addWidget(self._legend)
        self.content.addWidget(self._text, 1)
        self._read.clicked.connect(self._want_reading)
        self._confirm.clicked.connect(self._ask)
        self.banner.dismissed.connect(self._dismiss)
        view_model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self.set_back(self.tr("Back to the desk"))
        self._read.setText(self.tr("Read the case"))
        self._confirm.setText(self.tr("Confirm for the new text…"))
        legend = self.tr("{added} and underlined: added. {removed} and struck through: removed.")
        self._legend.setText(legend.format(added=ADDED, removed=REMOVED))
        self._draw(self._model.state)

    def begin(self) -> None:
        """Let the keyboard scroll at once."""
        self._text.setFocus()

    def _draw(self, state: CorrectionState) -> None:
        title = self.tr("What changed in {case}").format(case=state.number)
        self.set_heading(title, words.subtitle(state))
        correction = state.correction
        self._confirm.setVisible(correction is not None and correction.is_unconfirmed)
        self._confirm.setEnabled(not state.confirming)
        unconfirmed = correction is not None and correction.is_unconfirmed
        self._read.setText(
            self.tr("Read, and change the score") if unconfirmed else self.tr("Read the case")
        )
        self._legend.setVisible(correction is not None and not correction.differences.nothing)
        self._text.show_differences(None if correction is None else correction.differences)
        said = words.message(state)
        if state.is_loaded and correction is None and not said.text:
            said = Message(self.tr("This case was not corrected since it came to this computer."))
        self.banner.show_message(said)

    def _want_reading(self) -> None:
        self.reading_wanted.emit(None)

    def _ask(self) -> None:
        correction = self._model.state.correction
        if correction is None:
            return
        question = Question(
            self.tr("Confirm your score for version {now}?").format(now=correction.now),
            self.tr(
                "The same marks, comments and quotes are signed again, for the text as it is now. "
                "The earlier score stays in the log, and this one takes its place."
            ),
            self.tr("Sign"),
        )
        if confirmed(question, self):
            self._model.confirm(words.reason(correction))

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()
