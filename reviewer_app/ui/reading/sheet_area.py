"""The part of the score panel that scrolls: signed card, criteria and last questions."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit.laying_out import lay_out_inside
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.criterion_card import CriterionCard

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

    def put_words(self, order_line: QWidget, cards: Iterable[CriterionCard], *, low: bool) -> None:
        """Why the criteria stand in this order, and what each is about: above the marks, or where
        that has no room, below them."""
        self.column.removeWidget(order_line)
        self.column.insertWidget(self.column.count() - 1 if low else 1, order_line)
        for card in cards:
            card.set_low(low=low)

    def begin_at_top(self) -> None:
        """Where every sheet begins."""
        self.verticalScrollBar().setValue(0)

    def reveal(self, *parts: QWidget) -> None:
        """Scroll no further than it takes to have these in sight, the last one surely; some of them
        may have been put there this moment."""
        lay_out_inside(self._holder)
        for part in parts:
            self.ensureWidgetVisible(part, 0, 12)
