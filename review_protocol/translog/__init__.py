"""The append-only log: tree, proofs, signed notes, checkpoints and receipts."""

from review_protocol.translog.checkpoint import Checkpoint, open_checkpoint, sign_checkpoint
from review_protocol.translog.merkle import (
    EMPTY_ROOT,
    leaf_hash,
    node_hash,
    verify_consistency,
    verify_inclusion,
)
from review_protocol.translog.notes import (
    NoteSigner,
    NoteVerifier,
    open_note,
    parse_note,
    sign_note,
)
from review_protocol.translog.receipt import (
    Receipt,
    ReceiptReader,
    receipt_texts,
    verify_receipt,
    verify_receipts,
)
from review_protocol.translog.tree import MemoryTiles, MerkleTree, Tiles, WaitingTiles

__all__ = [
    "EMPTY_ROOT",
    "Checkpoint",
    "MemoryTiles",
    "MerkleTree",
    "NoteSigner",
    "NoteVerifier",
    "Receipt",
    "ReceiptReader",
    "Tiles",
    "WaitingTiles",
    "leaf_hash",
    "node_hash",
    "open_checkpoint",
    "open_note",
    "parse_note",
    "receipt_texts",
    "sign_checkpoint",
    "sign_note",
    "verify_consistency",
    "verify_inclusion",
    "verify_receipt",
    "verify_receipts",
]
