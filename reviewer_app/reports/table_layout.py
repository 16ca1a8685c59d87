"""Measuring a table: which lines stand in which cell and how high every row is."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from reviewer_app.reports.blocks import Line
from reviewer_app.reports.cells import cell_lines
from reviewer_app.reports.fonts import Faces
from reviewer_app.reports.lines import broken
from reviewer_app.reports.outline import Cell, ReportColumn, Table
from reviewer_app.reports.page_style import (
    CELL_LEADING,
    CELL_PAD_X,
    CELL_PAD_Y,
    CELL_SIZE,
    LONGEST_ROW,
    MUTED,
    TEXT,
    TEXT_AFTER_FIGURES,
)
from reviewer_app.reports.text import Bilingual, Language

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LaidColumn:
    left: float
    right: float
    numeric: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over neighbouring columns."""

    left: float
    right: float
    lines: Lines


@dataclass(frozen=True, slots=True)
class LaidRow:
    """``ends`` is false where the row is continued in the next one: no line is drawn below."""

    cells: tuple[Lines, ...]
    height: float
    ends: bool


@dataclass(frozen=True, slots=True)
class LaidTable:
    """All heights in points; ``tops[k]`` is the height of the first k rows together."""

    columns: tuple[LaidColumn, ...]
    groups: tuple[Group, ...]
    header: LaidRow
    group_height: float
    rows: tuple[LaidRow, ...]
    tops: tuple[float, ...]

    @property
    def header_height(self) -> float:
        return self.group_height + self.header.height

    def height(self, first: int, end: int) -> float:
        return self.header_height + self.tops[end] - self.tops[first]

    def fitting(self, first: int, height: float) -> int:
        """The row after the last one that fits into ``height`` points below the header."""
        return bisect_right(self.tops, self.tops[first] + height - self.header_height + 0.01) - 1


@dataclass(frozen=True, slots=True)
class _Setting:
    faces: Faces
    language: Language

    def lines(self, cell: Cell, column: ReportColumn, width: float) -> Lines:
        """Chinese in the text's colour, the English muted below it, or beside it if both fit."""
        found: list[Line] = []
        texts = cell_lines(cell, column, self.language)
        if len(texts) == 2 and not column.apart and self._fits(" ".join(texts), width):
            texts = (" ".join(texts),)
        for number, text in enumerate(texts):
            quiet = number > 0 or (cell is None)
            found.extend(self._wrapped(text, width, bold=False, quiet=quiet))
        return tuple(found)

    def heading(self, title: Bilingual, width: float) -> Lines:
        found: list[Line] = []
        for number, text in enumerate(title.lines(self.language)):
            found.extend(self._wrapped(text, width, bold=number == 0, quiet=number > 0))
        return tuple(found)

    def _fits(self, text: str, width: float) -> bool:
        face = self.faces.regular
        return face.width(face.prepared(text), CELL_SIZE) <= width

    def _wrapped(self, text: str, width: float, *, bold: bool, quiet: bool) -> Iterator[Line]:
        face = self.faces.bold if bold else self.faces.regular
        size = CELL_SIZE - 0.5 if quiet else CELL_SIZE
        for line in broken(face.prepared(text), face, size, width):
            yield Line(line, face, size, CELL_LEADING, MUTED if quiet else TEXT)


def lay(table: Table, faces: Faces, language: Language, width: float) -> LaidTable:
    """The table set into ``width`` points."""
    setting = _Setting(faces, language)
    columns = _columns(table, width)
    inner = [column.right - column.left for column in columns]
    header = tuple(
        setting.heading(column.title, room)
        for column, room in zip(table.columns, inner, strict=True)
    )
    rows: list[LaidRow] = []
    for row in table.rows:
        cells = tuple(
            setting.lines(cell, column, room)
            for cell, column, room in zip(row, table.columns, inner, strict=True)
        )
        rows.extend(_parted(cells))
    groups = _groups(table, columns, setting)
    return LaidTable(
        columns=columns,
        groups=groups,
        header=_row(header, ends=True),
        group_height=max((_height(group.lines) + CELL_PAD_Y for group in groups), default=0.0),
        rows=tuple(rows),
        tops=tuple(accumulate((row.height for row in rows), initial=0.0)),
    )


def _columns(table: Table, width: float) -> tuple[LaidColumn, ...]:
    total = sum(column.share for column in table.columns)
    edges = list(accumulate((column.share * width / total for column in table.columns), initial=0))
    numeric = [column.kind in ("integer", "decimal") for column in table.columns]
    after_numeric = [False, *numeric]
    return tuple(
        LaidColumn(
            left + (TEXT_AFTER_FIGURES if before and not here else CELL_PAD_X),
            right - CELL_PAD_X,
            here,
        )
        for left, right, before, here in zip(edges, edges[1:], after_numeric, numeric, strict=False)
    )


def _groups(table: Table, columns: tuple[LaidColumn, ...], setting: _Setting) -> tuple[Group, ...]:
    found = []
    paired = zip(table.columns, columns, strict=True)
    for title, members in groupby(paired, key=lambda pair: pair[0].group):
        if title is not None:
            places = [place for _, place in members]
            left, right = places[0].left, places[-1].right
            found.append(Group(left, right, setting.heading(title, right - left)))
    return tuple(found)


def _parted(cells: tuple[Lines, ...]) -> Iterator[LaidRow]:
    tallest = max(len(lines) for lines in cells)
    for start in range(0, max(tallest, 1), LONGEST_ROW):
        end = start + LONGEST_ROW
        yield _row(tuple(lines[start:end] for lines in cells), ends=end >= tallest)


def _row(cells: tuple[Lines, ...], *, ends: bool) -> LaidRow:
    return LaidRow(cells, max(_height(lines) for lines in cells) + 2 * CELL_PAD_Y, ends)


def _height(lines: Lines) -> float:
    return sum(line.leading for line in lines)
