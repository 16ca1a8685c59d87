"""A small deployment in memory: root, server, log, one device; enough to sign and be receipted."""

from __future__ import annotations

from copy import copy, deepcopy

from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.documents.leaf import CertificateLeaf, Disposition, PacketLeaf
from review_protocol.documents.packet import ChainHeader, Packet
from review_protocol.documents.people import Certificate, KeyPurpose, Role, Trust, TrustedKey
from review_protocol.envelope import Envelope
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import sealed
from review_protocol.translog import (
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    NoteSigner,
    Receipt,
    leaf_hash,
    sign_checkpoint,
)

NOW = "2026-07-20T08:00:00Z"
ORIGIN = "reviews.example.org/log/1"


def a_key(seed: int) -> SigningKey:
    return SigningKey(bytes([seed]) * 32)


class SignedWorld:
    """Keys from fixed seeds, and a log that grows; `leaves` strangers stand in it at first."""

    def __init__(self, *, leaves: int = 5) -> None:
        self.root, self.server, self.log = a_key(1), a_key(2), a_key(3)
        self.intake = ExchangeKey(bytes([4]) * 32)
        self.tree = MerkleTree(MemoryTiles())
        self.deployment = sha256_hex(self.root.public.der())
        self.tree.append([leaf_hash(b"%d" % number) for number in range(leaves)])
        self.trust = Trust(
            deployment=self.deployment,
            number=1,
            origin=ORIGIN,
            keys=(
                TrustedKey(purpose=KeyPurpose.SERVER, key=to_base64(self.server.public.raw)),
                TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(self.log.public.raw)),
                TrustedKey(purpose=KeyPurpose.INTAKE, key=to_base64(self.intake.public.raw)),
            ),
            last_good=None,
            issued=NOW,
        )
        self.trust_envelope = self.sealed_trust(self.trust)

    def sealed_trust(self, trust: Trust) -> Envelope:
        """A list of keys as the root signs it."""
        return sealed(trust, self.root)

    def copied(self) -> SignedWorld:
        """The same keys, and a log that grows apart from here on."""
        other = copy(self)
        other.tree = deepcopy(self.tree)
        return other

    def certified(
        self,
        device: SigningKey,
        exchange: ExchangeKey,
        *,
        person: str = "p-one",
        roles: tuple[Role, ...] = (Role.REVIEWER,),
        panels: tuple[str, ...] = (),
    ) -> Envelope:
        certificate = Certificate(
            deployment=self.deployment,
            person=person,
            roles=roles,
            panels=panels,
            kid=device.key_id,
            signing_key=to_base64(device.public.raw),
            exchange_key=to_base64(exchange.public.raw),
            issued=NOW,
        )
        return sealed(certificate, self.server)

    def certificate_receipt(self, certificate: Envelope, *, person: str = "p-one") -> str:
        leaf = CertificateLeaf(
            type="certificate/1",
            certificate=certificate.document_id,
            kid=Certificate.from_body(certificate.body).kid,
            person=person,
            received=NOW,
        )
        return self.receipt(leaf.entry())

    def packet_receipt(self, packet: Packet, disposition: Disposition = Disposition.COUNTED) -> str:
        leaf = PacketLeaf(
            type="leaf/1",
            packet=packet.id,
            kid=packet.header.kid,
            chain=packet.header.chain,
            seq=packet.header.seq,
            received=NOW,
            disposition=disposition,
        )
        return self.receipt(leaf.entry())

    def receipt(self, entry: bytes) -> str:
        """Append an entry to the log and give its receipt."""
        (index,) = self.tree.append([leaf_hash(entry)])
        proof = self.tree.inclusion_proof(index)
        return Receipt(entry, index, proof, self.checkpoint()).to_text()

    def checkpoint(self) -> str:
        checkpoint = Checkpoint(ORIGIN, self.tree.size, self.tree.root())
        return sign_checkpoint(checkpoint, NoteSigner(ORIGIN, self.log))

    def header(self, device: SigningKey, seq: int = 1, prev: str | None = None) -> ChainHeader:
        return ChainHeader(
            deployment=self.deployment, kid=device.key_id, chain="0" * 32, seq=seq, prev=prev
        )
