"""A panel's cases are measured by no target of the programme, until the head has issued them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_protocol.documents.panel_acts import (
    CaseFiguresPacket,
    CaseFiguresPacket2,
    ComparisonPacket,
)
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
from reviewer_app.services.panel.proposal import Proposal, Unplaced, proposal_for, proposal_of
from reviewer_app.services.panel.record import Issued, case_fields, comparison_fields, issued
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.sensitivity import sensitivity
from tests.builders.panel import APanel, Told, a_panel, one_round
from tests.builders.panel_acts import ALONE, ON_A_CASE
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
        score_all(made)
        yield made


def score_all(panel: APanel) -> None:
    chance = Random(2)
    for at in range(4):
        for expert in panel.experts.values():
            expert.score(panel.case(at), 8 - at + chance.choice((-1, 0, 1)))
    panel.collect()


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
    assert reason_needed(row, most, found, fewest=3) is None
    other = next(each for each in Recommendation if each is not most)
    assert reason_needed(row, other, found, fewest=3) is Need.AGAINST_REVIEWS
    assert reason_needed(row, most, found, fewest=5) is Need.FEW_REVIEWS


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


def test_what_an_older_app_issued_tells_no_place(panel: APanel) -> None:
    head = panel.colleague(Role.HEAD)
    packet = head.alone(ComparisonPacket, **ALONE[ComparisonPacket] | {"supersedes": None})
    said = ON_A_CASE[CaseFiguresPacket] | {"comparison": packet}
    for at in range(4):
        head.act(CaseFiguresPacket, panel.case(at), **said)
    panel.collect()
    heads = panel.desk.services.panel.table().heads
    assert heads is not None
    assert (heads.is_without_places, heads.cases, heads.targets) == (True, {}, ())
    assert proposal(panel, 0).unplaced is Unplaced.WITHOUT_PLACES
    panel.issue(3, 15, 26, 31, supersedes=packet)
    assert proposal(panel, 0).place == 3


@pytest.mark.parametrize("outstanding", [6, 20])
def test_a_chair_reads_of_each_case_what_the_head_does(tmp_path: Path, outstanding: int) -> None:
    targets = {"outstanding_target": outstanding, "casebook_target": 20}
    rules = one_round().model_copy(update=targets)
    with a_panel(tmp_path, cases=4, experts=4, rules=rules) as panel:
        score_all(panel)
        room = panel.desk.services.panel
        whole = with_all_others(room.table())
        lists, made = proposed(whole, rules, named), issued(whole, rules, draws=400)
        assert lists is not None
        assert made is not None
        issue(panel, made)
        found = room.compare()
        assert found is not None
        assert (found.is_whole, found.targets) == (False, (outstanding, 20))
        assert len(kept_rows(room.table(), found).cases) == 4
        for row in room.table().rows:
            read, heads = proposal_for(found, None, row, {}), proposal_of(lists, row.number)
            assert read is not None
            assert read.chances
            assert read.chances.keys() == heads.chances.keys()
            assert replace(read, zone=heads.zone, issued=None, chances=heads.chances) == heads


def with_all_others(table: PanelTable) -> PanelTable:
    """The head's table: these cases, and those of the other panels."""
    own = {row.number for row in table.rows}
    others = tuple(row for row in a_table(36, 8).rows if row.number not in own)
    experts = tuple(range(1, 9))
    return replace(table, panel=None, rows=(*table.rows, *others), experts=experts)


def issue(panel: APanel, made: Issued) -> None:
    """What the head's app signs of this reaches the chair, as far as it is of their cases."""
    head = panel.colleague(Role.HEAD)
    packet = head.alone(ComparisonPacket, **comparison_fields(made), supersedes=None)
    fields = case_fields(made)
    for case in panel.desk.cases:
        head.act(CaseFiguresPacket2, case, **fields[case.number], comparison=packet)
    panel.collect()
