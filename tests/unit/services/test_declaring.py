"""Declarations: drafts kept row by row, one packet for what is signed, content only after."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from review_protocol.documents.packet import ConflictAnswer, ConflictKind, DeclarationPacket
from reviewer_app.models.outbox import all_packets
from reviewer_app.models.rows import CaseState
from tests.builders.desk import a_desk


def test_all_cases_are_there_to_declare_by_their_headers(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        rows = desk.services.declaring.rows()
        assert tuple(row.headers.number for row in rows) == desk.numbers
        assert {row.answer for row in rows} == {None}
        assert desk.services.desk.overview().undeclared == 3


def test_a_draft_is_kept_row_by_row_and_can_be_taken_away(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        declaring = desk.services.declaring
        first, second, _ = declaring.rows()
        tied = replace(first, answer=ConflictAnswer.CONFLICT, conflict=ConflictKind.MONEY)
        declaring.keep(tied)
        declaring.keep(replace(second, answer=ConflictAnswer.NONE))
        assert [row.answer for row in declaring.rows()] == ["conflict", "none", None]
        declaring.keep(replace(second, answer=None))
        assert [row.answer for row in declaring.rows()] == ["conflict", None, None]
        assert desk.services.handin.outbox() == ()


def test_one_packet_holds_all_that_is_answered(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        declaring = desk.services.declaring
        first, second, third = declaring.rows()
        packet = declaring.sign(
            (
                replace(first, answer=ConflictAnswer.NONE),
                replace(
                    second,
                    answer=ConflictAnswer.CONFLICT,
                    conflict=ConflictKind.OTHER,
                    comment="my village",
                ),
                third,
            )
        )
        with desk.store.read() as connection:
            (stored,) = all_packets(connection)
        document = stored.document()
        assert isinstance(document, DeclarationPacket)
        assert (stored.id, document.manifest) == (packet, desk.manifest.document_id)
        assert [each.headers for each in document.declarations] == [
            first.headers.id,
            second.headers.id,
        ]
        assert [row.headers.number for row in declaring.rows()] == [third.headers.number]
        assert [row.answer for row in declaring.declared()] == ["none", "conflict"]
        states = {row.number: row.state for row in desk.services.desk.cases()}
        assert states == {
            first.headers.number: CaseState.AWAITING_RELEASE,
            second.headers.number: CaseState.CONFLICT,
            third.headers.number: CaseState.UNDECLARED,
        }


def test_nothing_is_declared_twice(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        declaring = desk.services.declaring
        rows = tuple(replace(row, answer=ConflictAnswer.NONE) for row in declaring.rows())
        declaring.sign(rows)
        with pytest.raises(ValueError, match="nothing to declare"):
            declaring.sign(rows)


def test_a_tie_without_its_kind_is_not_signed(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        (first, *_) = desk.services.declaring.rows()
        with pytest.raises(ValidationError):
            desk.services.declaring.sign((replace(first, answer=ConflictAnswer.CONFLICT),))
        assert desk.services.handin.outbox() == ()


def test_the_release_opens_exactly_the_released_cases(tmp_path):
    with a_desk(tmp_path, released=False) as desk:
        desk.declare()
        desk.release(desk.cases[1].number)
        states = {row.number: row.state for row in desk.services.desk.cases()}
        assert states == {
            desk.cases[0].number: CaseState.AWAITING_RELEASE,
            desk.cases[1].number: CaseState.UNREAD,
            desk.cases[2].number: CaseState.AWAITING_RELEASE,
        }
