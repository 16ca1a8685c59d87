"""A long table of which only pages are here: the rest comes as it is scrolled to."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.columns import _NOWHERE, Column, Index, RowsModel, Said
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.table import Table

R = TypeVar("R")
AHEAD = 24
"""Rows that are asked for before they come into sight."""
MOST_ROWS = 2_000
"""More rows than this are not kept: those that were looked at first are let go."""
WAITING = "…"


class PagedRows(RowsModel[R]):
    """So many rows, of which some are here, by their places."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        identity: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, identity, parent)
        self._total = 0
        self._here: dict[int, R] = {}
        self._missed: set[int] = set()
        """Places that somebody looked at while their rows were not here."""

    @property
    def rows(self) -> tuple[R, ...]:
        """Those that are here, from the top."""
        return tuple(self._here[place] for place in sorted(self._here))

    def begin(self, total: int, first: Sequence[R]) -> None:
        """Another list, which begins with these rows."""
        self.beginResetModel()
        self._total, self._here, self._missed = total, dict(enumerate(first)), set()
        self.endResetModel()

    def put(self, start: int, rows: Sequence[R]) -> None:
        """Rows came that stand from a place on; told of those that were looked at before."""
        self._here |= {start + at: row for at, row in enumerate(rows)}
        for place in list(self._here)[: max(0, len(self._here) - MOST_ROWS)]:
            del self._here[place]
        seen = self._missed.intersection(range(start, start + len(rows)))
        if seen:
            self._missed -= seen
            last = self.index(max(seen), len(self.columns) - 1)
            self.dataChanged.emit(self.index(min(seen), 0), last)

    def lacks(self, first: int, last: int) -> int | None:
        """The first place from here to there, both included, whose row is not here."""
        places = range(max(0, first), min(last + 1, self._total))
        return next((place for place in places if place not in self._here), None)

    def row(self, place: int) -> R | None:
        """What stands at a place; None until it came."""
        return self._here.get(place)

    def identity_at(self, row: int) -> Hashable:
        """Which row stands at this place; None until it came."""
        here = self._here.get(row)
        return None if here is None else self._identity(here)

    def places(self) -> dict[Hashable, int]:
        """Where every row stands that is here."""
        return {self._identity(row): place for place, row in self._here.items()}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are, here or not."""
        return 0 if parent.isValid() else self._total

    def said(self, row: int, column: int) -> Said:
        """What the cell at a place says; of a row that is on its way, that it is."""
        if row not in self._here:
            self._missed.add(row)
            return Said(WAITING if column == 0 else "")
        return super().said(row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; of a row that is on its way, that it is."""
        if not index.isValid() or index.row() in self._here:
            return super().data(index, role)
        self._missed.add(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return WAITING if index.column() == 0 else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.headerData(index.column(), Qt.Orientation.Horizontal, role)
        return None


class PagedTable(Table[R]):
    """`wanted` carries the place from which on rows are needed; `put` brings them.

    ``copy_wanted`` comes where rows are to be copied that are not here.
    """

    wanted = Event(int)
    copy_wanted: Event[None] = Event()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        identity: Callable[[R], Hashable],
        *,
        name: str = "",
        keeps: Keeps | None = None,
        parent: QWidget | None = None,
        folds_below: int = 0,
    ) -> None:
        self._paged = PagedRows(columns, identity)
        super().__init__(
            columns,
            identity,
            name=name,
            keeps=keeps,
            parent=parent,
            model=self._paged,
            folds_below=folds_below,
        )
        self._paged.setParent(self)
        self._asked: int | None = None
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)

    def begin(self, total: int, first: Sequence[R], *, stay: bool = False) -> None:
        """Show another list from its top, or with `stay` the same one anew, from where it is."""
        top = self.verticalScrollBar().value() if stay else 0
        here = self._paged.identity_at(self.currentIndex().row())
        self._asked, self._quiet = None, True
        self._paged.begin(total, first)
        if here is not None:
            self.choose(here)
        self.verticalScrollBar().setValue(top)
        self._quiet = False
        self._header.keep_whole(self.rows, self.fontMetrics())
        self._look_ahead()

    def put(self, start: int, rows: Sequence[R]) -> None:
        """Rows that were wanted."""
        self._asked = None
        self._paged.put(start, rows)
        self._look_ahead()

    def row(self, place: int) -> R | None:
        """What stands at a place; None until it came."""
        return self._paged.row(place)

    @property
    def total(self) -> int:
        """How many rows there are, here or not."""
        return self._paged.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked, also where it is not here."""
        copies = event.matches(QKeySequence.StandardKey.Copy)
        if copies and len(self.selectionModel().selectedRows()) > len(self.selected()):
            self.copy_wanted.emit(None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be in sight."""
        super().resizeEvent(event)
        self._look_ahead()

    def _look_ahead(self, _value: int = 0) -> None:
        """Ask for what is in sight, or soon will be, and not here: one page at a time."""
        high = max(1, self.verticalHeader().defaultSectionSize())
        first = self.verticalScrollBar().value() // high
        last = first + self.viewport().height() // high + 1
        lacking = self._paged.lacks(first, last)
        if lacking is None:
            lacking = self._paged.lacks(first - AHEAD, last + AHEAD)
        if lacking is not None and lacking != self._asked:
            self._asked = lacking
            self.wanted.emit(lacking)
