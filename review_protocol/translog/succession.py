"""From log N to log N+1: what a desk may conclude when the root signs for a server put back.

Log N+1 begins with the leaves of log N up to the last good checkpoint, each at its old place, and
goes on from there under a new origin and a new key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from review_protocol.canonical import from_base64
from review_protocol.documents.people import KeyPurpose, Trust
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.translog.checkpoint import Checkpoint, open_checkpoint
from review_protocol.translog.notes import NoteVerifier, parse_note


@dataclass(frozen=True, slots=True)
class SameLog:
    """The log goes on: its next checkpoint extends the known one, as at every sync."""


@dataclass(frozen=True, slots=True)
class Successor:
    """Another log took over: the desk asks for proofs from `anchor` on, and hands back the rest."""

    origin: str
    last_good: Checkpoint | None
    """The last checkpoint of the log before that the server still had; None where it had none."""
    anchor: Checkpoint | None
    """What the new log's first checkpoint must be proved to extend; None where nothing can be."""
    kept: int
    """Leaves with an index below this are in the new log at the same place."""
    lost: int
    """How many of the leaves that the desk knew of the server has no more, or may have no more:
    packets whose receipts name an index from `kept` on are to be delivered again."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The root signed what cannot be: both documents are kept, and nothing is delivered again."""

    fault: Literal["deployment", "number", "no last good", "last good", "root"]


Succession = SameLog | Successor | Contradiction


def continues(old: Trust, new: Trust, known: Checkpoint | None) -> Succession:
    """How the log of `new` goes on from the log of `old`; the root's signatures have been verified.

    `known` is the newest checkpoint that the desk verified, of the log of `old`. `number`: the new
    document's is not the higher one; `no last good`: another log without a word on the old one of
    which the desk knows leaves; `last good`: a note that the old log did not sign; `root`: a
    checkpoint of the size that the desk knows, with another root.
    """
    if new.deployment != old.deployment:
        return Contradiction("deployment")
    if new.number <= old.number and new != old:
        return Contradiction("number")
    if new.origin == old.origin:
        return SameLog()
    size = 0 if known is None else known.size
    if new.last_good is None:
        return Contradiction("no last good") if size else Successor(new.origin, None, None, 0, 0)
    try:
        last_good = Checkpoint.parse(parse_note(new.last_good).text)
        if last_good.origin != old.origin:
            return Successor(new.origin, last_good, _provable(last_good), 0, size)
        open_checkpoint(new.last_good, _verifiers(old))
    except ProtocolFailure:
        return Contradiction("last good")
    if known is None or known.size > last_good.size:
        kept = min(size, last_good.size)
        return Successor(new.origin, last_good, _provable(last_good), kept, size - kept)
    if known.size == last_good.size and known.root != last_good.root:
        return Contradiction("root")
    return Successor(new.origin, last_good, _provable(known), size, 0)


def _provable(checkpoint: Checkpoint) -> Checkpoint | None:
    """Every log extends an empty one, which proves nothing."""
    return checkpoint if checkpoint.size else None


def _verifiers(trust: Trust) -> list[NoteVerifier]:
    return [
        NoteVerifier(trust.origin, VerifyKey(from_base64(each.key)))
        for each in trust.keys
        if each.purpose is KeyPurpose.LOG
    ]
