"""The scores of a panel's table that count, as the method takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import CriterionCode
from reviewer_app.panel.observed import Observed
from reviewer_app.services.panel_rows import CellState, PanelCaseRow, PanelCell, PanelTable

Value = Callable[[PanelCell], float | None]


def counted_scores(
    table: PanelTable, value: Value, without: frozenset[int] = frozenset()
) -> Observed | None:
    """What counts: received scores with a value, but for the experts who are left out."""
    counted = [
        (row.number, f"{cell.pseudonym:06d}", score)
        for row, cell in _cells(table.rows)
        if cell.pseudonym not in without
        for score in (value(cell),)
        if score is not None
    ]
    if not counted:
        return None
    return Observed.of(*(list(column) for column in zip(*counted, strict=True)))


def _cells(rows: Sequence[PanelCaseRow]) -> Iterator[tuple[PanelCaseRow, PanelCell]]:
    return (
        (row, cell)
        for row in rows
        if not row.withheld
        for cell in row.cells
        if cell.state is CellState.RECEIVED
    )


def mark_of(cell: PanelCell, criterion: CriterionCode) -> float | None:
    mark = cell.marks.get(criterion)
    return float(mark) if isinstance(mark, int) else None


def composite_of(cell: PanelCell, weights: Mapping[CriterionCode, float]) -> float | None:
    """The weighted mean of a review that answers every criterion."""
    marks = [(mark_of(cell, code), weight) for code, weight in weights.items()]
    if any(mark is None for mark, _ in marks):
        return None
    total = sum(weight for _, weight in marks)
    return sum(mark * weight for mark, weight in marks if mark is not None) / total


def weights_of(rubric: Rubric) -> Mapping[CriterionCode, float]:
    """The rubric's own weights, to begin a "what if" from."""
    return {criterion.code: float(criterion.weight) for criterion in rubric.criteria}
