"""Cases with fewer reviews than the rule file asks for: one order, one line, everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from review_protocol.documents.programme import OrderingFigure, Rules
from review_protocol.documents.text import Bilingual
from reviewer_app.services.panel.changes import moves
from reviewer_app.services.panel.compared_rows import PanelComparison, WhatIf
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.record import issued
from reviewer_app.services.panel.rows import CellState, PanelCaseRow, PanelTable, counted_reviews
from reviewer_app.services.panel.sensitivity import Change, Sensitivity, sensitivity
from reviewer_app.services.panel.stability import stability_of
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample

BEST, LISTED = 4, 12
RULES = the_sample().rules.model_copy(
    update={
        "casebook_round": 1,
        "outstanding_round": 2,
        "counted_rounds": (1, 2),
        "fewest_reviews": 4,
        "casebook_target": LISTED,
        "outstanding_target": BEST,
    }
)


def counted(row: PanelCaseRow) -> int:
    return sum(
        cell.state is CellState.RECEIVED and cell.composite is not None for cell in row.cells
    )


@pytest.fixture(scope="module")
def table() -> PanelTable:
    """Fifteen of forty cases have fewer than four reviews, many of them in front."""
    return a_table(40, 12)


@pytest.fixture(scope="module")
def found(table: PanelTable) -> PanelComparison:
    made = compared(table, RULES)
    assert made is not None
    return made


@pytest.fixture(scope="module")
def lists(table: PanelTable) -> ProposedLists:
    made = proposed(table, RULES, lambda code: Bilingual(zh=code, en=code))
    assert made is not None
    return made


@pytest.fixture(scope="module")
def changes(table: PanelTable) -> Sensitivity:
    made = sensitivity(table, RULES)
    assert made is not None
    return made


def test_ladder_and_list_are_one_order_with_the_rest_below(
    table: PanelTable, found: PanelComparison, lists: ProposedLists
) -> None:
    few = {row.number for row in table.rows if counted(row) < 4}
    assert len(few) > 10
    assert [case.number for case in found.ranked] == [each.number for each in lists.casebook.order]
    assert set(lists.casebook.too_few) == few == {case.number for case in found.cases[-len(few) :]}
    for case in found.cases[-len(few) :]:
        assert (case.place, case.raw_place, case.rank_low, case.rank_high) == (None,) * 4
        assert (case.among, case.zones) == ({}, {})
        assert case.error is not None  # fitted with all others
    assert {case.raw_place for case in found.ranked} <= set(range(1, len(found.ranked) + 1))


def test_whoever_counts_reviews_counts_those_by_which_a_case_has_a_place(
    table: PanelTable, found: PanelComparison
) -> None:
    enough = {row.number for row in table.rows if counted_reviews(row) >= RULES.fewest_reviews}
    assert {case.number for case in found.ranked} == enough
    assert any(
        sum(cell.state is CellState.RECEIVED for cell in row.cells) > counted_reviews(row)
        for row in table.rows
    )


def test_once_the_round_is_closed_every_case_without_a_place_lacks_reviews(
    table: PanelTable,
) -> None:
    assert table.round is not None
    closed = replace(table, round=table.round.model_copy(update={"closed": "2026-07-31T15:00:00Z"}))
    then, now = compared(table, RULES), compared(closed, RULES)
    assert then is not None
    assert now is not None
    lacking = {each.case for each in now.suggestions if each.lacking}
    placed = {each.number for each in now.ranked}
    without = {row.number for row in table.rows} - placed
    assert lacking <= without
    assert len(lacking) == min(len(without), len(now.suggestions))
    assert len(lacking) > sum(bool(each.lacking) for each in then.suggestions)


def test_what_is_expected_to_belong_is_one_figure(
    found: PanelComparison, lists: ProposedLists
) -> None:
    assert lists.casebook.expected == found.expected[LISTED]
    assert lists.outstanding.expected == found.expected[BEST]
    for target in (BEST, LISTED):
        assert sum(case.among[target] for case in found.ranked) == pytest.approx(target)
    assert set(found.long_list) <= {case.number for case in found.ranked}
    assert lists.long_list is not None
    assert {each.number for each in lists.long_list.too_few} == set(lists.casebook.too_few)
    assert lists.long_list.left_out


@pytest.mark.parametrize("ordering", list(OrderingFigure))
def test_a_place_moves_where_the_whole_list_computed_anew_moves(
    table: PanelTable, ordering: OrderingFigure
) -> None:
    rules = RULES.model_copy(update={"ordering": ordering})
    found = sensitivity(table, rules)
    assert found is not None
    assert any(each.cases for each in found.altered)
    for each in found.altered:
        if each.change is Change.EXPERT or each.change is Change.RAW:
            told = {line: {case.case for case in cases} for line, cases in each.crossed}
            assert told == crossing(table, rules, each.asks)


def crossing(table: PanelTable, rules: Rules, asked: WhatIf) -> Mapping[int, set[str]]:
    official, other = compared(table, rules), compared(table, rules, asked)
    assert official is not None
    assert other is not None
    moved: dict[int, set[str]] = {}
    for each in moves(official, other):
        if each.crosses:
            moved.setdefault(each.target, set()).add(each.number)
    return moved


def test_what_is_firm_is_told_of_the_lines_of_the_list(
    changes: Sensitivity, lists: ProposedLists
) -> None:
    order = {each.number: at for at, each in enumerate(lists.casebook.order, 1)}
    for altered in changes.altered:
        for _, cases in altered.crossed:
            assert all(order[each.case] == each.before for each in cases)
    moved = stability_of(changes, LISTED)
    assert moved
    assert moved.keys() <= order.keys()


def test_left_out_reviews_take_no_place_away_that_only_the_number_of_reviews_would(
    table: PanelTable, found: PanelComparison
) -> None:
    asked = compared(table, RULES, WhatIf(without=frozenset({1})))
    assert asked is not None
    assert {case.number for case in asked.ranked} == {case.number for case in found.ranked}


def test_the_issued_record_speaks_of_the_same_line(
    table: PanelTable, found: PanelComparison
) -> None:
    made = issued(table, RULES, draws=1000)
    assert made is not None
    for each in made.record.cases:
        case = found.case(each.name)
        assert case is not None
        assert (each.rank_low, each.rank_high) == (case.rank_low, case.rank_high)
        told = {int(target): float(chance) for target, chance in each.among.items()}
        assert told == pytest.approx(case.among)


def test_without_any_case_that_has_enough_nothing_is_placed(table: PanelTable) -> None:
    more = RULES.model_copy(update={"fewest_reviews": 9})
    found = compared(table, more)
    assert found is not None
    assert (found.ranked, found.long_list) == ((), ())
    assert len(found.cases) == sum(counted(row) > 0 for row in table.rows)
    lists = proposed(table, more, lambda code: Bilingual(zh=code, en=code))
    assert lists is not None
    assert (lists.casebook.order, lists.casebook.expected) == ((), None)
    assert sensitivity(table, more) is None
    assert compared(replace(table, rows=()), more) is None
