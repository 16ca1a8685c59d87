"""Asking for another expert's review of a case, and whether one has come since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.panel_acts import ExpertRequestPacket
from review_protocol.suspicious import legible
from reviewer_app.models.panel_drafts import (
    DraftPart,
    forget_panel_draft,
    keep_panel_draft,
    panel_drafts,
)
from reviewer_app.models.store import Store
from reviewer_app.services.panel.collected_reviews import ReviewReader
from reviewer_app.services.panel.sayings import Saying, entry_of, sayings
from reviewer_app.services.panel.voices import DECIDING, Seat, Voice, require_part
from reviewer_app.services.signer import Signer
from reviewer_app.services.subjects import subject_of
from reviewer_app.sync.clock import Clock, timestamp


@dataclass(frozen=True, slots=True)
class ExpertRequest:
    """Somebody asked for another review; `since` are the experts whose first score of the case was
    received after it."""

    packet: str
    voice: Voice
    reason: str
    at: str
    leaf: int | None
    since: int


@dataclass(frozen=True, slots=True)
class RequestsLook:
    """All requests on a case, the newest last, and the reason that is being written."""

    requests: tuple[ExpertRequest, ...]
    draft: str


class ExpertRequests:
    """For chairs, deputies and the head, on cases that they may see; staff assign."""

    def __init__(self, store: Store, signer: Signer, clock: Clock) -> None:
        self._store = store
        self._signer = signer
        self._clock = clock
        self._reader = ReviewReader()

    def look(self, number: str) -> RequestsLook:
        """What was asked; raises CaseNotOpen, NotPermitted."""
        with self._store.read() as connection:
            said = self._said(connection, number)
            draft = panel_drafts(connection, number).get(DraftPart.REQUEST, "")
        return RequestsLook(tuple(expert_requests(said)), draft)

    def keep(self, number: str, reason: str) -> None:
        """Keep the reason as it is being written."""
        now = timestamp(self._clock())
        self._store.perform(
            lambda connection: keep_panel_draft(connection, number, DraftPart.REQUEST, reason, now)
        )

    def ask(self, number: str, reason: str) -> str:
        """Sign the request; answers the packet's id.

        Raises CaseNotOpen, NotPermitted, PassphraseNeeded; ValueError without a reason.
        """
        if not legible(reason):
            raise ValueError("who asks for another expert says why")

        def work(connection: Connection) -> str:
            self._said(connection, number)
            subject = subject_of(connection, entry_of(connection, number))
            forget_panel_draft(connection, number, DraftPart.REQUEST)
            return self._signer.sign(
                connection,
                lambda stem: ExpertRequestPacket(**stem, **subject, reason=legible(reason)),
            )

        return self._store.perform(work)

    def _said(self, connection: Connection, number: str) -> tuple[Saying, ...]:
        entry = entry_of(connection, number)
        require_part(connection, entry, "ask for another expert", *DECIDING)
        return sayings(connection, self._reader, entry)


def expert_requests(said: Sequence[Saying]) -> list[ExpertRequest]:
    """The requests among what was said of a case, in the order of the log."""
    arrived = _arrivals(said)
    return [
        ExpertRequest(
            packet=each.packet,
            voice=each.voice,
            reason=each.document.reason,
            at=each.at,
            leaf=each.leaf,
            since=sum(each.leaf is not None and leaf > each.leaf for leaf in arrived),
        )
        for each in said
        if isinstance(each.document, ExpertRequestPacket) and each.counts
    ]


def _arrivals(said: Sequence[Saying]) -> tuple[int, ...]:
    """The leaf of each expert's first score that counts."""
    first: dict[str, int] = {}
    for each in said:
        scored = isinstance(each.document, ScorePacket) and each.voice.seat is Seat.EXPERT
        if scored and each.leaf is not None and each.counts:
            first.setdefault(each.voice.person, each.leaf)
    return tuple(first.values())
