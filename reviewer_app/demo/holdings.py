"""What a server holds, read from the bytes of its own log, not asked of the server."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from review_protocol.documents.leaf import DispositionLeaf, PacketLeaf, read_entry


@dataclass(frozen=True, slots=True)
class Held:
    """A packet of the log: its leaf's position, and the disposition that stands now."""

    leaf: int
    disposition: str


def packets_held(home: Path) -> Mapping[str, Held]:
    """All packets of the log by id, in their order; the server may be running or stopped."""
    database = f"file:{home / 'central.db'}?mode=ro"
    with closing(sqlite3.connect(database, uri=True, timeout=10)) as connection:
        entries = connection.execute("SELECT position, entry FROM leaf ORDER BY position")
        rows = [(position, bytes(entry)) for position, entry in entries]
    held: dict[str, Held] = {}
    for position, entry in rows:
        leaf = read_entry(entry)
        if isinstance(leaf, PacketLeaf):
            if leaf.packet in held:
                raise ValueError(f"packet {leaf.packet} has two leaves")
            held[leaf.packet] = Held(position, leaf.disposition.value)
        elif isinstance(leaf, DispositionLeaf):
            held[leaf.packet] = Held(held[leaf.packet].leaf, leaf.disposition.value)
    return held
