"""The long list of a round: the cases that the head signed to go into it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.failures import ServerFailure
from central_server.said import AllSaid, Said
from central_server.store import schema
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import LongListPacket
from review_protocol.envelope import read_envelope


@dataclass(eq=False)
class NoLongList(ServerFailure):
    """No long list counts for the round; nothing was assigned."""

    number: int


@dataclass(frozen=True, slots=True)
class LongList:
    """The id of its packet, and the cases."""

    id: str
    cases: frozenset[str]


def find_long_list(connection: Connection, number: int) -> LongList | None:
    """The one that stands for this round, or None."""
    packet = schema.packet.c
    rows = connection.execute(
        select(packet.id, packet.person, packet.disposition, packet.supersedes, packet.envelope)
        .where(packet.kind == LongListPacket.kind, packet.round == number)
        .order_by(packet.leaf)
    ).all()
    said = AllSaid()
    for row in rows:
        disposition = Disposition(row.disposition)
        act = Said(LongListPacket.kind, row.person, None, number, disposition, row.supersedes)
        said.add(row.id, act)
    standing = said.standing(LongListPacket.kind, case=None, round=number)
    envelopes = {row.id: row.envelope for row in rows if row.id in standing}
    for id, envelope in envelopes.items():
        document = LongListPacket.from_body(read_envelope(envelope).body)
        return LongList(id, frozenset(each.case for each in document.cases))
    return None
