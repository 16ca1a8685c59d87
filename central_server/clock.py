"""The server's time: UTC to the second, and never backwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Answers the time in UTC."""

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def utc_now() -> datetime:
    """The system's clock."""
    return datetime.now(UTC)


def timestamp(moment: datetime) -> str:
    """`YYYY-MM-DDTHH:MM:SSZ`; fractions of a second are cut off."""
    return moment.astimezone(UTC).strftime(_FORM)


def moment(text: str) -> datetime:
    """The moment of a timestamp; raises ValueError."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)


def later(text: str, **units: float) -> str:
    """A timestamp so much later, in the units of `timedelta`."""
    return timestamp(moment(text) + timedelta(**units))


class MonotoneClock:
    """A clock that stands still while the system's clock is set back, also across a restart: it
    begins at `after`, the last time that was given away, where the source is behind that."""

    def __init__(self, source: Clock = utc_now, *, after: datetime | None = None) -> None:
        self._source = source
        self._latest = source() if after is None else max(source(), after)
        self._lock = Lock()

    def __call__(self) -> datetime:
        with self._lock:
            self._latest = max(self._latest, self._source())
            return self._latest
