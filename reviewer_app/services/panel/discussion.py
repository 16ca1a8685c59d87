"""The panel's discussion of a case: a thread of signed contributions, placed in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from review_protocol.documents.packet import AmendmentPacket
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.text import Bilingual
from review_protocol.suspicious import legible
from reviewer_app.models.figures import unseen_contributions
from reviewer_app.models.panel_drafts import (
    DraftPart,
    forget_panel_draft,
    keep_panel_draft,
    note_seen,
    panel_drafts,
    seen_contributions,
)
from reviewer_app.models.store import Store
from reviewer_app.services.panel.collected_reviews import ReviewReader
from reviewer_app.services.panel.sayings import Saying, entry_of, sayings
from reviewer_app.services.panel.voices import Seat, Voice, own_seat, require_part
from reviewer_app.services.signer import Signer
from reviewer_app.services.subjects import subject_of
from reviewer_app.sync.clock import Clock, timestamp

MOST = 20_000
"""Characters of a contribution."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What somebody said; `leaf` is None while it is on this computer alone."""

    packet: str
    voice: Voice
    text: str
    in_reply_to: str | None
    at: str
    leaf: int | None
    counts: bool
    is_new: bool
    """Somebody else's, and not seen yet."""


@dataclass(frozen=True, slots=True)
class ScoreAmended:
    """A score was amended at this point of the discussion."""

    packet: str
    voice: Voice
    at: str
    leaf: int | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A case's discussion, the oldest first, and what is being written."""

    number: str
    name: Bilingual
    seat: Seat
    """As whom this person speaks."""
    entries: tuple[Contribution | ScoreAmended, ...]
    draft: str
    draft_replies_to: str | None

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        return tuple(each for each in self.entries if isinstance(each, Contribution))

    @property
    def new(self) -> tuple[str, ...]:
        """The packets that were not seen yet."""
        return tuple(each.packet for each in self.contributions if each.is_new)

    def all_seen(self) -> Thread:
        """The same, once somebody has looked at it."""
        entries = (
            replace(each, is_new=False) if isinstance(each, Contribution) else each
            for each in self.entries
        )
        return replace(self, entries=tuple(entries))


class Discussion:
    """For chairs, deputies and the head, and for experts whose own score of the case counts."""

    def __init__(self, store: Store, signer: Signer, clock: Clock) -> None:
        self._store = store
        self._signer = signer
        self._clock = clock
        self._reader = ReviewReader()

    def thread(self, number: str) -> Thread:
        """Everything said of a case; raises CaseNotOpen, and NotPermitted for who may not see."""
        with self._store.read() as connection:
            entry = entry_of(connection, number)
            require_part(connection, entry, "discuss")
            said, seat = sayings(connection, self._reader, entry), own_seat(connection, entry)
            seen, drafts = seen_contributions(connection), panel_drafts(connection, number)
        return Thread(
            number=number,
            name=entry.name,
            seat=seat,
            entries=_entries(said, seen),
            draft=drafts.get(DraftPart.CONTRIBUTION, ""),
            draft_replies_to=drafts.get(DraftPart.REPLY_TO),
        )

    def say(self, number: str, text: str, in_reply_to: str | None = None) -> str:
        """Sign a contribution, as written; answers the packet's id. The draft is gone by that.

        Raises CaseNotOpen, NotPermitted, PassphraseNeeded; ValueError for no words.
        """
        if not legible(text):
            raise ValueError("nothing is said")

        def work(connection: Connection) -> str:
            entry = entry_of(connection, number)
            require_part(connection, entry, "discuss")
            subject = subject_of(connection, entry)
            forget_panel_draft(connection, number, DraftPart.CONTRIBUTION, DraftPart.REPLY_TO)
            return self._signer.sign(
                connection,
                lambda stem: DiscussionPacket(
                    **stem, **subject, text=text, in_reply_to=in_reply_to
                ),
            )

        return self._store.perform(work)

    def keep(self, number: str, text: str, in_reply_to: str | None = None) -> None:
        """Keep what is being written; durable before this returns."""
        now = timestamp(self._clock())

        def work(connection: Connection) -> None:
            keep_panel_draft(connection, number, DraftPart.CONTRIBUTION, text, now)
            keep_panel_draft(connection, number, DraftPart.REPLY_TO, in_reply_to or "", now)

        self._store.perform(work)

    def mark_seen(self, packets: tuple[str, ...]) -> None:
        """These have been on the screen."""
        self._store.perform(lambda connection: note_seen(connection, packets))

    def news(self) -> Mapping[str, int]:
        """How many contributions of others were not seen yet, by case."""
        with self._store.read() as connection:
            return unseen_contributions(connection)


def _entries(
    said: tuple[Saying, ...], seen: frozenset[str]
) -> tuple[Contribution | ScoreAmended, ...]:
    """From the first contribution on; scores amended before there was any are not of it."""
    entries: list[Contribution | ScoreAmended] = []
    for each in said:
        if isinstance(each.document, DiscussionPacket):
            entries.append(_contribution(each, each.document, seen))
        elif entries and isinstance(each.document, AmendmentPacket) and each.counts:
            entries.append(ScoreAmended(each.packet, each.voice, each.at, each.leaf))
    return tuple(entries)


def _contribution(said: Saying, document: DiscussionPacket, seen: frozenset[str]) -> Contribution:
    return Contribution(
        packet=said.packet,
        voice=said.voice,
        text=document.text,
        in_reply_to=document.in_reply_to,
        at=said.at,
        leaf=said.leaf,
        counts=said.counts,
        is_new=not said.voice.is_own and said.packet not in seen,
    )
