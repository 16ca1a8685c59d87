"""What the secretariat told this person: taken in from a sync or a file, listed, read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from review_protocol.documents.notice import Notice
from reviewer_app.models import notices as kept
from reviewer_app.models.store import Store
from reviewer_app.services.believed import trust_of
from reviewer_app.services.standing import certificate_of, standing_programme
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.notices import TakingNotices
from reviewer_app.sync.reports import NoticesTaken


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice for the list; `contradicts` where another was signed under its number."""

    id: str
    notice: Notice
    contradicts: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class NoticesLook:
    """All notices, the newest first, and which numbers never came."""

    rows: tuple[NoticeRow, ...]
    missing: tuple[int, ...]
    zone: str
    """The programme's time zone: an IANA name."""


class Notices:
    """Notices are signed by the server and numbered; nothing else becomes one."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def take(self, envelopes: Iterable[bytes]) -> NoticesTaken:
        """Verify and keep notices that came in a file; those here already change nothing.

        What is not signed by the server for this person is counted and left out.
        """
        with self._store.read() as connection:
            taking = TakingNotices(self._store, trust_of(connection), certificate_of(connection))
        return taking.take(envelopes, timestamp(self._clock()))

    def last(self) -> int:
        """The number up to which all notices are here: what a hand-over tells the server."""
        with self._store.read() as connection:
            trust = trust_of(connection)
            origin = trust.document.origin
            return kept.whole_up_to(connection, origin, restored=trust.restored)

    def look(self) -> NoticesLook:
        """What there is to read."""
        with self._store.read() as connection:
            found = kept.all_notices(connection)
            trust = trust_of(connection)
            origin = trust.document.origin
            missing = kept.missing_numbers(connection, origin, restored=trust.restored)
            programme = standing_programme(connection)
        rows = (
            NoticeRow(each.id, each.document, each.contradicts, each.read_at is None)
            for each in found
        )
        return NoticesLook(tuple(rows), missing, "UTC" if programme is None else programme.zone)

    def mark_read(self, notices: Iterable[str]) -> None:
        """The person has these notices before them."""
        now = timestamp(self._clock())
        for each in notices:
            self._store.perform(partial(kept.mark_read, id=each, now=now))
