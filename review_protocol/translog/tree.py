"""The append-only tree over stored tiles: groups of leaves in, roots and proofs out.

Tile (level, index) holds up to 256 hashes of 32 bytes, the roots of complete subtrees of
256^level leaves: the layout of C2SP tlog-tiles, so rows and published files are the same.
"""

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from review_protocol.translog.merkle import EMPTY_ROOT, HASH_LENGTH, node_hash

TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT


class Tiles(Protocol):
    """Where the rows live; the store decides about transactions."""

    def read(self, level: int, index: int) -> bytes:
        """The hashes of a tile, concatenated; empty where there is none yet."""

    def write(self, level: int, index: int, hashes: bytes) -> None:
        """Keep these hashes as the tile, in place of what it held."""


class MemoryTiles:
    """Tiles in memory."""

    def __init__(self) -> None:
        self.rows: dict[tuple[int, int], bytes] = {}

    def read(self, level: int, index: int) -> bytes:
        """The hashes of a tile, concatenated; empty where there is none yet."""
        return self.rows.get((level, index), b"")

    def write(self, level: int, index: int, hashes: bytes) -> None:
        """Keep these hashes as the tile, in place of what it held."""
        self.rows[level, index] = hashes


class WaitingTiles(ABC):
    """Tiles of a database; what is changed waits for `flush`, to be written together."""

    def __init__(self) -> None:
        self._changed: dict[tuple[int, int], bytes] = {}

    def read(self, level: int, index: int) -> bytes:
        """The hashes of a tile, concatenated; empty where there is none yet."""
        changed = self._changed.get((level, index))
        return self._kept(level, index) if changed is None else changed

    def write(self, level: int, index: int, hashes: bytes) -> None:
        """Keep these hashes until `flush`."""
        self._changed[level, index] = hashes

    def flush(self) -> None:
        """Write the changed tiles in place of what they were, in the caller's transaction."""
        if self._changed:
            self._keep(self._changed)
            self._changed.clear()

    @abstractmethod
    def _kept(self, level: int, index: int) -> bytes:
        """What the database has of a tile."""

    @abstractmethod
    def _keep(self, changed: Mapping[tuple[int, int], bytes]) -> None:
        """Put these tiles in the place of what they were."""


