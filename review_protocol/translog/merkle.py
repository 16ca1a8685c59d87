"""Hashes of the log's tree and the two proofs about it (RFC 6962 § 2.1), pure functions."""

import hashlib
from collections.abc import Sequence
from typing import Literal, NoReturn

from review_protocol.failures import BadProof

HASH_LENGTH = 32
EMPTY_ROOT = hashlib.sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> None:
    """Check that the leaf with hash `leaf` is entry `index` (from 0) of the tree of `size` leaves.

    `proof` goes from the leaf's sibling up to the root's child. Raises BadProof, also for hashes
    that are not 32 bytes and proofs longer or shorter than the position demands (RFC 9162
    § 2.1.3.2).
    """
    Inclusions(size, root).verify(leaf, index, proof)


class Inclusions:
    """Checks leaves of one tree, as `verify_inclusion` does; a way up that an earlier proof of the
    same tree went, with the same hash and the same siblings, is not hashed again."""

    def __init__(self, size: int, root: bytes) -> None:
        self._size = size
        self._root = root
        self._proved: dict[tuple[int, int], tuple[bytes, tuple[bytes, ...]]] = {}
        """By place, in its level of so many nodes: the node there, and its way to the root."""

    def verify(self, leaf: bytes, index: int, proof: Sequence[bytes]) -> None:
        """Check that a leaf is entry `index`; raises BadProof as `verify_inclusion`."""
        way = tuple(proof)
        _require_hashes("inclusion", [leaf, self._root, *way])
        if not 0 <= index < self._size:
            _refuse("inclusion", "the index is not in the tree")
        passed: dict[tuple[int, int], tuple[bytes, tuple[bytes, ...]]] = {}
        at, last, computed = index, self._size - 1, leaf
        for done, sibling in enumerate(way):
            here = computed, way[done:]
            if self._proved.get((at, last)) == here:
                break
            passed[at, last] = here
            if last == 0:
                _refuse("inclusion", "too long")
            if at & 1 or at == last:
                computed = node_hash(sibling, computed)
                while at & 1 == 0 and at != 0:
                    at, last = at >> 1, last >> 1
            else:
                computed = node_hash(computed, sibling)
            at, last = at >> 1, last >> 1
        else:
            if last != 0:
                _refuse("inclusion", "too short")
            if computed != self._root:
                _refuse("inclusion", "another root")
        self._proved |= passed


def verify_consistency(
    old_size: int, old_root: bytes, new_size: int, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Check that the tree of `new_size` leaves extends the tree of `old_size` ≥ 1 leaves.

    Raises BadProof (RFC 9162 § 2.1.4.2). Trees of one size need no proof, only the same root. Size
    0 is an error: every tree extends the empty one, so such a proof would prove nothing.
    """
    if not 1 <= old_size <= new_size:
        _refuse("consistency", "the sizes are not in order")
    if old_size == new_size:
        if proof:
            _refuse("consistency", "too long")
        if old_root != new_root:
            _refuse("consistency", "another root")
        return
    _verify_extension(old_size, old_root, new_size, new_root, proof)


def _verify_extension(
    old_size: int, old_root: bytes, new_size: int, new_root: bytes, proof: Sequence[bytes]
) -> None:
    _require_hashes("consistency", [old_root, new_root, *proof])
    path = list(proof)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    if not path:
        _refuse("consistency", "too short")
    at, last = old_size - 1, new_size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            _refuse("consistency", "too long")
        if at & 1 or at == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while at & 1 == 0 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        at, last = at >> 1, last >> 1
    if last != 0:
        _refuse("consistency", "too short")
    if old != old_root or new != new_root:
        _refuse("consistency", "another root")


def _require_hashes(proof: Literal["inclusion", "consistency"], hashes: Sequence[bytes]) -> None:
    if not {HASH_LENGTH}.issuperset(map(len, hashes)):
        _refuse(proof, "a hash has 32 bytes")


def _refuse(proof: Literal["inclusion", "consistency"], reason: str) -> NoReturn:
    raise BadProof(proof, reason)
