"""The lists that a rule file proposes: who is on them, by which rounds, with which consequences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation, Rules
from review_protocol.documents.text import Area, Bilingual
from reviewer_app.errors import ReasonLacking
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.counted_scores import Until, cell_at
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import CellState, EarlierScore, PanelCell, PanelTable
from tests.builders.panel import APanel, a_panel, one_round
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample


def named(code: str) -> Bilingual:
    return Bilingual(zh=f"国{code}", en=f"Land {code}")


def the_rules(**changed: object) -> Rules:
    rounds = {"casebook_round": 1, "outstanding_round": 1, "counted_rounds": (1,)}
    return the_sample().rules.model_copy(update={**rounds, **changed})


@pytest.fixture(scope="module")
def table() -> PanelTable:
    return a_table(60, 15)


@pytest.fixture(scope="module")
def lists(table: PanelTable) -> ProposedLists:
    found = proposed(table, the_rules(), named)
    assert found is not None
    return found


def test_lists_hold_the_best_in_the_order_of_the_rule_file(
    table: PanelTable, lists: ProposedLists
) -> None:
    found = compared(table, the_rules())
    assert found is not None
    order = [case.number for case in found.cases if case.reviews >= 3]
    casebook, outstanding = lists.casebook, lists.outstanding
    assert [each.number for each in casebook.listed] == order[:20]
    assert [each.number for each in casebook.reserves] == order[20:24]
    assert [each.number for each in outstanding.listed] == order[:6]
    assert {each.number for each in outstanding.order} == set(order[:20])
    assert [each.position for each in casebook.order] == list(range(1, len(order) + 1))


def test_what_is_expected_to_belong_is_the_sum_of_chances(lists: ProposedLists) -> None:
    for each in (lists.casebook, lists.outstanding):
        chances = [place.compared.among[each.target] for place in each.listed]
        assert each.expected == pytest.approx(sum(chances))
        assert 0.3 * each.target < (each.expected or 0) < each.target


def test_cases_with_too_few_reviews_are_on_no_list(table: PanelTable) -> None:
    best = compared(table, the_rules())
    assert best is not None
    first = best.cases[0].number
    rows = tuple(
        replace(row, cells=row.cells[:2]) if row.number == first else row for row in table.rows
    )
    found = proposed(replace(table, rows=rows), the_rules(), named)
    assert found is not None
    assert first in found.casebook.too_few
    assert first not in {each.number for each in found.casebook.order}
    assert found.casebook.fewest == 3


def test_consequences_count_areas_and_countries(lists: ProposedLists) -> None:
    casebook = lists.casebook
    assert [each.group for each in casebook.areas] == [area.value for area in Area]
    assert sum(each.listed for each in casebook.areas) == 20
    assert sum(each.among for each in casebook.areas) == len(casebook.order)
    assert sum(each.listed for each in casebook.countries) == 20
    counts = [each.listed for each in casebook.countries]
    assert counts == sorted(counts, reverse=True)
    assert {each.group for each in casebook.countries} <= set(lists.country_names)


def test_minima_stand_beside_and_name_who_enters_and_leaves(lists: ProposedLists) -> None:
    casebook = lists.casebook
    least = min(casebook.areas, key=lambda each: each.listed)
    found = casebook.with_minima({Area(least.group): least.listed + 1})
    assert [each.row.area for each in found.enter] == [least.group]
    assert found.leave == (casebook.listed[-1],) or found.leave[0].row.area != least.group
    assert found.expected is not None
    assert found.expected <= (casebook.expected or 0) + 1e-9
    same = casebook.with_minima({})
    assert (same.enter, same.leave, same.expected) == ((), (), casebook.expected)


def test_without_a_rule_file_or_a_score_no_list_is_proposed(table: PanelTable) -> None:
    empty = replace(table, rows=tuple(replace(row, cells=()) for row in table.rows))
    assert proposed(table, None, named) is None
    assert proposed(empty, the_rules(), named) is None
    assert proposed(table, the_rules(), named, cancelled=lambda: True) is None


def test_withheld_cases_are_counted_and_in_nothing(table: PanelTable) -> None:
    best = compared(table, the_rules())
    assert best is not None
    first = best.cases[0].number
    rows = tuple(
        replace(row, cells=(), withheld=True) if row.number == first else row for row in table.rows
    )
    found = proposed(replace(table, rows=rows), the_rules(), named)
    assert found is not None
    assert found.withheld == 1
    assert first not in {each.number for each in found.casebook.order}


def test_the_long_list_is_for_a_round_that_still_counts(table: PanelTable) -> None:
    found = proposed(table, the_rules(counted_rounds=(1, 2), outstanding_round=2), named)
    assert found is not None
    long_list = found.long_list
    assert long_list is not None
    assert (long_list.into, long_list.target) == (2, 20)
    chances = [each.compared.among[20] for each in long_list.cases if each.compared.among]
    assert len(chances) + len(long_list.too_few) == len(long_list.cases)
    assert sum(chances) >= 0.95 * 20
    assert sum(chances) - min(chances) < 0.95 * 20
    assert len(long_list.cases) + len(long_list.left_out) == 60
    without = proposed(table, the_rules(), named)
    assert without is not None
    assert without.long_list is None


def test_a_line_that_would_part_equal_cases_says_who_waits(table: PanelTable) -> None:
    cells = table.rows[0].cells
    rows = tuple(replace(row, cells=cells) for row in table.rows[:30])
    alike = tuple(
        replace(row, area=rows[0].area, countries=3, overall=rows[0].overall) for row in rows
    )
    found = proposed(replace(table, rows=alike), the_rules(ties=("written_reason",)), named)
    assert found is not None
    assert len(found.casebook.undecided) == 30
    assert proposed(table, the_rules(), named).casebook.undecided == ()  # type: ignore[union-attr]


def test_what_leaves_the_order_is_decided_with_a_reason_alone(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, role=Role.HEAD, rules=one_round()) as made:
        for expert in made.experts.values():
            expert.score(made.case(0), 7)
        made.experts[1].score(made.case(1), 7)
        made.collect()
        decide, number = made.desk.services.panel.decide, made.case(0).number
        for case, outcome in (
            (number, Recommendation.NOT_IN_CASEBOOK),
            (made.case(1).number, Recommendation.OUTSTANDING),  # of which one review counts
        ):
            with pytest.raises(ReasonLacking):
                decide(case, outcome, " ")
            assert decide(case, outcome, "Its partner withdrew.")
    with a_panel(tmp_path / "order", cases=1, role=Role.HEAD, rules=one_round()) as made:
        for expert in made.experts.values():
            expert.score(made.case(0), 7)
        made.collect()
        decide, number = made.desk.services.panel.decide, made.case(0).number
        assert decide(number, Recommendation.OUTSTANDING, "")
        with pytest.raises(ReasonLacking):  # it takes the place of the one before
            decide(number, Recommendation.OUTSTANDING, "")


@pytest.fixture(scope="module")
def two_rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """Experts 1 to 3 score six cases; 4 and 5 score the first three again in round 2."""
    with a_panel(tmp_path_factory.mktemp("rounds"), cases=6, experts=5, role=Role.HEAD) as made:
        for pseudonym, off in ((1, 0), (2, -1), (3, 1)):
            for at, mark in enumerate((7, 6, 6, 5, 4, 3)):
                made.experts[pseudonym].score(made.case(at), mark + off)
        made.open_round(2)
        for pseudonym, off in ((4, 0), (5, 1)):
            for at, mark in enumerate((5, 7, 8)):
                made.experts[pseudonym].score(made.case(at), mark + off)
        made.collect()
        made.desk.services.panel.decide(made.case(0).number, Recommendation.CASEBOOK, "agreed")
        yield made


def test_the_end_fits_the_reviews_of_both_rounds_together(two_rounds: APanel) -> None:
    table = two_rounds.desk.services.panel.table()
    found = proposed(
        table,
        the_rules(
            casebook_round=2, outstanding_round=2, counted_rounds=(1, 2), casebook_target=3,
            outstanding_target=1,
        ),
        named,
    )  # fmt: skip
    assert found is not None
    assert found.casebook.rounds == (1, 2)
    assert [each.compared.reviews for each in found.casebook.listed] == [5, 5, 5]
    assert found.outstanding.listed[0].number == two_rounds.case(2).number
    raw = {each.number: each.compared.raw for each in found.casebook.order}
    assert raw[two_rounds.case(0).number] == pytest.approx((7 + 6 + 8 + 5 + 6) / 5)


def test_a_target_of_an_earlier_round_is_decided_by_that_round(two_rounds: APanel) -> None:
    table = two_rounds.desk.services.panel.table()
    rules = the_rules(
        outstanding_round=2, counted_rounds=(1, 2), casebook_target=2, outstanding_target=1
    )
    found = proposed(table, rules, named)
    assert found is not None
    assert (found.casebook.rounds, found.outstanding.rounds) == ((1,), (1, 2))
    assert {each.compared.reviews for each in found.casebook.order} == {3}
    assert found.casebook.listed[0].number == two_rounds.case(0).number
    assert found.casebook.inputs != found.outstanding.inputs
    assert {each.number for each in found.outstanding.order} == {
        each.number for each in found.casebook.listed
    }


def test_a_case_shows_what_was_decided(two_rounds: APanel) -> None:
    lists = two_rounds.desk.services.panel.lists(two_rounds.desk.services.panel.table())
    assert lists is not None
    decided = {each.number: each.decision for each in lists.casebook.order if each.decision}
    assert list(decided) == [two_rounds.case(0).number]
    assert lists.country_names


def a_cell(state: CellState = CellState.RECEIVED) -> PanelCell:
    """An 8 of round 2, leaf 30, amended after the discussion; a 5, leaf 20; a 4 in round 1."""
    cell = a_table(1, 6).rows[0].cells[0]
    earlier = tuple(
        EarlierScore(f"{mark}", number, leaf, {"benefits": mark}, float(mark))
        for mark, number, leaf in ((4, 1, 10), (5, 2, 20))
    )
    return replace(cell, state=state, composite=8.0, round=2, leaf=30, earlier=earlier)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (Until(), 8.0),
        (Until(before={"X": 25}), 8.0),
        (Until(before={"A": 25}), 5.0),
        (Until(before={"A": 20}), 4.0),
        (Until(round=1), 4.0),
        (Until(before={"A": 10}), None),
    ],
)
def test_what_stood_before_a_discussion_or_in_a_round(until: Until, expected: float | None) -> None:
    found = cell_at(a_cell(), "A", until)
    assert (None if found is None else found.composite) == expected


def test_a_withdrawal_after_the_discussion_leaves_what_was_said_before_it() -> None:
    until = Until(before={"A": 25})
    then = cell_at(a_cell(CellState.WITHDRAWN), "A", until)
    assert then is not None
    assert (then.state, then.composite, then.packet) == (CellState.RECEIVED, 5.0, "5")
    recused = cell_at(a_cell(CellState.RECUSED), "A", until)
    assert recused is not None
    assert recused.state is CellState.RECUSED
