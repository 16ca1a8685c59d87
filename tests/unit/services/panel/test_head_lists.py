"""The head's lists: places from decisions, reasons where they leave the order, one signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from review_protocol.documents.dossier import (
    DecidedElsewhere,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import DecisionPacket, Packet
from review_protocol.documents.panel_acts import (
    ComparisonPacket,
    FinalListPacket,
    FinalPlace,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import NotPermitted, ReasonLacking, RoundStillOpen
from reviewer_app.models.dossier import ToldSight, ToldTies, keep_told
from reviewer_app.models.outbox import packets_of_kind, stored_packet
from reviewer_app.services.panel.final_export import export_final_list, final_list_rows
from reviewer_app.services.panel.final_plan import FinalPlan
from reviewer_app.services.panel.proposal import Unplaced, proposal_of
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.record import inputs_of
from reviewer_app.services.panel.table import PanelTable
from tests.builders.panel import APanel, a_panel, one_round
from tests.builders.panel_acts import ALONE

OUTSTANDING, CASEBOOK, NEITHER = Recommendation


class Head:
    """A head's desk with scores; figures as the rule file would have them."""

    def __init__(self, panel: APanel) -> None:
        self.panel = panel
        self.lists_of = panel.desk.services.head_lists

    def numbers(self) -> list[str]:
        return [case.number for case in self.panel.desk.cases]

    def score(self, *means: int) -> None:
        for case, mean in zip(self.panel.desk.cases, means, strict=True):
            for expert, off in zip(self.panel.experts.values(), (-1, 0, 1), strict=True):
                expert.score(case, mean + off)
        self.panel.collect()

    def decide(self, at: int, outcome: Recommendation, reason: str = "") -> str:
        return self.panel.desk.services.panel.decide(self.numbers()[at], outcome, reason)

    def is_decided(self, at: int, outcome: Recommendation) -> None:
        """By the panel's chair, without a word, in an order that was another one then."""
        chair = self.panel.colleague(Role.CHAIR, "connect")
        chair.decide(self.panel.case(at), outcome, reason="")
        self.panel.collect()

    def table(self) -> PanelTable:
        return self.panel.desk.services.panel.table()

    def lists(self) -> ProposedLists:
        found = self.panel.desk.services.panel.lists(self.table())
        assert found is not None
        return found

    def plan(self) -> FinalPlan:
        return self.lists_of.final(self.table(), self.panel.desk.services.panel.lists(self.table()))

    def issue(self) -> str:
        """A comparison of the head's own."""
        store, signer = self.panel.desk.store, self.panel.desk.services._signer
        table = self.table()
        as_here = {"rounds": table.rounds, "inputs": inputs_of(table)}
        fields = ALONE[ComparisonPacket] | as_here
        with store.write() as connection:
            return signer.sign(connection, lambda stem: ComparisonPacket(**stem, **fields))

    def is_told_of(self, outcome: Recommendation, *decisions: str, undecided: int = 0) -> None:
        """The server says that cases hidden from the head were decided, and how many are not."""
        places = tuple(DecidedElsewhere(outcome=outcome, decision=each) for each in decisions)
        sight = ToldSight(deputy=False, decides=(), withheld=(), places=places, undecided=undecided)
        with self.panel.desk.store.write() as connection:
            keep_told(connection, sight, ToldTies(declarations=(), ties=()))

    def signed(self, packet: str) -> Packet:
        with self.panel.desk.store.read() as connection:
            stored = stored_packet(connection, packet)
        assert stored is not None
        return stored.document()


@pytest.fixture
def head(tmp_path: Path) -> Iterator[Head]:
    with a_panel(tmp_path, cases=4, experts=3, role=Role.HEAD, rules=one_round()) as panel:
        made = Head(panel)
        made.score(8, 6, 7, 4)
        yield made


def order(plan: FinalPlan) -> Sequence[tuple[str, str]]:
    return [(each.number, each.outcome.value) for each in plan.places]


def test_places_come_from_decisions_with_outstanding_cases_first(head: Head) -> None:
    one, two, three, _four = head.numbers()
    head.decide(1, OUTSTANDING)
    head.decide(0, OUTSTANDING)
    head.decide(2, CASEBOOK, "It is a copy of an earlier one.")
    assert order(head.plan()) == [(one, "outstanding"), (two, "outstanding"), (three, "casebook")]


def test_what_is_lacking_is_named_and_holds_the_signature_up(head: Head) -> None:
    plan = head.plan()
    assert not plan.may_sign
    assert sorted(row.number for row in plan.undecided) == head.numbers()
    assert plan.comparison is None
    for at in range(3):
        head.decide(at, OUTSTANDING)
    head.is_decided(3, CASEBOOK)  # though the order proposes more for it now
    head.issue()
    plan = head.plan()
    assert (plan.undecided, plan.open) == ((), ())
    assert [each.number for each in plan.unreasoned] == [head.numbers()[3]]
    assert not plan.may_sign
    with pytest.raises(ValueError, match="not ready"):
        head.lists_of.sign_final(plan)
    head.lists_of.keep_reason(head.numbers()[3], "\u200b")
    assert not head.plan().may_sign
    head.lists_of.keep_reason(head.numbers()[3], "Its partner withdrew.")
    assert head.plan().may_sign


