"""Tables described column by column, over one model that never asks anybody."""

import re
from collections.abc import Callable, Hashable, Sequence
from enum import IntEnum, StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FORMULA = re.compile(r"^[=+@-](?!\d+([.,]\d+)*$)")  # all but plain figures


class Align(StrEnum):
    """Where a column's text stands; figures stand right."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class CellRole(IntEnum):
    """What the table's delegate asks beside Qt's own roles."""

    DETAIL = Qt.ItemDataRole.UserRole + 1
    TONE = Qt.ItemDataRole.UserRole + 2
    SHAPE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True)  # with slots, Python 3.11 cannot subscript a frozen generic
class Column(Generic[R]):
    """One column of rows ``R``.

    ``key`` names it in settings, ``title`` is asked again for each language, ``detail`` is a
    second, muted line, ``sort`` the key to ask for when the header is clicked ("" for none).
    A column with ``stretch`` takes the room that is left, several by their widths; ``width`` is in
    pixels; one that is ``whole`` is never too narrow for its words. Words that ``flow`` go on in
    the second line, before the detail; all others are cut in the middle. ``about`` explains the
    title on hover, ``spoken`` is what a screen reader says in place of the words.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[R], str]
    align: Align = Align.LEFT
    sort: str = ""
    detail: Callable[[R], str] | None = None
    tooltip: Callable[[R], str] | None = None
    tone: Callable[[R], Tone | None] | None = None
    shape: Callable[[R], Shape | None] | None = None
    width: int = 120
    stretch: bool = False
    whole: bool = False
    flow: bool = False
    about: Callable[[], str] | None = None
    spoken: Callable[[R], str] | None = None


_ALIGNMENT = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    Align.CENTRE: Qt.AlignmentFlag.AlignCenter,
}

_LINE = {align: int(flags) | int(Qt.TextFlag.TextSingleLine) for align, flags in _ALIGNMENT.items()}


class Said(NamedTuple):
    """What a cell says, all at once: painting asks for all of it, for every cell in sight."""

    text: str
    detail: str = ""
    tone: Tone | None = None
    shape: Shape | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows as they were given; ``identity`` says which row is which from one set to the next."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        identity: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows now shown."""
        return self._rows

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; equal rows change nothing, the same ones in order redraw in place."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return
        if [self._identity(row) for row in fresh] == [self._identity(row) for row in self._rows]:
            changed = [i for i, row in enumerate(fresh) if row != self._rows[i]]
            self._rows = fresh
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def row(self, place: int) -> R | None:
        """What stands at a place; None where that is not here."""
        return self._rows[place]

    def identity_at(self, row: int) -> Hashable:
        """Which row stands at this place."""
        return self._identity(self._rows[row])

    def places(self) -> dict[Hashable, int]:
        """Where every row stands."""
        return {self._identity(row): place for place, row in enumerate(self._rows)}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says; computed from the row alone."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tooltip(row) if column.tooltip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGNMENT[column.align]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(column, row)
            case CellRole.DETAIL:
                return column.detail(row) if column.detail else None
            case CellRole.TONE:
                return column.tone(row) if column.tone else None
            case CellRole.SHAPE:
                return column.shape(row) if column.shape else None
        return None

    def said(self, row: int, column: int) -> Said:
        """What the cell at a place says; of a row that is not here, nothing."""
        of, here = self.columns[column], self.row(row)
        if here is None:
            return Said("")
        return Said(
            of.text(here),
            of.detail(here) if of.detail else "",
            of.tone(here) if of.tone else None,
            of.shape(here) if of.shape else None,
        )

    def line(self, column: int) -> int:
        """Qt's flags of one line of text where the column's stands."""
        return _LINE[self.columns[column].align]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.ToolTipRole:
            about = self.columns[section].about
            return about() if about is not None else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENT[self.columns[section].align]
        return None

    def retitle(self) -> None:
        """Ask titles and texts again, in the language now in use."""
        if self.columns:
            last = len(self.columns) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, last))

    def _spoken(self, column: Column[R], row: R) -> str:
        detail = column.detail(row) if column.detail else ""
        words = column.spoken(row) if column.spoken else column.text(row)
        return ", ".join(part for part in (column.title(), words, detail) if part)


def as_table(columns: Sequence[Column[R]], rows: Sequence[R]) -> str:
    """Rows with their titles, tab-separated for a spreadsheet; no cell becomes a formula."""
    lines = [[column.title() for column in columns]]
    lines += [[column.text(row) for column in columns] for row in rows]
    return tabbed(lines)


def tabbed(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells for a spreadsheet, tab-separated; no cell becomes a formula."""
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines)


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}" if _FORMULA.match(line) else line
