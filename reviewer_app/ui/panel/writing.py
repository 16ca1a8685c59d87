"""A field for what will be signed: it tells of typing, and how much room there is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import scaled

SOON = 0.9
"""Of its room: from then on the field says how much is left."""


class _Entry(QPlainTextEdit):
    """Ctrl+Enter goes on."""

    ready: Event[None] = Event()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All else is text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ready.emit(None)
        else:
            super().keyPressEvent(event)


class Writing(Retranslating, QWidget):
    """A label, the text, and below it how many characters it has, or has left.

    `most` characters can be signed; with `counted` their number is always told, out of `room`.
    """

    typed = Event(str)
    ready: Event[None] = Event()

    def __init__(
        self,
        *,
        most: int,
        room: int | None = None,
        px: int = 96,
        grows_to: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """The text is `px` high, and up to `grows_to` where there is room."""
        super().__init__(parent)
        self._most, self._room = most, room
        self._label, self._count = Label(Kind.STRONG), Label(Kind.SMALL)
        self.entry = _Entry()
        self.entry.setTabChangesFocus(True)
        self.entry.setMinimumHeight(scaled(px))
        self.entry.setMaximumHeight(scaled(max(px, grows_to)))
        self._label.setBuddy(self.entry)
        self.setFocusProxy(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.entry, 1)
        column.addWidget(self._count)
        self.entry.textChanged.connect(self._tell)
        self.entry.ready.connect(self.ready.emit)
        self.built()

    def set_label(self, label: str, placeholder: str = "") -> None:
        """Name the field."""
        self._label.setText(label)
        self.entry.setAccessibleName(label)
        self.entry.setPlaceholderText(placeholder)

    def show_text(self, text: str) -> None:
        """Draw a text; the caret of who is typing that very text stays."""
        if text != self.entry.toPlainText():
            blocker = QSignalBlocker(self.entry)
            self.entry.setPlainText(text)
            blocker.unblock()
        self.retranslate()

    def text(self) -> str:
        """What stands in it."""
        return self.entry.toPlainText()

    def retranslate(self) -> None:
        """How many characters there are, or are left."""
        many = len(self.text())
        words, tone = self._words(many), None
        if many > (self._room or self._most):
            tone = Tone.BAD if many > self._most else Tone.CARE
        self._count.setText(words)
        self._count.set_tone(tone)
        self._count.setVisible(bool(words))

    def _words(self, many: int) -> str:
        number = QLocale().toString
        if many > self._most:
            words = self.tr("{count} characters too many")
            return words.format(count=number(many - self._most))
        if self._room is not None:
            words = self.tr("{count} of about {room} characters")
            if many > self._room:
                words = self.tr("{count} characters; there is room for about {room} in print")
            return words.format(count=number(many), room=number(self._room))
        if many < SOON * self._most:
            return ""
        return self.tr("{count} characters left").format(count=number(self._most - many))

    def _tell(self) -> None:
        self.retranslate()
        self.typed.emit(self.text())
