"""When packets had arrived that a restored server had lost: what earlier logs proved of them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from central_server.store import schema
from central_server.store.listed import among, listed

_PROVED = select(schema.proved_arrival.c.packet, schema.proved_arrival.c.received).where(
    among(schema.proved_arrival.c.packet, "ids")
)


def find_proved(connection: Connection, packets: Iterable[str]) -> dict[str, str]:
    """When those of these packets had arrived of which an earlier log said so."""
    rows = connection.execute(_PROVED, {"ids": listed(packets)}).all()
    return {row.packet: row.received for row in rows}
