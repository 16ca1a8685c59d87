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
    """One packet about a case; `disposition` is the one that stands now, and `pseudonym` None
    where its signer reviews nothing, such as a chair who decides."""

    id: str
    pseudonym: int | None
    document: CasePacket
    disposition: Disposition
    leaf: int
    received: str


@dataclass(frozen=True, slots=True)
class _Proved:
    """What the bytes of a packet and of its receipt prove, by themselves."""

    id: str
    document: CasePacket
    leaf: int
    received: str


class ReviewReader:
    """Reads collected packets; the same bytes are verified once as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, str, bytes, bytes], _Proved | None] = {}

    def read(
        self, connection: Connection, trust: TrustState, case: str | None = None
    ) -> Mapping[str, tuple[Review, ...]]:
        """All packets by case number, in the order of the log.

        A packet counts only where its signature is the certified device's and its receipt proves
        that the log took exactly this packet; anything else is left out.
        """
        keys, pseudonyms = _certified(connection, trust)
        found: dict[str, list[Review]] = defaultdict(list)
        for row in collected_packets(connection, case):
            key = keys.get(row.kid)
            proved = None if key is None else self._proved(row, key, trust)
            if proved is not None:
                review = Review(
                    id=proved.id,
                    pseudonym=pseudonyms[row.kid],
                    document=proved.document,
                    disposition=row.disposition,
                    leaf=proved.leaf,
                    received=proved.received,
                )
                found[proved.document.case].append(review)
        return {number: tuple(reviews) for number, reviews in found.items()}

    def _proved(self, row: CollectedRow, key: VerifyKey, trust: TrustState) -> _Proved | None:
        shown = (row.envelope, row.receipt, key.raw, trust.envelope)
        if shown not in self._known:
            self._known[shown] = _proof(row, key, trust)
        return self._known[shown]


def _certified(
    connection: Connection, trust: TrustState
) -> tuple[dict[str, VerifyKey], dict[str, int | None]]:
    """Keys and pseudonyms by key id, of devices whose certificate the server signed."""
    keys: dict[str, VerifyKey] = {}
    pseudonyms: dict[str, int | None] = {}
    for row in experts(connection):
        try:
            certificate = opened_certificate(row.certificate, trust, kid=row.kid).document
            keys[row.kid] = VerifyKey(from_base64(certificate.signing_key))
        except ProtocolFailure:
            continue
        pseudonyms[row.kid] = row.pseudonym
    return keys, pseudonyms


def _proof(row: CollectedRow, key: VerifyKey, trust: TrustState) -> _Proved | None:
    try:
        packet = opened_packet(row.envelope, {key.key_id: key}.get)
        receipt, leaf = proved_arrival(row.receipt, packet.id, packet.header, trust)
    except ProtocolFailure:
        return None
    if not isinstance(packet.document, CasePacket):
        return None
    return _Proved(packet.id, packet.document, receipt.index, leaf.received)
