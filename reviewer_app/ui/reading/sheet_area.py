"""The part of the score panel that scrolls: signed card, criteria and last questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit.laying_out import lay_out_inside
from reviewer_app.ui.kit.stylesheet import scaled

LEAST_PX = 120


class SheetArea(QScrollArea):
    """`column` takes the cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder = QWidget()
        self._holder.setProperty("kit", "content")
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 12, 12)
        self.column.setSpacing(12)
        self.setWidget(self._holder)
        self.setMinimumHeight(scaled(LEAST_PX))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def begin_at_top(self) -> None:
        """Where every sheet begins."""
        self.verticalScrollBar().setValue(0)

    def reveal(self, *parts: QWidget) -> None:
        """Scroll no further than it takes to have these in sight, the last one surely; some of them
        may have been put there this moment."""
        lay_out_inside(self._holder)
        for part in parts:
            self.ensureWidgetVisible(part, 0, 12)
