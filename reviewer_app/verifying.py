"""Verifies an evidence folder with the protocol's own code: no profile, no window, no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.packet import CasePacket
from review_protocol.documents.people import Certificate
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import opened_packet
from reviewer_app.services.evidence_files import (
    EARLIER,
    SCRIPTS,
    SUMS,
    CertifiedKey,
    Proofs,
    ProvedPacket,
    bundled,
    evidence_files,
)
from reviewer_app.sync.trust import (
    TrustState,
    certificate_of_any,
    deployment_of,
    proved_arrival,
    proved_certificate,
)

LARGEST = 16 << 20
"""Bytes of a file in an evidence folder; packets are far smaller."""

ROOT, TRUST = "root.pem", "trust.envelope.json"
CERTIFICATE = "certificate/certificate.envelope.json"
CERTIFICATE_RECEIPT = "certificate/receipt.tlog-proof"
"""Of the device, and in a folder of their own of each key that it had before."""
_CERTIFIED = (CERTIFICATE, CERTIFICATE_RECEIPT)
PACKETS, PACKET, RECEIPT = "packets", "packet.envelope.json", "receipt.tlog-proof"


class Fault(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    ALTERED = "altered"
    """It is not as the list of sums says."""
    UNLISTED = "unlisted"
    ROOT_KEY = "root-key"
    TRUST = "trust"
    CERTIFICATE = "certificate"
    CERTIFICATE_RECEIPT = "certificate-receipt"
    SIGNATURE = "signature"
    OTHER_DEPLOYMENT = "other-deployment"
    RECEIPT = "receipt"
    CONTRADICTS = "contradicts"
    """It says something else than the signed original beside it."""
    NO_PACKETS = "no-packets"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A file, by its path in the folder, and what is wrong with it."""

    file: str
    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerifiedPacket:
    """A packet whose signature and receipt hold; `leaf` is its number in a log of `log_size`."""

    folder: str
    id: str
    kind: str
    case: str | None
    received: str
    disposition: str
    leaf: int
    log_size: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in a folder; all is right where `wrong` is empty."""

    root_sha256: str
    device: str
    packets: tuple[VerifiedPacket, ...]
    wrong: tuple[Wrong, ...]
    notes: tuple[str, ...] = ()
    """Scripts that are not the ones this version of the app writes."""


class NoEvidence(Exception):
    """There is no evidence folder at this place."""


def verified_folder(folder: Path) -> Verified:
    """Verify everything in the folder; raises NoEvidence where it is none."""
    if not (folder / ROOT).is_file() or not (folder / TRUST).is_file():
        raise NoEvidence(str(folder))
    return _Verifying(folder).run()


class _Verifying:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wrong: list[Wrong] = []
        self._packets: list[VerifiedPacket] = []
        self._proved: list[ProvedPacket] = []
        self._keys: dict[str, VerifyKey] = {}

    def run(self) -> Verified:
        self._check_sums()
        root = self._root()
        trust = None if root is None else self._trust(root)
        certificate = None if trust is None else self._certificate(trust)
        if trust is not None and certificate is not None:
            earlier = self._earlier()
            for place in earlier:
                self._certificate(trust, place, of=certificate.person)
            self._check_packets(trust)
            self._compare(trust, earlier)
        notes = [name for name in SCRIPTS if self._read(name, told=False) != bundled(name)]
        return Verified(
            root_sha256="" if root is None else deployment_of(root),
            device="" if certificate is None else certificate.kid,
            packets=tuple(self._packets),
            wrong=tuple(dict.fromkeys(self._wrong)),
            notes=tuple(notes),
        )

    def _tell(self, file: str, fault: Fault, detail: object = "") -> None:
        if not any(each.file == file for each in self._wrong):  # the first reason is the cause
            self._wrong.append(Wrong(file, fault, str(detail)))

    def _read(self, file: str, *, told: bool = True) -> bytes | None:
        path = self._folder / file
        fault = Fault.MISSING
        try:
            if path.is_file() and not path.is_symlink():
                fault = Fault.UNREADABLE
                if path.stat().st_size <= LARGEST:
                    return path.read_bytes()
        except OSError:
            fault = Fault.UNREADABLE
        if told:
            self._tell(file, fault)
        return None

    def _check_sums(self) -> None:
        listed = dict(_sums(self._read(SUMS) or b""))
        there = {
            path.relative_to(self._folder).as_posix()
            for path in self._folder.rglob("*")
            if not path.is_dir() or path.is_symlink()
        }
        for file, sum_of in listed.items():
            if file not in there:
                self._tell(file, Fault.MISSING)
                continue
            content = self._read(file)
            if content is not None and sha256_hex(content) != sum_of:
                self._tell(file, Fault.ALTERED)
        for file in sorted(there - listed.keys() - {SUMS}):
            self._tell(file, Fault.UNLISTED)

    def _root(self) -> VerifyKey | None:
        lines = (self._read(ROOT) or b"").decode("ascii", "replace").split("\n")
        try:
            root = VerifyKey.from_der(from_base64("".join(lines[1:-2])))
            if root.pem().encode() != self._read(ROOT):
                raise ValueError("not written as a key is")
        except (ProtocolFailure, ValueError) as error:
            self._tell(ROOT, Fault.ROOT_KEY, error)
            return None
        return root

    def _trust(self, root: VerifyKey) -> TrustState | None:
        try:
            return TrustState.first(root, self._read(TRUST) or b"")
        except (ProtocolFailure, ValueError) as error:
            self._tell(TRUST, Fault.TRUST, error)
            return None

    def _earlier(self) -> tuple[str, ...]:
        """The folders of the keys that the device had before."""
        folder = self._folder / EARLIER
        found = folder.iterdir() if folder.is_dir() else ()
        return tuple(sorted(f"{EARLIER}/{path.name}/" for path in found if path.is_dir()))

    def _certificate(
        self, trust: TrustState, place: str = "", *, of: str | None = None
    ) -> Certificate | None:
        """`of` is the person whose it has to be."""
        file, receipt_file = f"{place}{CERTIFICATE}", f"{place}{CERTIFICATE_RECEIPT}"
        envelope = self._read(file) or b""
        try:
            found = certificate_of_any(envelope, trust)
            certificate = found.document
            if of not in (None, certificate.person):
                raise ValueError("it is another person's")
        except (ProtocolFailure, ValueError) as error:
            self._tell(file, Fault.CERTIFICATE, error)
            return None
        try:
            proved_certificate(self._text(receipt_file), found, trust)
        except (ProtocolFailure, ValueError) as error:
            self._tell(receipt_file, Fault.CERTIFICATE_RECEIPT, error)
        self._keys[certificate.kid] = VerifyKey(from_base64(certificate.signing_key))
        return certificate

    def _check_packets(self, trust: TrustState) -> None:
        packets = self._folder / PACKETS
        names = sorted(path.name for path in packets.iterdir()) if packets.is_dir() else []
        for name in names:
            if (packets / name).is_dir():
                self._check_packet(name, trust)
        if not names:
            self._tell(PACKETS, Fault.NO_PACKETS)

    def _check_packet(self, name: str, trust: TrustState) -> None:
        envelope_file, receipt_file = f"{PACKETS}/{name}/{PACKET}", f"{PACKETS}/{name}/{RECEIPT}"
        envelope, text = self._read(envelope_file), self._text(receipt_file)
        if envelope is None:
            return
        try:
            packet = opened_packet(envelope, self._keys.get)
        except (ProtocolFailure, ValueError) as error:
            self._tell(envelope_file, Fault.SIGNATURE, error)
            return
        if packet.header.deployment != trust.deployment:
            self._tell(envelope_file, Fault.OTHER_DEPLOYMENT, packet.header.deployment)
            return
        try:
            receipt, leaf = proved_arrival(text, packet.id, packet.header, trust)
        except (ProtocolFailure, ValueError) as error:
            self._tell(receipt_file, Fault.RECEIPT, error)
            return
        document = packet.document
        self._proved.append(ProvedPacket(name, envelope, text))
        self._packets.append(
            VerifiedPacket(
                folder=f"{PACKETS}/{name}",
                id=packet.id,
                kind=packet.kind,
                case=document.case if isinstance(document, CasePacket) else None,
                received=leaf.received,
                disposition=leaf.disposition.value,
                leaf=receipt.index,
                log_size=_log_size(receipt.checkpoint),
            )
        )

    def _compare(self, trust: TrustState, earlier: tuple[str, ...]) -> None:
        """Every file beside the signed originals says what they say, and no more is there."""
        files = {each.file for each in self._wrong}
        certified = {f"{place}{name}" for place in ("", *earlier) for name in _CERTIFIED}
        if files & certified:
            return
        proofs = Proofs(
            trust.root,
            trust.envelope,
            self._certified(""),
            self._proved,
            [self._certified(place) for place in earlier],
        )
        expected = evidence_files(proofs)
        for file, content in expected.items():
            if file not in (SUMS, *SCRIPTS) and self._read(file) not in (content, None):
                self._tell(file, Fault.CONTRADICTS)

    def _certified(self, place: str) -> CertifiedKey:
        envelope = self._read(f"{place}{CERTIFICATE}") or b""
        return CertifiedKey(envelope, self._text(f"{place}{CERTIFICATE_RECEIPT}"))

    def _text(self, file: str) -> str:
        return (self._read(file) or b"").decode("utf-8", "replace")


def _sums(content: bytes) -> Iterator[tuple[str, str]]:
    """Path and sum of each line of the list that sha256sum reads."""
    for line in content.decode("utf-8", "replace").split("\n"):
        sum_of, gap, file = line.partition("  ")
        if gap and not file.startswith("/") and ".." not in file.split("/"):
            yield file, sum_of


def _log_size(checkpoint: str) -> int:
    return int(checkpoint.split("\n")[1])
