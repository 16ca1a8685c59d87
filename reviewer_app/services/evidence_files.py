"""The files of an evidence folder, made of what was signed and received; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from review_protocol.canonical import from_base64, parse_canonical, sha256_hex
from review_protocol.documents.people import Certificate, KeyPurpose, Trust
from review_protocol.envelope import Envelope, pae, read_envelope
from review_protocol.failures import MalformedDocument
from review_protocol.keys import VerifyKey
from review_protocol.translog import NoteVerifier, Receipt, parse_note

SUMS = "SHA256SUMS"
EARLIER = "earlier"
"""Folder of the keys that the device had before, a folder each by the key's id."""
DEVICES = "devices"
"""Folder of other people's keys, likewise."""
DOCUMENTS = "documents"
"""Folder of what packets name by its hash: texts, rubric, rules."""
DRAWS = "draws"
"""Folder of the log's entries that name how reviews were given out, a folder each."""
SCRIPTS = ("verify.sh", "README.txt")


@dataclass(frozen=True, slots=True)
class ProvedPacket:
    """A packet's envelope as it was signed, the receipt as it was received, and a folder name."""

    name: str
    envelope: bytes
    receipt: str
    change: str | None = None
    """The receipt of the leaf that changed how it stands, where one did."""


@dataclass(frozen=True, slots=True)
class CertifiedKey:
    """A certificate's envelope and its receipt, as received."""

    certificate: bytes
    receipt: str

    @property
    def document(self) -> Certificate:
        return Certificate.from_body(read_envelope(self.certificate).body)


@dataclass(frozen=True, slots=True)
class Proofs:
    """What proves the packets: all as received, envelopes in their bytes."""

    root: VerifyKey
    trust: bytes
    device: CertifiedKey | None
    """The computer whose own evidence it is; None where it is that of several people."""
    packets: Sequence[ProvedPacket]
    earlier: Sequence[CertifiedKey] = ()
    """Of keys that the device had before, and that signed some of the packets."""
    devices: Sequence[CertifiedKey] = ()
    """Of other people, who signed some of the packets."""
    documents: Sequence[bytes] = ()
    """Canonical bodies that packets name by their hash."""
    draws: Mapping[str, str] = field(default_factory=dict)
    """Receipts of the acts by which reviews were given out, by their folders' names."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """What is written for people to read, by path; it proves nothing."""


def evidence_files(proofs: Proofs) -> Mapping[str, bytes]:
    """Content by path inside the folder, the sums last."""
    found: dict[str, bytes] = {}
    for part in evidence_parts(proofs):
        found |= part
    return found


def evidence_parts(proofs: Proofs) -> Iterator[Mapping[str, bytes]]:
    """The same, a part at a time: what all packets share, each packet, the sums of all."""
    trust_envelope = read_envelope(proofs.trust)
    trust = Trust.from_body(trust_envelope.body)
    log = NoteVerifier(trust.origin, _key(trust.key_for(KeyPurpose.LOG)))
    found = {name: bundled(name) for name in SCRIPTS}
    found |= {
        "root.pem": proofs.root.pem().encode(),
        "log.pem": log.key.pem().encode(),
    }
    found |= _signed("trust", proofs.trust, trust_envelope)
    if proofs.device is not None:
        found |= _certified("", proofs.device, trust, log)
    for each in proofs.earlier:
        found |= _certified(f"{EARLIER}/{each.document.kid}/", each, trust, log)
    for each in proofs.devices:
        found |= _certified(f"{DEVICES}/{each.document.kid}/", each, trust, log)
    found |= {f"{DOCUMENTS}/{document_name(body)}": body for body in proofs.documents}
    for name, receipt in proofs.draws.items():
        found |= _received(f"{DRAWS}/{name}", receipt, log)
    found |= proofs.beside
    sums = _sums(found)
    yield found
    for packet in proofs.packets:
        folder = f"packets/{packet.name}"
        found = _signed(f"{folder}/packet", packet.envelope, read_envelope(packet.envelope))
        found |= _received(folder, packet.receipt, log)
        if packet.change is not None:
            found |= _received(f"{folder}/change", packet.change, log)
        sums |= _sums(found)
        yield found
    yield {SUMS: "".join(f"{sums[path]}  {path}\n" for path in sorted(sums)).encode()}


def document_name(body: bytes) -> str:
    """The file of a document among the documents: its kind, and its id; raises ProtocolFailure."""
    fields = parse_canonical(body)
    kind = fields.get("kind") if isinstance(fields, dict) else None
    if not isinstance(kind, str) or not kind.replace("-", "").isalpha() or not kind.isascii():
        raise MalformedDocument(reason="the document has no kind")
    return f"{kind}-{sha256_hex(body)}.json"


def _sums(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: sha256_hex(content) for path, content in files.items()}


def bundled(name: str) -> bytes:
    """A file that lies in every evidence folder as it is."""
    return (files("reviewer_app.resources") / "evidence" / name).read_bytes()


def _signer_of(certificate: Envelope, trust: Trust) -> VerifyKey:
    keys = [_key(each.key) for each in trust.keys if each.purpose is KeyPurpose.SERVER]
    return next(key for key in keys if key.key_id == certificate.keyid)


def _key(text: str) -> VerifyKey:
    return VerifyKey(from_base64(text))


def _certified(place: str, key: CertifiedKey, trust: Trust, log: NoteVerifier) -> dict[str, bytes]:
    """A certificate with its receipt, the key that it is of, and the key that signed it."""
    envelope = read_envelope(key.certificate)
    found = {
        f"{place}server.pem": _signer_of(envelope, trust).pem().encode(),
        f"{place}device.pem": _key(key.document.signing_key).pem().encode(),
    }
    found |= _signed(f"{place}certificate/certificate", key.certificate, envelope)
    return found | _received(f"{place}certificate", key.receipt, log)


def _signed(stem: str, received: bytes, envelope: Envelope) -> dict[str, bytes]:
    return {
        f"{stem}.envelope.json": received,
        f"{stem}.json": envelope.body,
        f"{stem}.signed": pae(envelope.payload_type, envelope.body),
        f"{stem}.sig": envelope.signature,
    }


def _received(folder: str, text: str, log: NoteVerifier) -> dict[str, bytes]:
    receipt = Receipt.parse(text)
    note = parse_note(receipt.checkpoint)
    parts = {
        f"{folder}/receipt.tlog-proof": text.encode(),
        f"{folder}/leaf.json": receipt.leaf,
        f"{folder}/checkpoint.txt": note.text.encode(),
        f"{folder}/checkpoint.sig": next(
            each.signature
            for each in note.signatures
            if each.name == log.name and each.note_id == log.note_id
        ),
    }
    return parts | dict(_proof(folder, receipt))


def _proof(folder: str, receipt: Receipt) -> Iterator[tuple[str, bytes]]:
    for step, node in enumerate(receipt.proof, start=1):
        yield f"{folder}/proof-{step}.bin", node
