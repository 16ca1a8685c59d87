"""Other people's packets as the panel counts them: signature and receipt verified once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket, Packet
from review_protocol.documents.people import Role
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from reviewer_app.models.collected import CollectedRow, ExpertRow, collected_packets, experts
from reviewer_app.models.dossier import Doubt, unproved_packets
from reviewer_app.sync.offered import proof_in
from reviewer_app.sync.trust import (
    Standing,
    TrustState,
    logged_certificate,
)


@dataclass(frozen=True, slots=True)
class Review:
    """One packet about a case; `disposition` is the one that stands now, and `pseudonym` None
    where its signer reviews nothing, such as a chair who decides."""

    id: str
    pseudonym: int | None
    document: CasePacket
    disposition: Disposition
    leaf: int
    received: str


class Link(NamedTuple):
    """A packet's place in its device's chain; `previous` is the id of the one before it."""

    kid: str
    chain: str
    seq: int
    packet: str
    previous: str | None
    leaf: int


class Doubted(NamedTuple):
    """Something kept or offered as a packet of this device that counts nowhere, and why."""

    kid: str | None
    doubt: Doubt


class Device(NamedTuple):
    """A certified device whose packets are shown: whose, by number or by role."""

    pseudonym: int | None
    roles: tuple[Role, ...]
    key: VerifyKey


@dataclass(frozen=True, slots=True)
class Examined:
    """All collected packets after each was verified: those on cases, the chains, what failed."""

    reviews: Mapping[str, tuple[Review, ...]]
    """By case number, in the order of the log."""
    links: tuple[Link, ...]
    doubted: tuple[Doubted, ...]
    devices: Mapping[str, Device]
    """By key id."""
    newer: int
    """Packets that a newer version of the app wrote: proved, and not to be read here."""


@dataclass(frozen=True, slots=True)
class _Proved:
    """What the bytes of a packet and of its receipt prove, by themselves."""

    document: Packet | None
    link: Link
    received: str
    standing: Standing


class ReviewReader:
    """Reads collected packets; the same bytes are verified once as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, str, str | None, bytes, bytes], _Proved | Doubt] = {}
        self._certified: dict[tuple[ExpertRow, bytes], Device | None] = {}

    def read(
        self, connection: Connection, trust: TrustState, case: str | None = None
    ) -> Mapping[str, tuple[Review, ...]]:
        """All packets about cases, or about one, by case number, in the order of the log.

        A packet counts only where its signature is the certified device's and its receipt proves
        that the log took exactly this packet; anything else is left out.
        """
        return self.examine(connection, trust, case).reviews

    def examine(
        self, connection: Connection, trust: TrustState, case: str | None = None
    ) -> Examined:
        """The same, with the chains that the packets stand in, and with what failed."""
        devices = self._devices(connection, trust)
        reviews: dict[str, list[Review]] = defaultdict(list)
        links, doubted, newer = [], [Doubted(*each[1:]) for each in unproved_packets(connection)], 0
        for row in collected_packets(connection, case):
            device = devices.get(row.kid)
            if device is None:
                doubted.append(Doubted(row.kid, Doubt.DEVICE))
                continue
            proved = self._proved(row, device.key, trust)
            if isinstance(proved, Doubt):
                doubted.append(Doubted(row.kid, proved))
                continue
            links.append(proved.link)
            newer += proved.document is None
            if isinstance(proved.document, CasePacket):
                reviews[proved.document.case].append(_review(row, device, proved, proved.document))
        return Examined(
            {number: tuple(found) for number, found in reviews.items()},
            tuple(links),
            tuple(doubted),
            devices,
            newer,
        )

    def _devices(self, connection: Connection, trust: TrustState) -> dict[str, Device]:
        """By key id, those whose certificate the server signed and the log has."""
        found = {}
        for row in experts(connection):
            shown = (row, trust.envelope)
            if shown not in self._certified:
                self._certified[shown] = _certified(row, trust)
            device = self._certified[shown]
            if device is not None:
                found[row.kid] = device
        return found

    def _proved(self, row: CollectedRow, key: VerifyKey, trust: TrustState) -> _Proved | Doubt:
        shown = (row.envelope, row.receipt, row.change, key.raw, trust.envelope)
        if shown not in self._known:
            self._known[shown] = _proof(row, key, trust)
        found = self._known[shown]
        if isinstance(found, _Proved) and found.standing != (row.disposition, row.leaf):
            return Doubt.CHANGE
        return found


def _review(row: CollectedRow, device: Device, proved: _Proved, document: CasePacket) -> Review:
    return Review(
        id=proved.link.packet,
        pseudonym=device.pseudonym,
        document=document,
        disposition=row.disposition,
        leaf=proved.link.leaf,
        received=proved.received,
    )


def _certified(row: ExpertRow, trust: TrustState) -> Device | None:
    try:
        certificate, _ = logged_certificate(row.certificate, row.receipt, trust, kid=row.kid)
        key = VerifyKey(from_base64(certificate.signing_key))
    except ProtocolFailure:
        return None
    return Device(row.pseudonym, certificate.roles, key)


def _proof(row: CollectedRow, key: VerifyKey, trust: TrustState) -> _Proved | Doubt:
    found = proof_in(row.envelope, row.receipt, row.change, {key.key_id: key}.get, trust)
    if isinstance(found, Doubt):
        return found
    packet, header = found.signed, found.signed.header
    link = Link(header.kid, header.chain, header.seq, packet.id, header.prev, found.leaf)
    return _Proved(packet.document, link, found.received, found.standing)
