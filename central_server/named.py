"""Looks up the stored packets that acts name, as they arrived and as they stand."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Row, select

from central_server.known import Incoming, Named, superseded_by
from central_server.store import schema
from central_server.store.listed import among, listed
from review_protocol.documents.acts import (
    AgreementPacket,
    ConfirmationPacket,
    ResolutionPacket,
    RotationPacket,
    RulingPacket,
)
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.envelope import read_envelope
from review_protocol.opening import verified_packet

_packet, _leaf = schema.packet, schema.leaf
_NAMED = (
    select(_packet, _leaf.c.entry)
    .outerjoin(_leaf, _leaf.c.position == _packet.c.leaf)
    .where(among(_packet.c.id, "ids"))
    .order_by(_packet.c.leaf)
)


def named_in(packets: Iterable[Incoming]) -> frozenset[str]:
    """The ids that the acts among these packets name."""
    named: set[str] = set()
    for packet in packets:
        match packet.document:
            case ResolutionPacket(stands=stands, over=over):
                named |= {stands, *over}
            case ConfirmationPacket(packets=mine, denied=denied):
                named |= {*mine, *denied}
            case AgreementPacket(request=request):
                named.add(request)
            case RulingPacket(packet=ruled):
                named.add(ruled)
            case _:
                pass
    return frozenset(named)


def kids_in(packets: Iterable[Incoming], named: Iterable[Named]) -> set[str]:
    """The key ids that bear on these packets: of all that signed one, and those that they bring."""
    kids = {packet.header.kid for packet in packets}
    kids |= {each.packet.header.kid for each in named}
    return kids | {
        packet.document.kid for packet in packets if isinstance(packet.document, RotationPacket)
    }


def find_named(connection: Connection, ids: frozenset[str]) -> dict[str, Named]:
    """Those of the packets that have arrived, with their lines on their cases."""
    found: dict[str, Named] = {}
    wanted: set[str] = set(ids)
    while wanted:
        rows = connection.execute(_NAMED, {"ids": listed(wanted)}).all()
        found |= {row.id: _named(row) for row in rows}
        before = {superseded_by(found[row.id].packet.document) for row in rows}
        wanted = {id for id in before if id is not None} - found.keys()
    return found


def _named(row: Row[tuple[object, ...]]) -> Named:
    fields = row._mapping
    envelope: bytes = fields["envelope"]
    return Named(
        packet=Incoming.of(verified_packet(read_envelope(envelope)), envelope),
        person=fields["person"],
        disposition=Disposition(fields["disposition"]),
        arrived_as=_arrived_as(fields["entry"], Disposition(fields["disposition"])),
        leaf=fields["leaf"],
        received=fields["received"],
    )


def _arrived_as(entry: bytes | None, now: Disposition) -> Disposition:
    """What its leaf says; a leaf of this very group is not written yet, and nothing changed it."""
    leaf = None if entry is None else read_entry(entry)
    return leaf.disposition if isinstance(leaf, PacketLeaf) else now
