"""Draws declaring: a row for each case, one act for the rest, one signature."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from reviewer_app.services.rows import DeclareRow
from reviewer_app.ui.declare.row_view import DeclareRowView
from reviewer_app.ui.declare.state import DeclareState, Stage
from reviewer_app.ui.declare.view_model import DeclareViewModel
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.screens import in_sight
from reviewer_app.ui.wording import sentence_of

SYNC = "sync"
REST_PX = 420


class DeclareView(Page):
    """Rows scroll; what is said of all of them stays in sight below."""

    def __init__(self, model: DeclareViewModel) -> None:
        super().__init__()
        self._model = model
        self._rows: dict[str, DeclareRowView] = {}
        self._column = QVBoxLayout()
        self._area = QScrollArea()
        self._rest = Button(Role.DEFAULT, "check")
        self._count = Label(Kind.MUTED)
        self._sign = Button(Role.ACCENT, "pen")
        self._empty = EmptyState("check")
        self._middle = QStackedWidget()
        self._lay_out()
        model.changed.connect(self._draw)
        self._rest.clicked.connect(model.none_for_the_rest)
        self._sign.clicked.connect(model.sign)
        self._area.verticalScrollBar().valueChanged.connect(self._look)
        self._area.verticalScrollBar().rangeChanged.connect(self._look)
        self.banner.acted.connect(self._act)
        self._empty.acted.connect(self._leave)
        self.back_pressed.connect(self._leave)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Before you read: do you have a tie?"),
            self.tr(
                "You declare under your signature, from names alone. A case with a conflict of "
                "interest goes to another expert; the texts of the others open after that."
            ),
        )
        self.set_back(self.tr("Desk"))
        self._rest.setText(self.tr("No conflict for the rest"))
        self._empty.set_words(
            self.tr("Nothing to declare"),
            self.tr("You have declared on every case that is assigned to you."),
            self.tr("To the desk"),
        )
        self._draw(self._model.state)

    def focus_first(self) -> None:
        """Put the keyboard on the first choice; on the way back where there is none yet."""
        first = next(iter(self._rows.values()), None)
        if first is not None:
            first.focus_choice()
        else:
            self._area.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What is in sight at first counts as seen."""
        super().showEvent(event)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A larger window shows more rows."""
        super().resizeEvent(event)
        self._look()

    def _lay_out(self) -> None:
        holder = QWidget()
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        holder.setLayout(self._column)
        self._column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(holder)
        self._middle.addWidget(self._area)
        self._middle.addWidget(self._empty)
        rest = Fold(self._rest, self._count, middle=True, second_takes=True)
        foot = Fold(rest, self._sign, least=REST_PX, middle=True)
        self.content.addWidget(self._middle, 1)
        self.content.addWidget(foot)

    def _draw(self, state: DeclareState) -> None:
        rows = state.rows or ()
        if [row.headers.number for row in rows] != list(self._rows):
            self._make_rows(rows)
            self.focus_first()
        for row in rows:
            self._rows[row.headers.number].draw(row)
        self._middle.setCurrentWidget(self._area if rows or state.rows is None else self._empty)
        answering = state.stage is Stage.ANSWERING
        self._area.setEnabled(answering)
        self._rest.setEnabled(answering and state.all_seen and bool(state.open))
        for widget in (self._rest, self._count, self._sign):
            widget.setVisible(bool(rows))
        self._count.setText(self._counted(state))
        self._sign.setText(self._sign_word(state))
        self._sign.setEnabled(state.can_sign)
        self.banner.show_message(self._message(state))

    def _make_rows(self, rows: tuple[DeclareRow, ...]) -> None:
        for view in self._rows.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._rows = {row.headers.number: DeclareRowView(self._model, row) for row in rows}
        for place, view in enumerate(self._rows.values()):
            self._column.insertWidget(place, view)

    def _counted(self, state: DeclareState) -> str:
        total = len(state.rows or ())
        if not state.all_seen:
            words = self.tr("{seen} of {all} cases seen; look at all of them to use this")
            return words.format(seen=len(state.seen & self._rows.keys()), all=total)
        if state.unfinished:
            words = self.tr("Ties that still need a kind or a comment: {count}")
            return words.format(count=state.unfinished)
        words = self.tr("{answered} of {all} answered, kept on this computer as you go")
        return words.format(answered=len(state.answered), all=total)

    def _sign_word(self, state: DeclareState) -> str:
        if state.stage is Stage.SIGNING:
            return self.tr("Signing…")
        if state.stage is Stage.WAITING:
            return self.tr("Signed")
        if not state.answered:
            return self.tr("Sign the declaration")
        return self.tr("Sign ({count})").format(count=len(state.answered))

    def _message(self, state: DeclareState) -> Message:
        if state.stage is not Stage.WAITING:
            if state.failure is None:
                return Message("")
            said = sentence_of(state.failure)
            return Message(said.title, Tone.CARE, said.body)
        if state.syncing:
            text = self.tr("Your declaration is signed. The texts are being fetched…")
            return Message(text, Tone.GOOD, dismissible=False)
        why = sentence_of(state.failure).whole if state.failure is not None else ""
        text = self.tr("Your declaration is signed. The texts open with the next sync.")
        return Message(text, Tone.CARE, why, self.tr("Sync now"), dismissible=False, key=SYNC)

    def _look(self) -> None:
        """Note which rows are in sight as a whole."""
        if not self.isVisible() or not self._rows:
            return
        sight = self._area.viewport()
        seen_of_it = in_sight(sight)  # the page as a whole may be scrolled too
        seen = {
            number
            for number, view in self._rows.items()
            if seen_of_it.contains(view.mapTo(sight, view.rect().center()))
        }
        self._model.note_seen(frozenset(seen))

    def _act(self, message: Message) -> None:
        if message.key == SYNC:
            self._model.sync()

    def _leave(self, _nothing: None) -> None:
        self._model.leave()
