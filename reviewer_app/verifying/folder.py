"""Verifies an evidence folder with the protocol's own code."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.packet import CasePacket, ScorePacket
from review_protocol.documents.people import Certificate
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import SignedPacket, opened_packet
from review_protocol.orders import cases_order, criteria_order
from reviewer_app.services.defending.dispute_record import Signed
from reviewer_app.services.evidence_files import (
    DEVICES,
    DOCUMENTS,
    DRAWS,
    EARLIER,
    SCRIPTS,
    SUMS,
    CertifiedKey,
    Proofs,
    ProvedPacket,
    bundled,
    document_name,
    evidence_files,
)
from reviewer_app.sync.proved_acts import ProvedAct, proved_assignment
from reviewer_app.sync.trust import (
    Standing,
    TrustState,
    certificate_of_any,
    deployment_of,
    proved_arrival,
    proved_certificate,
    proved_change,
)
from reviewer_app.verifying.claims import check_claims
from reviewer_app.verifying.files import Files
from reviewer_app.verifying.found import (
    Fault,
    NoEvidence,
    Recomputed,
    Shown,
    Verified,
    VerifiedPacket,
)

ROOT, TRUST = "root.pem", "trust.envelope.json"
CERTIFICATE = "certificate/certificate.envelope.json"
CERTIFICATE_RECEIPT = "certificate/receipt.tlog-proof"
"""Of a key; the own key's at the top, others in folders of their own."""
_CERTIFIED = (CERTIFICATE, CERTIFICATE_RECEIPT)
PACKETS, PACKET, RECEIPT = "packets", "packet.envelope.json", "receipt.tlog-proof"
PAGES = ".pdf"
CHANGE = "change/receipt.tlog-proof"


def verified_folder(folder: Path) -> Verified:
    """Verify everything in the folder; raises NoEvidence where it is none."""
    if not (folder / ROOT).is_file() or not (folder / TRUST).is_file():
        raise NoEvidence(str(folder))
    return _Verifying(Files(folder)).run()


