"""The questions a screen may ask: whether to go on, for a short text, for the passphrase."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialog import Dialog
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field, PassphraseField
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.ticks import Tick

_WIDTH_PX, _LISTING_PX, _LISTED_PX = 460, 640, 300
_AROUND_PX = 64
"""Left and right of what is listed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of what is read back, line by line, under its name."""

    heading: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the act in its own words, all that it is about, what follows from it, and the
    button's verb."""

    title: str
    text: str
    act: str
    consequences: Sequence[str] = ()
    danger: bool = False
    listed: Sequence[Listed] = ()
    """Scrolled where it is long."""


class _Asking(Dialog):
    """Title, words, something between, and two buttons: away from it left, the act right."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(_LISTING_PX if question.listed else _WIDTH_PX, parent)
        self.setWindowTitle(question.title)
        self._back = Button(Role.DEFAULT)
        self._act = Button(Role.DANGER if question.danger else Role.ACCENT)
        self._act.setText(question.act)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(6)
        self.body.addWidget(Label(Kind.HEADING, question.title))
        self.body.addWidget(Label(Kind.BODY, question.text))
        self.body.addLayout(self.middle)
        self.add_buttons(self._back, self._act)
        self._back.clicked.connect(self.reject)
        self._act.clicked.connect(self.accept)
        (self._back if question.danger else self._act).setDefault(True)
        self.built()

    def retranslate(self) -> None:
        """Words of the way back."""
        self._back.setText(self.tr("Cancel"))


class Confirm(_Asking):
    """Asks whether to do what has consequences; ``exec()`` or ``open()`` as any dialog."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        if question.listed:
            self.middle.addWidget(_scrolled(question))
            self.middle.addSpacing(6)
        for consequence in question.consequences:
            self.middle.addWidget(Label(Kind.BODY, f"·  {consequence}"))


def _scrolled(question: Question) -> UprightScroll:
    """Everything that is read back; the keys scroll it."""
    page = QWidget()
    page.setProperty("kit", "content")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(4)
    for each in question.listed:
        column.addWidget(Label(Kind.STRONG, each.heading))
        if each.lines:
            column.addWidget(Label(Kind.BODY, "\n".join(each.lines)))
        column.addSpacing(8)
    column.addStretch(1)
    scroll = UprightScroll(page)
    scroll.setAccessibleName(question.title)
    needed = column.heightForWidth(scaled(_LISTING_PX - _AROUND_PX))
    scroll.setFixedHeight(min(scaled(_LISTED_PX), needed))
    return scroll


class TextPrompt(_Asking):
    """Asks for a sentence of at most `most` characters; the act stays off until there is one."""

    def __init__(
        self,
        question: Question,
        *,
        text: str = "",
        most: int = 500,
        words: Callable[[str], str] = str.strip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, parent)
        self._most, self._words = most, words
        self._entry = QPlainTextEdit(text)
        self._entry.setAccessibleName(question.title)
        self._entry.setTabChangesFocus(True)
        self._entry.setFixedHeight(scaled(96))
        self.middle.addWidget(self._entry)
        self._entry.textChanged.connect(self._look)
        self._entry.setFocus()
        self._look()

    @property
    def text(self) -> str:
        """What was written, as `words` reads it: without spaces around it, unless told."""
        return self._words(self._entry.toPlainText())

    def _look(self) -> None:
        typed = self._entry.toPlainText()
        if len(typed) > self._most:  # what is more is not taken, as in a field of one line
            self._entry.setPlainText(typed[: self._most])
            self._entry.moveCursor(QTextCursor.MoveOperation.End)
            return
        self._act.setEnabled(bool(self.text))


class PassphrasePrompt(_Asking):
    """Asks for the passphrase, and stays until ``settle`` is called or the person goes back."""

    given = Event(str)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._passphrase = PassphraseField()
        self._field = Field(self._passphrase)
        self._field.set_label(self.tr("Passphrase"))
        self._busy = False
        self.middle.addWidget(self._field)
        self._passphrase.changed.connect(self._look)
        self._passphrase.setFocus()
        self._look("")

    def accept(self) -> None:
        """Tell what was typed; whoever asked settles it, or refuses it."""
        if self._act.isEnabled():
            self._busy = True
            self._look("")
            self.given.emit(self._passphrase.text())

    def reject(self) -> None:
        """Go back; what is being tried is awaited first."""
        if not self._busy:
            super().reject()

    def settle(self) -> None:
        """It was the right one."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """Say below the field why it was not; the next try counts."""
        self._busy = False
        self._field.set_error(sentence)
        self._look("")
        self._passphrase.setFocus()
        self.grow()

    def done(self, result: int) -> None:
        """Forget what was typed."""
        self._passphrase.clear()
        super().done(result)

    def _look(self, _text: str) -> None:
        self._act.setEnabled(bool(self._passphrase.text()) and not self._busy)
        self._back.setEnabled(not self._busy)


class TypedConfirm(_Asking):
    """For what cannot be undone: a word is typed first, and where need be a box is ticked."""

    def __init__(
        self, question: Question, word: str, *, tick: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(question, parent)
        self._word = word
        self._tick = Tick()
        self._tick_words = Label(Kind.BODY, tick)
        self._entry = QLineEdit()
        self._field = Field(self._entry)
        self._field.set_label(self.tr("To confirm, type: {word}").format(word=word))
        for consequence in question.consequences:
            self.middle.addWidget(Label(Kind.BODY, f"·  {consequence}"))
        self.middle.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._tick_words, 1)
        self._tick.setAccessibleName(tick)
        self._tick.setVisible(bool(tick))
        self._tick_words.setVisible(bool(tick))
        self.middle.addLayout(row)
        self.middle.addWidget(self._field)
        self._entry.textChanged.connect(self._look)
        self._tick.toggled.connect(self._look)
        self._entry.setFocus()
        self._look()

    @property
    def is_ticked(self) -> bool:
        """Whether the box was ticked."""
        return self._tick.isChecked()

    def _look(self) -> None:
        typed = self._entry.text().strip().casefold() == self._word.casefold()
        needs_tick = bool(self._tick_words.text()) and not self._tick.isChecked()
        self._act.setEnabled(typed and not needs_tick)


def confirmed(question: Question, parent: QWidget) -> bool:
    """Ask and wait; True when the person wants it."""
    return Confirm(question, parent).exec() == QDialog.DialogCode.Accepted
