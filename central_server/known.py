"""What bears on the judgement of packets: the packets as they came, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from central_server.devices import Device
from central_server.lineage import Earlier, Lineage
from central_server.people import Person
from central_server.said import AllSaid, said_by
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AmendmentPacket,
    CasePacket,
    ChainHeader,
    ConflictAnswer,
    DecisionPacket,
    DeclarationPacket,
    Packet,
    RecusalPacket,
    RecusalReason,
    RoundAct,
    RoundPacket,
    WithdrawalPacket,
)
from review_protocol.documents.panel_acts import (
    CitationPacket,
    ComparisonPacket,
    FinalListPacket,
    LongListPacket,
)
from review_protocol.documents.programme import RoundState, Rubric, Rules
from review_protocol.opening import SignedPacket

RoundKey = tuple[str, int, str]
"""Person, round, case."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A validly signed packet as it came: its id, what it says, and the received bytes."""

    id: str
    kind: str
    version: int
    header: ChainHeader
    document: Packet | None
    reason: str | None
    envelope: bytes

    @classmethod
    def of(cls, signed: SignedPacket, envelope: bytes) -> Self:
        """The packet in these received bytes; its id is computed once."""
        return cls(
            signed.id,
            signed.kind,
            signed.version,
            signed.header,
            signed.document,
            signed.reason,
            envelope,
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A packet's place in its chain."""

    packet: str
    prev: str | None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """A case: its current text, the headers on which a declaration holds, and its panel."""

    case_hash: str
    headers: frozenset[str]
    panel: str | None
    withdrawn: bool = False
    texts: tuple[tuple[str, str], ...] = ()
    """The moments from which on a text was current, and its hash, oldest first."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stored packet that an act names, and how it stands."""

    packet: Incoming
    person: str
    disposition: Disposition
    arrived_as: Disposition
    """What its own leaf says."""
    leaf: int
    received: str


@dataclass(slots=True)
class Known:
    """What the server knows that bears on some packets; brought up to date packet by packet."""

    deployment: str
    rubric: Rubric
    rubric_id: str
    devices: Mapping[str, Device]
    rounds: dict[int, RoundState] = field(default_factory=dict)
    cases: Mapping[str, CaseFacts] = field(default_factory=dict)
    assigned: frozenset[RoundKey] = frozenset()
    declared: dict[RoundKey, ConflictAnswer] = field(default_factory=dict)
    links: dict[tuple[str, str, int], Link] = field(default_factory=dict)
    earlier: dict[tuple[str, str], Lineage] = field(default_factory=dict)
    named: Mapping[str, Named] = field(default_factory=dict)
    proved: Mapping[str, str] = field(default_factory=dict)
    """When packets had arrived before, in a log that this one follows."""
    said: AllSaid = field(default_factory=AllSaid)
    stood_in_for: tuple[Person, ...] = ()
    """The chairs and heads, where a deputy of one signed something."""
    closings: dict[int, str] | None = None
    """When which round was closed, whatever grace its scores still have; as `rounds` say, unless
    it is said otherwise."""
    rules: Rules | None = None
    """The rule file, where there is one."""

    def __post_init__(self) -> None:
        if self.closings is None:
            closed = ((number, state.closed) for number, state in self.rounds.items())
            self.closings = {number: at for number, at in closed if at is not None}

    def closed(self, rounds: Iterable[int]) -> bool:
        """Whether all of these rounds were opened, and are closed."""
        opened = {number for number, state in self.rounds.items() if state.opened is not None}
        return {*rounds} <= opened & (self.closings or {}).keys()

    def declared_on(self, person: str, case: str) -> ConflictAnswer | None:
        """What somebody declared on a case in the last of the rounds in which they did: it holds
        for those that follow."""
        answers = {
            number: self.declared[person, number, case]
            for number in self.rounds
            if (person, number, case) in self.declared
        }
        return answers[max(answers)] if answers else None

    def take(self, packet: Incoming, disposition: Disposition, received: str) -> None:
        """Count this packet among the known ones, for those that come after it."""
        header, document = packet.header, packet.document
        place = (header.kid, header.chain, header.seq)
        self.links.setdefault(place, Link(packet.id, header.prev))
        person = self.devices[header.kid].person.id
        if isinstance(document, CasePacket):
            of_case = self.earlier.setdefault((person, document.case), Lineage())
            superseded = superseded_by(document)
            of_case.add(packet.id, Earlier(packet.kind, document.round, disposition, superseded))
        said = said_by(document, person, disposition)
        if said is not None:
            self.said.add(packet.id, said)
        if not disposition.counts:
            return
        if isinstance(document, RoundPacket) and document.round in self.rounds:
            closed = received if document.act is RoundAct.CLOSE else None
            state = self.rounds[document.round]
            self.rounds[document.round] = state.model_copy(update={"closed": closed})
            self.closings = {**(self.closings or {}), document.round: received}
            if closed is None:
                del self.closings[document.round]
        self.declared |= declared_by(document, person)


def unread(packet: Incoming) -> Disposition:
    """What becomes of a packet whose fields this server does not know."""
    if packet.reason == "newer version":
        return Disposition.HELD_NEWER_VERSION
    return Disposition.NOT_COUNTED_MALFORMED


def declared_by(document: Packet | None, person: str) -> dict[RoundKey, ConflictAnswer]:
    """What a packet that counts declares on which cases: a recusal may declare a conflict."""
    if isinstance(document, DeclarationPacket):
        return {(person, document.round, each.case): each.answer for each in document.declarations}
    if isinstance(document, RecusalPacket) and document.reason is RecusalReason.CONFLICT:
        return {(person, document.round, document.case): ConflictAnswer.CONFLICT}
    return {}


def superseded_by(document: Packet | None) -> str | None:
    """The id of the packet that this one replaces."""
    if isinstance(document, AmendmentPacket | WithdrawalPacket | RecusalPacket | DecisionPacket):
        return document.supersedes
    if isinstance(document, CitationPacket | ComparisonPacket | LongListPacket | FinalListPacket):
        return document.supersedes
    return None
