"""Requests of a panel for another expert: to how many people the case was given since who still
have it."""

from __future__ import annotations

from sqlalchemy import Connection, and_, exists, func, not_, or_, select

from central_server.store import schema
from central_server.store.found import found
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import RequestedExpert
from review_protocol.documents.packet import ConflictAnswer, RecusalPacket
from review_protocol.documents.panel_acts import ExpertRequestPacket
from review_protocol.envelope import read_envelope

_packet, _assignment, _version = (
    schema.packet.c,
    schema.assignment.c,
    schema.case_version.c,
)
_recusal, _declaration = schema.packet.alias(), schema.declaration.c
_SINCE = or_(
    _assignment.leaf > _packet.leaf,
    and_(_assignment.leaf.is_(None), _assignment.made > _packet.received),
)
"""A run of the assignment came after a request if its leaf did; those made before leaves were kept
are told by their time."""
_STEPPED_BACK = or_(
    exists().where(
        _recusal.c.kind == RecusalPacket.kind,
        _recusal.c.disposition == Disposition.COUNTED.value,
        _recusal.c.person == _assignment.person,
        _recusal.c.case_number == _assignment.case_number,
    ),
    exists().where(
        _declaration.person == _assignment.person,
        _declaration.case_number == _assignment.case_number,
        _declaration.answer == ConflictAnswer.CONFLICT.value,
    ),
)
"""Who recused a case, or declared a conflict on it, reviews it no more: nobody has it from them."""
_GIVEN = (
    select(func.count())
    .where(_assignment.case_number == _packet.case_number, _SINCE, not_(_STEPPED_BACK))
    .correlate(schema.packet)
    .scalar_subquery()
)


def expert_requests(connection: Connection) -> tuple[RequestedExpert, ...]:
    """Those that count, on cases that are in the programme, in the order of arrival."""
    rows = connection.execute(
        select(
            _packet.id,
            _packet.round,
            _packet.case_number,
            _packet.person,
            _packet.received,
            _packet.leaf,
            _packet.envelope,
            _GIVEN.label("given"),
        )
        .where(
            found(
                _packet.kind == ExpertRequestPacket.kind,
                _packet.disposition == Disposition.COUNTED.value,
            ),
            exists().where(_version.number == _packet.case_number, _version.current == 1),
        )
        .order_by(_packet.leaf)
    )
    return tuple(
        RequestedExpert(
            packet=row.id,
            round=row.round,
            case=row.case_number,
            person=row.person,
            received=row.received,
            leaf=row.leaf,
            reason=_reason(row.envelope),
            given=row.given,
        )
        for row in rows
    )


def _reason(envelope: bytes) -> str:
    return ExpertRequestPacket.from_body(read_envelope(envelope).body).reason
