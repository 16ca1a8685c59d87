"""Which packets without a receipt lie in a hand-in file, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import orjson
from sqlalchemy import Connection, select

from reviewer_app.models.facts import FactName, fact_of, keep_fact
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.schema import delivery


def note_handed_over(connection: Connection, packets: Iterable[str], now: str) -> None:
    """These lie in a file that was written at this timestamp; their state stays what it is."""
    asked = select(delivery.c.packet).where(delivery.c.state != DeliveryState.RECEIVED)
    waiting = set(connection.execute(asked).scalars())
    noted = {**handed_over(connection), **dict.fromkeys(packets, now)}
    kept = {packet: at for packet, at in noted.items() if packet in waiting}
    keep_fact(connection, FactName.HANDED_OVER, orjson.dumps(kept))


def handed_over(connection: Connection) -> Mapping[str, str]:
    """The newest hand-in file's timestamp by packet; also of some that were received since."""
    noted = fact_of(connection, FactName.HANDED_OVER)
    return {} if noted is None else orjson.loads(noted)
