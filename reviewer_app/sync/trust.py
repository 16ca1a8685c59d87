"""What is believed: trust documents, manifests, releases, checkpoints, receipts. No I/O.

Everything here raises `ProtocolFailure` for what is not validly signed or does not fit, and an
expected failure where something validly signed contradicts what was known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self, TypeVar

from review_protocol.canonical import from_base64, sha256_hex
from review_protocol.documents.answers import LogView
from review_protocol.documents.base import Document
from review_protocol.documents.batch import Manifest, Release
from review_protocol.documents.leaf import (
    AnyLeaf,
    CertificateLeaf,
    Disposition,
    DispositionLeaf,
    PacketLeaf,
    read_entry,
)
from review_protocol.documents.packet import ChainHeader
from review_protocol.documents.people import Certificate, KeyPurpose, Trust
from review_protocol.envelope import read_envelope
from review_protocol.failures import (
    BadProof,
    BadSignature,
    MalformedDocument,
    ProtocolFailure,
)
from review_protocol.keys import ExchangePublicKey, VerifyKey
from review_protocol.opening import Opened, opened
from review_protocol.translog import (
    Checkpoint,
    NoteVerifier,
    Receipt,
    ReceiptReader,
    open_checkpoint,
    parse_note,
    verify_consistency,
)
from reviewer_app.errors import LogSplit, ManifestRolledBack

_Doc = TypeVar("_Doc", bound=Document)


@dataclass(eq=False)
class TrustRolledBack(ProtocolFailure):
    """An older list of keys than the one already seen, or another with its number."""

    seen: int
    offered: int


@dataclass(frozen=True)
class TrustState:
    """The root key that this desk holds on to, and the newest list of keys that it signed."""

    root: VerifyKey
    envelope: bytes
    document: Trust

    @classmethod
    def first(cls, root: VerifyKey, envelope: bytes) -> Self:
        """Trust on this root's word; that the root is the right one, the caller has checked."""
        document = opened(envelope, Trust, root).document
        if document.deployment != deployment_of(root):
            raise MalformedDocument("the trust document is of another deployment")
        state = cls(root, envelope, document)
        _ = state.server_keys, state.log_verifiers, state.intake_key  # all there, all keys
        return state

    def newer(self, envelope: bytes) -> TrustState:
        """The state after this document was offered; raises TrustRolledBack."""
        offered = TrustState.first(self.root, envelope)
        seen, number = self.document.number, offered.document.number
        other = number == seen and offered.document.body() != self.document.body()
        if number < seen or other:
            raise TrustRolledBack(seen, number)
        return self if number == seen else offered

    @property
    def restored(self) -> bool:
        """Whether its log goes on from another one, out of a backup."""
        return self.document.last_good is not None

    @property
    def deployment(self) -> str:
        return self.document.deployment

    @cached_property
    def server_keys(self) -> tuple[VerifyKey, ...]:
        """Keys that may have signed certificates, manifests and releases, the newest first."""
        return _verify_keys(self.document, KeyPurpose.SERVER)

    @property
    def server_key(self) -> VerifyKey:
        """The key that signs answers now."""
        return self.server_keys[0]

    @cached_property
    def log_verifiers(self) -> tuple[NoteVerifier, ...]:
        """The log's keys under its origin."""
        keys = _verify_keys(self.document, KeyPurpose.LOG)
        return tuple(NoteVerifier(self.document.origin, key) for key in keys)

    @cached_property
    def receipts(self) -> ReceiptReader:
        """Reads receipts of the log."""
        return ReceiptReader(self.log_verifiers)

    @cached_property
    def intake_key(self) -> ExchangePublicKey:
        """The key to which uploads are sealed."""
        try:
            return ExchangePublicKey(from_base64(self.document.key_for(KeyPurpose.INTAKE)))
        except KeyError as error:
            raise MalformedDocument("the trust document lists no intake key") from error


def deployment_of(root: VerifyKey) -> str:
    """The name of a deployment: SHA-256 of its root key's DER."""
    return sha256_hex(root.der())


def opened_by_server(envelope: bytes, model: type[_Doc], trust: TrustState) -> Opened[_Doc]:
    """A document that one of the server's keys signed; raises ProtocolFailure."""
    keyid = read_envelope(envelope).keyid
    key = next((key for key in trust.server_keys if key.key_id == keyid), None)
    if key is None:
        raise BadSignature(keyid)
    return opened(envelope, model, key)


def trust_of_signer(envelope: bytes, trusts: Sequence[TrustState]) -> TrustState:
    """Of the trusts of one root the first that lists the key that signed: for what was verified
    when it was kept, by a key that may have gone since. Raises ProtocolFailure."""
    keyid = read_envelope(envelope).keyid
    for trust in trusts:
        if keyid in {key.key_id for key in trust.server_keys}:
            return trust
    raise BadSignature(keyid)


def certificate_of_any(envelope: bytes, trust: TrustState) -> Opened[Certificate]:
    """A device's certificate, its key being the one that it names; the caller says whose may be."""
    found = opened_by_server(envelope, Certificate, trust)
    certificate = found.document
    key = VerifyKey(from_base64(certificate.signing_key))
    if certificate.deployment != trust.deployment or certificate.kid != key.key_id:
        raise MalformedDocument("the certificate is not of its device")
    return found


def opened_certificate(envelope: bytes, trust: TrustState, *, kid: str) -> Opened[Certificate]:
    """The certificate of the device with this key id, its key being the one that it names."""
    found = certificate_of_any(envelope, trust)
    if found.document.kid != kid:
        raise MalformedDocument("the certificate is not of this device")
    return found


