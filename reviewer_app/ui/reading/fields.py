"""The comment field of the score panel: grows with its text, undoes it word by word."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.reading.typing_history import TypingHistory, Written
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.tips import show_tip

LONGEST = 20_000
_LINES = (2, 8)
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class CommentField(QPlainTextEdit):
    """Tells of typing, of being left, and of the wish to go on (Ctrl+Enter, Escape)."""

    typed = Event(str)
    let_go: Event[None] = Event()
    entered: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histories: dict[str, TypingHistory] = {}
        self._history = TypingHistory()
        self.setUndoRedoEnabled(False)  # Qt undoes whatever was typed in one go, and no word of it
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._changed_at = 0
        self.document().contentsChange.connect(self._note_place)
        self.textChanged.connect(self._tell)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text; the caret of somebody who is typing that very text stays."""
        self._history.note(text)
        if text != self.toPlainText():
            blocker = QSignalBlocker(self)
            self.setPlainText(text)
            blocker.unblock()
            self._fit()

    def turn_to(self, case: str, text: str) -> None:
        """Another case's comment; what was typed there in this session can still be undone."""
        history = self._histories.get(case)
        if history is None or history.text != text:
            history = TypingHistory(text)
        self._history = self._histories[case] = history

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Ctrl+Enter lead back, undoing goes by words; everything else is text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and ctrl):
            self.let_go.emit(None)
        elif event.matches(_UNDO):
            self._rewrite(self._history.undo())
        elif event.matches(_REDO) or (ctrl and event.key() == Qt.Key.Key_Y):
            self._rewrite(self._history.redo())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this question is in hand."""
        super().focusInEvent(event)
        self.entered.emit(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def say_full(self) -> None:
        """Say that there is no room for what was to come in."""
        words = self.tr("No room left: {count} characters at most").format(count=f"{LONGEST:,}")
        show_tip(self, words, area=self.cursorRect())
        announce(self, words, at_once=True)

    def _note_place(self, position: int, _removed: int, _added: int) -> None:
        self._changed_at = position

    def _tell(self) -> None:
        text = self.toPlainText()
        if len(text) > LONGEST:
            self._refuse()
            return
        self._fit()
        self._history.note(text)
        self.typed.emit(text)

    def _refuse(self) -> None:
        """What came in has no room: the text stays as it was, and the caret where it was."""
        at, scrolled = self._changed_at, self.verticalScrollBar().value()
        self.show_text(self._history.text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        self.say_full()

    def _rewrite(self, written: Written | None) -> None:
        """Show the text of another step, the caret where it was, and tell of it."""
        if written is None or self.isReadOnly():
            return
        self.show_text(written.text)
        cursor = self.textCursor()
        cursor.setPosition(len(written.text[: written.caret].encode("utf-16-le")) // 2)
        self.setTextCursor(cursor)
        self.typed.emit(written.text)

    def _fit(self) -> None:
        """Be as high as the text, by its own lines: letters of a fallback font are higher.

        Qt scrolls already where less than the document's margin and a pixel is left below.
        """
        document, margin = self.document(), self.document().documentMargin()
        blocks = [document.findBlockByNumber(at) for at in range(_LINES[1])]
        written = [block for block in blocks if block.isValid()]
        high = sum(self.blockBoundingRect(block).height() for block in written) - margin
        line = high / max(1, sum(block.lineCount() for block in written))
        lines = min(max(document.lineCount(), _LINES[0]), _LINES[1])
        frame = self.contentsMargins()
        self.setFixedHeight(math.ceil(lines * line + 2 * margin) + 1 + frame.top() + frame.bottom())