class _Verifying:
    def __init__(self, files: Files) -> None:
        self._files = files
        self._packets: list[VerifiedPacket] = []
        self._proved: list[ProvedPacket] = []
        self._keys: dict[str, VerifyKey] = {}
        self._people: dict[str, str] = {}
        self._signed: list[Signed] = []
        self._documents: dict[str, bytes] = {}
        self._draws: dict[str, ProvedAct] = {}
        self._recomputed: Recomputed | None = None

    def run(self) -> Verified:
        self._files.check_sums()
        root = self._root()
        trust = None if root is None else self._trust(root)
        own = self._verify(trust) if trust is not None else None
        notes = [name for name in SCRIPTS if self._files.read(name, told=False) != bundled(name)]
        return Verified(
            root_sha256="" if root is None else deployment_of(root),
            device="" if own is None else own.kid,
            packets=tuple(self._packets),
            wrong=self._files.wrong,
            notes=tuple(notes),
            devices=tuple(self._keys),
            documents=tuple(self._documents),
            shown=None if own is None else _shown(own, self._signed),
            recomputed=self._recomputed,
            pages=tuple(each for each in self._files.inside("") if each.endswith(PAGES)),
        )

    def _verify(self, trust: TrustState) -> Certificate | None:
        """Everything below the trust document; the certificate of whose own evidence it is."""
        several = bool(self._files.folders(DEVICES)) and not self._files.is_there(CERTIFICATE)
        own = None if several else self._certificate(trust)
        if own is None and not several:
            return None
        earlier, devices = self._places(EARLIER), self._places(DEVICES)
        for place in earlier:
            self._certificate(trust, place, of=None if own is None else own.person)
        for place in devices:
            self._certificate(trust, place)
        self._check_packets(trust)
        self._check_documents()
        self._check_draws(trust)
        self._recomputed = check_claims(self._files, self._signed, self._documents, self._draws)
        self._compare(trust, own_too=not several, earlier=earlier, devices=devices)
        return own

    def _root(self) -> VerifyKey | None:
        lines = (self._files.read(ROOT) or b"").decode("ascii", "replace").split("\n")
        try:
            root = VerifyKey.from_der(from_base64("".join(lines[1:-2])))
            if root.pem().encode() != self._files.read(ROOT):
                raise ValueError("not written as a key is")
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(ROOT, Fault.ROOT_KEY, error)
            return None
        return root

    def _trust(self, root: VerifyKey) -> TrustState | None:
        try:
            return TrustState.first(root, self._files.read(TRUST) or b"")
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(TRUST, Fault.TRUST, error)
            return None

    def _places(self, folder: str) -> tuple[str, ...]:
        """The folders of further keys."""
        return tuple(f"{folder}/{name}/" for name in self._files.folders(folder))

    def _certificate(
        self, trust: TrustState, place: str = "", *, of: str | None = None
    ) -> Certificate | None:
        """`of` is the person whose it has to be."""
        file, receipt_file = f"{place}{CERTIFICATE}", f"{place}{CERTIFICATE_RECEIPT}"
        envelope = self._files.read(file) or b""
        try:
            found = certificate_of_any(envelope, trust)
            certificate = found.document
            if of not in (None, certificate.person):
                raise ValueError("it is another person's")
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(file, Fault.CERTIFICATE, error)
            return None
        try:
            proved_certificate(self._files.text(receipt_file), found, trust)
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(receipt_file, Fault.CERTIFICATE_RECEIPT, error)
        self._keys[certificate.kid] = VerifyKey(from_base64(certificate.signing_key))
        self._people[certificate.kid] = certificate.person
        return certificate

    def _check_packets(self, trust: TrustState) -> None:
        names = self._files.folders(PACKETS)
        for name in names:
            self._check_packet(name, trust)
        if not names:
            self._files.tell(PACKETS, Fault.NO_PACKETS)

    def _check_packet(self, name: str, trust: TrustState) -> None:
        file, receipt_file = f"{PACKETS}/{name}/{PACKET}", f"{PACKETS}/{name}/{RECEIPT}"
        envelope, text = self._files.read(file), self._files.text(receipt_file)
        if envelope is None:
            return
        try:
            packet = opened_packet(envelope, self._keys.get)
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(file, Fault.SIGNATURE, error)
            return
        if packet.header.deployment != trust.deployment:
            self._files.tell(file, Fault.OTHER_DEPLOYMENT, packet.header.deployment)
            return
        try:
            receipt, leaf = proved_arrival(text, packet.id, packet.header, trust)
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(receipt_file, Fault.RECEIPT, error)
            return
        change = self._change(name, packet, trust)
        standing = change or Standing(leaf.disposition, receipt.index)
        document = packet.document
        if isinstance(document, CasePacket):
            person = self._people[document.header.kid]
            held = Signed(packet.id, person, receipt.index, document, standing.disposition)
            self._signed.append(held)
        kept = self._files.text(f"{PACKETS}/{name}/{CHANGE}") if change is not None else None
        self._proved.append(ProvedPacket(name, envelope, text, kept))
        self._packets.append(
            VerifiedPacket(
                folder=f"{PACKETS}/{name}",
                id=packet.id,
                kind=packet.kind,
                case=document.case if isinstance(document, CasePacket) else None,
                received=leaf.received,
                disposition=standing.disposition.value,
                leaf=receipt.index,
                log_size=_log_size(receipt.checkpoint),
            )
        )

    def _change(self, name: str, packet: SignedPacket, trust: TrustState) -> Standing | None:
        """How the packet stands by a later leaf, where the folder has one."""
        file = f"{PACKETS}/{name}/{CHANGE}"
        if not self._files.is_there(file):
            return None
        try:
            return proved_change(self._files.text(file), packet.id, trust)
        except (ProtocolFailure, ValueError) as error:
            self._files.tell(file, Fault.CHANGE, error)
            return None

    def _check_documents(self) -> None:
        """A document's name says its kind and the SHA-256 of its bytes, as packets name it."""
        for name in self._files.inside(DOCUMENTS):
            body = self._files.read(f"{DOCUMENTS}/{name}")
            if body is None:
                continue
            try:
                found = document_name(body)
            except ProtocolFailure:
                found = ""
            if name == found:
                self._documents[sha256_hex(body)] = body
            else:
                self._files.tell(f"{DOCUMENTS}/{name}", Fault.DOCUMENT)

    def _check_draws(self, trust: TrustState) -> None:
        """An entry of the log that names how reviews were given out lies under that hash."""
        for name in self._files.folders(DRAWS):
            file = f"{DRAWS}/{name}/{RECEIPT}"
            text = self._files.text(file)
            try:
                self._draws[name] = proved_assignment(text, name, trust)
            except (ProtocolFailure, ValueError) as error:
                self._files.tell(file, Fault.DRAW, error)

    def _compare(
        self,
        trust: TrustState,
        *,
        own_too: bool,
        earlier: tuple[str, ...],
        devices: tuple[str, ...],
    ) -> None:
        """Every file beside the signed originals says what they say."""
        places = (*([""] if own_too else []), *earlier, *devices)
        if self._files.is_wrong(*(f"{place}{name}" for place in places for name in _CERTIFIED)):
            return
        proofs = Proofs(
            trust.root,
            trust.envelope,
            self._certified("") if own_too else None,
            self._proved,
            [self._certified(place) for place in earlier],
            [self._certified(place) for place in devices],
            tuple(self._documents.values()),
            {name: each.receipt for name, each in self._draws.items()},
        )
        expected = evidence_files(proofs)
        for file, content in expected.items():
            if file not in (SUMS, *SCRIPTS) and self._files.read(file) not in (content, None):
                self._files.tell(file, Fault.CONTRADICTS)

    def _certified(self, place: str) -> CertifiedKey:
        envelope = self._files.read(f"{place}{CERTIFICATE}") or b""
        return CertifiedKey(envelope, self._files.text(f"{place}{CERTIFICATE_RECEIPT}"))


def _shown(own: Certificate, signed: Iterable[Signed]) -> Shown | None:
    scores = [each.document for each in signed if each.person == own.person]
    scored = [each for each in scores if isinstance(each, ScorePacket)]
    codes = dict.fromkeys(answer.criterion for each in scored for answer in each.answers.criteria)
    if not scored:
        return None
    criteria = criteria_order(own.person, own.deployment, tuple(codes))
    return Shown(criteria, cases_order(own.person, {each.case for each in scored}))


def _log_size(checkpoint: str) -> int:
    return int(checkpoint.split("\n")[1])
