"""The long list: what goes into a next round, after the end of this one, before any final list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.documents.dossier import Decider, Withheld, WithheldCase
from review_protocol.documents.panel_acts import FinalListPacket, LongListPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import FinalListStands, RoundNotHeld, RoundStillOpen
from reviewer_app.models.dossier import ToldSight, ToldTies, keep_told
from reviewer_app.services.panel.head_lists import AS_PROPOSED, LongPlan
from reviewer_app.services.panel.proposal import Unplaced, proposal_of
from tests.builders.panel import a_panel
from tests.builders.panel_acts import ALONE
from tests.unit.services.panel.test_head_lists import Head

OUTSTANDING, CASEBOOK, NEITHER = Recommendation


@pytest.fixture
def head(tmp_path: Path) -> Iterator[Head]:
    """After the first of two rounds: it decided the Casebook, and the second decides the rest."""
    with a_panel(tmp_path, cases=4, experts=3, role=Role.HEAD) as panel:
        made = Head(panel)
        made.score(8, 6, 7, 4)
        yield made


def test_the_long_list_is_the_proposal_and_departures_have_reasons(head: Head) -> None:
    lists = head.lists()
    assert lists.long_list is not None
    proposed = {each.number for each in lists.long_list.cases}
    assert set(AS_PROPOSED.cases(lists)) == proposed
    dropped = sorted(proposed)[0]
    for unseen in ("", " ", "\u200b"):
        plan = LongPlan({}, frozenset({dropped}), unseen)
        assert not plan.is_whole(lists)
        assert not LongPlan({dropped: unseen}, frozenset()).is_whole(lists)
    with pytest.raises(ValueError, match="not ready"):
        head.lists_of.sign_long(plan, lists)
    plan = LongPlan({}, frozenset({dropped}), "Its applicant asked for it.")
    head.lists_of.keep_long(plan)
    kept, standing = head.lists_of.long()
    assert (kept, standing) == (plan, None)
    document = head.signed(head.lists_of.sign_long(kept, lists))
    assert isinstance(document, LongListPacket)
    assert {each.case for each in document.cases} == proposed - {dropped}
    assert (document.round, document.reason) == (2, "Its applicant asked for it.")
    kept, standing = head.lists_of.long()
    assert kept == AS_PROPOSED
    assert standing is not None


def test_a_case_hidden_from_the_head_goes_into_the_next_round(head: Head) -> None:
    hidden = WithheldCase(
        round=1,
        case=head.numbers()[0],
        why=Withheld.CONFLICT,
        decided_by=Decider.HEADS_DEPUTY,
    )
    sight = ToldSight(deputy=False, decides=(), withheld=(hidden,))
    with head.panel.desk.store.write() as connection:
        keep_told(connection, sight, ToldTies(declarations=(), ties=()))
    lists = head.lists()
    assert hidden.case not in AS_PROPOSED.cases(lists)
    document = head.signed(head.lists_of.sign_long(AS_PROPOSED, lists))
    assert isinstance(document, LongListPacket)
    listed = {each.case for each in document.cases}
    assert listed == {hidden.case, *AS_PROPOSED.cases(lists)}


def test_an_added_case_keeps_its_reason(head: Head) -> None:
    plan = LongPlan({"WIC-2026-004": "- by word of the panel"}, frozenset({"WIC-2026-001"}))
    head.lists_of.keep_long(plan)
    assert head.lists_of.long()[0] == plan


def test_a_comparison_of_the_first_round_is_none_of_both(head: Head) -> None:
    head.issue()
    head.panel.open_round(2)
    assert head.plan().comparison is None


def test_while_the_round_is_open_nothing_goes_into_the_next(head: Head) -> None:
    head.panel.open_round(1)
    with pytest.raises(RoundStillOpen):
        head.lists_of.sign_long(AS_PROPOSED, head.lists())


def test_once_the_final_list_stands_nothing_goes_into_a_next_round(head: Head) -> None:
    head.panel.colleague(Role.HEAD).alone(FinalListPacket, **ALONE[FinalListPacket])
    head.panel.collect()
    with pytest.raises(FinalListStands):
        head.lists_of.sign_long(AS_PROPOSED, head.lists())


def test_before_its_round_was_held_a_target_is_neither_proposed_nor_decided(head: Head) -> None:
    number = head.numbers()[0]
    proposal = proposal_of(head.lists(), number)
    assert (proposal.outcome, proposal.awaited, proposal.into) == (CASEBOOK, {OUTSTANDING: 2}, 2)
    with pytest.raises(RoundNotHeld) as refused:
        head.decide(0, OUTSTANDING, "The best of all.")
    assert (refused.value.outcome, refused.value.round) == (OUTSTANDING, 2)
    assert head.panel.desk.services.panel.open(number).awaited == {OUTSTANDING: 2}
    head.decide(0, CASEBOOK)
    head.panel.open_round(1)
    assert proposal_of(head.lists(), head.numbers()[1]).unplaced is Unplaced.NOT_HELD
    for outcome in Recommendation:
        with pytest.raises(RoundNotHeld):
            head.decide(1, outcome, "A reason.")


def test_after_the_first_round_alone_no_list_is_final(head: Head) -> None:
    for at in range(4):
        head.decide(at, CASEBOOK)
    head.issue()
    plan = head.plan()
    assert (plan.undecided, plan.unreasoned, plan.awaited) == ((), (), {OUTSTANDING: 2})
    assert not plan.may_sign
    with pytest.raises(RoundNotHeld):
        head.lists_of.sign_final(plan)


def test_what_the_second_round_makes_outstanding_is_decided_anew(head: Head) -> None:
    for at in range(4):
        head.decide(at, CASEBOOK)
    head.panel.close_round(2)
    lists = head.lists()
    assert (lists.awaited, lists.long_list) == ({}, None)
    plan = head.plan()
    assert sorted(row.number for row in plan.undecided) == head.numbers()
    assert (plan.unreasoned, plan.may_sign) == ((), False)