def test_a_reason_that_nobody_sees_is_none(head: Head) -> None:
    with pytest.raises(ReasonLacking):
        head.decide(0, NEITHER, "\u200b\u3164")
    decided = head.signed(head.decide(0, OUTSTANDING, " \u200b"))
    assert isinstance(decided, DecisionPacket)
    assert decided.reason == ""


def test_a_case_of_the_proposal_that_was_decided_out_is_told(head: Head) -> None:
    head.decide(3, NEITHER, "Nothing was built.")
    (left_out,) = head.plan().left_out
    assert (left_out.row.number, left_out.decision.reason) == (
        head.numbers()[3],
        "Nothing was built.",
    )


def test_the_signed_list_names_decisions_reasons_and_withheld_places(head: Head) -> None:
    decisions = [head.decide(at, OUTSTANDING) for at in range(3)]
    head.decide(3, CASEBOOK, "Its partner withdrew.")
    comparison = head.issue()
    head.lists_of.keep_reason("", "As the committee agreed on 2 August.")
    head.is_told_of(CASEBOOK, "d" * 64)
    packet = head.lists_of.sign_final(head.plan())
    document = head.signed(packet)
    assert isinstance(document, FinalListPacket)
    one, two, three, four = head.numbers()
    assert [each.case for each in document.places] == [one, three, two, four, None]
    assert document.places[0] == FinalPlace(
        case=one, outcome=OUTSTANDING, decision=decisions[0], reason=""
    )
    assert document.places[3].reason == "Its partner withdrew."
    assert document.places[4].decision == "d" * 64
    assert (document.comparison, document.supersedes) == (comparison, None)
    assert document.reason == "As the committee agreed on 2 August."
    assert head.plan().standing is not None
    assert head.plan().reason == ""


def test_a_second_list_takes_the_place_of_the_first(head: Head) -> None:
    for at in range(4):
        head.decide(at, OUTSTANDING)
    head.issue()
    first = head.lists_of.sign_final(head.plan())
    second = head.signed(head.lists_of.sign_final(head.plan()))
    assert isinstance(second, FinalListPacket)
    # rounds of a sample comparison are other ones: the scope is the list's own last round
    assert second.supersedes == first
    head.panel.desk.receive(first)
    assert head.plan().standing is not None


def test_a_comparison_of_other_scores_is_issued_anew(head: Head) -> None:
    for at in range(4):
        head.decide(at, OUTSTANDING)
    comparison = head.issue()
    assert head.plan().comparison == comparison
    (cell, *_) = head.table().rows[3].cells
    assert cell.packet is not None
    head.panel.experts[cell.pseudonym].amend(head.panel.case(3), cell.packet, 2)
    head.panel.collect()
    assert (head.plan().comparison, head.plan().may_sign) == (None, False)
    again = head.issue()
    assert (head.plan().comparison, head.plan().may_sign) == (again, True)


def test_a_later_decision_leaves_the_signed_list_behind(head: Head) -> None:
    for at in range(4):
        head.decide(at, OUTSTANDING)
    head.issue()
    head.lists_of.sign_final(head.plan())
    assert not head.plan().is_behind
    head.decide(0, CASEBOOK, "Its partner withdrew.")
    assert head.plan().is_behind


def test_cases_of_one_place_on_both_sides_of_a_line_are_proposed_for_nothing(head: Head) -> None:
    lists = head.lists()
    first, second, *others = lists.casebook.order
    equal = replace(second, compared=replace(second.compared, place=first.compared.place))
    casebook = replace(lists.casebook, target=1, order=(first, equal, *others))
    parted = replace(lists, casebook=casebook, outstanding=replace(lists.outstanding, order=()))
    for each in (first, equal):
        proposal = proposal_of(parted, each.number)
        assert (proposal.outcome, proposal.unplaced) == (None, Unplaced.EQUAL)
    head.is_decided(0, CASEBOOK)
    plan = head.lists_of.final(head.table(), parted)
    assert [each.number for each in plan.unreasoned] == [head.numbers()[0]]
    below = proposal_of(parted, others[0].number)
    assert below.outcome is NEITHER
    assert below.is_left_by(CASEBOOK)


