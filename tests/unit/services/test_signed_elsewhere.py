"""What the same person signed on another computer is what the sheet shows here after a sync."""

from pathlib import Path

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact
from review_protocol.envelope import read_envelope
from review_protocol.opening import verified_packet
from reviewer_app.models.other_packets import OtherPacket, keep_others
from reviewer_app.models.outbox import StoredPacket, all_packets, stored_packet
from reviewer_app.services.adopting import adopt_signed_elsewhere
from reviewer_app.services.rows import DeliveryState
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.builders.documents import a_fact
from tests.builders.panel import APanel, a_panel, one_round

NOW = "2026-07-21T08:00:00Z"
SAID = (a_fact(Fact.JOINT, "Only a supplier."),)
LATER = (a_fact(Fact.COUNTRIES, "One of them is not named."), a_fact(Fact.JOINT))


def brought_over(there: StoredPacket, disposition: Disposition, leaf: int) -> OtherPacket:
    """What was signed on the other laptop, as a sync brings it."""
    return OtherPacket(
        there.id,
        "the other laptop",
        there.kind,
        there.case,
        disposition,
        leaf,
        there.signed_at,
        there.envelope,
        "",
        leaf,
    )


class Laptops:
    """Two desks of the same cases; `sync` brings to the first what the second signed since."""

    def __init__(self, first: ADesk, second: ADesk) -> None:
        self.first, self.second = first, second
        self.number = first.numbers[0]
        self._brought = len(self._signed())

    def _signed(self):
        with self.second.store.read() as connection:
            return all_packets(connection)

    def sync(self, disposition: Disposition = Disposition.COUNTED) -> None:
        packets = self._signed()
        brought = [
            brought_over(each, disposition, 100 + at)
            for at, each in enumerate(packets)
            if at >= self._brought
        ]
        self._brought = len(packets)
        signed = [(each, verified_packet(read_envelope(each.envelope))) for each in brought]
        with self.first.store.write() as connection:
            keep_others(connection, signed)
            adopt_signed_elsewhere(connection, NOW)


@pytest.fixture
def laptops(tmp_path: Path):
    with a_desk(tmp_path / "1", cases=2) as first, a_desk(tmp_path / "2", cases=2) as second:
        yield Laptops(first, second)


def score(desk: ADesk, number: str, mark: int, facts=()) -> None:
    if facts:
        desk.services.facts_beside.keep(number, facts)
    desk.services.scoring.keep(number, some_answers(mark))
    desk.services.signing.sign(number, LanguageRead.BOTH)


def received(desk: ADesk) -> None:
    """The server has receipted everything that was signed here."""
    for each in desk.services.handin.outbox():
        if each.state is not DeliveryState.RECEIVED:
            desk.receive(each.packet)


def test_facts_judged_on_another_computer_are_shown(laptops: Laptops):
    score(laptops.second, laptops.number, 7, SAID)
    laptops.sync()
    said = laptops.first.services.facts_beside.said(laptops.number)
    assert (said.facts, said.signed, said.unsigned) == (SAID, SAID, False)


def test_the_last_word_on_the_facts_stands_wherever_it_was_said(laptops: Laptops):
    first, number = laptops.first, laptops.number
    score(first, number, 7, SAID)
    received(first)
    score(laptops.second, number, 7, LATER)
    laptops.sync()
    assert first.services.facts_beside.said(number).facts == LATER
    first.services.facts_beside.keep(number, SAID)
    laptops.sync()
    said = first.services.facts_beside.said(number)
    assert (said.facts, said.signed) == (SAID, LATER)
    first.services.signing.state_facts(number)
    assert first.services.facts_beside.said(number).signed == SAID


def test_what_was_said_here_and_not_signed_is_not_taken_away(laptops: Laptops):
    laptops.first.services.facts_beside.keep(laptops.number, SAID)
    score(laptops.second, laptops.number, 7, LATER)
    laptops.sync()
    said = laptops.first.services.facts_beside.said(laptops.number)
    assert (said.facts, said.signed) == (SAID, LATER)


def test_an_amendment_on_another_computer_is_no_change_begun_here(laptops: Laptops):
    first, number = laptops.first, laptops.number
    score(first, number, 7)
    received(first)
    score(laptops.second, number, 9)
    laptops.sync()
    view = first.services.desk.open(number)
    assert view.answers == view.standing.answers == some_answers(9)
    back = first.services.scoring.keep(number, some_answers(7))
    laptops.sync()
    assert first.services.desk.open(number).answers == back.answers


def test_a_change_begun_here_outlives_what_comes_from_elsewhere(laptops: Laptops):
    first, number = laptops.first, laptops.number
    score(first, number, 7)
    received(first)
    first.services.scoring.keep(number, some_answers(4))
    score(laptops.second, number, 9)
    laptops.sync()
    view = first.services.desk.open(number)
    assert (view.answers, view.standing.answers) == (some_answers(4), some_answers(9))


def test_what_is_held_elsewhere_changes_nothing_here(laptops: Laptops):
    score(laptops.first, laptops.number, 7, SAID)
    received(laptops.first)
    score(laptops.second, laptops.number, 9, LATER)
    laptops.sync(Disposition.HELD_FORK)
    assert laptops.first.services.desk.open(laptops.number).answers == some_answers(7)
    assert laptops.first.services.facts_beside.said(laptops.number).facts == SAID


def decision_here(panel: APanel) -> str:
    """The decision that stands on the first case, as the chair's table has it."""
    decision = panel.desk.services.panel.table().rows[0].decision
    assert decision is not None
    return decision.packet


def test_a_decision_on_a_second_laptop_supersedes_that_of_the_first(tmp_path):
    rules = one_round()
    with (
        a_panel(tmp_path / "2", rules=rules) as second,
        a_panel(tmp_path / "1", rules=rules) as first,
    ):
        number = first.case(0).number
        decided = second.desk.services.panel.decide(number, Recommendation.OUTSTANDING, "good")
        with second.desk.store.read() as connection:
            there = stored_packet(connection, decided)
        brought = brought_over(there, Disposition.COUNTED, 100)
        with first.desk.store.write() as connection:
            keep_others(connection, [(brought, verified_packet(read_envelope(there.envelope)))])
        assert decision_here(first) == decided
        later = first.desk.services.panel.decide(number, Recommendation.CASEBOOK, "read again")
        with first.desk.store.read() as connection:
            assert stored_packet(connection, later).document().supersedes == decided
        assert decision_here(first) == later
