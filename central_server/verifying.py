"""Checks the whole log anew: every leaf, every checkpoint's root, every packet and its receipt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection, select

from central_server.failures import LogNotTrusted, ServerFailure
from central_server.home import Home
from central_server.store.schema import checkpoint, leaf, packet
from central_server.trusts import Era, eras, open_trusts
from review_protocol.documents.leaf import AnyLeaf, PacketLeaf, read_entry
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.translog import (
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    Receipt,
    leaf_hash,
    open_checkpoint,
    verify_receipts,
)


@dataclass(eq=False)
class LogIsWrong(ServerFailure):
    """What was found does not fit; `position` is a leaf, or the size of a checkpoint."""

    what: Literal["gap", "leaf", "checkpoint", "packet", "receipt", "trust"]
    position: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked and found right."""

    leaves: int
    checkpoints: int
    packets: int
    root: str
    entries: tuple[AnyLeaf, ...] = field(repr=False)
    """What each leaf says."""


def verify_log(connection: Connection, home: Home) -> Verified:
    """Check everything from the bytes up, by the root's public key alone.

    Raises LogIsWrong, and LogNotTrusted where the log does not go on from the copy of the
    checkpoint that is kept apart.
    """
    try:
        logs = eras([each.document for each in open_trusts(connection)])
    except ProtocolFailure as error:
        raise LogIsWrong("trust", 0) from error
    entries, leaves = _entries(connection)
    tree = MerkleTree(MemoryTiles())
    tree.append([leaf_hash(entry) for entry in entries])
    notes = connection.execute(select(checkpoint).order_by(checkpoint.c.size)).all()
    for note in notes:
        _check_note(note.size, note.note, tree, logs)
    if tree.size and (not notes or notes[-1].size != tree.size):
        raise LogIsWrong("checkpoint", tree.size)
    _check_copy(home, tree, logs)
    packets = _check_packets(connection, entries, leaves, logs)
    return Verified(len(entries), len(notes), packets, tree.root().hex(), tuple(leaves))


def _entries(connection: Connection) -> tuple[list[bytes], list[AnyLeaf]]:
    """The bytes of each, and what it says."""
    leaves = []
    rows = connection.execute(select(leaf).order_by(leaf.c.position)).all()
    for position, row in enumerate(rows):
        if row.position != position:
            raise LogIsWrong("gap", position)
        try:
            leaves.append(read_entry(row.entry))
        except ProtocolFailure as error:
            raise LogIsWrong("leaf", position) from error
    return [row.entry for row in rows], leaves


def _check_note(size: int, note: str, tree: MerkleTree, logs: Sequence[Era]) -> None:
    """The log that signs checkpoints of this size has signed this one."""
    try:
        known = open_checkpoint(note, [era.verifier for era in logs if era.signs(size)])
    except ProtocolFailure as error:
        raise LogIsWrong("checkpoint", size) from error
    if known.size != size or not _fits(known, tree):
        raise LogIsWrong("checkpoint", size)


def _check_copy(home: Home, tree: MerkleTree, logs: Sequence[Era]) -> None:
    """The copy kept apart is the newest log's, and the tree equals or extends it."""
    try:
        note = home.checkpoint.read_text(encoding="utf-8")
        kept = open_checkpoint(note, [logs[-1].verifier])
    except FileNotFoundError as error:
        raise LogNotTrusted("the copy is missing", None, tree.size) from error
    except (UnicodeDecodeError, ProtocolFailure) as error:
        raise LogNotTrusted("the copy is damaged or of another log", None, tree.size) from error
    if kept.size > tree.size:
        raise LogNotTrusted("leaves are missing", kept.size, tree.size)
    if not _fits(kept, tree):
        raise LogNotTrusted("leaves were changed", kept.size, tree.size)


def _fits(known: Checkpoint, tree: MerkleTree) -> bool:
    return known.size <= tree.size and known.root == tree.root(known.size)


def _check_packets(
    connection: Connection,
    entries: Sequence[bytes],
    leaves: Sequence[AnyLeaf],
    logs: Sequence[Era],
) -> int:
    """Every kept packet is the one that its leaf names, and its receipt proves that."""
    rows = connection.execute(select(packet).order_by(packet.c.leaf)).all()
    receipts = []
    for row in rows:
        entry = leaves[row.leaf] if row.leaf < len(leaves) else None
        named = isinstance(entry, PacketLeaf) and entry.packet == row.id
        try:
            if not named or read_envelope(row.envelope).document_id != row.id:
                raise LogIsWrong("packet", row.leaf)
            receipt = Receipt.parse(row.receipt)
        except ProtocolFailure as error:
            raise LogIsWrong("packet", row.leaf) from error
        if receipt.leaf != entries[row.leaf] or receipt.index != row.leaf:
            raise LogIsWrong("receipt", row.leaf)
        receipts.append(receipt)
    try:
        proven = verify_receipts(receipts, [era.verifier for era in logs])
    except ProtocolFailure as error:
        raise LogIsWrong("receipt", len(entries)) from error
    for row, known in zip(rows, proven, strict=True):
        if not any(era.signs(known.size) and era.trust.origin == known.origin for era in logs):
            raise LogIsWrong("receipt", row.leaf)
    return len(rows)
