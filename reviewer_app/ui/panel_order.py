"""What is compared in a table of scores: in all or by criterion; its order, filters and search."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

from review_protocol.documents.score import CANNOT_JUDGE, CriterionCode
from reviewer_app.services.panel.rows import (
    FEWEST,
    CellState,
    Figures,
    PanelCaseRow,
    PanelCell,
    counted_reviews,
)
from reviewer_app.ui.kit.table import Sort

Measure = CriterionCode | Literal["overall"]
EXPERT = "expert:"
BY_NUMBER = Sort("number")


class Part(StrEnum):
    """Which cases are in the table."""

    ALL = "all"
    UNDECIDED = "undecided"
    DECIDED = "decided"
    FEW = "few"

    def holds(self, row: PanelCaseRow, fewest: int = FEWEST) -> bool:
        """Whether a case belongs to this part, where one needs so many full scores."""
        match self:
            case Part.UNDECIDED:
                return row.decision is None
            case Part.DECIDED:
                return row.decision is not None
            case Part.FEW:
                return counted_reviews(row) < fewest
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Selection:
    """What is shown of a table, and in which order."""

    measure: Measure = "overall"
    part: Part = Part.ALL
    search: str = ""
    sort: Sort = BY_NUMBER

    def of(self, rows: tuple[PanelCaseRow, ...], fewest: int = FEWEST) -> tuple[PanelCaseRow, ...]:
        """The rows shown; what has no figure comes last in either direction."""
        found = [row for row in rows if self.part.holds(row, fewest) and matches(row, self.search)]
        found.sort(key=lambda row: row.number)
        key = self.sort.key
        if key == "title":
            found.sort(key=lambda row: row.name.en or row.name.zh or "")
        elif key not in ("number", ""):
            return self._by_figure(found, key)
        return tuple(reversed(found)) if self.sort.descending else tuple(found)

    def _by_figure(self, rows: list[PanelCaseRow], key: str) -> tuple[PanelCaseRow, ...]:
        valued = [(figure(row, self.measure, key), row) for row in rows]
        there = [(value, row) for value, row in valued if value is not None]
        there.sort(key=lambda pair: pair[0], reverse=self.sort.descending)
        return (*(row for _, row in there), *(row for value, row in valued if value is None))


def matches(row: PanelCaseRow, search: str) -> bool:
    """Whether number, title or applicant holds the words searched, in either language."""
    texts = (row.number, row.name.zh, row.name.en, row.applicant.name.zh, row.applicant.name.en)
    whole = " ".join(text for text in texts if text).casefold()
    return all(word in whole for word in search.casefold().split())


def figures_of(row: PanelCaseRow, measure: Measure) -> Figures:
    """The case's figures of the composite, or of one criterion."""
    return row.overall if measure == "overall" else row.criteria[measure]


def value_of(cell: PanelCell, measure: Measure) -> float | None:
    """What a counted review gives; None where it gives no figure."""
    if cell.state is not CellState.RECEIVED:
        return None
    if measure == "overall":
        return cell.composite
    mark = cell.marks.get(measure)
    return float(mark) if isinstance(mark, int) else None


def cannot_judge(cell: PanelCell, measure: Measure) -> bool:
    """Whether a counted review says that it cannot judge what is compared."""
    if cell.state is not CellState.RECEIVED:
        return False
    if measure == "overall":
        return CANNOT_JUDGE in cell.marks.values()
    return cell.marks.get(measure) == CANNOT_JUDGE


class HasCells(Protocol):
    """A case as far as its cells go."""

    @property
    def cells(self) -> tuple[PanelCell, ...]: ...
    @property
    def withheld(self) -> bool: ...


def cell_of(row: HasCells, pseudonym: int) -> PanelCell | None:
    """An expert's cell; None where the expert was not asked."""
    return next((cell for cell in row.cells if cell.pseudonym == pseudonym), None)


def scores(row: PanelCaseRow, measure: Measure) -> tuple[float, ...]:
    """Every counted figure of a case."""
    values = (value_of(cell, measure) for cell in row.cells)
    return tuple(value for value in values if value is not None)


def figure(row: PanelCaseRow, measure: Measure, key: str) -> float | None:
    """The figure that a column is sorted by."""
    if key.startswith(EXPERT):
        cell = cell_of(row, int(key.removeprefix(EXPERT)))
        return None if cell is None else value_of(cell, measure)
    figures = figures_of(row, measure)
    match key:
        case "n":
            return figures.n
        case "median":
            return figures.median
        case "range":
            if figures.highest is None or figures.lowest is None:
                return None
            return figures.highest - figures.lowest
        case "sd":
            return figures.sd
        case _:
            return figures.mean
