"""Text as a hand meets it: copied and dragged as nothing but text, resized by the wheel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.spans import Pointed

_NOTCH = 120
_PARAGRAPH_END = "\u2029"


@dataclass(frozen=True, slots=True)
class Resized:
    """One language larger or smaller by a step."""

    language: Language
    step: int


class HandledText(QTextEdit):
    """Read-only; `turned` tells by how much the wheel, with Ctrl, wants a language larger."""

    turned = Event(Resized)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self._turned = 0
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)

    def at(self, point: QPoint) -> Pointed:
        """What stands at a point of the viewport; here nothing is known of it."""
        del point
        return Pointed(self.language, -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl a notch is a size, as everywhere; Qt would scale a font that is not ours."""
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        step = int(self._turned / _NOTCH)  # towards 0: a touchpad sends a notch in many pieces
        self._turned -= step * _NOTCH
        if step:
            self.turned.emit(Resized(self.at(event.position().toPoint()).language, step))
        event.accept()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged away: the words, without our letters and colours."""
        found = QMimeData()
        found.setText(self.textCursor().selectedText().replace(_PARAGRAPH_END, "\n"))
        return found
