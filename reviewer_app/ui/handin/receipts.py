"""What a receipt says, read from its text for the eye; it was verified when it arrived."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.leaf import read_entry
from review_protocol.failures import ProtocolFailure
from review_protocol.translog.checkpoint import Checkpoint
from review_protocol.translog.notes import parse_note
from review_protocol.translog.receipt import Receipt


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """A receipt's number, when the server received, and the log's size and root (hex) then."""

    number: int
    received: str
    origin: str
    size: int
    root: str
    text: str


def receipt_facts(text: str) -> ReceiptFacts | None:
    """The facts of a receipt's text; None where it cannot be read."""
    try:
        receipt = Receipt.parse(text)
        leaf = read_entry(receipt.leaf)
        checkpoint = Checkpoint.parse(parse_note(receipt.checkpoint).text)
    except ProtocolFailure:
        return None
    return ReceiptFacts(
        number=receipt.index,
        received=leaf.received,
        origin=checkpoint.origin,
        size=checkpoint.size,
        root=checkpoint.root.hex(),
        text=text,
    )
