"""Reads all that the log says, proves that nothing was left out, and notes what is about oneself.

A page is kept only where its entries, behind those that were read before, are proved to lie in
the checkpoint that the desk knows: what is here can be gone on from, whenever the reading ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from review_protocol.documents.entries import EntriesAnswer, unpacked_entries
from review_protocol.documents.leaf import CertificateLeaf, RevocationLeaf, read_entry
from review_protocol.documents.people import Trust
from review_protocol.failures import BadProof, ProtocolFailure
from review_protocol.translog import (
    EMPTY_ROOT,
    Checkpoint,
    MerkleTree,
    leaf_hash,
    verify_consistency,
)
from reviewer_app.errors import ServerRefused
from reviewer_app.models.facts import FactName, fact_of, forget_fact, keep_fact
from reviewer_app.models.log_tree import (
    DeskTiles,
    OwnLeaf,
    keep_own_leaves,
    leaves_read,
    own_leaves,
    read_tree,
)
from reviewer_app.models.quotes import judge_quotes
from reviewer_app.models.store import Store
from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.sync.trust import kept_checkpoint

_MOST_PAGES = 200
"""In one sync: a server that gives one entry a page does not keep a desk for ever."""
_OF_DEVICES = (b'"type":"certificate/1"', b'"type":"revocation/1"')
"""An entry has one spelling only: whatever is written otherwise is believed by nobody."""


class GivesEntries(Protocol):
    """The part of a `DeviceSession` that is needed."""

    def entries(self, first: int, size: int) -> tuple[EntriesAnswer, bytes]: ...


@dataclass(frozen=True, slots=True)
class LogReading:
    """Reads on from where the last reading ended; another origin is another log."""

    store: Store
    person: str
    trust: Trust

    def read(
        self, session: GivesEntries, log: Checkpoint, report: Report, cancelled: Cancelled
    ) -> int:
        """Read up to this checkpoint, which is verified; answers how many leaves are read.

        Ends early where the server refuses (it may be too old to be asked), and where what it
        gives does not add up to the checkpoint: then its signed answer is kept. Raises as the
        session.
        """
        with self.store.read() as connection:
            here = leaves_read(connection, log.origin)
        for _ in range(_MOST_PAGES):
            if here >= log.size or cancelled():
                break
            try:
                answer, signed = session.entries(here, log.size)
            except ServerRefused:
                break
            try:
                here = self._keep(log, here, answer)
            except ProtocolFailure:
                self._keep_unfit(signed)
                break
            report(Progress("record", here, log.size))
        self._conclude(log, here)
        return here

    def _keep(self, log: Checkpoint, first: int, answer: EntriesAnswer) -> int:
        """Keep a page; raises ProtocolFailure where it does not add up."""
        entries = unpacked_entries(answer.entries)
        end = first + len(entries)
        if not first < end == answer.next <= log.size == answer.size:
            raise BadProof("consistency", "not the entries that were asked for")
        proof = [bytes.fromhex(each) for each in answer.consistency]

        def keep(connection: Connection) -> None:
            tiles = DeskTiles(connection, log.origin)
            tree = MerkleTree(tiles, first)
            tree.append([leaf_hash(entry) for entry in entries])
            verify_consistency(end, tree.root(), log.size, log.root, proof)
            tiles.flush()
            known = {each.kid for each in own_leaves(connection, log.origin)}
            keep_own_leaves(connection, log.origin, self._own(entries, first, known))

        self.store.perform(keep)
        return end

    def _own(self, entries: Sequence[bytes], first: int, known: set[str]) -> Iterator[OwnLeaf]:
        """What is said of devices of this person."""
        for position, entry in enumerate(entries, start=first):
            if not any(each in entry for each in _OF_DEVICES):
                continue
            try:
                leaf = read_entry(entry)
            except ProtocolFailure:
                continue
            if isinstance(leaf, CertificateLeaf) and leaf.person == self.person:
                known.add(leaf.kid)
                yield OwnLeaf(position, leaf.kid, False, leaf.received)
            elif isinstance(leaf, RevocationLeaf) and leaf.kid in known:
                yield OwnLeaf(position, leaf.kid, True, leaf.received)

    def _keep_unfit(self, signed: bytes) -> None:
        """The signed answer, and the note that it does not add up to."""

        def keep(connection: Connection) -> None:
            note = fact_of(connection, FactName.CHECKPOINT)
            keep_fact(connection, FactName.UNFIT, signed)
            keep_fact(connection, FactName.UNFIT_TO, note or b"")

        self.store.perform(keep)

    def _conclude(self, log: Checkpoint, here: int) -> None:
        """What does not add up was given once where all of it does now; and others' quotes."""

        def conclude(connection: Connection) -> None:
            if here >= log.size:
                forget_fact(connection, FactName.UNFIT)
                forget_fact(connection, FactName.UNFIT_TO)
            judge_quotes(connection, Judging(connection, self.trust).fits)

        self.store.perform(conclude)


class Judging:
    """Compares checkpoints with the trees that were read: of their own log, or of the log that
    followed it and begins with its leaves up to the last good checkpoint."""

    def __init__(self, connection: Connection, trust: Trust) -> None:
        self._connection = connection
        self._trees: dict[str, MerkleTree] = {}
        self._successor = trust.origin
        note = trust.last_good
        self._last_good = None if note is None else kept_checkpoint(note)

    def fits(self, quoted: Checkpoint) -> bool | None:
        """Whether the log has this checkpoint; None where that cannot be said yet, or ever."""
        if quoted.size == 0:
            return quoted.root == EMPTY_ROOT
        tree = self._tree(quoted.origin)
        last = self._last_good
        if tree.size < quoted.size and last is not None and last.origin == quoted.origin:
            tree = self._tree(self._successor) if quoted.size <= last.size else tree
        if tree.size < quoted.size:
            return None
        return tree.root(quoted.size) == quoted.root

    def _tree(self, origin: str) -> MerkleTree:
        if origin not in self._trees:
            self._trees[origin] = read_tree(self._connection, origin)
        return self._trees[origin]
