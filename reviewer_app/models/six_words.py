"""Whether staff wait to be read this device's six words: as the server said last."""

from __future__ import annotations

from sqlalchemy import Connection

from reviewer_app.models.facts import FactName, fact_of, forget_fact, keep_fact, text_of


def are_awaited(connection: Connection) -> bool:
    """Whether releases and packets are withheld from this device."""
    return fact_of(connection, FactName.AWAITS_WORDS) is not None


def is_settled(connection: Connection, origin: str) -> bool:
    """Whether the server said under this log that nothing is awaited, which stays so: only one
    that was restored from a backup may have forgotten."""
    return not are_awaited(connection) and text_of(connection, FactName.WORDS_SETTLED) == origin


def note_words(connection: Connection, *, awaited: bool, origin: str | None = None) -> None:
    """Keep what was said, and under which log where the server itself was asked."""
    if awaited:
        keep_fact(connection, FactName.AWAITS_WORDS, b"1")
        return
    forget_fact(connection, FactName.AWAITS_WORDS)
    if origin is not None:
        keep_fact(connection, FactName.WORDS_SETTLED, origin)
