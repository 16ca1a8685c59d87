"""What the secretariat told this person: taken in from a sync or a file, listed, read."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer_app.models import notices as kept
from reviewer_app.models.store import Store
from reviewer_app.services.believed import trust_of
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.notices import TakingNotices
from reviewer_app.sync.reports import NoticesTaken


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
            return kept.whole_up_to(connection, trust_of(connection).document.origin)
