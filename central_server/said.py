"""What panels have said, as far as later acts build on it: decisions, citations, and the lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket, DecisionPacket, Packet
from review_protocol.documents.panel_acts import (
    CitationPacket,
    ComparisonPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.documents.programme import Recommendation

OF_CASES = (DecisionPacket.kind, CitationPacket.kind)
_NAMED = DecisionPacket | CitationPacket | ComparisonPacket | LongListPacket | FinalListPacket
OF_MANY = (ComparisonPacket.kind, LongListPacket.kind, FinalListPacket.kind)


@dataclass(frozen=True, slots=True)
class Said:
    """A packet that others may name; `round` is 0 for what a case has one of in all rounds."""

    kind: str
    person: str
    case: str | None
    round: int
    disposition: Disposition
    supersedes: str | None
    outcome: Recommendation | None = None
    """Of a decision."""


@dataclass(slots=True)
class AllSaid:
    """Those that bear on some packets, in the order of the log, by their ids."""

    by_id: dict[str, Said] = field(default_factory=dict)

    def add(self, id: str, packet: Said) -> None:
        """One more; it comes after all that it may supersede."""
        self.by_id[id] = packet

    def change(self, id: str, disposition: Disposition) -> None:
        """One that is there stands otherwise by now."""
        if id in self.by_id:
            self.by_id[id] = replace(self.by_id[id], disposition=disposition)

    def counts(self, id: str, kind: str) -> bool:
        """Whether this has arrived, is of this kind, and counts."""
        found = self.by_id.get(id)
        return found is not None and found.kind == kind and found.disposition.counts

    def line(self, id: str | None) -> Iterator[str]:
        """A packet, and what it goes back to."""
        while id is not None and (packet := self.by_id.get(id)) is not None:
            yield id
            id = packet.supersedes

    def standing(self, kind: str, *, case: str | None, round: int | None) -> frozenset[str]:
        """Those of a kind that count and that nothing which counts replaces; of all rounds where
        none is named."""
        counted = {
            id: each
            for id, each in self.by_id.items()
            if (each.kind, each.case) == (kind, case)
            and round in (None, each.round)
            and each.disposition.counts
        }
        replaced = {old for each in counted.values() for old in self.line(each.supersedes)}
        return frozenset(counted.keys() - replaced)

    def newest_decision(self, case: str) -> str | None:
        """The decision that stands for a case: the last that counts, whoever made it."""
        newest = None
        for id, each in self.by_id.items():
            of_case = (each.kind, each.case) == (DecisionPacket.kind, case)
            if of_case and each.disposition.counts:
                newest = id
        return newest


def scope_of(document: Packet) -> int:
    """The round in which one of its kind stands: of several, the last."""
    match document:
        case ComparisonPacket(rounds=rounds) | FinalListPacket(rounds=rounds):
            return rounds[-1]
        case LongListPacket(round=round):
            return round
        case _:
            return 0


def said_by(document: Packet | None, person: str, disposition: Disposition) -> Said | None:
    """What of this packet later acts may build on; None where they never name it."""
    if not isinstance(document, _NAMED):
        return None
    case = document.case if isinstance(document, CasePacket) else None
    scope = scope_of(document)
    outcome = document.outcome if isinstance(document, DecisionPacket) else None
    return Said(document.kind, person, case, scope, disposition, document.supersedes, outcome)


def cases_named(document: Packet | None) -> frozenset[str]:
    """The cases that a packet is about."""
    match document:
        case LongListPacket(cases=cases):
            return frozenset(each.case for each in cases)
        case FinalListPacket(places=places, reserve=reserve):
            return frozenset(each.case for each in places if each.case is not None) | {*reserve}
        case CasePacket(case=case):
            return frozenset({case})
        case _:
            return frozenset()
