"""One contribution drawn: who and when, the words as written, and how far they have come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.panel.discussion import Contribution, ScoreAmended
from reviewer_app.ui import dates, unseen_words
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel, Tag
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark, StateLabel
from reviewer_app.ui.panel import voice_words
from reviewer_app.ui.panel.discussion import words

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class EntryView(Retranslating, Panel):
    """Draws a contribution; `reply_wanted` carries its packet's id."""

    reply_wanted = Event(str)

    def __init__(
        self,
        entry: Contribution,
        answered: Contribution | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("card", parent)
        self._entry, self._answered = entry, answered
        self._who, self._when = Label(Kind.STRONG), Label(Kind.MUTED)
        self._when.setWordWrap(False)
        self._new = Tag("", Tone.ACCENT)
        self._to = Label(Kind.SMALL)
        self._text = Label(Kind.BODY)
        self._text.setTextInteractionFlags(SELECTABLE)
        self._warning = Label(Kind.SMALL)
        self._warning.set_tone(Tone.CARE)
        self._state = StateLabel(Shape.DONE, "")
        self._reply = Button(Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        for part in (self._to, self._text, self._warning):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._state)
        foot.addStretch(1)
        foot.addWidget(self._reply)
        column.addLayout(foot)
        self._reply.clicked.connect(self._want_reply)
        self.built()

    def retranslate(self) -> None:
        """Draw it in the language now in use."""
        entry = self._entry
        who, when = voice_words.voice(entry.voice), dates.day_and_time(entry.at)
        self.setAccessibleName(f"{who} · {when}")
        self._who.setText(who)
        self._when.setText(when)
        self._new.setText(self.tr("New"))
        self._new.setVisible(entry.is_new)
        self._to.setText("" if self._answered is None else words.reply_to(self._answered))
        self._to.setVisible(self._answered is not None)
        self._text.setText(spelled_out(entry.text.strip("\n")))
        warning = unseen_words.warning(entry.text)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._state.show_state(*words.standing(entry))
        self._reply.setText(self.tr("Reply"))
        self._reply.setAccessibleName(self.tr("Reply to {who}").format(who=who))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._who, 1)
        head.addWidget(self._new)
        head.addWidget(self._when)
        return head

    def _want_reply(self) -> None:
        self.reply_wanted.emit(self._entry.packet)


class AmendedView(Retranslating, QWidget):
    """That a score was amended here, in a line between the contributions."""

    def __init__(self, entry: ScoreAmended, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._said = Label(Kind.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(ShapeMark(Shape.PART))
        row.addWidget(self._said, 1)
        self.built()

    def retranslate(self) -> None:
        """Say it in the language now in use."""
        self._said.setText(words.amended(self._entry))
