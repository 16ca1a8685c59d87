"""Requests of a panel for another expert: which of them nobody was given the case for since."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, exists, select

from central_server.store import schema
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import ExpertRequestPacket
from review_protocol.envelope import read_envelope


@dataclass(frozen=True, slots=True)
class ExpertRequest:
    """A request that counts, as it arrived; `id` is its packet's."""

    id: str
    round: int
    case: str
    received: str
    reason: str


def open_expert_requests(connection: Connection) -> tuple[ExpertRequest, ...]:
    """Those on which the case was given to nobody since they came, in the order of arrival."""
    packet, assignment = schema.packet.c, schema.assignment.c
    answered = exists().where(
        assignment.case_number == packet.case_number, assignment.made > packet.received
    )
    rows = connection.execute(
        select(packet.id, packet.round, packet.case_number, packet.received, packet.envelope)
        .where(
            packet.kind == ExpertRequestPacket.kind,
            packet.disposition == Disposition.COUNTED.value,
            ~answered,
        )
        .order_by(packet.leaf)
    )
    return tuple(
        ExpertRequest(row.id, row.round, row.case_number, row.received, _reason(row.envelope))
        for row in rows
    )


def _reason(envelope: bytes) -> str:
    return ExpertRequestPacket.from_body(read_envelope(envelope).body).reason
