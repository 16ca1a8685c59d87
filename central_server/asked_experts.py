"""Requests of a panel for another expert: to how many people the case was given since."""

from __future__ import annotations

from sqlalchemy import Connection, and_, exists, func, or_, select

from central_server.store import schema
from central_server.store.found import found
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import RequestedExpert
from review_protocol.documents.panel_acts import ExpertRequestPacket
from review_protocol.envelope import read_envelope


def expert_requests(connection: Connection) -> tuple[RequestedExpert, ...]:
    """Those that count, on cases that are in the programme, in the order of arrival.

    A run of the assignment came after a request if its leaf did; those made before leaves were
    kept are told by their time.
    """
    packet, assignment = schema.packet.c, schema.assignment.c
    since = or_(
        assignment.leaf > packet.leaf,
        and_(assignment.leaf.is_(None), assignment.made > packet.received),
    )
    given = (
        select(func.count())
        .where(assignment.case_number == packet.case_number, since)
        .correlate(schema.packet)
        .scalar_subquery()
    )
    version = schema.case_version.c
    stands = exists().where(version.number == packet.case_number, version.current == 1)
    rows = connection.execute(
        select(
            packet.id,
            packet.round,
            packet.case_number,
            packet.person,
            packet.received,
            packet.leaf,
            packet.envelope,
            given.label("given"),
        )
        .where(
            found(
                packet.kind == ExpertRequestPacket.kind,
                packet.disposition == Disposition.COUNTED.value,
            ),
            stands,
        )
        .order_by(packet.leaf)
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
