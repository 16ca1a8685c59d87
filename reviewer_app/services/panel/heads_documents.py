"""What the head signed about many cases at once: comparisons and lists, verified once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import Packet
from review_protocol.documents.people import Role
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from reviewer_app.models.collected import CollectedRow, ExpertRow, collected_packets, experts
from reviewer_app.models.dossier import Doubt
from reviewer_app.models.erased import ERASED
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import packets_of_kind
from reviewer_app.services.believed import trust_of
from reviewer_app.sync.offered import proof_in
from reviewer_app.sync.trust import (
    TrustState,
    logged_certificate,
)

P = TypeVar("P", bound=Packet)
P_co = TypeVar("P_co", bound=Packet, covariant=True)


@dataclass(frozen=True)  # with slots, Python 3.11 cannot subscript a frozen generic
class HeadsPacket(Generic[P_co]):
    """`leaf` and `disposition` are None until it is received."""

    packet: str
    document: P_co
    at: str
    leaf: int | None
    disposition: Disposition | None
    is_own: bool

    @property
    def counts(self) -> bool:
        """Also as long as it is on its way."""
        return self.disposition is None or self.disposition.counts


def heads_packets(connection: Connection, model: type[P]) -> tuple[HeadsPacket[P], ...]:
    """Those of one kind, in the order of the log; what has no receipt yet comes last, as signed."""
    trust = trust_of(connection)
    certificates = {row.kid: row for row in experts(connection)}
    found: dict[str, HeadsPacket[P]] = {}
    for row in collected_packets(connection, kinds=(model.kind,)):
        proved = _proved(row, certificates.get(row.kid), trust, model)
        if proved is not None:
            found[row.id] = proved
    elsewhere = [each.stored() for each in other_packets(connection) if each.kind == model.kind]
    for stored in (*elsewhere, *packets_of_kind(connection, model.kind)):
        document = None if stored.envelope == ERASED else stored.document()
        if isinstance(document, model):
            found[stored.id] = HeadsPacket(
                stored.id,
                document,
                stored.signed_at,
                stored.leaf,
                stored.disposition,
                is_own=True,
            )
    there = sorted(
        (each for each in found.values() if each.leaf is not None),
        key=lambda each: each.leaf or 0,
    )
    return (*there, *(each for each in found.values() if each.leaf is None))


def standing_of(connection: Connection, model: type[P]) -> HeadsPacket[P] | None:
    """The newest that counts, or waits to."""
    counted = [each for each in heads_packets(connection, model) if each.counts]
    return counted[-1] if counted else None


def _proved(
    row: CollectedRow, signer: ExpertRow | None, trust: TrustState, model: type[P]
) -> HeadsPacket[P] | None:
    """None for what is not the head's, or does not verify."""
    if signer is None:
        return None
    try:
        certificate, _ = logged_certificate(signer.certificate, signer.receipt, trust, kid=row.kid)
        key = VerifyKey(from_base64(certificate.signing_key))
    except ProtocolFailure:
        return None
    found = proof_in(row.envelope, row.receipt, row.change, {row.kid: key}.get, trust)
    if isinstance(found, Doubt) or Role.HEAD not in certificate.roles:
        return None
    id, document = found.signed.id, found.signed.document
    if not isinstance(document, model):
        return None
    stands = found.standing.disposition
    return HeadsPacket(id, document, found.received, found.leaf, stands, is_own=False)
