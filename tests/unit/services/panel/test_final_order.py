"""The places of a final list: each outcome in its own order, and who would come next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import FinalListPacket, FinalPlace
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.text import Bilingual
from reviewer_app.services.panel.final_plan import Beside, planned
from reviewer_app.services.panel.final_seen import seen_by_chair
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import DecisionView, PanelTable
from tests.builders.panel_acts import ALONE
from tests.builders.panel_tables import NOW, a_table
from tests.builders.sample import the_sample

OUTSTANDING, CASEBOOK, NEITHER = Recommendation
BESIDE = Beside(rules="a" * 64, comparison=None, reasons={}, standing=None)


@pytest.fixture(scope="module")
def table() -> PanelTable:
    return a_table(40, 12)


@pytest.fixture(scope="module")
def lists(table: PanelTable) -> ProposedLists:
    rules = the_sample().rules.model_copy(update={"casebook_round": 1, "outstanding_round": 1})
    found = proposed(table, rules, lambda code: Bilingual(zh=code, en=code))
    assert found is not None
    return found


def a_decision(outcome: Recommendation, reason: str) -> DecisionView:
    return DecisionView(
        packet="d" * 64, outcome=outcome, reason=reason, based_on=(), signed_at=NOW, leaf=7
    )


def decided(table: PanelTable, outcome: Recommendation, reason: str, *numbers: str) -> PanelTable:
    rows = tuple(
        replace(row, decision=a_decision(outcome, reason)) if row.number in numbers else row
        for row in table.rows
    )
    return replace(table, rows=rows)


def test_each_outcome_stands_in_the_order_of_its_own_list(
    table: PanelTable, lists: ProposedLists
) -> None:
    best = [each.number for each in lists.casebook.order[:3]]
    later = [each.number for each in lists.casebook.order[10:12]]
    turned = replace(
        lists, outstanding=replace(lists.outstanding, order=lists.outstanding.order[2::-1])
    )
    now = decided(decided(table, OUTSTANDING, "", *best, later[1]), CASEBOOK, "", later[0])
    plan = planned(now, turned, BESIDE)
    assert [each.number for each in plan.of(OUTSTANDING)] == [*best[::-1], later[1]]
    assert [each.number for each in plan.of(CASEBOOK)] == [later[0]]


def test_the_reserve_leaves_out_what_was_decided_out_for_a_reason(
    table: PanelTable, lists: ProposedLists
) -> None:
    order = [each.number for each in lists.casebook.order]
    first, second, third, *_ = order[lists.casebook.target :]
    plan = planned(table, lists, BESIDE)
    assert [row.number for row in plan.reserve][:2] == [first, second]
    refused = decided(table, NEITHER, "Nothing was built.", first)
    refused = decided(refused, NEITHER, "", third)  # for its place alone
    plan = planned(refused, lists, BESIDE)
    assert [row.number for row in plan.reserve][:2] == [second, third]


def a_signed_list(*numbers: str | None) -> HeadsPacket[FinalListPacket]:
    stem = {"header": None, "nonce": "0" * 32, "checkpoint": None, "claimed": NOW}
    places = tuple(
        FinalPlace(case=number, outcome=OUTSTANDING, decision=f"{at:064x}", reason="")
        for at, number in enumerate(numbers)
    )
    fields = ALONE[FinalListPacket] | {"places": places}
    document = FinalListPacket.model_construct(**stem, **fields)
    return HeadsPacket("f" * 64, document, NOW, 7, Disposition.COUNTED, is_own=False)


def test_a_chairs_places_are_those_of_the_list_that_was_signed(table: PanelTable) -> None:
    one, two, three, other = [row.number for row in table.rows][:4]
    now = decided(table, OUTSTANDING, "As agreed.", one, two, three)
    before = seen_by_chair(now, BESIDE, {})
    assert [each.position for each in before.places] == [1, 2, 3]
    signed = replace(BESIDE, standing=a_signed_list(other, None, two, one), is_head=False)
    after = seen_by_chair(now, signed, {})
    assert {each.number: each.position for each in after.places} == {one: 4, two: 3, three: None}
