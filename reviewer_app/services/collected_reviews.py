"""Other people's packets as the panel counts them: signature and receipt verified once more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened_packet
from reviewer_app.models.collected import CollectedRow, collected_packets, experts
from reviewer_app.sync.trust import TrustState, opened_certificate, proved_arrival


@dataclass(frozen=True, slots=True)
class Review:
    """One packet about a case by one expert; `disposition` is the one that stands now."""

    id: str
    pseudonym: int
    document: CasePacket
    disposition: Disposition
    leaf: int
    received: str


def verified_reviews(
    connection: Connection, trust: TrustState, case: str | None = None
) -> Mapping[str, tuple[Review, ...]]:
    """The packets of all experts by case number, in the order of the log.

    A packet counts only where its signature is the certified device's and its receipt proves that
    the log took exactly this packet; anything else is left out.
    """
    keys, pseudonyms = _certified(connection, trust)
    found: dict[str, list[Review]] = defaultdict(list)
    for row in collected_packets(connection, case):
        review = _review(row, keys, pseudonyms, trust)
        if review is not None:
            found[review.document.case].append(review)
    return {number: tuple(reviews) for number, reviews in found.items()}


def _certified(
    connection: Connection, trust: TrustState
) -> tuple[dict[str, VerifyKey], dict[str, int]]:
    """Keys and pseudonyms by key id, of devices whose certificate the server signed."""
    keys: dict[str, VerifyKey] = {}
    pseudonyms: dict[str, int] = {}
    for row in experts(connection):
        try:
            certificate = opened_certificate(row.certificate, trust, kid=row.kid)
            keys[row.kid] = VerifyKey(from_base64(certificate.signing_key))
        except ProtocolFailure:
            continue
        pseudonyms[row.kid] = row.pseudonym
    return keys, pseudonyms


def _review(
    row: CollectedRow,
    keys: Mapping[str, VerifyKey],
    pseudonyms: Mapping[str, int],
    trust: TrustState,
) -> Review | None:
    try:
        packet = opened_packet(row.envelope, keys.get)
        receipt, leaf = proved_arrival(row.receipt, packet.id, packet.header, trust)
    except ProtocolFailure:
        return None
    if not isinstance(packet.document, CasePacket):
        return None
    return Review(
        id=packet.id,
        pseudonym=pseudonyms[packet.header.kid],
        document=packet.document,
        disposition=row.disposition,
        leaf=receipt.index,
        received=leaf.received,
    )
