"""A case's discussion: what was said, the oldest first, and the field for what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.panel.discussion import MOST, Contribution, ScoreAmended, Thread
from reviewer_app.ui.kit.buttons import Button, IconButton, Role
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.page import READING_WIDTH, UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel.discussion import words
from reviewer_app.ui.panel.discussion.entry_view import AmendedView, EntryView
from reviewer_app.ui.panel.discussion.state import DiscussionState
from reviewer_app.ui.panel.discussion.view_model import DiscussionModel
from reviewer_app.ui.panel.refill import refill
from reviewer_app.ui.panel.writing import Writing
from reviewer_app.ui.told import tell, told_label


class DiscussionBody(Retranslating, QWidget):
    """Draws a `DiscussionState`; while it is in sight, what is new in it is seen."""

    def __init__(self, view_model: DiscussionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        self._drawn: Thread | None = None
        self._to_end = self._lost_keys = False
        self._nothing, self._nothing_more = Label(Kind.HEADING), Label(Kind.MUTED)
        self._entries = QVBoxLayout()
        self._to, self._no_reply = Label(Kind.SMALL), IconButton("close", px=16)
        self._field = Writing(most=MOST, px=72, grows_to=240)
        self._hint = Label(Kind.SMALL)
        self._say = Button(Role.ACCENT, "pen")
        self._told = told_label()
        self._scroll = UprightScroll(self._inner())
        self._scroll.let_keys_scroll(Qt.FocusPolicy.NoFocus)  # a stop where there is more
        self._scroll.setMaximumWidth(scaled(READING_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._scroll, 1)
        row.addStretch(0)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow)
        self._field.typed.connect(self._model.write)
        self._field.ready.connect(self._sign)
        self._say.clicked.connect(self._sign)
        self._no_reply.clicked.connect(self._reply_to_none)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._scroll.setAccessibleName(self.tr("Discussion"))
        self._nothing.setText(self.tr("Nothing was said yet"))
        self._nothing_more.setText(
            self.tr(
                "Experts whose own score of this case counts, the chair and the head read here "
                "what the others say. Whoever has a conflict sees nothing of it."
            )
        )
        self._no_reply.set_word(self.tr("Reply to nobody"))
        self._field.set_label(self.tr("What you say"))
        self._say.setText(self.tr("Sign and add"))
        give_tip(self._say, self.tr("Ctrl+Enter"))
        self._draw(self._model.state)

    def focus_field(self) -> None:
        """Put the keyboard where one writes."""
        self._field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on what is new is seen."""
        super().showEvent(event)
        self._model.look(looked=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """What comes now is not seen."""
        super().hideEvent(event)
        self._model.look(looked=False)

    def _inner(self) -> QWidget:
        """The thread, and below its end what comes next: all of it scrolls where room is short."""
        inner = QWidget()
        inner.setProperty("kit", "content")
        self._entries.setContentsMargins(0, 0, 0, 0)
        self._entries.setSpacing(8)
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 12, 4)
        column.setSpacing(12)
        for part in (self._nothing, self._nothing_more):
            column.addWidget(part)
        column.addLayout(self._entries)
        column.addWidget(self._composer(), 4)
        column.addStretch(1)
        return inner

    def _composer(self) -> QWidget:
        card = Panel("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        reply = QHBoxLayout()
        reply.setSpacing(4)
        reply.addWidget(self._to, 1)
        reply.addWidget(self._no_reply)
        column.addLayout(reply)
        column.addWidget(self._field, 1)
        hint = QVBoxLayout()
        hint.addWidget(self._hint)
        column.addWidget(Fold(hint, self._say))
        column.addWidget(self._told)
        return card

    def _draw(self, state: DiscussionState) -> None:
        answered = state.answered
        self._to.setText("" if answered is None else words.reply_to(answered))
        for part in (self._to, self._no_reply):
            part.setVisible(answered is not None)
        self._field.show_text(state.draft)
        was_there, there = self._field.isEnabled(), state.thread is not None
        self._field.setEnabled(there and not state.is_signing)
        if self._field.isEnabled() and not was_there and self._lost_keys:
            self.focus_field()
        self._lost_keys = self._lost_keys and not self._field.isEnabled()
        self._say.setEnabled(state.may_say)
        tell(self._told, state.failure, "")
        thread = state.thread
        if thread is not None:
            kept = self.tr("It is signed with your key and kept for good.")
            self._hint.setText(joined([words.told_as(thread.seat), kept]))
        for label in (self._nothing, self._nothing_more):
            label.setVisible(thread is None or not thread.entries)
        if thread != self._drawn:
            self._show_thread(state, thread)

    def _show_thread(self, state: DiscussionState, thread: Thread | None) -> None:
        """All anew; a thread has some tens of contributions. It begins at its end, and goes there
        again once this person has said something."""
        before, self._drawn = self._drawn, thread
        same = before is not None and thread is not None and before.number == thread.number
        said = thread is not None and bool(thread.entries) and _is_own(thread.entries[-1])
        self._to_end = not same or said
        entries = () if thread is None else thread.entries
        refill(self._entries, [self._view(state, entry) for entry in entries])

    def _view(self, state: DiscussionState, entry: Contribution | ScoreAmended) -> QWidget:
        if isinstance(entry, ScoreAmended):
            return AmendedView(entry)
        view = EntryView(entry, state.contribution(entry.in_reply_to))
        view.reply_wanted.connect(self._reply)
        return view

    def _follow(self, _low: int, high: int) -> None:
        stop = Qt.FocusPolicy.StrongFocus if high else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(stop)
        if self._to_end:
            self._scroll.verticalScrollBar().setValue(high)

    def _reply(self, packet: str) -> None:
        self._model.reply(packet)
        self.focus_field()

    def _reply_to_none(self) -> None:
        self._model.reply(None)

    def _sign(self, _: object = None) -> None:
        """The keyboard comes back to the field once it is done."""
        self._lost_keys = True
        self._model.say()


def _is_own(entry: Contribution | ScoreAmended) -> bool:
    return isinstance(entry, Contribution) and entry.voice.is_own
