"""Packets whose text was erased after their round, and the rounds that were closed like that."""

from __future__ import annotations

from sqlalchemy import Connection, select

from review_protocol.documents.acts import ErasurePacket
from review_protocol.envelope import read_envelope
from reviewer_app.models.schema import packet

ERASED = b""
"""The envelope of a packet whose text is gone."""


def closed_rounds(connection: Connection) -> frozenset[int]:
    """The rounds that were closed on this computer, by the packets that say so."""
    said = connection.execute(
        select(packet.c.envelope).where(packet.c.kind == ErasurePacket.kind)
    ).scalars()
    return frozenset(
        ErasurePacket.from_body(read_envelope(envelope).body).round for envelope in said
    )
