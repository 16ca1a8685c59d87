"""Entries of the log: what a leaf says. No entry holds a score, a name or a reason in words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from review_protocol.canonical import canonical, parse_canonical
from review_protocol.documents.base import (
    Count,
    Hash,
    KeyId,
    Nonce,
    Part,
    PersonId,
    Timestamp,
    read_fields,
)
from review_protocol.documents.words import Disposition as Disposition
from review_protocol.failures import MalformedDocument


class Entry(Part):
    """One entry of the log, hashed as the JCS bytes of its fields."""

    def entry(self) -> bytes:
        """The canonical bytes of this entry."""
        return canonical(self.model_dump(mode="json"))


class PacketLeaf(Entry):
    """A packet arrived."""

    type: Literal["leaf/1"]
    packet: Hash
    kid: KeyId
    chain: Nonce
    seq: Annotated[int, Field(ge=1)]
    received: Timestamp
    disposition: Disposition


def packet_entry(
    packet: str, kid: str, chain: str, seq: int, received: str, disposition: Disposition
) -> bytes:
    """The entry of a `PacketLeaf` with these fields, which whoever calls has validated: a server
    writes one for each packet, and in values of these forms nothing is to be escaped."""
    return (
        f'{{"chain":"{chain}","disposition":"{disposition.value}","kid":"{kid}",'
        f'"packet":"{packet}","received":"{received}","seq":{seq},"type":"leaf/1"}}'
    ).encode("ascii")


class DispositionLeaf(Entry):
    """A packet's disposition changed, by the act with this hash."""

    type: Literal["disposition/1"]
    packet: Hash
    disposition: Disposition
    act: Hash
    received: Timestamp


class CertificateLeaf(Entry):
    """A device was certified."""

    type: Literal["certificate/1"]
    certificate: Hash
    kid: KeyId
    person: PersonId
    received: Timestamp


class RevocationLeaf(Entry):
    """A device was revoked from a position of the log on."""

    type: Literal["revocation/1"]
    revocation: Hash
    kid: KeyId
    from_leaf: Count
    received: Timestamp


class ActLeaf(Entry):
    """The operator did something that everybody may know of: imported, assigned, told."""

    type: Literal["act/1"]
    act: Literal[
        "found",
        "import",
        "rubric",
        "assign",
        "open-round",
        "close-round",
        "notice",
        "correct-case",
        "withdraw-case",
        "extend-round",
        "restore",
        "confirm-restore",
        "past-receipts",
        "invite",
        "trust",
        "require-words",
        "confirm-device",
        "open-scores",
        "pseudonyms",
        "reinstate-case",
    ]
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


def read_entry(entry: bytes) -> AnyLeaf:
    """The leaf in an entry's bytes; raises MalformedDocument or NotCanonical."""
    fields = parse_canonical(entry)
    name = fields.get("type") if isinstance(fields, dict) else None
    if not isinstance(name, str) or name not in LEAVES:
        raise MalformedDocument(reason="the type of this leaf is not known")
    return read_fields(LEAVES[name], entry)
