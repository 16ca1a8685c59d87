"""The facts beside a score: kept as they are said, signed with the score, and never part of it."""

import pytest

from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact, FactsPacket
from reviewer_app.errors import CaseNotOpen, NothingToSupersede
from reviewer_app.models.outbox import packets_of_case
from reviewer_app.services.rows import CaseState
from tests.builders.desk import ADesk, some_answers
from tests.builders.documents import a_fact

SAID = (a_fact(Fact.COUNTRIES), a_fact(Fact.JOINT, "Only a supplier."))


def signed(desk: ADesk, number: str) -> list[object]:
    with desk.store.read() as connection:
        return [each.document() for each in packets_of_case(connection, number)]


def test_what_is_said_is_kept(desk: ADesk):
    number = desk.numbers[0]
    assert desk.services.facts_beside.said(number).facts == ()
    desk.services.facts_beside.keep(number, SAID)
    said = desk.services.facts_beside.said(number)
    assert (said.facts, said.signed, said.unsigned) == (SAID, (), True)


def test_it_is_signed_with_the_score_once(desk: ADesk):
    number = desk.numbers[0]
    desk.services.facts_beside.keep(number, SAID)
    desk.services.scoring.keep(number, some_answers(6))
    desk.services.signing.sign(number, LanguageRead.BOTH)
    stated, score = signed(desk, number)
    assert isinstance(stated, FactsPacket)
    assert isinstance(score, ScorePacket)
    assert (stated.facts, stated.case_hash) == (SAID, score.case_hash)
    assert desk.services.desk.row(number).state is CaseState.SIGNED
    desk.services.signing.amend(number, some_answers(8), LanguageRead.BOTH, "Read again.")
    assert [type(each).__name__ for each in signed(desk, number)][2:] == ["AmendmentPacket"]


def test_beside_a_signed_score_it_is_signed_alone_and_taken_back(desk: ADesk):
    number = desk.numbers[0]
    desk.score(number)
    desk.services.facts_beside.keep(number, SAID)
    assert desk.services.signing.state_facts(number) is not None
    assert desk.services.signing.state_facts(number) is None
    desk.services.facts_beside.keep(number, ())
    desk.services.signing.state_facts(number)
    stated = [each.facts for each in signed(desk, number) if isinstance(each, FactsPacket)]
    assert stated == [SAID, ()]


def test_without_a_score_it_waits_for_the_score(desk: ADesk):
    desk.services.facts_beside.keep(desk.numbers[0], SAID)
    with pytest.raises(NothingToSupersede):
        desk.services.signing.state_facts(desk.numbers[0])


def test_it_is_read_back_with_the_answers(desk: ADesk):
    desk.services.facts_beside.keep(desk.numbers[0], SAID)
    assert desk.services.signing.read_back(desk.numbers[0]).facts.facts == SAID


def test_of_a_corrected_text_nothing_is_said_yet(desk: ADesk):
    case = desk.cases[0]
    desk.services.facts_beside.keep(case.number, SAID)
    headers = case.headers.model_copy(update={"version": case.headers.version + 1})
    desk.correct(case.model_copy(update={"headers": headers}))
    assert desk.services.facts_beside.said(case.number).facts == ()


def test_of_a_case_that_is_not_open_nothing_is_said(desk: ADesk):
    with pytest.raises(CaseNotOpen):
        desk.services.facts_beside.keep("WIC-2026-999", SAID)
