"""Figures of the panel's cases, by the panel's own statistics, from the cells that count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from review_protocol.documents.programme import Recommendation, Rubric
from review_protocol.documents.score import CriterionCode
from reviewer_app.panel.describe import Summary, describe_cases
from reviewer_app.panel.tables import ScoreRow, ScoreTable
from reviewer_app.services.panel.rows import CellState, Figures, PanelCell

Cells = Sequence[PanelCell]


@dataclass(frozen=True, slots=True)
class CaseFigures:
    criteria: Mapping[CriterionCode, Figures]
    overall: Figures
    recommendations: Mapping[Recommendation, int]


def figures_of(cases: Mapping[str, Cells], rubric: Rubric) -> Mapping[str, CaseFigures]:
    """Figures by case number; only cells in the state `received` are counted.

    They do not ask who scored: each case has as many places as the fullest, not one an expert.
    """
    most = max(map(len, cases.values()), default=0)
    table = ScoreTable.from_rows(
        (row for number, cells in cases.items() for row in _rows(number, cells)),
        criteria=[criterion.code for criterion in rubric.criteria],
        cases=tuple(cases),
        experts=[str(place) for place in range(most)],
    )
    weights: dict[str, float] = {
        criterion.code: float(criterion.weight) for criterion in rubric.criteria
    }
    cannot = table.cannot_judge()
    return {
        summary.case: CaseFigures(
            criteria={
                criterion.code: _figures(
                    summary.criteria[criterion.code], int(cannot[i, :, k].sum())
                )
                for k, criterion in enumerate(rubric.criteria)
            },
            overall=_figures(summary.composite, int(np.any(cannot[i], axis=1).sum())),
            recommendations=_recommendations(cases[summary.case]),
        )
        for i, summary in enumerate(describe_cases(table, weights))
    }


def _rows(number: str, cells: Cells) -> Iterator[ScoreRow]:
    for place, cell in enumerate(cells):
        if cell.state is CellState.RECEIVED:
            for criterion, mark in cell.marks.items():
                value = mark if isinstance(mark, int) else None
                yield ScoreRow(number, str(place), criterion, value)


def _figures(summary: Summary, cannot_judge: int) -> Figures:
    return Figures(
        n=summary.n,
        mean=summary.mean,
        median=summary.median,
        lowest=summary.lowest,
        highest=summary.highest,
        sd=summary.sd,
        cannot_judge=cannot_judge,
    )


def _recommendations(cells: Cells) -> Mapping[Recommendation, int]:
    counted = Counter(cell.recommendation for cell in cells if cell.state is CellState.RECEIVED)
    return {each: counted[each] for each in Recommendation}
