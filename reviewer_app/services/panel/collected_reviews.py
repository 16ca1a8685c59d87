"""Other people's packets as the panel counts them: signature and receipt verified by each session
before they count, and their bytes looked at each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket
from review_protocol.documents.people import Role
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import signed_document
from reviewer_app.cancelling import Cancelled, NotWanted, never
from reviewer_app.models.collected import (
    CollectedRow,
    ExpertRow,
    collected_in_turn,
    count_collected,
    experts,
)
from reviewer_app.models.dossier import Doubt, unproved_packets
from reviewer_app.services.panel.said import Said, Sheets
from reviewer_app.sync.offered import proof_in
from reviewer_app.sync.trust import Standing, TrustState, logged_certificate

_AT_ONCE = 256
"""Packets between two looks at whether all this is still wanted."""

Counting = Callable[[int, int], None]
"""Told how many packets of how many are done."""


def uncounted(done: int, total: int) -> None:
    """Where nobody looks on."""


@dataclass(frozen=True, slots=True)
class Review:
    """One packet about a case; `disposition` is the one that stands now, and `pseudonym` None
    where its signer reviews nothing, such as a chair who decides."""

    id: str
    pseudonym: int | None
    said: Said
    disposition: Disposition
    leaf: int
    received: str

    @property
    def document(self) -> CasePacket | None:
        """None of a score whose words were not asked for."""
        return self.said.document


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

    said: Said | None
    """None of what is about no case, and of what a newer version wrote."""
    is_newer: bool
    link: Link
    received: str
    standing: Standing


class ReviewReader:
    """Reads collected packets; the same bytes are verified once as long as it lives.

    What it found stays in memory alone, under the SHA-256 of everything that it follows from:
    bytes, receipts, the device's key and the trust that stands. So whatever is changed is verified
    anew, and nobody can leave a verdict for it in the database.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, _Proved | Doubt] = {}
        self._certified: dict[tuple[ExpertRow, bytes], Device | None] = {}
        self._sheets = Sheets()

    def read(self, connection: Connection, trust: TrustState, case: str) -> tuple[Review, ...]:
        """All packets about a case as they were written, in the order of the log.

        A packet counts only where its signature is the certified device's and its receipt proves
        that the log took exactly this packet; anything else is left out.
        """
        return self.examine(connection, trust, case, whole=True).reviews.get(case, ())

    def examine(
        self,
        connection: Connection,
        trust: TrustState,
        case: str | None = None,
        *,
        whole: bool = False,
        counting: Counting = uncounted,
        cancelled: Cancelled = never,
    ) -> Examined:
        """The same of all cases, or of one, with the chains and with what failed; without the words
        of scores unless the `whole` is asked for. Raises NotWanted on cancel.
        """
        devices = self._devices(connection, trust)
        doubted = [Doubted(*each[1:]) for each in unproved_packets(connection)]
        found = _Finding(devices, defaultdict(list), [], doubted)
        total = count_collected(connection, case)
        before, known = self._known, {} if case is None else self._known
        trusted = sha256(trust.envelope).digest()
        for done, row in enumerate(collected_in_turn(connection, case)):
            if done % _AT_ONCE == 0:
                counting(done, total)
                if cancelled():
                    raise NotWanted
            device = devices.get(row.kid)
            if device is None:
                doubted.append(Doubted(row.kid, Doubt.DEVICE))
                continue
            shown = _shown(row, device.key, trusted)
            proved = before.get(shown)
            if proved is None:
                proved = before[shown] = self._proof(row, device.key, trust)
            known[shown] = proved
            found.take(row, device, proved, whole=whole)
        self._known = known  # what is no more in the database is forgotten
        return found.examined()

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

    def _proof(self, row: CollectedRow, key: VerifyKey, trust: TrustState) -> _Proved | Doubt:
        found = proof_in(row.envelope, row.receipt, row.change, {key.key_id: key}.get, trust)
        if isinstance(found, Doubt):
            return found
        header, document = found.signed.header, found.signed.document
        named = self._sheets.named
        link = Link(
            named(header.kid),
            named(header.chain),
            header.seq,
            named(found.signed.id),
            None if header.prev is None else named(header.prev),
            found.leaf,
        )
        said = self._sheets.said(document) if isinstance(document, CasePacket) else None
        return _Proved(said, document is None, link, named(found.received), found.standing)


@dataclass(slots=True)
class _Finding:
    """What examining found so far."""

    devices: Mapping[str, Device]
    reviews: dict[str, list[Review]]
    links: list[Link]
    doubted: list[Doubted]
    newer: int = 0

    def take(
        self, row: CollectedRow, device: Device, proved: _Proved | Doubt, *, whole: bool
    ) -> None:
        """Count a packet in, or what speaks against it."""
        if isinstance(proved, _Proved) and proved.standing != (row.disposition, row.leaf):
            proved = Doubt.CHANGE
        if isinstance(proved, Doubt):
            self.doubted.append(Doubted(row.kid, proved))
            return
        self.links.append(proved.link)
        self.newer += proved.is_newer
        said = proved.said
        if said is None:
            return
        if whole and said.document is None:
            said = _in_full(said, row.envelope)
        review = Review(
            id=proved.link.packet,
            pseudonym=device.pseudonym,
            said=said,
            disposition=row.disposition,
            leaf=proved.link.leaf,
            received=proved.received,
        )
        self.reviews[said.case].append(review)

    def examined(self) -> Examined:
        return Examined(
            {number: tuple(found) for number, found in self.reviews.items()},
            tuple(self.links),
            tuple(self.doubted),
            self.devices,
            self.newer,
        )


def _shown(row: CollectedRow, key: VerifyKey, trusted: bytes) -> bytes:
    """SHA-256 of all that a verdict follows from, each part with its length."""
    parts = (row.envelope, row.receipt.encode(), (row.change or "").encode())
    found = sha256(trusted + key.raw + b"%d %d %d " % tuple(map(len, parts)))
    for part in parts:
        found.update(part)
    return found.digest()


def _in_full(said: Said, envelope: bytes) -> Said:
    """The same with what stands in bytes that were verified."""
    document = signed_document(read_envelope(envelope))
    return Said.of(document) if isinstance(document, CasePacket) else said


def _certified(row: ExpertRow, trust: TrustState) -> Device | None:
    try:
        certificate, _ = logged_certificate(row.certificate, row.receipt, trust, kid=row.kid)
        key = VerifyKey(from_base64(certificate.signing_key))
    except ProtocolFailure:
        return None
    return Device(row.pseudonym, certificate.roles, key)