def opened_manifest(
    envelope: bytes, trust: TrustState, certificate: Certificate, known: Manifest | None
) -> Opened[Manifest]:
    """A manifest for this person that is not older than the known one; raises as `require_news`."""
    offered = opened_by_server(envelope, Manifest, trust)
    require_news(offered, trust, certificate, known)
    return offered


def require_news(
    offered: Opened[Manifest], trust: TrustState, certificate: Certificate, known: Manifest | None
) -> None:
    """That a manifest of the server is for this person, and not older than the known one.

    Raises MalformedDocument where it is for another, ManifestRolledBack for a lower number, or
    the same number with other content.
    """
    manifest = offered.document
    if manifest.deployment != trust.deployment or manifest.person != certificate.person:
        raise MalformedDocument("the manifest is not for this person")
    if known is not None:
        other = manifest.number == known.number and offered.id != known.id
        if manifest.number < known.number or other:
            raise ManifestRolledBack(known.number, manifest.number)


def opened_release(envelope: bytes, trust: TrustState, certificate: Certificate) -> Release:
    """A release for this person's device."""
    release = opened_by_server(envelope, Release, trust).document
    require_own(release, trust, certificate)
    return release


def require_own(release: Release, trust: TrustState, certificate: Certificate) -> None:
    """That a release of the server is for this person's device; raises MalformedDocument."""
    whose = (release.deployment, release.person, release.wrapped.kid)
    if whose != (trust.deployment, certificate.person, certificate.kid):
        raise MalformedDocument("the release is not for this device")


def extended(known_note: str | None, view: LogView, trust: TrustState) -> Checkpoint:
    """The newest checkpoint, proved to extend the known one.

    `known_note` was verified when it was kept. The log of a restored server has another origin and
    begins with the leaves of the one before, so it extends that one's checkpoints too. Raises
    LogSplit where the offered checkpoint is signed by the log and does not extend the known one.
    """
    offered = open_checkpoint(view.checkpoint, trust.log_verifiers)
    known = None if known_note is None else kept_checkpoint(known_note)
    if known is None or known.size == 0:
        return offered
    proof = [bytes.fromhex(each) for each in view.consistency]
    try:
        verify_consistency(known.size, known.root, offered.size, offered.root, proof)
    except BadProof as error:
        raise LogSplit(known.size, offered.size) from error
    return offered


def kept_checkpoint(note: str) -> Checkpoint:
    """The checkpoint in a note that was verified before, by keys that may have gone since."""
    return Checkpoint.parse(parse_note(note).text)


def proved_leaf(text: str, trust: TrustState) -> tuple[Receipt, AnyLeaf]:
    """The receipt in a text and its leaf, included in a tree whose checkpoint the log signed."""
    receipt = trust.receipts.read(text)
    return receipt, read_entry(receipt.leaf)


class ChainPlace(NamedTuple):
    """A packet's place in a chain, by the header's own names."""

    kid: str
    chain: str
    seq: int


def proved_arrival(
    text: str, packet: str, header: ChainHeader | ChainPlace, trust: TrustState
) -> tuple[Receipt, PacketLeaf]:
    """The receipt of exactly this packet: its leaf names the packet's id, key, chain and number."""
    receipt, leaf = proved_leaf(text, trust)
    if not isinstance(leaf, PacketLeaf):
        raise MalformedDocument("the receipt is not of a packet")
    named = (leaf.packet, leaf.kid, leaf.chain, leaf.seq)
    if named != (packet, header.kid, header.chain, header.seq):
        raise MalformedDocument("the receipt is of another packet")
    return receipt, leaf


class Standing(NamedTuple):
    """How a packet stands, and the leaf that says so."""

    disposition: Disposition
    leaf: int


def proved_change(text: str, packet: str, trust: TrustState) -> Standing:
    """What a later leaf of the log made of a packet's disposition; raises as `proved_leaf`."""
    receipt, leaf = proved_leaf(text, trust)
    if not isinstance(leaf, DispositionLeaf) or leaf.packet != packet:
        raise MalformedDocument("the receipt is not of a change of this packet")
    return Standing(leaf.disposition, receipt.index)


def logged_certificate(
    envelope: bytes, text: str, trust: TrustState, *, kid: str
) -> tuple[Certificate, Receipt]:
    """A device's certificate, proved to be in the log, where everybody may see it."""
    found = opened_certificate(envelope, trust, kid=kid)
    return found.document, proved_certificate(text, found, trust)


def proved_certificate(text: str, certificate: Opened[Certificate], trust: TrustState) -> Receipt:
    """The certificate's own receipt: its leaf names certificate, key and person."""
    receipt, leaf = proved_leaf(text, trust)
    document = certificate.document
    if not isinstance(leaf, CertificateLeaf):
        raise MalformedDocument("the receipt is not of a certificate")
    if (leaf.certificate, leaf.kid, leaf.person) != (certificate.id, document.kid, document.person):
        raise MalformedDocument("the receipt is of another certificate")
    return receipt


def _verify_keys(document: Trust, purpose: KeyPurpose) -> tuple[VerifyKey, ...]:
    keys = [VerifyKey(from_base64(each.key)) for each in document.keys if each.purpose is purpose]
    if not keys:
        raise MalformedDocument(f"the trust document lists no {purpose} key")
    return tuple(reversed(keys))
