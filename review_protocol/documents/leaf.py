"""Entries of the log: what a leaf says. No entry holds a score, a name or a reason in words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from review_protocol.documents.base import Count, Document, Hash, KeyId, Nonce, PersonId, Timestamp


class Disposition(StrEnum):
    """What arrival made of a packet; it changes only by a later leaf."""

    COUNTED = "counted"
    HELD_NEWER_VERSION = "held:newer-version"
    HELD_REVOKED_KEY = "held:revoked-key"
    HELD_RUBRIC = "held:rubric"
    HELD_CASE_VERSION = "held:case-version"
    HELD_LATE = "held:late"
    HELD_NOT_ASSIGNED = "held:not-assigned"
    HELD_FORK = "held:fork"
    NOT_COUNTED_MALFORMED = "not-counted:malformed"
    NOT_COUNTED_DEPLOYMENT = "not-counted:deployment"
    NOT_COUNTED_ROLE = "not-counted:role"
    NOT_COUNTED_SUPERSEDES = "not-counted:supersedes"

    @property
    def counts(self) -> bool:
        return self is Disposition.COUNTED


class PacketLeaf(Document):
    """A packet arrived."""

    kind: ClassVar[str] = "leaf"

    type: Literal["leaf/1"]
    packet: Hash
    kid: KeyId
    chain: Nonce
    seq: Annotated[int, Field(ge=1)]
    received: Timestamp
    disposition: Disposition


class DispositionLeaf(Document):
    """A packet's disposition changed, by the act with this hash."""

    kind: ClassVar[str] = "disposition-leaf"

    type: Literal["disposition/1"]
    packet: Hash
    disposition: Disposition
    act: Hash
    received: Timestamp


class CertificateLeaf(Document):
    """A device was certified."""

    kind: ClassVar[str] = "certificate-leaf"

    type: Literal["certificate/1"]
    certificate: Hash
    kid: KeyId
    person: PersonId
    received: Timestamp


class RevocationLeaf(Document):
    """A device was revoked from a position of the log on."""

    kind: ClassVar[str] = "revocation-leaf"

    type: Literal["revocation/1"]
    revocation: Hash
    kid: KeyId
    from_leaf: Count
    received: Timestamp


class ActLeaf(Document):
    """The operator did something that everybody may know of: founded, imported, assigned, opened."""

    kind: ClassVar[str] = "act-leaf"

    type: Literal["act/1"]
    act: Literal["found", "import", "rubric", "assign", "open-round", "close-round"]
    subject: Hash
    """Hash of the document that the act is about."""
    received: Timestamp


AnyLeaf = PacketLeaf | DispositionLeaf | CertificateLeaf | RevocationLeaf | ActLeaf

LEAVES: dict[str, type[AnyLeaf]] = {
    "leaf/1": PacketLeaf,
    "disposition/1": DispositionLeaf,
    "certificate/1": CertificateLeaf,
    "revocation/1": RevocationLeaf,
    "act/1": ActLeaf,
}
