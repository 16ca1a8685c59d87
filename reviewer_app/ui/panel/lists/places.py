"""The table of a list's places, with the line below the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from reviewer_app.ui.kit.cells import CellDelegate
from reviewer_app.ui.kit.columns import as_table
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.lists.rows import ListRow, columns

LINE = 2
LEAST_ROWS = 5
"""Where fewer of two lines are in sight, each has one."""


class PlacesTable(QWidget):
    """Draws rows of one list at a time; its columns follow the target."""

    chosen = Event(ListRow)
    opened = Event(ListRow)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form: tuple[int, bool] | None = None
        self._name = ""
        self.table: Table[ListRow] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_rows(self, rows: Sequence[ListRow], target: int, *, is_long: bool) -> None:
        """Draw these."""
        if self.table is None or self._form != (target, is_long):
            self._rebuild(target, is_long=is_long)
        assert self.table is not None
        self.table.set_rows(rows)
        if self.table.current() is None and rows:
            self.table.choose(rows[0].number)

    def set_name(self, name: str) -> None:
        """For screen readers."""
        self._name = name
        if self.table is not None:
            self.table.setAccessibleName(name)

    def current(self) -> ListRow | None:
        return None if self.table is None else self.table.current()

    def focus_table(self) -> None:
        """Put the keyboard on the row that it was on, or on the first."""
        if self.table is not None:
            self.table.setFocus()

    def as_text(self) -> str:
        """The rows with their titles, tab-separated."""
        if self.table is None or self._form is None:
            return ""
        target, is_long = self._form
        return as_table(columns(target, is_long=is_long), self.table.rows)

    def retranslate(self) -> None:
        """Ask titles and texts again."""
        if self.table is not None:
            self.table.retranslate()

    def _rebuild(self, target: int, *, is_long: bool) -> None:
        made = columns(target, is_long=is_long)
        name = "long_list" if is_long else "lists"
        table = Table[ListRow](made, lambda row: row.number, name=name, folds_below=LEAST_ROWS)
        table.setItemDelegate(_LineDelegate(table))
        table.chosen.connect(self.chosen.emit)
        table.opened.connect(self.opened.emit)
        swap(self._column, self.table, table)
        self.table, self._form = table, (target, is_long)
        self.set_name(self._name)


class _LineDelegate(CellDelegate):
    """Cells as everywhere, and the line in the accent below the last place."""

    def __init__(self, table: Table[ListRow]) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell, then the line."""
        super().paint(painter, option, index)
        rows = self._table.rows
        if index.row() >= len(rows) or not rows[index.row()].is_last:
            return
        bottom = option.rect.bottom()
        painter.save()
        painter.setPen(QPen(QColor(palette_in_use().accent), LINE))
        painter.drawLine(QLineF(option.rect.left(), bottom, option.rect.right() + 1, bottom))
        painter.restore()
