"""A log in memory that answers for its entries, honestly until it is told otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from review_protocol.documents.entries import EntriesAnswer, packed_entries
from review_protocol.documents.leaf import CertificateLeaf, RevocationLeaf, packet_entry
from review_protocol.documents.words import Disposition
from review_protocol.translog import Checkpoint, MemoryTiles, MerkleTree, leaf_hash

ORIGIN = "reviews.example.org/log/1"
RECEIVED = "2026-07-20T08:00:00Z"
NONCE = "5c" * 16
Lie = Callable[[EntriesAnswer], EntriesAnswer]


def a_certificate(kid: str, person: str) -> bytes:
    return CertificateLeaf(
        type="certificate/1", certificate="c" * 64, kid=kid, person=person, received=RECEIVED
    ).entry()


def a_revocation(kid: str) -> bytes:
    return RevocationLeaf(
        type="revocation/1", revocation="e" * 64, kid=kid, from_leaf=1, received=RECEIVED
    ).entry()


def a_packet_leaf(number: int) -> bytes:
    packet = hashlib.sha256(b"%d" % number).hexdigest()
    chain = packet[:32]
    kid = "d-" + packet[:16].translate(str.maketrans("0189", "ghij"))
    return packet_entry(packet, kid, chain, 1 + number % 50, RECEIVED, Disposition.COUNTED)


@dataclass
class ALog:
    """`asked` is where each request began; `lie` changes the next answers."""

    origin: str = ORIGIN
    entries_there: list[bytes] = field(default_factory=list)
    page: int = 2000
    asked: list[int] = field(default_factory=list)
    lie: Lie | None = None

    def grow(self, count: int) -> ALog:
        first = len(self.entries_there)
        return self.add(*map(a_packet_leaf, range(first, first + count)))

    def add(self, *entries: bytes) -> ALog:
        self.entries_there += entries
        return self

    def tree(self, size: int | None = None) -> MerkleTree:
        tree = MerkleTree(MemoryTiles())
        tree.append([leaf_hash(each) for each in self.entries_there[:size]])
        return tree

    def checkpoint(self, size: int | None = None) -> Checkpoint:
        tree = self.tree(size)
        return Checkpoint(self.origin, tree.size, tree.root())

    def entries(self, first: int, size: int) -> tuple[EntriesAnswer, bytes]:
        self.asked.append(first)
        end = min(first + self.page, size)
        tree = self.tree(size)
        proof = tree.consistency_proof(end) if 0 < end < size else ()
        answer = EntriesAnswer(
            nonce=NONCE,
            entries=packed_entries(self.entries_there[first:end]),
            next=end,
            size=size,
            consistency=tuple(each.hex() for each in proof),
            request_nonce="fresh",
        )
        if self.lie is not None:
            answer = self.lie(answer)
        return answer, answer.body()
