"""A chart of the panel as it can be drawn, read as a table, copied and saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from reviewer_app.ui.kit.columns import Align, Column, tabbed
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel.charts.scale import Scale

R = TypeVar("R")
Paint = Callable[[QPainter, QRectF, int, Palette], None]
"""Draws what a row has in a column, inside a box."""

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One column in words, from the first row to the last; `paint` draws the same instead, on a
    `scale` where it has one."""

    title: str
    texts: tuple[str, ...]
    details: tuple[str, ...] = ()
    """Second lines; empty where the column has none."""
    detail_title: str = ""
    shapes: tuple[Shape | None, ...] = ()
    align: Align = Align.LEFT
    width: int = 120
    wraps: bool = False
    paint: Paint | None = None
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows by columns; `cases` names the case of each row, where rows are cases."""

    key: str
    """Names the chart's files."""
    columns: tuple[ChartColumn, ...]
    size: int
    """How many rows it has."""
    cases: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()
    """Rows, from 0, below which a line of the list lies."""

    def titles(self) -> tuple[str, ...]:
        """A title for each text of a row, second lines included."""
        return tuple(title for column in self.columns for title in _titles(column))

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Everything in words; second lines stand in a column of their own."""
        return tuple(
            tuple(text for column in self.columns for text in _texts(column, at))
            for at in range(self.size)
        )

    def as_text(self) -> str:
        """The whole of it for a spreadsheet, tab-separated; no cell becomes a formula."""
        return tabbed([self.titles(), *self.rows()])


def _titles(column: ChartColumn) -> tuple[str, ...]:
    if not column.details:
        return (column.title,)
    return column.title, column.detail_title


def _texts(column: ChartColumn, at: int) -> tuple[str, ...]:
    return (column.texts[at], column.details[at]) if column.details else (column.texts[at],)


def chart_of(
    key: str,
    columns: Sequence[Column[R]],
    rows: Sequence[R],
    *,
    paints: Mapping[str, Paint] | None = None,
    scales: Mapping[str, Scale] | None = None,
    case: Callable[[R], str] | None = None,
    lines: Collection[int] = (),
    detail_titles: Mapping[str, str] | None = None,
) -> Chart:
    """The chart that a table of described columns shows; `paints`, `scales` and `detail_titles`
    by the columns' keys. A second line without a title is the number of a case."""
    painted, named, scaled = paints or {}, detail_titles or {}, scales or {}
    number = translate("ladder", "Case number")
    return Chart(
        key,
        tuple(
            replace(
                _column(column, rows, painted.get(column.key), named.get(column.key, number)),
                scale=scaled.get(column.key),
            )
            for column in columns
        ),
        len(rows),
        () if case is None else tuple(case(row) for row in rows),
        frozenset(lines),
    )


def _column(
    column: Column[R], rows: Sequence[R], paint: Paint | None, detail_title: str
) -> ChartColumn:
    details = () if column.detail is None else tuple(column.detail(row) for row in rows)
    return ChartColumn(
        title=column.title(),
        texts=tuple(column.text(row) for row in rows),
        details=details if any(details) else (),
        detail_title=detail_title,
        shapes=() if column.shape is None else tuple(column.shape(row) for row in rows),
        align=column.align,
        width=column.width,
        wraps=column.stretch and paint is None,
        paint=paint,
    )
