"""Every decision that was signed on a case, by whom, and how it stands: nothing is undone, a later
one takes the place of the one before."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.programme import Recommendation
from reviewer_app.models.store import Store
from reviewer_app.services.panel.collected_reviews import ReviewReader
from reviewer_app.services.panel.sayings import entry_of, sayings
from reviewer_app.services.panel.voices import DECIDING, Voice, require_part


@dataclass(frozen=True, slots=True)
class DecisionSaid:
    """`leaf` is None while it is on this computer alone; `stands` is true of the last that counts
    in its round."""

    packet: str
    voice: Voice
    round: int
    outcome: Recommendation
    reason: str
    at: str
    leaf: int | None
    disposition: Disposition | None
    stands: bool


class Decisions:
    """For chairs, deputies and the head, on cases that they may see."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reader = ReviewReader()

    def of(self, number: str) -> tuple[DecisionSaid, ...]:
        """The newest first; raises CaseNotOpen, NotPermitted."""
        with self._store.read() as connection:
            entry = entry_of(connection, number)
            require_part(connection, entry, "see decisions", *DECIDING)
            said = sayings(connection, self._reader, entry)
        decided = [(each, each.document) for each in said]
        standing: dict[int, str] = {}
        for each, document in decided:
            if isinstance(document, DecisionPacket) and each.counts:
                standing[document.round] = each.packet
        return tuple(
            DecisionSaid(
                packet=each.packet,
                voice=each.voice,
                round=document.round,
                outcome=document.outcome,
                reason=document.reason,
                at=each.at,
                leaf=each.leaf,
                disposition=each.disposition,
                stands=standing.get(document.round) == each.packet,
            )
            for each, document in reversed(decided)
            if isinstance(document, DecisionPacket)
        )
