"""The log's entries for those who read all of it, a page at a time, each page with its proof."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.log import SqlTiles, log_size
from central_server.store.schema import leaf
from review_protocol.exchange import ENTRIES_COUNT, ENTRIES_LIMIT
from review_protocol.translog import MerkleTree


@dataclass(frozen=True, slots=True)
class Page:
    """Entries, the position after them, and that the tree of `size` leaves extends them."""

    entries: tuple[bytes, ...]
    next: int
    size: int
    consistency: tuple[bytes, ...]


def entries_from(
    connection: Connection, first: int, size: int | None = None, *, count: int = ENTRIES_COUNT
) -> Page:
    """At most `count` entries from position `first` on, and not beyond a tree of `size` leaves,
    which is the present one where it is not given or not there yet."""
    present = log_size(connection)
    size = present if size is None else min(size, present)
    rows = connection.execute(
        select(leaf.c.entry)
        .where(leaf.c.position >= first, leaf.c.position < size)
        .order_by(leaf.c.position)
        .limit(count)
    ).scalars()
    entries = tuple(_within(rows))
    end = min(first, size) + len(entries)
    proof: tuple[bytes, ...] = ()
    if 0 < end < size:
        proof = MerkleTree(SqlTiles(connection), size).consistency_proof(end)
    return Page(entries, end, size, proof)


def _within(entries: Iterable[bytes]) -> Iterable[bytes]:
    """As many as their bytes, each with its end, let into one answer."""
    room = ENTRIES_LIMIT
    for entry in entries:
        room -= len(entry) + 1
        if room < 0:
            return
        yield entry
