"""When to try again: twice as late each time, scattered, as the server asks, and never given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from reviewer_app.sync.clock import moment

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
        until = _http_date(text)
        if until is None:
            return None
        wait = until - now
    return min(max(wait, timedelta()), LONGEST_ASKED)


def seconds_asked(retry_after: str | None, date: str | None) -> str | None:
    """A Retry-After that is a date, in seconds from the answer's own Date: our clock may be wrong.

    Whatever cannot be counted so stays as it is.
    """
    until = None if retry_after is None else _http_date(retry_after)
    said = None if date is None else _http_date(date)
    if until is None or said is None:
        return retry_after
    return str(max(int((until - said).total_seconds()), 0))


def is_due(next_try: str | None, now: datetime) -> bool:
    """Whether the next try (a timestamp) has come.

    No try is put off for longer than a day and an hour: one that lies further ahead was noted
    by a clock that has jumped since, and is due.
    """
    if next_try is None:
        return True
    return not timedelta() < moment(next_try) - now <= LONGEST_ASKED + LONGEST_WAIT


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):  # it is not made for strangers
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def offers_hand_in(now: datetime, tries: int, signed: datetime) -> bool:
    """Whether it is time to offer the hand-in file: eight tries in vain, or a day."""
    return tries >= TRIES_BEFORE_HAND_IN or now - signed >= WAIT_BEFORE_HAND_IN
