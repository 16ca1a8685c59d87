"""Evidence that a stranger can check with openssl, sha256sum and the shell alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.documents.people import Certificate
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened_packet
from reviewer_app.errors import StorageFault
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.facts import FactName, fact_of, text_of
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.store import Store
from reviewer_app.services.believed import trust_of
from reviewer_app.services.evidence_files import Proofs, ProvedPacket, evidence_parts
from reviewer_app.services.rows import EvidenceReport
from reviewer_app.services.standing import certificate_of
from reviewer_app.sync.clock import Clock
from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.sync.trust import TrustState, proved_arrival


class Evidence:
    """Saves receipted packets with everything that proves their arrival."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

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
            trust, certificate = trust_of(connection), certificate_of(connection)
            mine = VerifyKey(from_base64(certificate.signing_key))
            proved = [
                each for each in received if not cancelled() and _is_proved(each, mine, trust)
            ]
            if not proved or cancelled():
                return EvidenceReport("", packets=len(received), verified=0)
            proofs = _proofs(connection, trust, certificate, proved)
        target = self._new_folder(folder)
        parts = _told(evidence_parts(proofs), len(proved), report)
        if not _write(target, parts, cancelled):
            return EvidenceReport("", packets=len(received), verified=0)
        return EvidenceReport(str(target), packets=len(received), verified=len(proved))

    def _new_folder(self, folder: Path) -> Path:
        stem = f"evidence-{self._clock():%Y%m%d-%H%M%S}"
        names = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
        free = next((folder / name for name in names if not (folder / name).exists()), None)
        if free is None:
            raise StorageFault(folder, "a hundred folders of this second are there already")
        return free


def _is_proved(stored: StoredPacket, mine: VerifyKey, trust: TrustState) -> bool:
    try:
        packet = opened_packet(stored.envelope, lambda kid: mine if kid == mine.key_id else None)
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
    connection: Connection,
    trust: TrustState,
    certificate: Certificate,
    packets: list[StoredPacket],
) -> Proofs:
    envelope = fact_of(connection, FactName.CERTIFICATE)
    receipt = text_of(connection, FactName.CERTIFICATE_RECEIPT)
    if envelope is None or receipt is None:
        raise ValueError(f"the certificate of {certificate.kid} has no receipt")
    return Proofs(
        root=trust.root,
        trust=trust.envelope,
        certificate=envelope,
        certificate_receipt=receipt,
        packets=[
            ProvedPacket(_name(number, each), each.envelope, each.receipt or "")
            for number, each in enumerate(packets, start=1)
        ],
    )


def _told(
    parts: Iterator[Mapping[str, bytes]], packets: int, report: Report
) -> Iterator[Mapping[str, bytes]]:
    """The first part is what all packets share, the last the sums."""
    for number, part in enumerate(parts):
        report(Progress("evidence", min(number, packets), packets))
        yield part


def _name(number: int, packet: StoredPacket) -> str:
    about = "" if packet.case is None else f"{packet.case}-"
    return f"{number:04d}-{about}{packet.kind}"


def _write(target: Path, parts: Iterable[Mapping[str, bytes]], cancelled: Cancelled) -> bool:
    """All files beside their place first; the folder takes its name when all are there.

    False where it was cancelled: then nothing is left.
    """
    with disk_failures(target):
        beside = Path(mkdtemp(prefix=".evidence-", dir=target.parent))
        try:
            for files in parts:
                if cancelled():
                    return False
                for path, content in files.items():
                    (beside / path).parent.mkdir(parents=True, exist_ok=True)
                    (beside / path).write_bytes(content)
            beside.chmod(0o755)
            beside.rename(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)  # not there any more where all went well
    return True
