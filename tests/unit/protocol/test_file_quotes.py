"""Quotes from attachments: answers of two forms, each signed in its own version."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from review_protocol.canonical import canonical, parse_canonical
from review_protocol.documents.file_quotes import (
    AnswersWithFiles,
    Box,
    file_quotes_of,
    read_answers,
    with_file_quotes,
)
from review_protocol.documents.packet import AmendmentPacket, ScorePacket, ScorePacket2
from review_protocol.documents.score import Answers, CriterionAnswer, Gap
from review_protocol.envelope import seal
from review_protocol.keys import SigningKey
from review_protocol.opening import opened_packet
from tests.builders.documents import Chain, a_case, a_file_quote, a_rubric, some_answers

KEY = SigningKey(b"\x07" * 32)
FIND = {KEY.key_id: KEY.public}.get
QUOTING = with_file_quotes(some_answers(), [a_file_quote()])


def test_answers_without_such_quotes_have_the_form_that_they_had() -> None:
    assert with_file_quotes(QUOTING, []) == some_answers()
    assert type(with_file_quotes(QUOTING, [])) is Answers


def test_both_forms_are_read_as_they_were_kept() -> None:
    for answers in (Answers(), some_answers(comment='"file_quotes":'), QUOTING):
        read = read_answers(answers.model_dump_json().encode())
        assert (type(read), read) == (type(answers), answers)


def test_a_quote_from_a_file_is_evidence_for_its_criterion() -> None:
    bare = Answers(criteria=(CriterionAnswer(criterion="benefits", mark=7),))
    lacks = {lack.gap for lack in bare.missing() if lack.criterion == "benefits"}
    quoting = with_file_quotes(bare, [a_file_quote("benefits")])
    assert lacks == {Gap.EVIDENCE}
    assert not [lack for lack in quoting.missing() if lack.criterion == "benefits"]
    assert file_quotes_of(quoting, "benefits") == (a_file_quote("benefits"),)
    assert file_quotes_of(quoting, "conceptual_fit") == ()


def test_it_is_signed_as_version_two_and_is_a_score_as_ever() -> None:
    chain = Chain(KEY, "d" * 64)
    signed = chain.score(a_case(), a_rubric(), answers=QUOTING)
    packet = opened_packet(signed.to_bytes(), FIND)
    assert signed.payload_type.endswith(".score.v2+json")
    assert (packet.kind, packet.version, type(packet.document)) == ("score", 2, ScorePacket2)
    assert isinstance(packet.document, ScorePacket)
    assert packet.document.answers == QUOTING
    amended = chain.amend(a_case(), a_rubric(), signed.document_id, answers=QUOTING)
    assert isinstance(opened_packet(amended.to_bytes(), FIND).document, AmendmentPacket)


def test_version_two_without_a_quote_from_a_file_does_not_fit() -> None:
    """Or two bodies with two ids would say the same."""
    signed = Chain(KEY, "d" * 64).score(a_case(), a_rubric(), answers=QUOTING)
    fields = parse_canonical(signed.body)
    assert isinstance(fields, dict)
    fields["answers"]["file_quotes"] = []
    packet = opened_packet(seal("score", canonical(fields), KEY, version=2).to_bytes(), FIND)
    assert packet.document is None


def test_version_one_does_not_carry_quotes_from_files() -> None:
    signed = Chain(KEY, "d" * 64).score(a_case(), a_rubric(), answers=QUOTING)
    packet = opened_packet(seal("score", signed.body, KEY).to_bytes(), FIND)
    assert packet.document is None


@pytest.mark.parametrize("wrong", [{"right": 5}, {"bottom": 6}, {"left": -1}, {"top": 1.5}])
def test_a_rectangle_has_an_area_and_whole_thousandths(wrong: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        Box(**{"left": 5, "top": 6, "right": 9, "bottom": 9} | wrong)


def test_answers_with_quotes_from_files_have_at_least_one() -> None:
    with pytest.raises(ValidationError):
        AnswersWithFiles(file_quotes=())
