"""What was signed about a case by anybody of its panel, here and elsewhere, in one order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.case_list import CaseEntry, case_entry
from reviewer_app.models.erased import ERASED
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import StoredPacket, packets_of_case
from reviewer_app.services.believed import trust_of
from reviewer_app.services.panel.collected_reviews import Review, ReviewReader
from reviewer_app.services.panel.voices import Seat, Voice, own_voice, voices


@dataclass(frozen=True, slots=True)
class Saying:
    """A signed packet about a case; `leaf` and `disposition` are None until it is received."""

    packet: str
    document: CasePacket
    voice: Voice
    at: str
    """When it was signed here, or else received."""
    leaf: int | None
    disposition: Disposition | None

    @property
    def counts(self) -> bool:
        """Also as long as it is on its way."""
        return self.disposition is None or self.disposition.counts


@dataclass(frozen=True, slots=True)
class _Found:
    id: str
    document: CasePacket
    at: str
    leaf: int | None
    disposition: Disposition | None
    is_own: bool


def sayings(connection: Connection, reader: ReviewReader, entry: CaseEntry) -> tuple[Saying, ...]:
    """All of a case, in the order of the log; what has no receipt yet comes last, as signed.

    Whatever others signed is verified again. For who may take part alone: ask before.
    """
    trust = trust_of(connection)
    reviews = reader.read(connection, trust, entry.number)
    found = {each.id: each for each in _of_others(reviews)}
    found.update({each.id: each for each in _of_own(connection, entry.number)})
    kids = {each.document.header.kid for each in found.values() if not each.is_own}
    speakers = voices(connection, trust, entry, kids)
    oneself = own_voice(connection, entry)
    there = [each for each in found.values() if each.leaf is not None]
    there.sort(key=lambda each: each.leaf or 0)
    waiting = [each for each in found.values() if each.leaf is None]
    return _told_apart(
        Saying(each.id, each.document, voice, each.at, each.leaf, each.disposition)
        for each in (*there, *waiting)
        for voice in (oneself if each.is_own else speakers.get(each.document.header.kid),)
        if voice is not None
    )


def _told_apart(said: Iterable[Saying]) -> tuple[Saying, ...]:
    """Two chairs, or two heads, are numbered as they first spoke of the case: the log's order is
    the same for everybody who sees it."""
    listed = tuple(said)
    people: dict[Seat, list[str]] = {}
    for each in listed:
        of_seat = people.setdefault(each.voice.seat, [])
        if each.voice.person not in of_seat:
            of_seat.append(each.voice.person)
    people.pop(Seat.EXPERT, None)
    several = {seat: of for seat, of in people.items() if len(of) > 1}
    return tuple(
        replace(each, voice=replace(each.voice, ordinal=of.index(each.voice.person) + 1))
        if (of := several.get(each.voice.seat)) is not None
        else each
        for each in listed
    )


def entry_of(connection: Connection, number: str) -> CaseEntry:
    """The case's entry; raises CaseNotOpen where there is no such case, or its text is not known
    here."""
    entry = case_entry(connection, number)
    if entry is None or entry.case_hash is None:
        raise CaseNotOpen(number)
    return entry


def _of_others(reviews: Iterable[Review]) -> Iterable[_Found]:
    for each in reviews:
        if each.document is not None:
            yield _Found(each.id, each.document, each.received, each.leaf, each.disposition, False)


def _of_own(connection: Connection, number: str) -> Iterable[_Found]:
    elsewhere = (each.stored() for each in other_packets(connection, number))
    for each in (*elsewhere, *packets_of_case(connection, number)):
        found = _own(each)
        if found is not None:
            yield found


def _own(stored: StoredPacket) -> _Found | None:
    document = None if stored.envelope == ERASED else stored.document()
    if not isinstance(document, CasePacket):
        return None
    return _Found(stored.id, document, stored.signed_at, stored.leaf, stored.disposition, True)
