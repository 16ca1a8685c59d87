"""Receipts (C2SP tlog-proof): a leaf, its inclusion proof and a signed checkpoint in one text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from review_protocol.canonical import to_base64
from review_protocol.failures import MalformedLogText
from review_protocol.translog.checkpoint import (
    Checkpoint,
    log_decimal,
    log_hash,
    open_checkpoint,
)
from review_protocol.translog.merkle import Inclusions, leaf_hash
from review_protocol.translog.notes import NoteVerifier, log_base64, parse_note

_FIRST_LINE = "c2sp.org/tlog-proof@v1"
_MOST_HASHES = 63
_RECEIPT_LIMIT = 1 << 18


@dataclass(frozen=True, slots=True)
class Receipt:
    """That the log took `leaf` as its entry `index`: `proof` leads to the root in `checkpoint`.

    `checkpoint` is the signed note as it is. Nothing here is true before `verify_receipt`.
    """

    leaf: bytes
    index: int
    proof: tuple[bytes, ...]
    checkpoint: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """From the exact text form; raises MalformedLogText."""
        receipt = cls._with_any_note(text)
        Checkpoint.parse(parse_note(receipt.checkpoint).text)
        return receipt

    @classmethod
    def _with_any_note(cls, text: str, hashes: dict[str, bytes] | None = None) -> Self:
        """All but the note's form, which opening the note checks too; `hashes` keeps what lines
        of proofs say."""
        if len(text) > _RECEIPT_LIMIT:
            raise MalformedLogText("receipt", "too long")
        head, separator, note = text.partition("\n\n")
        lines = head.split("\n")
        if not separator or len(lines) < 3 or lines[0] != _FIRST_LINE:
            raise MalformedLogText("receipt", "not a receipt of this form")
        if len(lines) > 3 + _MOST_HASHES:
            raise MalformedLogText("receipt", "too many hashes")
        leaf = log_base64("receipt", _after("extra ", lines[1]))
        index = log_decimal("receipt", _after("index ", lines[2]))
        known: dict[str, bytes] = {} if hashes is None else hashes
        proof = []
        for line in lines[3:]:
            value = known.get(line)
            if value is None:
                value = known[line] = log_hash("receipt", line)
            proof.append(value)
        return cls(leaf, index, tuple(proof), note)

    def to_text(self) -> str:
        """The text form, as stored in `*.tlog-proof`."""
        return receipt_texts([self])[0]


class _Tree:
    """The tree that a signed note tells of, in which leaves are looked for."""

    def __init__(self, note: str, verifiers: Iterable[NoteVerifier]) -> None:
        self.note = note
        self.checkpoint = open_checkpoint(note, verifiers)
        self._inclusions = Inclusions(self.checkpoint.size, self.checkpoint.root)

    def require(self, receipt: Receipt) -> None:
        """Raises BadProof unless the receipt's leaf is in it."""
        self._inclusions.verify(leaf_hash(receipt.leaf), receipt.index, receipt.proof)


class ReceiptReader:
    """Reads and verifies receipts of the logs among `verifiers`; a note that comes several times
    in a row, as the receipts of one delivery share theirs, is opened once, and a hash that their
    proofs share is decoded once, and is hashed once on its way to the root."""

    def __init__(self, verifiers: Iterable[NoteVerifier]) -> None:
        self._verifiers = tuple(verifiers)
        self._newest: _Tree | None = None
        self._hashes: dict[str, bytes] = {}

    def read(self, text: str) -> Receipt:
        """The receipt in a text, verified.

        The fields of the leaf are for the caller to compare with the packet in hand. Raises
        MalformedLogText, BadSignature, UnsignedNote, BadProof.
        """
        receipt = Receipt._with_any_note(text, self._hashes)
        tree = self._newest
        if tree is None or tree.note != receipt.checkpoint:
            tree = self._newest = _Tree(receipt.checkpoint, self._verifiers)
            self._hashes.clear()
        tree.require(receipt)
        return receipt


def receipt_texts(receipts: Iterable[Receipt]) -> list[str]:
    """The text form of each; hashes that their proofs share are spelled once."""
    spelled: dict[bytes, str] = {}
    texts = []
    for receipt in receipts:
        lines = [_FIRST_LINE, f"extra {to_base64(receipt.leaf)}", f"index {receipt.index}"]
        for each in receipt.proof:
            line = spelled.get(each)
            if line is None:
                line = spelled[each] = to_base64(each)
            lines.append(line)
        texts.append("\n".join(lines) + "\n\n" + receipt.checkpoint)
    return texts


def verify_receipt(receipt: Receipt, verifiers: Iterable[NoteVerifier]) -> Checkpoint:
    """The checkpoint that a log among `verifiers` signed and that contains the receipt's leaf.

    The fields of the leaf are for the caller to compare with the packet in hand. Raises
    MalformedLogText, BadSignature, UnsignedNote, BadProof.
    """
    return verify_receipts([receipt], verifiers)[0]


def verify_receipts(
    receipts: Iterable[Receipt], verifiers: Iterable[NoteVerifier]
) -> list[Checkpoint]:
    """The checkpoint of each receipt, as `verify_receipt`; a note they share is opened once."""
    known = tuple(verifiers)
    trees: dict[str, _Tree] = {}
    checkpoints = []
    for receipt in receipts:
        tree = trees.get(receipt.checkpoint)
        if tree is None:
            tree = trees[receipt.checkpoint] = _Tree(receipt.checkpoint, known)
        tree.require(receipt)
        checkpoints.append(tree.checkpoint)
    return checkpoints


def _after(keyword: str, line: str) -> str:
    if not line.startswith(keyword):
        raise MalformedLogText("receipt", f"no line {keyword.strip()!r}")
    return line.removeprefix(keyword)
