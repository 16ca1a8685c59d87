"""Who may sign what: trust, certificates, revocations, enrolment."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from review_protocol.documents.base import (
    Base64,
    Count,
    Document,
    Hash,
    KeyId,
    Nonce,
    PanelCode,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.words import Role as Role

Origin = Annotated[str, StringConstraints(pattern=r"^[!-*,-~]{1,200}$")]
"""A log's origin and key name: printable, without spaces and plus signs."""


class KeyPurpose(StrEnum):
    SERVER = "server"
    LOG = "log"
    INTAKE = "intake"
    ESCROW = "escrow"


class TrustedKey(Part):
    """A key that the root vouches for: Ed25519 for server and log, X25519 for intake and escrow."""

    purpose: KeyPurpose
    key: Base64
    """The 32 raw bytes of the public key, standard base64."""


class Trust(Document):
    """The root's numbered list of keys; a lower number than one already seen is refused."""

    kind: ClassVar[str] = "trust"

    deployment: Hash
    """SHA-256 of the root key's DER SubjectPublicKeyInfo: the name of this deployment."""
    number: Annotated[int, Field(ge=1)]
    origin: Origin
    keys: Annotated[tuple[TrustedKey, ...], Field(min_length=1)]
    last_good: ShortText | None
    """The last checkpoint of the log before this one, where a server was restored."""
    issued: Timestamp

    def key_for(self, purpose: KeyPurpose) -> str:
        """The newest key of this purpose, base64; KeyError where there is none."""
        for trusted in reversed(self.keys):
            if trusted.purpose is purpose:
                return trusted.key
        raise KeyError(purpose)


class Certificate(Document):
    """The server's word that a device key belongs to a person; a leaf of the log names it."""

    kind: ClassVar[str] = "certificate"

    deployment: Hash
    person: PersonId
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    panels: tuple[PanelCode, ...]
    kid: KeyId
    signing_key: Base64
    exchange_key: Base64
    issued: Timestamp


class Revocation(Document):
    """A device key that counts no more from this position of the log on."""

    kind: ClassVar[str] = "revocation"

    deployment: Hash
    kid: KeyId
    from_leaf: Count
    reason: ShortText
    issued: Timestamp


class EnrolmentRequest(Document):
    """A device's public keys, signed by itself; travels with a MAC from the invitation's secret."""

    kind: ClassVar[str] = "enrolment-request"

    invitation: ShortText
    nonce: Nonce
    signing_key: Base64
    exchange_key: Base64
    device_name: ShortText


class EnrolmentAnswer(Document):
    """What a device needs to trust this server; signed, and under a second MAC from the secret."""

    kind: ClassVar[str] = "enrolment-answer"

    nonce: Nonce
    root_key: Base64
    trust: Base64
    """The trust document's envelope, base64 of its bytes."""
    certificate: Base64
    log_proof: str
    """The certificate's own receipt: its leaf in the log."""
    person_name: ShortText
    programme: Base64
    """The programme document's body, base64, so that undertaking and names can be shown."""


class InvitationLetter(Document):
    """The letter's file: everything needed to enrol without typing."""

    kind: ClassVar[str] = "invitation"

    server: ShortText
    code: ShortText
    programme: ShortText
    person_name: ShortText
    role: Role
