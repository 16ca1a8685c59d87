"""What a reviewer says of the facts beside a score: kept as it is said, signed with the score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.stated_facts import FactsPacket, StatedFact
from reviewer_app.models.facts_drafts import keep_facts, kept_facts
from reviewer_app.models.store import Store
from reviewer_app.services.sheets import newest_signed, open_text
from reviewer_app.sync.clock import Clock, timestamp


@dataclass(frozen=True, slots=True)
class FactsSaid:
    """What stands on the page, and what was signed last; of the text that is here now."""

    facts: tuple[StatedFact, ...] = ()
    signed: tuple[StatedFact, ...] = ()
    kept_at: str | None = None

    @property
    def unsigned(self) -> bool:
        """Whether a signature would say anything new."""
        return self.facts != self.signed


NOTHING_SAID = FactsSaid()


class FactsBeside:
    """Keeps what is said of the facts of a case."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def said(self, number: str) -> FactsSaid:
        """What stands; raises CaseNotOpen."""
        with self._store.read() as connection:
            return facts_said(connection, number)

    def keep(self, number: str, facts: Sequence[StatedFact]) -> FactsSaid:
        """Keep it durably before this returns; raises CaseNotOpen."""
        now = timestamp(self._clock())

        def work(connection: Connection) -> FactsSaid:
            keep_facts(connection, number, open_text(connection, number), facts, now)
            return facts_said(connection, number)

        return self._store.perform(work)


def facts_said(connection: Connection, number: str) -> FactsSaid:
    """What is said of the text that is here now; CaseNotOpen where there is none.

    What was said of an earlier version of the text does not stand: a correction may be of this.
    """
    case_hash = open_text(connection, number)
    signed = _signed(connection, number, case_hash)
    kept = kept_facts(connection, number)
    if kept is None or kept.case_hash != case_hash:
        return FactsSaid(signed, signed)
    return FactsSaid(kept.facts, signed, kept.kept_at)


def _signed(connection: Connection, number: str, case_hash: str) -> tuple[StatedFact, ...]:
    """What was said last of this text under a signature, on whichever device."""
    newest = newest_signed(connection, number, (FactsPacket.kind,))
    document = None if newest is None else newest.document()
    if not isinstance(document, FactsPacket) or document.case_hash != case_hash:
        return ()
    return document.facts
