"""Times of a programme: written in its own zone, kept in UTC, never at midnight."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def find_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def in_zone(text: str, zone: ZoneInfo) -> datetime | None:
    """The moment of `2026-07-31T18:00`, in the zone unless it names its own; None where wrong."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def is_midnight(moment: datetime) -> bool:
    """Whether people would disagree which day is meant."""
    return moment.time() == time(0)


def stamp(moment: datetime) -> str:
    """The timestamp in UTC."""
    return moment.astimezone(UTC).strftime(_FORM)
