"""Strictness is told, and corrected for, only where shared cases let it be judged."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import OrderingFigure, Rules
from review_protocol.documents.score import CRITERIA
from reviewer_app.panel.remarks import Remark
from reviewer_app.panel.selection import Tie
from reviewer_app.services.panel.compared_rows import PanelComparison, WhatIf
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.counted_scores import Until
from reviewer_app.services.panel.criterion_fits import CriterionFits
from reviewer_app.services.panel.figures import figures_of
from reviewer_app.services.panel.rows import CellState, EarlierScore, PanelCell, PanelTable
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample

Marks = dict[str, dict[int, tuple[int, int, int]]]


def a_table_of(marks: Marks) -> PanelTable:
    """These marks of the three criteria, by case and expert."""
    table = a_table(len(marks), 12)
    cells = {
        number: tuple(a_cell(expert, each) for expert, each in of_case.items())
        for number, of_case in marks.items()
    }
    figures = figures_of(cells, table.rubric)
    rows = tuple(
        replace(row, number=number, cells=cells[number], overall=figures[number].overall)
        for row, number in zip(table.rows, marks, strict=True)
    )
    return replace(table, rows=rows)


def a_cell(pseudonym: int, marks: tuple[int, int, int]) -> PanelCell:
    return PanelCell(
        pseudonym=pseudonym,
        state=CellState.RECEIVED,
        marks=dict(zip(CRITERIA, marks, strict=True)),
        composite=sum(marks) / 3,
        recommendation=None,
        familiarity=None,
        language_read=None,
        disposition=Disposition.COUNTED,
        disclosed=False,
        amended=False,
        packet=f"{pseudonym:064x}",
        round=1,
        leaf=pseudonym,
    )


def told(marks: Marks, rules: Rules | None = None, asked: WhatIf | None = None) -> PanelComparison:
    found = compared(a_table_of(marks), rules, asked)
    assert found is not None
    return found


def some(random: Random) -> tuple[int, int, int]:
    return random.randint(1, 10), random.randint(1, 10), random.randint(1, 10)


@pytest.mark.parametrize("seed", range(20))
def test_in_a_complete_panel_no_score_counts_otherwise_than_it_was_given(seed: int) -> None:
    random = Random(seed)
    marks: Marks = {f"C{at:02d}": {e: some(random) for e in range(1, 5)} for at in range(12)}
    found = told(marks)
    assert Remark.COMPLETE in found.remarks
    scores = [score for case in found.cases for score in case.scores]
    assert {score.leniency for score in scores} == {0.0}
    assert all(score.counts == score.score for score in scores)


def test_with_too_few_shared_cases_no_strictness_is_told() -> None:
    random = Random(1)
    chain = {f"C{at:02d}": (at, at + 1) for at in range(1, 9)}  # two cases an expert
    marks: Marks = {case: {e: some(random) for e in both} for case, both in chain.items()}
    found = told(marks)
    assert Remark.TOO_FEW_SHARED in found.remarks
    assert {(each.leniency, each.low, each.high) for each in found.experts} == {(None,) * 3}
    assert any(each.spread is not None for each in found.experts)
    adjusted = CriterionFits(a_table_of(marks)).adjusted
    for case, of_case in marks.items():
        for at, code in enumerate(CRITERIA):
            raw = sum(each[at] for each in of_case.values()) / len(of_case)
            assert adjusted[case][code] == pytest.approx(raw)


BY_AGREEMENT = the_sample().rules.model_copy(
    update={
        "ordering": OrderingFigure.RAW_MEAN,
        "ties": ("disagreement", "written_reason"),
        "fewest_reviews": 1,
    }
)
EQUAL: Marks = {
    "A": {1: (6, 6, 6), 2: (8, 8, 8), 3: (7, 7, 7)},
    "B": {1: (7, 7, 7), 2: (5, 5, 5), 3: (9, 9, 9)},
}


def test_equal_cases_are_parted_by_how_far_the_scores_of_the_list_lie_apart() -> None:
    found = told(EQUAL, BY_AGREEMENT)
    assert [(each.number, each.decided_by) for each in found.cases] == [
        ("A", None),
        ("B", Tie.AGREEMENT),
    ]
    far: Marks = {
        "A": {1: (6, 6, 6), 2: (8, 8, 8), 3: (7, 7, 7)},
        "B": {1: (7, 7, 7), 2: (7, 7, 7), 3: (1, 1, 1), 4: (7, 7, 7)},
    }
    asked = WhatIf(without=frozenset({3}))  # what B's experts disagree about is left out with them
    found = told(far, BY_AGREEMENT, asked)
    assert [(each.number, each.raw) for each in found.cases] == [("B", 7.0), ("A", 7.0)]


def test_a_list_of_the_first_round_is_parted_by_the_first_rounds_scores() -> None:
    table = a_table_of(EQUAL)
    again = tuple(
        replace(
            row,
            cells=tuple(as_amended(cell) for cell in row.cells),
            overall=replace(row.overall, sd=0.0 if row.number == "B" else 3.0),
        )
        for row in table.rows
    )
    found = compared(replace(table, rows=again), BY_AGREEMENT, until=Until(round=1))
    assert found is not None
    assert [each.number for each in found.cases] == ["A", "B"]


def as_amended(cell: PanelCell) -> PanelCell:
    """In round 2 everybody says 7: then all agree on both cases."""
    first = EarlierScore(cell.packet or "", 1, cell.leaf or 0, cell.marks, cell.composite)
    later = a_cell(cell.pseudonym, (7, 7, 7))
    return replace(later, round=2, leaf=100 + cell.pseudonym, earlier=(first,))
