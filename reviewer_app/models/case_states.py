"""Where each case stands, computed by SQLite from what was declared, typed, signed and received."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Subquery, Text, case, cast, func, select

from review_protocol.documents.words import (
    AMENDMENT,
    RECUSAL,
    SCORE,
    WITHDRAWAL,
    ConflictAnswer,
    Disposition,
)
from reviewer_app.models.rows import CaseState, DeliveryState
from reviewer_app.models.schema import case as case_table
from reviewer_app.models.schema import (
    declared,
    delivery,
    draft_revision,
    packet,
    reading_place,
)

STATE_ORDER = {state: place for place, state in enumerate(CaseState)}
"""The order in which lists sort states: from undeclared to recused."""

_SCORES = (SCORE, AMENDMENT)
_REVIEWS = (*_SCORES, WITHDRAWAL, RECUSAL)


def _newest_packet() -> ColumnElement[int]:
    """The row of the packet that a reviewer signed last on the case."""
    return (
        select(func.max(packet.c.entry))
        .where(packet.c.case_number == case_table.c.number, packet.c.kind.in_(_REVIEWS))
        .correlate(case_table)
        .scalar_subquery()
    )


def _newest_draft() -> ColumnElement[int]:
    return (
        select(func.max(draft_revision.c.revision))
        .where(draft_revision.c.case_number == case_table.c.number)
        .correlate(case_table)
        .scalar_subquery()
    )


def _state() -> ColumnElement[str]:
    received = delivery.c.state == DeliveryState.RECEIVED
    return case(
        (packet.c.kind == RECUSAL, CaseState.RECUSED),
        (packet.c.kind == WITHDRAWAL, CaseState.WITHDRAWN),
        (received & (delivery.c.disposition == Disposition.COUNTED), CaseState.RECEIVED),
        (received, CaseState.HELD),
        (packet.c.kind.is_not(None), CaseState.SIGNED),
        (declared.c.answer == ConflictAnswer.CONFLICT, CaseState.CONFLICT),
        (
            case_table.c.content.is_(None),
            case(
                (declared.c.answer.is_(None), CaseState.UNDECLARED),
                else_=CaseState.AWAITING_RELEASE,
            ),
        ),
        (draft_revision.c.missing == 0, CaseState.ANSWERED),
        (
            draft_revision.c.revision.is_not(None) | reading_place.c.place.is_not(None),
            CaseState.STARTED,
        ),
        else_=CaseState.UNREAD,
    )


def _listed() -> Subquery:
    scored = packet.c.kind.in_(_SCORES)
    shown = [each for each in case_table.c if each.name != "content"]
    number = case_table.c.number
    headers = cast(case_table.c.headers, Text)  # kept as bytes, which SQLite would take for JSONB
    return (
        select(
            *shown,
            func.json_extract(headers, "$.applicant").label("applicant"),
            func.json_extract(headers, "$.illustrative").label("illustrative"),
            case_table.c.content.is_not(None).label("released"),
            _state().label("state"),
            case((scored, 0), else_=draft_revision.c.missing).label("missing"),
            case((scored, packet.c.marks), else_=draft_revision.c.marks).label("marks"),
            draft_revision.c.kept_at,
            packet.c.id.label("newest_packet"),
        )
        .select_from(case_table)
        .outerjoin(packet, packet.c.entry == _newest_packet())
        .outerjoin(delivery, delivery.c.packet == packet.c.id)
        .outerjoin(draft_revision, draft_revision.c.revision == _newest_draft())
        .outerjoin(declared, declared.c.case_number == number)
        .outerjoin(reading_place, reading_place.c.case_number == number)
        .subquery("listed")
    )


LISTED = _listed()
"""Cases with their state, as a table to select from."""
