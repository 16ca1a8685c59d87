"""Packets as a server offers them: each verified by itself, with what its log proves of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from review_protocol.canonical import from_base64
from review_protocol.documents.answers import CollectedPacket, PacketsAnswer
from review_protocol.documents.dossier import DossierAnswer, DossierStateAnswer
from review_protocol.documents.packet import CasePacket, KnownCheckpoint
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import SignedPacket, opened_packet
from review_protocol.translog import open_checkpoint
from reviewer_app.errors import Found, NotOurServer
from reviewer_app.models.dossier import Doubt
from reviewer_app.sync.trust import Standing, TrustState, proved_arrival, proved_change

KeyOf = Callable[[str], VerifyKey | None]
"""The key with this id, where it may be believed."""


@dataclass(frozen=True, slots=True)
class ProvedPacket:
    """A packet whose signature and receipt hold; `standing` is how it stands now."""

    envelope: bytes
    signed: SignedPacket
    receipt: str
    leaf: int
    """Its arrival in the log."""
    received: str
    """When the server took it, a timestamp."""
    standing: Standing
    change: str | None
    """The receipt of the leaf by which it stands, where that is not its own."""

    @property
    def case(self) -> str | None:
        """The case that it is about; None also of one that a newer version wrote."""
        document = self.signed.document
        return document.case if isinstance(document, CasePacket) else None

    @property
    def quote(self) -> KnownCheckpoint | None:
        """The checkpoint that it quotes, as its signer's computer had verified it."""
        return None if self.signed.document is None else self.signed.document.checkpoint


def proved_packet(
    offered: CollectedPacket, keys: Mapping[str, VerifyKey], trust: TrustState
) -> ProvedPacket | None:
    """None where its key is not among these, or signature, receipt or change do not hold."""
    found = proof_of(offered, keys, trust)
    return None if isinstance(found, Doubt) else found


def proof_of(
    offered: CollectedPacket, keys: Mapping[str, VerifyKey], trust: TrustState
) -> ProvedPacket | Doubt:
    """The same, or the first thing that does not hold."""
    try:
        envelope = from_base64(offered.envelope)
    except ProtocolFailure:
        return Doubt.SIGNATURE
    found = proof_in(envelope, offered.receipt, offered.change, keys.get, trust)
    if isinstance(found, Doubt):
        kid = kid_named(offered.envelope)
        return Doubt.DEVICE if kid is not None and kid not in keys else found
    return found


def proof_in(
    envelope: bytes, receipt: str, change: str | None, key_of: KeyOf, trust: TrustState
) -> ProvedPacket | Doubt:
    """What these bytes prove by themselves: signature, arrival, and how the packet stands by its
    own leaf or by the one that changed it; or the first of these that does not hold."""
    doubt = Doubt.SIGNATURE
    try:
        signed = opened_packet(envelope, key_of)
        doubt = Doubt.RECEIPT
        proved, leaf = proved_arrival(receipt, signed.id, signed.header, trust)
        standing = Standing(leaf.disposition, proved.index)
        doubt = Doubt.CHANGE
        if change is not None:
            standing = proved_change(change, signed.id, trust)
    except ProtocolFailure:
        return doubt
    return ProvedPacket(envelope, signed, receipt, proved.index, leaf.received, standing, change)


def kid_named(envelope: str) -> str | None:
    """The key by which something in base64 says that it is signed, where it says so."""
    try:
        return read_envelope(from_base64(envelope)).keyid
    except ProtocolFailure:
        return None


class Session(Protocol):
    """A conversation with a server, so far as what it offers is verified by it."""

    @property
    def server(self) -> str: ...

    @property
    def trust(self) -> TrustState: ...


def log_size(session: Session, answer: PacketsAnswer | DossierAnswer | DossierStateAnswer) -> int:
    """The size of the log that the answer was given from; raises NotOurServer."""
    try:
        return open_checkpoint(answer.log.checkpoint, session.trust.log_verifiers).size
    except ProtocolFailure as error:
        raise NotOurServer(session.server, Found.UNSIGNED) from error