class MerkleTree:
    """A tree of `size` leaves over a store.

    Make one for each unit of work, with the size that the same transaction read: after a rollback
    the tree in memory would be ahead of the store. Rows beyond `size` are ignored and overwritten.
    """

    def __init__(self, tiles: Tiles, size: int = 0) -> None:
        self._tiles = tiles
        self._size = size
        self._nodes: dict[tuple[int, int], bytes] = {}
        self._spans: dict[tuple[int, int], bytes] = {}
        self._read: dict[tuple[int, int], bytes] = {}

    @property
    def size(self) -> int:
        """Number of leaves."""
        return self._size

    def append(self, leaf_hashes: Sequence[bytes]) -> range:
        """Add a group of leaves; each touched tile is written once. Answers their indices."""
        if any(len(each) != HASH_LENGTH for each in leaf_hashes):
            raise ValueError("a leaf hash has 32 bytes")
        added = range(self._size, self._size + len(leaf_hashes))
        level, count, hashes = 0, self._size, list(leaf_hashes)
        while hashes:
            roots = self._extend(level, count, hashes)
            level, count, hashes = level + 1, count // TILE_WIDTH, roots
        self._size += len(leaf_hashes)
        return added

    def root(self, size: int | None = None) -> bytes:
        """The root of the first `size` leaves, by default of all."""
        size = self._within(self._size if size is None else size)
        return self._span(0, size) if size else EMPTY_ROOT

    def inclusion_proof(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """From the sibling of leaf `index` up to the child of the root of `size` leaves."""
        size = self._within(self._size if size is None else size)
        if not 0 <= index < size:
            raise IndexError(f"no leaf {index} among {size}")
        proof: list[bytes] = []
        low, high = 0, size
        while high - low > 1:
            middle = low + _split(high - low)
            if index < middle:
                proof.append(self._span(middle, high))
                high = middle
            else:
                proof.append(self._span(low, middle))
                low = middle
        return tuple(reversed(proof))

    def inclusion_proofs(
        self, indices: Iterable[int], size: int | None = None
    ) -> list[tuple[bytes, ...]]:
        """Proofs for a group of leaves, in the given order; what they share is found once."""
        size = self._within(self._size if size is None else size)
        asked = list(indices)
        wanted = sorted(set(asked))
        if wanted and not 0 <= wanted[0] <= wanted[-1] < size:
            raise IndexError(f"no leaves {wanted[0]} to {wanted[-1]} among {size}")
        found: dict[int, tuple[bytes, ...]] = {}
        if wanted:
            self._find_proofs(0, size, wanted, (), found)
        return [found[index] for index in asked]

    def consistency_proof(self, old_size: int, size: int | None = None) -> tuple[bytes, ...]:
        """That the tree of `size` leaves extends the one of `old_size` ≥ 1 (RFC 6962 § 2.1.2)."""
        size = self._within(self._size if size is None else size)
        if not 1 <= old_size <= size:
            raise IndexError(f"no tree of {old_size} before one of {size}")
        proof: list[bytes] = []
        low, high, known = 0, size, True
        while old_size != high:
            middle = low + _split(high - low)
            if old_size <= middle:
                proof.append(self._span(middle, high))
                high = middle
            else:
                proof.append(self._span(low, middle))
                low, known = middle, False
        if not known:
            proof.append(self._span(low, high))
        return tuple(reversed(proof))

    def _find_proofs(
        self,
        low: int,
        high: int,
        wanted: list[int],
        above: tuple[bytes, ...],
        found: dict[int, tuple[bytes, ...]],
    ) -> None:
        """The proofs of sorted leaves in [low, high), which all end in the hashes `above`."""
        if high - low == 1:
            found[low] = above
            return
        middle = low + _split(high - low)
        cut = bisect_left(wanted, middle)
        if cut > 0:
            beside = (self._span(middle, high), *above)
            self._find_proofs(low, middle, wanted[:cut], beside, found)
        if cut < len(wanted):
            beside = (self._span(low, middle), *above)
            self._find_proofs(middle, high, wanted[cut:], beside, found)

    def _within(self, size: int) -> int:
        if not 0 <= size <= self._size:
            raise IndexError(f"no tree of {size} leaves among {self._size}")
        return size

    def _extend(self, level: int, count: int, hashes: list[bytes]) -> list[bytes]:
        """Add hashes to a level that holds `count`; answers the roots of tiles that became full."""
        roots: list[bytes] = []
        index, held = divmod(count, TILE_WIDTH)
        tile = self._tiles.read(level, index)[: held * HASH_LENGTH] if held else b""
        if len(tile) != held * HASH_LENGTH:
            raise ValueError(f"tile {level}/{index} holds fewer hashes than the tree's size says")
        taken = 0
        while taken < len(hashes):
            part = hashes[taken : taken + TILE_WIDTH - held]
            tile += b"".join(part)
            self._tiles.write(level, index, tile)
            self._read[level, index] = tile
            taken += len(part)
            if held + len(part) == TILE_WIDTH:
                roots.append(_tile_root(tile))
            index, held, tile = index + 1, 0, b""
        return roots

    def _span(self, low: int, high: int) -> bytes:
        """The root over leaves [low, high), where low is a multiple of the span's largest part."""
        width = high - low
        if width & (width - 1) == 0:
            height = width.bit_length() - 1
            return self._node(height, low >> height)
        span = self._spans.get((low, high))
        if span is None:
            middle = low + _split(width)
            span = node_hash(self._span(low, middle), self._span(middle, high))
            self._spans[low, high] = span
        return span

    def _node(self, height: int, index: int) -> bytes:
        """The root of the complete subtree number `index` of 2^height leaves."""
        level, inside = divmod(height, TILE_HEIGHT)
        if inside == 0:
            return self._stored(level, index)
        node = self._nodes.get((height, index))
        if node is None:
            left, right = self._node(height - 1, 2 * index), self._node(height - 1, 2 * index + 1)
            node = self._nodes[height, index] = node_hash(left, right)
        return node

    def _stored(self, level: int, index: int) -> bytes:
        tile, offset = divmod(index, TILE_WIDTH)
        row = self._read.get((level, tile))
        if row is None:
            row = self._read[level, tile] = self._tiles.read(level, tile)
        stored = row[offset * HASH_LENGTH : (offset + 1) * HASH_LENGTH]
        if len(stored) != HASH_LENGTH:
            raise ValueError(f"tile {level}/{tile} holds fewer hashes than the tree's size says")
        return stored


def _split(width: int) -> int:
    """The largest power of two below `width`."""
    return 1 << (width - 1).bit_length() - 1


def _tile_root(tile: bytes) -> bytes:
    row = [tile[at : at + HASH_LENGTH] for at in range(0, len(tile), HASH_LENGTH)]
    while len(row) > 1:
        row = [node_hash(row[at], row[at + 1]) for at in range(0, len(row), 2)]
    return row[0]