def test_a_chair_signs_no_list_and_sees_what_the_head_signed(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=3, rules=one_round()) as panel:
        chair = Head(panel)
        chair.score(8, 6)
        for at in range(2):
            chair.decide(at, OUTSTANDING, "As most experts say.")
        chair.issue()
        plan = chair.plan()
        with pytest.raises(NotPermitted):
            chair.lists_of.sign_final(plan)
        assert not chair.lists_of.may_sign()
        head = panel.colleague(Role.HEAD)
        packet = head.alone(FinalListPacket, **ALONE[FinalListPacket])
        false = panel.colleague(Role.CHAIR, "elsewhere")
        false.alone(FinalListPacket, **ALONE[FinalListPacket])
        panel.collect()
        standing = chair.plan().standing
        assert standing is not None
        assert (standing.packet, standing.is_own) == (packet, False)


def test_a_list_that_does_not_count_stands_for_nothing(head: Head) -> None:
    for at in range(4):
        head.decide(at, OUTSTANDING)
    head.issue()
    packet = head.lists_of.sign_final(head.plan())
    head.panel.desk.receive(packet, Disposition.HELD_FORK)
    assert head.plan().standing is None


def test_the_order_proposes_nothing_for_too_few_reviews(head: Head, tmp_path: Path) -> None:
    lists = head.lists()
    assert proposal_of(lists, head.numbers()[0]).outcome is OUTSTANDING
    with a_panel(tmp_path / "few", cases=2, experts=2, role=Role.HEAD) as panel:
        for expert in panel.experts.values():
            expert.score(panel.case(0))
        panel.collect()
        found = panel.desk.services.panel.lists(panel.desk.services.panel.table())
        assert found is not None
        few, none = (proposal_of(found, panel.case(at).number) for at in range(2))
        assert (few.outcome, few.unplaced) == (None, Unplaced.FEW_REVIEWS)
        assert (none.outcome, none.unplaced) == (None, Unplaced.NO_SCORE)
        assert not few.is_left_by(NEITHER)


def test_the_head_issues_the_comparison_once_the_round_is_closed(head: Head) -> None:
    issuing = head.panel.desk.services.issuing
    head.panel.open_round(1)
    with pytest.raises(RoundStillOpen):
        issuing.issue(head.table())
    head.panel.close_round()
    comparison = issuing.issue(head.table())
    assert comparison is not None
    document = head.signed(comparison)
    assert isinstance(document, ComparisonPacket)
    assert (document.rounds, document.counted, document.draws) == ((1,), 12, 4000)
    with head.panel.desk.store.read() as connection:
        figures = [each.document() for each in packets_of_kind(connection, "case-figures")]
    assert [each.case for each in figures] == head.numbers()
    assert {each.comparison for each in figures} == {comparison}
    assert head.plan().comparison == comparison
    again = head.signed(issuing.issue(head.table()) or "")
    assert isinstance(again, ComparisonPacket)
    assert (again.supersedes, again.inputs, again.seed) == (
        comparison,
        document.inputs,
        document.seed,
    )


def test_a_chair_issues_nothing(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=3) as panel, pytest.raises(NotPermitted):
        panel.desk.services.issuing.issue(panel.desk.services.panel.table())


def test_the_signed_list_is_saved_as_pdf_and_csv(head: Head, tmp_path: Path) -> None:
    signed = [head.decide(at, OUTSTANDING) for at in range(3)]
    head.decide(3, CASEBOOK, "Its partner withdrew.")
    head.panel.desk.receive(signed[0])
    first = next(row.decision for row in head.table().rows if row.number == head.numbers()[0])
    head.issue()
    head.is_told_of(CASEBOOK, "d" * 64)
    packet = head.lists_of.sign_final(head.plan())
    made_at = datetime(2026, 8, 3, 9, 30, tzinfo=UTC)
    standing = head.plan().standing
    assert standing is not None
    files = export_final_list(standing, head.table(), tmp_path, "en", made_at=made_at)
    assert sorted(each.name for each in files) == [
        "final-list-20260803-093000-casebook.csv",
        "final-list-20260803-093000-outstanding.csv",
        "final-list-20260803-093000.pdf",
    ]
    casebook = (tmp_path / "final-list-20260803-093000-casebook.csv").read_text("utf-8-sig")
    counted = [line.split(",")[0] for line in casebook.splitlines()[-2:]]
    assert counted == ["4", "5"]  # on from the three Outstanding Cases, as it was read back
    assert head.numbers()[3] in casebook
    assert "Its partner withdrew." in casebook
    assert "One place decided by the deputy" in casebook
    rows = final_list_rows(standing, head.table(), made_at=made_at)
    assert (rows.packet, rows.receipt, rows.provenance.official) == (packet, None, False)
    assert first is not None
    assert first.leaf is not None
    named = {each.number: each.decision for each in (*rows.outstanding, *rows.casebook)}
    assert named == {
        head.numbers()[0]: first.leaf,
        **dict.fromkeys((*head.numbers()[1:4], "")),
    }
    head.panel.desk.receive(packet)
    standing = head.plan().standing
    assert standing is not None
    assert final_list_rows(standing, head.table(), made_at=made_at).provenance.official
