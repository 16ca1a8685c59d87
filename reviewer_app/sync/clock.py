"""Time as the sync takes it: a callable that gives UTC, and the timestamps of documents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, aware of its zone."""

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def utc_now() -> datetime:
    """The computer's own clock."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """As documents write it: `YYYY-MM-DDTHH:MM:SSZ`."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment(stamp: str) -> datetime:
    """The moment of a document's timestamp; raises ValueError for another form."""
    read = datetime.fromisoformat(stamp)  # `strptime` loads a calendar of its own first
    if timestamp(read) != stamp:
        raise ValueError(f"not a timestamp of a document: {stamp!r}")
    return read
