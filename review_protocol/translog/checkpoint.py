"""Checkpoints (C2SP tlog-checkpoint): size and root of a log, signed by the log under its name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from review_protocol.canonical import to_base64
from review_protocol.failures import MalformedLogText, UnsignedNote
from review_protocol.translog.merkle import EMPTY_ROOT, HASH_LENGTH
from review_protocol.translog.notes import (
    LogTextForm,
    NoteSigner,
    NoteVerifier,
    log_base64,
    open_note,
    sign_note,
)

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_LARGEST_SIZE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The first `size` leaves of the log `origin` have this root."""

    origin: str
    size: int
    root: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """From exactly three lines: origin, size, base64 root; raises MalformedLogText."""
        lines = text.split("\n")
        if len(lines) != 4 or lines[3]:
            raise MalformedLogText("checkpoint", "not three lines")
        origin, size, root = lines[0], log_decimal("checkpoint", lines[1]), lines[2]
        checkpoint = cls(origin, size, log_hash("checkpoint", root))
        if not origin or (size == 0 and checkpoint.root != EMPTY_ROOT):
            raise MalformedLogText("checkpoint", "no origin, or not the root of an empty log")
        return checkpoint

    def to_text(self) -> str:
        """Three lines, the bytes that are signed."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"


def sign_checkpoint(checkpoint: Checkpoint, signer: NoteSigner) -> str:
    """The signed note of a checkpoint; the key's name is the log's origin."""
    if signer.name != checkpoint.origin:
        raise ValueError("a log signs under its origin")
    return sign_note(checkpoint.to_text(), signer)


def open_checkpoint(note: str, verifiers: Iterable[NoteVerifier]) -> Checkpoint:
    """The checkpoint in a note that the log itself signed.

    Raises MalformedLogText, BadSignature, UnsignedNote (also where only keys of other names
    signed).
    """
    opened = open_note(note, verifiers)
    checkpoint = Checkpoint.parse(opened.text)
    names = tuple(signer.name for signer in opened.signers)
    if checkpoint.origin not in names:
        raise UnsignedNote(names)
    return checkpoint


def log_decimal(form: LogTextForm, text: str) -> int:
    """A decimal below 2^63 without leading zero or sign; raises MalformedLogText."""
    if _DECIMAL.fullmatch(text) is None or int(text) > _LARGEST_SIZE:
        raise MalformedLogText(form, "not a decimal number")
    return int(text)


def log_hash(form: LogTextForm, text: str) -> bytes:
    """A hash of 32 bytes in canonical base64; raises MalformedLogText."""
    value = log_base64(form, text)
    if len(value) != HASH_LENGTH:
        raise MalformedLogText(form, "a hash has 32 bytes")
    return value
