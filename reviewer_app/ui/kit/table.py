"""A table with the right habits: keyboard, copying, sorting by request, remembered widths."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reviewer_app.ui.kit.cells import CellDelegate
from reviewer_app.ui.kit.columns import Column, Index, RowsModel, as_table
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.row_heights import ROW_PX, RowHeights
from reviewer_app.ui.kit.table_header import PaintTitle, Sort, TableHeader

R = TypeVar("R")
STEP_PX = 64
LEAST_ROWS = 3
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
Hint = QAbstractItemView.ScrollHint


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
        model: RowsModel[R] | None = None,
        folds_below: int = 0,
        drawn: Mapping[str, PaintTitle] | None = None,
    ) -> None:
        """`model` where the rows are held otherwise than all at once; `folds_below` as for
        `RowHeights`; `drawn` stands in place of titles, by the columns' keys."""
        super().__init__(parent)
        self._rows = RowsModel(columns, identity, self) if model is None else model
        self._header = TableHeader(self._rows.columns, name, keeps, drawn or {}, self)
        self._heights = RowHeights(self, columns, folds_below)
        self._quiet = False
        self.setObjectName(name)
        self.setHorizontalHeader(self._header)
        self.setModel(self._rows)
        self.setItemDelegate(CellDelegate(self))
        _set_habits(self)
        self._header.set_widths()
        self._header.sort_requested.connect(self.sort_requested.emit)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_opened)
        self.verticalScrollBar().valueChanged.connect(self._tell_end)
        self.built()

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
        _select_again(self, self._rows, marked, here)
        self.verticalScrollBar().setValue(top)
        self._quiet = False
        self._header.keep_whole(self.rows, self.fontMetrics())

    def set_sort(self, sort: Sort) -> None:
        """Show by which column the rows are in order."""
        self._header.show_sort(sort)

    def current(self) -> R | None:
        """The row that the keyboard is on."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def selected(self) -> tuple[R, ...]:
        """The rows that are marked, from the top."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = (self._rows.row(place) for place in places)
        return tuple(row for row in found if row is not None)

    def choose(self, identity: Hashable) -> None:
        """Put selection and keyboard on a row, without telling."""
        place = self._rows.places().get(identity)
        if place is not None:
            self._quiet = True
            self.selectRow(place)
            self._quiet = False

    def retranslate(self) -> None:
        """Ask titles and texts again."""
        self._rows.retitle()

    def restyle(self) -> None:
        """Take the palette's colours, and rows as high as its letters want."""
        self._heights.fit()
        self._header.keep_whole(self.rows, self.fontMetrics())

    def minimumSizeHint(self) -> QSize:
        """Room for its header and a few rows."""
        rows = self._header.sizeHint().height()
        rows += LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().minimumSizeHint().width(), rows + bar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy as a table, open with Enter, scroll sideways; all else as usual."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(as_table(self._rows.columns, self.selected()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_opened(self.currentIndex())
        elif event.key() in SIDEWAYS and not event.modifiers():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + SIDEWAYS[Qt.Key(event.key())] * STEP_PX)
        else:
            super().keyPressEvent(event)

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Go to a row up or down, never sideways: whole rows are meant."""
        sideways = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(sideways)

    def _tell_chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self._rows.row(now.row()) if now.isValid() else None
        if row is not None and not self._quiet:
            self.chosen.emit(row)

    def _tell_opened(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def _tell_end(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum() and not self._quiet:
            self.end_reached.emit(len(self._rows.rows))


def _select_again(
    table: QTableView, model: RowsModel[Any], marked: list[Hashable], here: Hashable | None
) -> None:
    """Select what was selected, and put the keyboard where it was, wherever that is now."""
    selection, places = QItemSelection(), model.places()
    for identity in marked:
        place = places.get(identity)
        if place is not None:
            last = model.columnCount() - 1
            selection.select(model.index(place, 0), model.index(place, last))
    chosen = table.selectionModel()
    place = places.get(here) if here is not None else None
    if place is not None:
        keep = QItemSelectionModel.SelectionFlag.NoUpdate
        column = max(0, table.currentIndex().column())
        chosen.setCurrentIndex(model.index(place, column), keep)
    chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _set_habits(table: QTableView) -> None:
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


__all__ = ["Sort", "Table"]
