"""What a server answers to a panel's desk that collects: packets, and what it tells beside them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NoReturn

from review_protocol.canonical import from_base64
from review_protocol.documents.answers import CollectedPacket, PacketsAnswer, RefusalCode
from review_protocol.documents.case import Case
from review_protocol.documents.dossier import (
    CountryTie,
    DecidedCase,
    DecidedElsewhere,
    Decider,
    DossierAnswer,
    PanelDeclaration,
    Withheld,
    WithheldCase,
)
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from reviewer_app.errors import ServerRefused
from reviewer_app.sync.trust import TrustState


@dataclass
class Answering:
    """What the server would answer to a desk that collects: everything, on one page."""

    server: str
    trust: TrustState
    answer: PacketsAnswer
    dossier: DossierAnswer | None = None
    """None of an older server."""

    def dossier_after(self, leaf: int) -> DossierAnswer:
        if self.dossier is None:
            raise ServerRefused(RefusalCode.NOT_FOUND, "no such resource")
        if leaf == 0:
            return self.dossier
        nothing: dict[str, object] = dict.fromkeys(
            ("decides", "withheld", "declarations", "ties", "places", "leaves"), ()
        )
        return self.dossier.model_copy(update=nothing)

    def dossier_state(self) -> NoReturn:
        raise ServerRefused(RefusalCode.NOT_FOUND, "no such resource")

    def packets_after(self, leaf: int) -> PacketsAnswer:
        if leaf < self.answer.next_leaf:
            return self.answer
        return self.answer.model_copy(update={"packets": ()})


@dataclass
class Told:
    """What a server tells a panel's member beside the packets."""

    withheld: list[WithheldCase] = field(default_factory=list)
    decides: list[str] = field(default_factory=list)
    deputy: bool = False
    declarations: list[PanelDeclaration] = field(default_factory=list)
    ties: list[CountryTie] = field(default_factory=list)
    places: list[DecidedElsewhere] = field(default_factory=list)
    undecided: int = 0
    deputies: list[str] = field(default_factory=list)

    def hide(
        self, case: Case, why: Withheld = Withheld.CONFLICT, by: Decider | None = None
    ) -> None:
        found = WithheldCase(round=1, case=case.number, why=why, decided_by=by)
        self.withheld.append(found)

    def answer(self, packets: PacketsAnswer, unseen: Iterable[CollectedPacket]) -> DossierAnswer:
        return DossierAnswer(
            nonce=packets.nonce,
            deputy=self.deputy,
            decides=tuple(DecidedCase(round=1, case=each) for each in self.decides),
            withheld=tuple(self.withheld),
            declarations=tuple(self.declarations),
            ties=tuple(self.ties),
            places=tuple(self.places),
            undecided=self.undecided,
            deputies=tuple(self.deputies),
            leaves=tuple(each.receipt for each in unseen),
            scope=sha256(repr(self).encode()).hexdigest(),
            next_leaf=packets.next_leaf,
            log=packets.log,
            request_nonce=packets.request_nonce,
        )


def case_in(packet: CollectedPacket) -> str | None:
    """The case that a packet is about."""
    try:
        body = read_envelope(from_base64(packet.envelope)).body
    except ProtocolFailure:
        return None
    found: str | None = json.loads(body).get("case")
    return found


def print_nothing(progress: object) -> None:
    """Progress that nobody looks at."""


def never() -> bool:
    return False
