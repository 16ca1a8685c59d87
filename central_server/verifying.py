"""Checks the whole log anew: every leaf, every checkpoint's root, every packet and its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from central_server.failures import ServerFailure
from central_server.home import Home, ServerKeys
from central_server.log import Log
from central_server.store.schema import checkpoint, leaf, packet
from review_protocol.documents.leaf import PacketLeaf, read_entry
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.translog import (
    MemoryTiles,
    MerkleTree,
    NoteVerifier,
    Receipt,
    leaf_hash,
    open_checkpoint,
    verify_receipts,
)


@dataclass(eq=False)
class LogIsWrong(ServerFailure):
    """What was found does not fit; `position` is a leaf, or the size of a checkpoint."""

    what: Literal["gap", "leaf", "checkpoint", "packet", "receipt"]
    position: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What was checked and found right."""

    leaves: int
    checkpoints: int
    packets: int
    root: str


def verify_log(connection: Connection, home: Home, keys: ServerKeys, origin: str) -> Verified:
    """Check everything from the bytes up; raises LogIsWrong, LogNotTrusted."""
    Log(origin, keys.log, home.checkpoint).check(connection)
    verifier = NoteVerifier(origin, keys.log.public)
    tree = MerkleTree(MemoryTiles())
    rows = connection.execute(select(leaf).order_by(leaf.c.position)).all()
    for position, row in enumerate(rows):
        if row.position != position:
            raise LogIsWrong("gap", position)
        try:
            read_entry(row.entry)
        except ProtocolFailure as error:
            raise LogIsWrong("leaf", position) from error
    tree.append([leaf_hash(row.entry) for row in rows])
    entries = [row.entry for row in rows]
    notes = connection.execute(select(checkpoint).order_by(checkpoint.c.size)).all()
    for note in notes:
        _check_note(note.size, note.note, tree, verifier)
    packets = _check_packets(connection, entries, verifier)
    return Verified(len(rows), len(notes), packets, tree.root().hex())


def _check_note(size: int, note: str, tree: MerkleTree, verifier: NoteVerifier) -> None:
    try:
        known = open_checkpoint(note, [verifier])
    except ProtocolFailure as error:
        raise LogIsWrong("checkpoint", size) from error
    if known.size != size or size > tree.size or known.root != tree.root(size):
        raise LogIsWrong("checkpoint", size)


def _check_packets(connection: Connection, entries: list[bytes], verifier: NoteVerifier) -> int:
    """Every kept packet is the one that its leaf names, and its receipt proves that."""
    rows = connection.execute(select(packet).order_by(packet.c.leaf)).all()
    receipts = []
    for row in rows:
        entry = read_entry(entries[row.leaf]) if row.leaf < len(entries) else None
        named = isinstance(entry, PacketLeaf) and entry.packet == row.id
        if not named or read_envelope(row.envelope).document_id != row.id:
            raise LogIsWrong("packet", row.leaf)
        receipt = Receipt.parse(row.receipt)
        if receipt.leaf != entries[row.leaf]:
            raise LogIsWrong("receipt", row.leaf)
        receipts.append(receipt)
    try:
        verify_receipts(receipts, [verifier])
    except ProtocolFailure as error:
        raise LogIsWrong("receipt", len(entries)) from error
    return len(rows)
