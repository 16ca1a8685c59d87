"""Reviews that came late, or on which staff decided: when they came, never what they say."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, or_, select

from central_server.rounds import all_rounds
from central_server.store import schema
from central_server.store.found import found
from central_server.store.listed import one_of
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import ReviewKind, ReviewToRule, Ruled
from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.programme import RoundState
from review_protocol.envelope import read_envelope
from review_protocol.opening import signed_document

_packet = schema.packet.c
_IS_REVIEW = _packet.kind.in_([each.value for each in ReviewKind])
_IS_LATE = _packet.disposition == Disposition.HELD_LATE.value


def reviews_to_rule(connection: Connection) -> tuple[ReviewToRule, ...]:
    """In the order of arrival; each with the newest decision of staff that counts."""
    ruled, rounds = _rulings(connection), all_rounds(connection)
    rows = connection.execute(
        select(
            _packet.id,
            _packet.kind,
            _packet.person,
            _packet.received,
            _packet.disposition,
            _packet.leaf,
            _packet.envelope,
        )
        .where(or_(found(_IS_REVIEW, _IS_LATE), one_of(_packet.id, sorted(ruled)) & _IS_REVIEW))
        .order_by(_packet.leaf)
    )
    told = []
    for row in rows:
        document = signed_document(read_envelope(row.envelope))
        if isinstance(document, ScorePacket) and document.round in rounds:
            told.append(
                ReviewToRule(
                    packet=row.id,
                    review=ReviewKind(row.kind),
                    round=document.round,
                    case=document.case,
                    person=row.person,
                    claimed=document.claimed,
                    received=row.received,
                    due=_due(rounds[document.round]),
                    disposition=Disposition(row.disposition),
                    leaf=row.leaf,
                    ruled=ruled.get(row.id),
                )
            )
    return tuple(told)


def _rulings(connection: Connection) -> Mapping[str, Ruled]:
    """The newest of each review."""
    rows = connection.execute(
        select(_packet.id, _packet.person, _packet.received, _packet.leaf, _packet.envelope)
        .where(
            found(
                _packet.kind == RulingPacket.kind,
                _packet.disposition == Disposition.COUNTED.value,
            )
        )
        .order_by(_packet.leaf)
    )
    newest = {}
    for row in rows:
        document = RulingPacket.from_body(read_envelope(row.envelope).body)
        newest[document.packet] = Ruled(
            packet=row.id,
            counts=document.counts,
            reason=document.reason,
            person=row.person,
            received=row.received,
            leaf=row.leaf,
        )
    return newest


def _due(state: RoundState) -> str:
    ends = (state.round.closes, state.closed)
    return min(each for each in ends if each is not None)
