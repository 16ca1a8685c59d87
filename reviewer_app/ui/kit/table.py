"""A table with the right habits: keyboard, copying, sorting by request, remembered widths."""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reviewer_app.ui.kit.cells import CellDelegate
from reviewer_app.ui.kit.columns import Column, RowsModel
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.remember import Keeps, keep_widths, restore_widths

R = TypeVar("R")
ROW_PX = 28
TWO_LINE_ROW_PX = 48
_FORMULA = re.compile(r"^[=+@-](?!\d+([.,]\d+)*$)")


@dataclass(frozen=True, slots=True)
class Sort:
    """An order asked for by the header: a column's sort key and the direction."""

    key: str
    descending: bool = False


class Table(Retranslating, QTableView, Generic[R]):
    """Shows rows; tells which one is meant and which order is wanted, and sorts nothing itself.

    ``chosen`` comes for a click or the arrows, ``opened`` for Enter or a double click,
    ``sort_requested`` for a header, ``end_reached`` (rows shown) when more could be fetched.
    """

    chosen: Event[R] = Event()
    opened: Event[R] = Event()
    sort_requested = Event(Sort)
    end_reached = Event(int)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        identity: Callable[[R], Hashable],
        *,
        name: str = "",
        keeps: Keeps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = RowsModel(columns, identity, self)
        self._keeps = keeps
        self._sort = Sort("")
        self._quiet = False
        self.setObjectName(name)
        self.setModel(self._rows)
        self.setItemDelegate(CellDelegate(self))
        _set_habits(self, two_lines=any(column.detail for column in columns))
        self._set_widths()
        self.horizontalHeader().sectionClicked.connect(self._ask_for_order)
        self.horizontalHeader().sectionResized.connect(self._remember_widths)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_opened)
        self.verticalScrollBar().valueChanged.connect(self._tell_end)

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows now shown."""
        return self._rows.rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Draw these rows; the selection stays with its rows, and nothing is told."""
        current = self.current()
        marked = [self._rows.identity_at(i.row()) for i in self.selectionModel().selectedRows()]
        here = self._rows.identity_at(self.currentIndex().row()) if current is not None else None
        top = self.verticalScrollBar().value()
        self._quiet = True
        self._rows.set_rows(rows)
        self._select_again(marked, here)
        self.verticalScrollBar().setValue(top)
        self._quiet = False

    def set_sort(self, sort: Sort) -> None:
        """Show by which column the rows are in order."""
        self._sort = sort
        header = self.horizontalHeader()
        keys = [column.sort for column in self._rows.columns]
        header.setSortIndicatorShown(sort.key in keys and bool(sort.key))
        if sort.key in keys:
            down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(sort.key), down if sort.descending else up)

    def current(self) -> R | None:
        """The row that the keyboard is on."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def selected(self) -> tuple[R, ...]:
        """The rows that are marked, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.rows[place] for place in places)

    def choose(self, identity: Hashable) -> None:
        """Put selection and keyboard on a row, without telling."""
        place = self._rows.place_of(identity)
        if place is not None:
            self._quiet = True
            self.selectRow(place)
            self._quiet = False

    def retranslate(self) -> None:
        """Ask titles and texts again."""
        self._rows.retitle()

    def restyle(self) -> None:
        """Take the palette's colours."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy as a table, open with Enter; all else as usual."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._as_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _as_text(self) -> str:
        """The marked rows with their titles, tab-separated."""
        columns = self._rows.columns
        lines = [[column.title() for column in columns]]
        lines += [[column.text(row) for column in columns] for row in self.selected()]
        return "\n".join("\t".join(_cell(text) for text in line) for line in lines)

    def _select_again(self, marked: list[Hashable], here: Hashable | None) -> None:
        model, selection = self._rows, QItemSelection()
        for identity in marked:
            place = model.place_of(identity)
            if place is not None:
                last = model.columnCount() - 1
                selection.select(model.index(place, 0), model.index(place, last))
        chosen = self.selectionModel()
        place = model.place_of(here) if here is not None else None
        if place is not None:
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            column = max(0, self.currentIndex().column())
            chosen.setCurrentIndex(model.index(place, column), keep)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self._rows.columns):
            header.resizeSection(place, column.width)
        if self._keeps is not None:
            restore_widths(self._keeps, self._key(), header, self._names())
        for place, column in enumerate(self._rows.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _names(self) -> tuple[str, ...]:
        return tuple(column.key for column in self._rows.columns)

    def _key(self) -> str:
        return f"columns/{self.objectName()}"

    def _remember_widths(self, _place: int, before: int, _after: int) -> None:
        if self._keeps is not None and self.isVisible() and before:
            keep_widths(self._keeps, self._key(), self.horizontalHeader(), self._names())

    def _ask_for_order(self, place: int) -> None:
        key = self._rows.columns[place].sort
        if key:
            descending = self._sort.key == key and not self._sort.descending
            self.set_sort(Sort(key, descending=descending))
            self.sort_requested.emit(self._sort)
        else:
            self.set_sort(self._sort)

    def _tell_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.chosen.emit(self._rows.rows[now.row()])

    def _tell_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.rows[index.row()])

    def _tell_end(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum() and not self._quiet:
            self.end_reached.emit(len(self._rows.rows))


def _set_habits(table: QTableView, *, two_lines: bool) -> None:
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)
    table.setCornerButtonEnabled(False)
    rows = table.verticalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(ROW_PX)
    rows.setDefaultSectionSize(TWO_LINE_ROW_PX if two_lines else ROW_PX)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    header.setMinimumSectionSize(48)
    header.setSortIndicatorShown(False)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)


def _cell(text: str) -> str:
    """One cell for a spreadsheet: a single line that is never taken for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if _FORMULA.match(line) else line
