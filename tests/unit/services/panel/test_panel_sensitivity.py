"""What single changes would move: beside the list, and told as what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from review_protocol.documents.programme import OrderingFigure, Rules
from reviewer_app.services.panel.changes import moves
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.sensitivity import Change, sensitivity
from tests.builders.panel import APanel, a_panel
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample

pytestmark = pytest.mark.campaign

MARKS = {
    1: (9, 7, 6, 3, 5, 8, 7, 4),
    2: (7, 6, 3, 2, 4, 5, 1, 3),
    3: (10, 7, 6, 5, 6, 8, 8, 5),
    4: (8, 7, 5, 3, 6, 7, 8, 4),
}
RULES = the_sample().rules.model_copy(update={"outstanding_target": 2, "casebook_target": 4})


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("moves"), cases=8, experts=4) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if at == 6 or (pseudonym + at) % 4:
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        yield made


@pytest.fixture(scope="module")
def table(panel: APanel) -> PanelTable:
    """As the head would see it: only the whole programme has lines."""
    return replace(panel.desk.services.panel.table(), panel=None)


def crossing(table: PanelTable, rules: Rules, asked: WhatIf) -> dict[int, set[str]]:
    """By comparing all anew: which cases cross each line."""
    official, other = compared(table, rules), compared(table, rules, asked)
    assert official is not None
    assert other is not None
    found: dict[int, set[str]] = {}
    for each in moves(official, other):
        if each.crosses and each.target is not None:
            found.setdefault(each.target, set()).add(each.number)
    return found


@pytest.mark.parametrize("ordering", list(OrderingFigure))
def test_every_change_moves_what_the_question_moves(
    table: PanelTable, ordering: OrderingFigure
) -> None:
    rules = RULES.model_copy(update={"ordering": ordering})
    found = sensitivity(table, rules)
    assert found is not None
    for each in found.altered:
        if each.change is Change.REVIEW or ordering is OrderingFigure.RAW_MEAN:
            continue  # at the same λ, and robust against raw, tested below and in the method
        told = {line: {case.case for case in cases} for line, cases in each.crossed}
        assert told == crossing(table, rules, each.asks)


def test_one_hard_score_decides_a_place(table: PanelTable, panel: APanel) -> None:
    found = sensitivity(table, RULES)
    assert found is not None
    seventh = panel.case(6).number
    alone = [each for each in found.altered if each.change is Change.REVIEW]
    assert (seventh, 2) in {(each.case, each.expert) for each in alone}
    assert found.moving(Change.REVIEW) == len(alone)
    assert (found.experts, found.reviews) == (4, sum(row.overall.n for row in table.rows))


def test_a_skipped_review_counts_no_more(table: PanelTable, panel: APanel) -> None:
    seventh = panel.case(6).number
    asked = compared(table, RULES, WhatIf(skipped=frozenset({(seventh, 2)})))
    assert asked is not None
    case = next(each for each in asked.cases if each.number == seventh)
    assert [each.pseudonym for each in case.scores] == [1, 3, 4]


def test_a_case_without_its_only_review_has_no_place(table: PanelTable, panel: APanel) -> None:
    seventh = panel.case(6).number
    one = frozenset((seventh, expert) for expert in MARKS)
    official, asked = compared(table, RULES), compared(table, RULES, WhatIf(skipped=one))
    assert official is not None
    assert asked is not None
    assert {each.after for each in moves(official, asked) if each.number == seventh} <= {None}


def test_without_rules_or_lines_nothing_is_said(table: PanelTable) -> None:
    assert sensitivity(table, None) is None
    more = RULES.model_copy(update={"outstanding_target": 8, "casebook_target": 20})
    assert sensitivity(table, more) is None  # places for all
    assert sensitivity(replace(table, rows=()), RULES) is None
    assert sensitivity(table, RULES, cancelled=lambda: True) is None


def test_a_review_that_puts_equal_cases_in_another_order_is_told() -> None:
    """Whose area is less represented before equal cases at a line, another case's score says."""
    ties = ("area", "conceptual_fit", "disagreement", "written_reason")
    rules = the_sample().rules.model_copy(
        update={
            "ordering": OrderingFigure.RAW_MEAN,
            "ties": ties,
            "casebook_target": 6,
            "outstanding_target": 1,
            "fewest_reviews": 1,
        }
    )
    found = sensitivity(a_table(16, 8, seed=1150), rules)
    assert found is not None
    without = next(
        each for each in found.altered if (each.case, each.expert) == ("WIC-2026-010", 5)
    )
    ((line, cases),) = without.crossed
    moved = {(each.case, each.before, each.after) for each in cases}
    assert (line, moved) == (6, {("WIC-2026-011", 5, 7), ("WIC-2026-007", 7, 6)})
