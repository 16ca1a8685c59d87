"""The texts of a case's citation as they stand: who answered, who is waited for, who is excused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.packet import ConflictAnswer, DecisionPacket
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CitationPacket,
    DiscussionPacket,
    ExpertRequestPacket,
)
from review_protocol.documents.people import Role
from reviewer_app.services.panel.dossier import declarations
from reviewer_app.services.panel.sayings import Saying
from reviewer_app.services.panel.voices import DECIDING, Voice

_SPOKEN = (DecisionPacket, DiscussionPacket, ExpertRequestPacket, CitationPacket, ApprovalPacket)
"""By which somebody takes part in what a panel says of a case."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What one of the panel says of a text; `leaf` is None while it is on this computer alone."""

    packet: str
    voice: Voice
    approves: bool
    comment: str
    at: str
    leaf: int | None
    excused: bool = False
    """Whether it is of somebody who has a conflict of interest by now: then nothing goes by it."""


@dataclass(frozen=True, slots=True)
class CitationText:
    """One text that somebody signed, and what each of the others said of it last."""

    packet: str
    voice: Voice
    zh: str
    en: str
    at: str
    leaf: int | None
    approvals: tuple[Approval, ...]
    waiting: tuple[Voice, ...] = ()
    """Who decides about the case, has spoken of it, and has not answered this text."""

    @property
    def agreed(self) -> bool:
        """Whether another than its writer approves it, nobody objects, and nobody of those who
        decide and have spoken of the case has still to answer; whoever has a conflict of interest
        by now is not asked."""
        return {each.approves for each in self.answers} == {True} and not self.waiting

    @property
    def answers(self) -> tuple[Approval, ...]:
        """By what agreement goes."""
        return tuple(each for each in self.approvals if not each.excused)

    @property
    def approved(self) -> int:
        """How many approve it."""
        return sum(each.approves for each in self.answers)

    @property
    def own_answer(self) -> Approval | None:
        """What this person said of it last."""
        return next((each for each in self.approvals if each.voice.is_own), None)


def excused(connection: Connection, number: str, said: Iterable[Saying]) -> frozenset[str]:
    """The people who have spoken of a case and have a conflict of interest on it by now.

    A conflict is told by role, and whether it is a deputy's, never by person: where fewer are told
    of one role than have spoken in it, whose they are is not known, and nobody is excused.
    """
    speakers: dict[tuple[Role, bool], set[str]] = {}
    for each in said:
        if each.voice.seat in DECIDING:
            people = speakers.setdefault((each.voice.role, each.voice.deputy), set())
            people.add(each.voice.person)
    told = Counter(
        (each.role, each.deputy)
        for each in declarations(connection).get(number, ())
        if each.answer is ConflictAnswer.CONFLICT
    )
    whole = (people for of, people in speakers.items() if told[of] >= len(people))
    return frozenset[str]().union(*whole)


def citation_texts(
    said: Sequence[Saying], excused: frozenset[str] = frozenset()
) -> tuple[CitationText, ...]:
    """The texts among what was said of a case, in the order in which they stand; `excused` are
    people of whose word nothing goes."""
    return tuple(
        text_of(said, each, each.document, excused)
        for each in said
        if isinstance(each.document, CitationPacket) and each.counts
    )


def text_of(
    said: Sequence[Saying],
    each: Saying,
    document: CitationPacket,
    excused: frozenset[str] = frozenset(),
) -> CitationText:
    """One of them, with what was said of it."""
    approvals = _approvals(said, each, excused)
    return CitationText(
        packet=each.packet,
        voice=each.voice,
        zh=document.zh,
        en=document.en,
        at=each.at,
        leaf=each.leaf,
        approvals=approvals,
        waiting=tuple(_waiting(said, each, approvals, excused)),
    )


def _waiting(
    said: Sequence[Saying],
    text: Saying,
    approvals: Sequence[Approval],
    excused: frozenset[str],
) -> Iterator[Voice]:
    """In the order in which they first spoke."""
    known = {text.voice.person, *(each.voice.person for each in approvals)}
    for each in said:
        decides = each.voice.seat in DECIDING and each.voice.person not in excused
        if isinstance(each.document, _SPOKEN) and each.counts and decides:
            if each.voice.person not in known:
                yield each.voice
            known.add(each.voice.person)


def _approvals(
    said: Sequence[Saying], text: Saying, excused: frozenset[str]
) -> tuple[Approval, ...]:
    """The last word of each but the writer."""
    last: dict[str, Approval] = {}
    for each in said:
        document = each.document
        if not isinstance(document, ApprovalPacket) or not each.counts:
            continue
        if document.citation != text.packet or each.voice.person == text.voice.person:
            continue
        last.pop(each.voice.person, None)
        last[each.voice.person] = Approval(
            packet=each.packet,
            voice=each.voice,
            approves=document.approves,
            comment=document.comment,
            at=each.at,
            leaf=each.leaf,
            excused=each.voice.person in excused,
        )
    return tuple(last.values())
