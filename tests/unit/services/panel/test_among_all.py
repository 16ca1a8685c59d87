"""A panel's cases are measured by no target of the programme, until the head has issued them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_protocol.documents.people import Role
from review_protocol.documents.programme import Panel, Programme, Recommendation, Rules
from review_protocol.documents.text import Area, Bilingual
from reviewer_app.errors import ReasonLacking
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.among_all import covers_programme
from reviewer_app.services.panel.changes import moves
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.deciding import Need, reason_needed
from reviewer_app.services.panel.keeping import kept_rows
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposal import Proposal, Unplaced, proposal_for
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.sensitivity import sensitivity
from tests.builders.panel import APanel, Told, a_panel
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample

OUTSTANDING, CASEBOOK, NEITHER = Recommendation
PANEL = the_sample().programme.panels[0].code


def named(code: str) -> Bilingual:
    return Bilingual(zh=code, en=code)


def with_targets(outstanding: int, casebook: int) -> Rules:
    targets = {"outstanding_target": outstanding, "casebook_target": casebook}
    return the_sample().rules.model_copy(update=targets)


def told(table: PanelTable, rules: Rules) -> tuple[object, ...]:
    """Everything that is computed of a table; what names the rule file, and the draws that its
    name seeds, are left out."""
    found = compared(table, rules)
    other = compared(table, rules, WhatIf(raw=True))
    assert found is not None
    assert other is not None
    return (
        replace(
            found,
            cases=tuple(replace(case, rank_low=None, rank_high=None) for case in found.cases),
            experts=tuple(replace(each, low=None, high=None) for each in found.experts),
            rules="",
            seed=None,
        ),
        [(each.number, each.before, each.after, each.target) for each in moves(found, other)],
        sensitivity(table, rules),
        proposed(table, rules, named),
        [(each.zone_best, each.zone_listed) for each in kept_rows(table, found).cases],
        [proposal_for(found, None, row, {}) for row in table.rows],
    )


TABLE = a_table(14, 8, panel=PANEL)
USUAL = told(TABLE, with_targets(6, 20))


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 40), st.integers(1, 400))
def test_no_figure_of_a_panel_depends_on_the_targets(outstanding: int, casebook: int) -> None:
    assert told(TABLE, with_targets(outstanding, casebook)) == USUAL


def test_a_panel_has_no_chance_no_line_and_no_list() -> None:
    found = compared(TABLE, with_targets(2, 5))
    assert found is not None
    assert (found.is_whole, found.targets, found.lines, found.expected) == (False, (), (), {})
    assert not any(case.among or case.zones for case in found.cases)
    assert found.long_list == ()
    assert proposed(TABLE, with_targets(2, 5), named) is None
    whole = compared(replace(TABLE, panel=None), with_targets(2, 5))
    assert whole is not None
    assert (whole.lines, bool(whole.long_list)) == ((2, 5), True)
    assert [case.place for case in whole.cases] == [case.place for case in found.cases]


def test_what_lacks_reviews_asks_for_one_and_what_is_open_does_not() -> None:
    found = compared(TABLE, with_targets(2, 5))
    assert found is not None
    assert {each.doubt for each in found.suggestions} <= {None}
    assert all(each.lacking or each.apart for each in found.suggestions)


def test_a_question_is_answered_by_places() -> None:
    found, other = (compared(TABLE, None, asked) for asked in (WhatIf(), WhatIf(raw=True)))
    assert found is not None
    assert other is not None
    then = {case.number: case.place for case in other.cases}
    elsewhere = {case.number for case in found.ranked if then[case.number] != case.place}
    moved = moves(found, other)
    assert {each.number for each in moved} == elsewhere
    far = [abs((each.after or 0) - each.before) for each in moved]
    assert far == sorted(far, reverse=True)


def test_single_changes_move_places() -> None:
    found = sensitivity(TABLE, with_targets(2, 5))
    assert found is not None
    assert found.least == 2
    moved = [each for altered in found.altered for each in altered.moved]
    assert moved
    assert not any(altered.crossed for altered in found.altered)
    assert all(abs(each.after - each.before) >= 2 for each in moved)


def test_who_sees_all_cases() -> None:
    programme = the_sample().programme
    only = replace_panels(programme.panels[0].model_copy(update={"areas": tuple(Area)}))
    part = replace_panels(programme.panels[0])
    assert covers_programme(programme, None)
    assert not covers_programme(programme, PANEL)
    assert covers_programme(only, PANEL)
    assert not covers_programme(part, PANEL)


def replace_panels(panel: Panel) -> Programme:
    return the_sample().programme.model_copy(update={"panels": (panel,)})


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, cases=4, experts=4) as made:
        chance = Random(2)
        for at in range(4):
            for expert in made.experts.values():
                expert.score(made.case(at), 8 - at + chance.choice((-1, 0, 1)))
        made.collect()
        yield made


def proposal(panel: APanel, at: int) -> Proposal:
    room = panel.desk.services.panel
    table = room.table()
    found = proposal_for(room.compare(), room.lists(table), table.rows[at], {})
    assert found is not None
    return found


def test_before_the_head_has_issued_it_the_recommendations_stand_in(panel: APanel) -> None:
    found = proposal(panel, 3)
    assert (found.outcome, found.unplaced, found.place) == (None, Unplaced.NOT_ISSUED, None)
    row = panel.desk.services.panel.table().rows[3]
    most = max(row.recommendations, key=lambda each: row.recommendations[each])
    assert reason_needed(row, most, found) is None
    other = next(each for each in Recommendation if each is not most)
    assert reason_needed(row, other, found) is Need.AGAINST_REVIEWS


def test_then_its_order_holds(panel: APanel) -> None:
    panel.issue(3, 15, 26, 31)
    room = panel.desk.services.panel
    comparison = room.compare()
    assert comparison is not None
    assert (comparison.targets, comparison.lines) == ((6, 20), ())
    case = comparison.case(panel.case(3).number)
    assert case is not None
    assert (case.place, case.zones[20], case.among[20]) == (4, Zone.OUT, 0.03)
    found = proposal(panel, 3)
    assert (found.outcome, found.place, found.among) == (NEITHER, 31, 40)
    with pytest.raises(ReasonLacking):
        room.decide(case.number, CASEBOOK, "")
    assert room.decide(case.number, NEITHER, "")
    entries = {each.number: each for each in kept_rows(room.table(), comparison).cases}
    assert entries[case.number].zone_listed == Zone.OUT


def test_a_later_comparison_takes_its_place_and_only_the_heads_counts(panel: APanel) -> None:
    first = panel.issue(3, 15, 26, 31)
    panel.issue(4, 16, 27, 19, supersedes=first)
    assert proposal(panel, 3).place == 19
    panel.issue(1, 2, 3, 4, by=panel.colleague(Role.CHAIR, PANEL))
    assert proposal(panel, 3).outcome is CASEBOOK


def test_a_case_that_is_not_in_it_has_no_order(panel: APanel) -> None:
    panel.issue(3, 15, 26)
    assert proposal(panel, 3).unplaced is Unplaced.NOT_COMPARED


def test_of_a_hidden_case_nothing_is_told(panel: APanel) -> None:
    panel.issue(3, 15, 26, 31)
    panel.told = Told()
    panel.told.hide(panel.case(3))
    panel.experts[1].score(panel.case(0), 6)
    panel.collect()
    table = panel.desk.services.panel.table()
    assert table.heads is not None
    assert set(table.heads.cases) == {panel.case(at).number for at in range(3)}


def test_the_comparison_of_an_earlier_round_is_behind(panel: APanel) -> None:
    panel.issue(3, 15, 26, 31)
    panel.open_round(2)
    table = panel.desk.services.panel.table()
    assert table.heads is not None
    assert not table.heads.is_behind
    panel.close_round(2)
    table = panel.desk.services.panel.table()
    assert table.heads is not None
    assert table.heads.is_behind
    assert proposal(panel, 0).unplaced is Unplaced.NOT_ISSUED


def test_of_a_case_whose_scores_changed_since_the_recommendations_stand_in(panel: APanel) -> None:
    panel.issue(3, 15, 26, 31)
    room, number = panel.desk.services.panel, panel.case(3).number
    for cell in room.table().rows[3].cells:
        assert cell.packet is not None
        panel.experts[cell.pseudonym].amend(panel.case(3), cell.packet, 10)
    panel.collect()
    found = proposal(panel, 3)
    assert (found.outcome, found.unplaced) == (None, Unplaced.CHANGED)
    assert proposal(panel, 2).outcome is NEITHER
    with pytest.raises(ReasonLacking):
        room.decide(number, NEITHER, "")


def test_a_round_that_was_closed_again_leaves_a_comparison_behind(panel: APanel) -> None:
    panel.issue(3, 15, 26, 31)
    panel.close_round(1, at="2026-08-02T15:00:00Z")
    assert proposal(panel, 0).unplaced is Unplaced.NOT_ISSUED
