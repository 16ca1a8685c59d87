"""Signing: complete or refused, never changed, each packet a link of the chain."""

from __future__ import annotations

from itertools import permutations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from review_protocol.documents.case import Case
from review_protocol.documents.packet import (
    AmendmentPacket,
    ConflictKind,
    RecusalPacket,
    RecusalReason,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer, Gap, LanguageRead
from review_protocol.opening import opened_packet
from reviewer_app.errors import AlreadySigned, AnswersIncomplete, CaseNotOpen, NothingToSupersede
from reviewer_app.models.outbox import all_packets, stored_packet
from reviewer_app.models.rows import CaseState
from reviewer_app.services.orders import as_asked
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.builders.sample import the_sample


def packet_of(desk: ADesk, packet: str):
    """The packet as it lies in the outbox, its signature verified."""
    with desk.store.read() as connection:
        stored = stored_packet(connection, packet)
    key = desk.vault.signing_key.public
    return opened_packet(stored.envelope, {key.key_id: key}.get).document


def test_a_signed_score_carries_what_was_read_and_answered(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        score = packet_of(desk, desk.score(number, 8))
        case = next(case for case in desk.cases if case.number == number)
        assert isinstance(score, ScorePacket)
        assert score.answers == some_answers(8)
        assert (score.case, score.case_hash) == (number, case.id)
        assert (score.manifest, score.round) == (desk.manifest.document_id, 1)
        assert score.rubric == the_sample().rubric.id
        assert score.language_read is LanguageRead.BOTH
        assert score.header.deployment == desk.world.deployment


def test_packets_quote_the_last_verified_checkpoint_and_a_fresh_nonce(tmp_path):
    with a_desk(tmp_path) as desk:
        packets = [packet_of(desk, desk.score(number)) for number in desk.numbers]
        origin = desk.world.trust.origin
        assert {packet.checkpoint.origin for packet in packets} == {origin}
        assert {packet.checkpoint.size for packet in packets} == {6}
        assert len({packet.nonce for packet in packets}) == 3


def test_packets_are_links_of_one_chain(tmp_path):
    with a_desk(tmp_path) as desk:
        for number in desk.numbers:
            desk.score(number)
        with desk.store.read() as connection:
            packets = all_packets(connection)
        headers = [packet.document().header for packet in packets]
        assert [header.seq for header in headers] == [1, 2, 3, 4]
        assert [header.prev for header in headers] == [None, *(each.id for each in packets[:-1])]


def test_an_incomplete_sheet_is_refused_with_what_is_missing(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        without = some_answers().replaced(CriterionAnswer(criterion="benefits", mark=7))
        desk.services.scoring.keep(number, without)
        with pytest.raises(AnswersIncomplete) as refused:
            desk.services.signing.sign(number, LanguageRead.ZH)
        assert [(each.gap, each.criterion) for each in refused.value.missing] == [
            (Gap.EVIDENCE, "benefits")
        ]
        assert len(desk.services.handin.outbox()) == 1  # the declaration alone
        assert desk.services.desk.row(number).state is CaseState.STARTED


@pytest.mark.parametrize("order", list(permutations(CRITERIA)))
def test_what_is_missing_is_told_in_the_order_in_which_it_is_asked(order):
    told = as_asked(Answers().missing(), order)
    assert [each.criterion for each in told] == [code for code in order for _ in range(2)] + [
        None,
        None,
    ]
    assert [each.gap for each in told[-2:]] == [Gap.FAMILIARITY, Gap.RECOMMENDATION]


def test_reading_back_tells_what_is_missing_in_the_reviewers_own_order(tmp_path):
    with a_desk(tmp_path) as desk:
        missing = desk.services.signing.read_back(desk.numbers[0]).missing
        own = desk.services.desk.criteria_order()
        assert missing == as_asked(Answers().missing(), own)
        assert missing[0].criterion == own[0]


def test_reading_back_shows_what_will_be_signed(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        assert len(desk.services.signing.missing(number)) == 8
        desk.services.scoring.keep(number, some_answers(9))
        back = desk.services.signing.read_back(number)
        assert (back.answers, back.missing, back.standing) == (some_answers(9), (), None)
        assert back.row.state is CaseState.ANSWERED
        assert back.order == desk.services.desk.criteria_order()


def test_a_mark_beyond_the_scale_is_never_signed(tmp_path):
    with a_desk(tmp_path) as desk:
        desk.services.scoring.keep(desk.numbers[0], some_answers(11))
        with pytest.raises(ValueError, match="scale"):
            desk.services.signing.sign(desk.numbers[0], LanguageRead.EN)


def test_a_second_signature_is_refused(tmp_path):
    with a_desk(tmp_path) as desk:
        desk.score(desk.numbers[0])
        with pytest.raises(AlreadySigned):
            desk.services.signing.sign(desk.numbers[0], LanguageRead.BOTH)


def test_an_amendment_supersedes_and_both_are_kept(tmp_path):
    with a_desk(tmp_path) as desk:
        number, signing = desk.numbers[0], desk.services.signing
        first = desk.score(number, 5)
        second = signing.amend(number, some_answers(6), LanguageRead.ZH, "read again")
        third = signing.amend(number, some_answers(7), LanguageRead.ZH, "and again")
        amended = packet_of(desk, third)
        assert isinstance(amended, AmendmentPacket)
        assert (amended.supersedes, amended.reason) == (second, "and again")
        assert packet_of(desk, second).supersedes == first
        assert packet_of(desk, first).answers == some_answers(5)
        view = desk.services.desk.open(number)
        assert (view.standing.packet, view.answers) == (third, some_answers(7))


def test_a_draft_of_an_amendment_leaves_the_signed_score_as_it_is(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        packet = desk.score(number, 5)
        desk.services.scoring.keep(number, some_answers(9))
        view = desk.services.desk.open(number)
        assert view.answers == some_answers(9)
        assert (view.standing.packet, view.standing.answers) == (packet, some_answers(5))
        assert (view.row.state, view.row.marks) == (CaseState.SIGNED, (5, 5, 5))


def test_a_withdrawn_score_can_be_replaced_by_an_amendment(tmp_path):
    with a_desk(tmp_path) as desk:
        number, signing = desk.numbers[0], desk.services.signing
        first = desk.score(number)
        withdrawn = signing.withdraw(number, "the wrong case")
        assert packet_of(desk, withdrawn).supersedes == first
        assert isinstance(packet_of(desk, withdrawn), WithdrawalPacket)
        assert desk.services.desk.row(number).state is CaseState.WITHDRAWN
        with pytest.raises(NothingToSupersede):
            signing.withdraw(number, "again")
        with pytest.raises(AlreadySigned):
            signing.sign(number, LanguageRead.BOTH)
        again = signing.amend(number, some_answers(4), LanguageRead.EN, "read anew")
        assert packet_of(desk, again).supersedes == withdrawn
        assert desk.services.desk.row(number).state is CaseState.SIGNED


def test_recusal_after_reading_supersedes_the_score(tmp_path):
    with a_desk(tmp_path) as desk:
        number, signing = desk.numbers[0], desk.services.signing
        score = desk.score(number)
        recusal = packet_of(
            desk,
            signing.recuse(number, RecusalReason.CONFLICT, ConflictKind.FAMILY, "my sister"),
        )
        assert isinstance(recusal, RecusalPacket)
        assert (recusal.supersedes, recusal.conflict) == (score, ConflictKind.FAMILY)
        assert desk.services.desk.row(number).state is CaseState.RECUSED
        with pytest.raises(AlreadySigned):
            signing.recuse(number, RecusalReason.NOT_COMPETENT, None, "")
        with pytest.raises(NothingToSupersede):
            signing.amend(number, some_answers(), LanguageRead.ZH, "no")


def test_not_competent_needs_no_score(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        packet = desk.services.signing.recuse(number, RecusalReason.NOT_COMPETENT, None, "")
        assert packet_of(desk, packet).supersedes is None


def test_a_conflict_found_before_the_release_is_a_recusal(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        number, recuse = desk.numbers[0], desk.services.signing.recuse
        with pytest.raises(CaseNotOpen):
            recuse(number, RecusalReason.CONFLICT, ConflictKind.MONEY, "")
        desk.declare()
        recuse(number, RecusalReason.CONFLICT, ConflictKind.MONEY, "")
        assert desk.services.desk.row(number).state is CaseState.RECUSED


def a_corrected(case: Case) -> Case:
    headers = case.headers.model_copy(update={"version": 2})
    return case.model_copy(update={"headers": headers, "secretariat_translations": ()})


def test_a_score_stands_for_the_version_read_until_it_is_confirmed(tmp_path):
    with a_desk(tmp_path, cases=1) as desk:
        (case,) = desk.cases
        desk.score(case.number, 6)
        desk.correct(a_corrected(case))
        view = desk.services.desk.open(case.number)
        assert view.case.headers.version == 2
        assert (view.standing.other_version, view.answers) == (True, some_answers(6))
        confirmed = desk.services.signing.amend(
            case.number, view.answers, LanguageRead.BOTH, "confirmed for the corrected case"
        )
        assert packet_of(desk, confirmed).case_hash == a_corrected(case).id
        assert not desk.services.desk.open(case.number).standing.other_version


def test_nothing_is_amended_or_withdrawn_before_it_is_signed(tmp_path):
    with a_desk(tmp_path) as desk:
        number, signing = desk.numbers[0], desk.services.signing
        desk.services.scoring.keep(number, some_answers())
        with pytest.raises(NothingToSupersede):
            signing.amend(number, some_answers(), LanguageRead.ZH, "no")
        with pytest.raises(NothingToSupersede):
            signing.withdraw(number, "no")


def test_an_unreleased_case_is_not_signed(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        signing = desk.services.signing
        for act in (
            lambda number: signing.sign(number, LanguageRead.ZH),
            lambda number: signing.amend(number, some_answers(), LanguageRead.ZH, "no"),
            lambda number: signing.withdraw(number, "no"),
            lambda number: signing.recuse(number, RecusalReason.NOT_COMPETENT, None, ""),
            signing.missing,
            signing.read_back,
        ):
            with pytest.raises(CaseNotOpen):
                act(desk.numbers[0])


def test_an_incomplete_amendment_is_refused_and_leaves_no_draft(tmp_path):
    with a_desk(tmp_path) as desk:
        number = desk.numbers[0]
        desk.score(number)
        with pytest.raises(AnswersIncomplete):
            desk.services.signing.amend(number, Answers(), LanguageRead.ZH, "no")
        assert len(desk.services.scoring.history(number)) == 1


def test_a_signed_packet_cannot_be_changed_or_deleted(tmp_path):
    with a_desk(tmp_path) as desk:
        desk.score(desk.numbers[0])
        for statement in ("UPDATE packet SET marks = '[1,1,1]'", "DELETE FROM packet"):
            with pytest.raises(DBAPIError), desk.store.write() as connection:
                connection.execute(text(statement))
