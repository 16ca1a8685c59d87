"""When to try again: twice as late each time, scattered, as the server asks, and never given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
LONGEST_ASKED = timedelta(days=1)
"""A server that asks for more is not believed: a proxy may have answered for it."""

TRIES_BEFORE_HAND_IN = 8
WAIT_BEFORE_HAND_IN = timedelta(days=1)


def next_try(
    now: datetime, tries: int, *, scatter: float, retry_after: str | None = None
) -> datetime:
    """When to try again after `tries` ≥ 1 tries.

    `scatter`, from 0 to below 1, makes the wait half to all of its length, so that desks do not
    come all at once. A Retry-After in either form is the earliest moment.
    """
    doubled: timedelta = FIRST_WAIT * 2 ** min(max(tries - 1, 0), 16)
    wait = min(doubled, LONGEST_WAIT) * (0.5 + scatter / 2)
    asked = asked_wait(now, retry_after)
    return now + (wait if asked is None else max(asked + wait * 0.1, wait))


def asked_wait(now: datetime, retry_after: str | None) -> timedelta | None:
    """The wait that a Retry-After header asks for: seconds or an HTTP date, at most a day.

    None where there is no header, or none that can be read.
    """
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        wait = timedelta(seconds=min(int(text[:9]), LONGEST_ASKED.total_seconds()))
    else:
        try:
            until = parsedate_to_datetime(text)
        except ValueError:
            return None
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    return min(max(wait, timedelta()), LONGEST_ASKED)


def offers_hand_in(now: datetime, tries: int, signed: datetime) -> bool:
    """Whether it is time to offer the hand-in file: eight tries in vain, or a day."""
    return tries >= TRIES_BEFORE_HAND_IN or now - signed >= WAIT_BEFORE_HAND_IN
