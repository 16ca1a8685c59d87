"""Evidence that a stranger can check with openssl, sha256sum and the shell alone."""

from __future__ import annotations

import secrets
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import Randomness
from review_protocol.opening import opened_packet
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.own_certificates import standing_certificate
from reviewer_app.models.store import Store
from reviewer_app.services.believed import trust_of
from reviewer_app.services.certified_keys import CertifiedKeys
from reviewer_app.services.evidence_files import (
    CertifiedKey,
    Proofs,
    ProvedPacket,
    evidence_parts,
)
from reviewer_app.services.folder_saving import FolderSaving, told
from reviewer_app.services.rows import EvidenceReport
from reviewer_app.sync.clock import Clock
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.sync.trust import (
    TrustState,
    proved_arrival,
)


class Evidence:
    """Saves receipted packets with everything that proves their arrival."""

    def __init__(
        self, store: Store, clock: Clock, randomness: Randomness = secrets.token_bytes
    ) -> None:
        self._store = store
        self._saving = FolderSaving(store, clock, randomness)

    def save(
        self,
        folder: Path,
        cases: tuple[str, ...] | None = None,
        report: Report = lambda progress: None,
        cancelled: Cancelled = lambda: False,
    ) -> EvidenceReport:
        """Write the evidence of these cases (None: of everything receipted) into a new folder
        inside `folder`, whole or not at all; each receipt is verified before it is written.

        `verified` counts what is written, `packets` what was asked for and has a receipt; where
        nothing is verified, or `cancelled` comes first, `folder` is empty and nothing is
        written. Reports "evidence" with the packets that are written. Raises DiskFull,
        FolderReadOnly, StorageFault.
        """
        with self._store.read() as connection:
            received = _received(connection, cases)
            trust = trust_of(connection)
            keys = CertifiedKeys(connection, trust)
            proved = [
                each for each in received if not cancelled() and _is_proved(each, keys, trust)
            ]
            if not proved or cancelled():
                return EvidenceReport("", packets=len(received), verified=0)
            proofs = _proofs(connection, trust, keys, proved)
        target = self._saving.new_folder(folder, "evidence")
        parts = told(evidence_parts(proofs), len(proved), report)
        if not self._saving.save(target, parts, cancelled):
            return EvidenceReport("", packets=len(received), verified=0)
        return EvidenceReport(str(target), packets=len(received), verified=len(proved))

    def clear_away(self) -> None:
        """Delete what a saving left that was killed; raises as `FolderSaving.clear_away`."""
        self._saving.clear_away()


def _is_proved(stored: StoredPacket, keys: CertifiedKeys, trust: TrustState) -> bool:
    try:
        packet = opened_packet(stored.envelope, keys.verify_key)
        proved_arrival(stored.receipt or "", packet.id, packet.header, trust)
    except ProtocolFailure:
        return False
    return True


def _received(connection: Connection, cases: tuple[str, ...] | None) -> list[StoredPacket]:
    return [
        each
        for each in all_packets(connection)
        if each.receipt is not None and (cases is None or each.case in cases)
    ]


def _proofs(
    connection: Connection, trust: TrustState, keys: CertifiedKeys, packets: list[StoredPacket]
) -> Proofs:
    own = standing_certificate(connection)
    if own is None:
        raise ValueError("the certificate has no receipt")
    signed_by = {read_envelope(each.envelope).keyid for each in packets}
    earlier = [keys.certificate(kid) for kid in sorted(signed_by - {own.certificate.kid})]
    return Proofs(
        root=trust.root,
        trust=trust.envelope,
        device=CertifiedKey(own.envelope, own.receipt),
        packets=[
            ProvedPacket(_name(number, each), each.envelope, each.receipt or "")
            for number, each in enumerate(packets, start=1)
        ],
        earlier=[each for each in earlier if each is not None],
    )


def _name(number: int, packet: StoredPacket) -> str:
    about = "" if packet.case is None else f"{packet.case}-"
    return f"{number:04d}-{about}{packet.kind}"
