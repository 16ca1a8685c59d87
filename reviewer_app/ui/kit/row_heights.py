"""How high the rows of a table are: as its letters want, and lower where few are in sight."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from reviewer_app.ui.kit.columns import Column

ROW_PX = 28


class RowHeights(QObject):
    """Two lines where columns have details; one where the table would not show so many rows of
    two as ``folds_below`` says: details stand at the end of that."""

    def __init__(self, table: QTableView, columns: Sequence[Column[Any]], folds_below: int) -> None:
        super().__init__(table)
        self._table, self._folds_below = table, folds_below
        self._has_details = any(column.detail for column in columns)
        table.installEventFilter(self)

    def fit(self) -> None:
        """For the letters and the height in use."""
        header = self._table.horizontalHeader().sizeHint().height()
        two = self._high(2)
        folded = self._table.height() - header < self._folds_below * two
        high = two if self._has_details and not folded else self._high(1)
        if high != self._table.verticalHeader().defaultSectionSize():
            self._table.verticalHeader().setDefaultSectionSize(high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height may have room for other rows."""
        if event.type() == QEvent.Type.Resize and self._folds_below:
            self.fit()
        return super().eventFilter(watched, event)

    def _high(self, lines: int) -> int:
        return max(ROW_PX, lines * self._table.fontMetrics().height() + 10)
