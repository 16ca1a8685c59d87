"""A packet's disposition changes: each change a leaf that names the act behind it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, update

from central_server.log import OpenGroup
from central_server.store import schema
from review_protocol.documents.leaf import Disposition, DispositionLeaf

_CHANGED = (
    update(schema.packet)
    .where(schema.packet.c.id == bindparam("packet_id"))
    .values(disposition=bindparam("to"), changed=bindparam("position"))
)


def change_dispositions(
    group: OpenGroup, changes: Mapping[str, Disposition], *, act: str, now: str
) -> None:
    """Give these packets, by their ids, other dispositions; `act` is the hash of the document or
    the packet that did it."""
    changed: list[dict[str, object]] = []
    for packet, disposition in changes.items():
        leaf = DispositionLeaf(
            type="disposition/1", packet=packet, disposition=disposition, act=act, received=now
        )
        position = group.add(leaf.entry())
        changed.append({"packet_id": packet, "to": disposition.value, "position": position})
    if changed:
        group.connection.execute(_CHANGED, changed)
