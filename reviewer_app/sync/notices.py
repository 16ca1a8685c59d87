"""Notices verified and kept: signed by the server, for this person, their numbers looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.notice import Notice
from review_protocol.documents.people import Certificate
from review_protocol.failures import MalformedDocument, ProtocolFailure
from review_protocol.opening import Opened
from reviewer_app.models.notices import (
    keep_notice,
    missing_numbers,
    numbers_here,
    whole_up_to,
)
from reviewer_app.models.store import Store
from reviewer_app.sync.reports import NoticesTaken
from reviewer_app.sync.session import DeviceSession
from reviewer_app.sync.trust import TrustState, opened_by_server

_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class TakingNotices:
    """Takes notices from wherever they come: all of them are verified the same way."""

    store: Store
    trust: TrustState
    certificate: Certificate

    def take(self, envelopes: Iterable[bytes], now: str) -> NoticesTaken:
        """Verify and keep; done again it changes nothing."""
        verified: list[tuple[bytes, Opened[Notice]]] = []
        refused = 0
        for envelope in envelopes:
            try:
                verified.append((envelope, opened_notice(envelope, self.trust, self.certificate)))
            except ProtocolFailure:
                refused += 1

        def keep(connection: Connection) -> NoticesTaken:
            origin = self.trust.document.origin
            known = numbers_here(connection, origin)
            new, contradicted = 0, []
            for envelope, each in verified:
                document = each.document
                if not keep_notice(connection, each.id, document, envelope, origin, now):
                    continue
                new += 1
                if document.number in known:
                    contradicted.append(document.number)
                known.add(document.number)
            missing = missing_numbers(connection, origin, restored=self.trust.restored)
            return NoticesTaken(new, missing, tuple(contradicted), refused)

        return self.store.perform(keep)

    def fetch(
        self, session: DeviceSession, cancelled: Callable[[], bool], now: str
    ) -> NoticesTaken:
        """Ask for those after the last that is here without a gap; raises as the session."""
        taken = self.take((), now)
        for _ in range(_MOST_PAGES):
            if cancelled():
                break
            with self.store.read() as connection:
                after = self._whole_up_to(connection)
            answer = session.notices_after(after)
            taken = _sum(taken, self.take(map(from_base64, answer.notices), now))
            with self.store.read() as connection:
                reached = self._whole_up_to(connection)
            if reached >= answer.next or reached == after:
                break
        return taken

    def _whole_up_to(self, connection: Connection) -> int:
        origin = self.trust.document.origin
        return whole_up_to(connection, origin, restored=self.trust.restored)


def opened_notice(envelope: bytes, trust: TrustState, certificate: Certificate) -> Opened[Notice]:
    """A notice to this person; raises ProtocolFailure."""
    offered = opened_by_server(envelope, Notice, trust)
    whose = (offered.document.deployment, offered.document.person)
    if whose != (trust.deployment, certificate.person):
        raise MalformedDocument("the notice is not for this person")
    return offered


def _sum(before: NoticesTaken, after: NoticesTaken) -> NoticesTaken:
    return NoticesTaken(
        before.new + after.new,
        after.missing,
        before.contradicted + after.contradicted,
        before.refused + after.refused,
    )
