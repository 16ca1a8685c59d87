"""The tree of a log as this desk has read it, and the leaves in it about one's own devices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from review_protocol.translog import MerkleTree, WaitingTiles
from review_protocol.translog.merkle import HASH_LENGTH
from review_protocol.translog.tree import TILE_WIDTH
from reviewer_app.models.log_schema import log_tile, own_leaf


class DeskTiles(WaitingTiles):
    """The tiles of one log."""

    def __init__(self, connection: Connection, origin: str) -> None:
        super().__init__()
        self._connection = connection
        self._origin = origin

    def _kept(self, level: int, index: int) -> bytes:
        place = (log_tile.c.level == level, log_tile.c.position == index)
        asked = select(log_tile.c.hashes).where(log_tile.c.origin == self._origin, *place)
        found: bytes | None = self._connection.execute(asked).scalar()
        return found or b""

    def _keep(self, changed: Mapping[tuple[int, int], bytes]) -> None:
        row = upsert(log_tile)
        self._connection.execute(
            row.on_conflict_do_update(
                index_elements=[log_tile.c.origin, log_tile.c.level, log_tile.c.position],
                set_={"hashes": row.excluded.hashes},
            ),
            [
                {"origin": self._origin, "level": level, "position": index, "hashes": hashes}
                for (level, index), hashes in changed.items()
            ],
        )


@dataclass(frozen=True, slots=True)
class OwnLeaf:
    """A leaf that certifies a device of this person, or that revokes one."""

    position: int
    kid: str
    revokes: bool
    received: str


def leaves_read(connection: Connection, origin: str) -> int:
    """How many leaves of this log, from its first, were read and proved."""
    leaves = (log_tile.c.origin == origin) & (log_tile.c.level == 0)
    last = select(log_tile.c.position, func.length(log_tile.c.hashes)).where(leaves)
    row = connection.execute(last.order_by(log_tile.c.position.desc()).limit(1)).first()
    return 0 if row is None else row[0] * TILE_WIDTH + row[1] // HASH_LENGTH


def read_tree(connection: Connection, origin: str) -> MerkleTree:
    """The tree of the leaves that were read."""
    return MerkleTree(DeskTiles(connection, origin), leaves_read(connection, origin))


def leaf_hashes(connection: Connection, origin: str) -> bytes:
    """The hashes of the leaves that were read, 32 bytes each, in their order."""
    leaves = (log_tile.c.origin == origin) & (log_tile.c.level == 0)
    rows = select(log_tile.c.hashes).where(leaves).order_by(log_tile.c.position)
    return b"".join(connection.execute(rows).scalars())


def keep_own_leaves(connection: Connection, origin: str, leaves: Iterable[OwnLeaf]) -> None:
    """Keep what was read about one's own devices."""
    rows = [
        {
            "origin": origin,
            "position": each.position,
            "kid": each.kid,
            "revokes": int(each.revokes),
            "received": each.received,
        }
        for each in leaves
    ]
    if rows:
        connection.execute(insert(own_leaf), rows)


def own_leaves(connection: Connection, origin: str) -> tuple[OwnLeaf, ...]:
    """What was read about one's own devices in this log, in its order."""
    rows = select(own_leaf).where(own_leaf.c.origin == origin).order_by(own_leaf.c.position)
    return tuple(
        OwnLeaf(row.position, row.kid, bool(row.revokes), row.received)
        for row in connection.execute(rows)
    )
