"""The comment field of the score panel: grows with its text, and lets go by Escape."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.ui.kit.event import Event

LONGEST = 20_000
_LINES = (2, 8)


class CommentField(QPlainTextEdit):
    """Tells of typing, of being left, and of the wish to go on (Ctrl+Enter, Escape)."""

    typed = Event(str)
    let_go: Event[None] = Event()
    entered: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self._tell)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text; the caret of somebody who is typing that very text stays."""
        if text != self.toPlainText():
            blocker = QSignalBlocker(self)
            self.setPlainText(text)
            blocker.unblock()
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter lead back; everything else is text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and ctrl):
            self.let_go.emit(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this question is in hand."""
        super().focusInEvent(event)
        self.entered.emit(None)

    def _tell(self) -> None:
        text = self.toPlainText()
        if len(text) > LONGEST:
            self.show_text(text[:LONGEST])
            text = text[:LONGEST]
        self._fit()
        self.typed.emit(text)

    def _fit(self) -> None:
        lines = min(max(self.document().lineCount(), _LINES[0]), _LINES[1])
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 20)
