"""The log's entries on their way to those who read all of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import Answer
from review_protocol.documents.base import Base64, Count, Hash, ShortText
from review_protocol.exchange import ENTRIES_LIMIT
from review_protocol.failures import MalformedDocument
from review_protocol.packing import packed, unpacked

_END = b"\n"
"""No entry holds one: it is canonical JSON."""


class EntriesAnswer(Answer):
    """The log's entries from the position that was asked for, each provably in its place."""

    kind: ClassVar[str] = "entries"

    entries: Base64
    """Packed: the bytes of each entry, each ended by a newline."""
    next: Count
    """The position after the last entry here; equals `size` where there are no more."""
    size: Count
    """Of the tree that `consistency` leads to: the one asked for, or the present one."""
    consistency: tuple[Hash, ...]
    """That the tree of `size` leaves extends the one of `next` leaves."""
    request_nonce: ShortText


def packed_entries(entries: Iterable[bytes]) -> str:
    """Entries as the field of an answer holds them."""
    return to_base64(packed(b"".join(each + _END for each in entries)))


def unpacked_entries(text: str) -> tuple[bytes, ...]:
    """The entries in an answer's field; raises ProtocolFailure."""
    content = unpacked(from_base64(text), ENTRIES_LIMIT)
    if content and not content.endswith(_END):
        raise MalformedDocument("the last entry is cut off")
    return tuple(content.split(_END)[:-1])
