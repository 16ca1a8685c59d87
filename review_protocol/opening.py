"""Typed sealing and opening: from a document to an envelope, and back only when all of it fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from review_protocol.canonical import JsonValue, canonical, parse_as_written, parse_canonical
from review_protocol.documents.base import Document, read_fields
from review_protocol.documents.kinds import packet_model
from review_protocol.documents.packet import ChainHeader, Packet
from review_protocol.envelope import (
    ENVELOPE_LIMIT,
    Envelope,
    kind_of,
    read_envelope,
    seal,
    verify,
)
from review_protocol.failures import BadSignature, MalformedDocument
from review_protocol.keys import SigningKey, VerifyKey

_Doc = TypeVar("_Doc", bound=Document)

FindKey = Callable[[str], VerifyKey | None]
"""From a key id to the key that was ever certified under it, or None."""


@dataclass(frozen=True, slots=True)
class Opened(Generic[_Doc]):
    """A document whose signature held, with the received bytes as they were."""

    document: _Doc
    envelope: Envelope

    @property
    def id(self) -> str:
        return self.envelope.document_id


def sealed(document: Document, signing_key: SigningKey) -> Envelope:
    """The document's envelope, signed."""
    return seal(document.kind, document.body(), signing_key, version=document.form)


def opened(
    envelope: bytes, model: type[_Doc], key: VerifyKey, *, limit: int = ENVELOPE_LIMIT
) -> Opened[_Doc]:
    """Open received bytes, at most `limit`, as a document of this model signed by this key.

    Raises TooLarge, MalformedEnvelope, BadSignature, MalformedDocument, NotCanonical.
    """
    read = read_envelope(envelope, limit=limit)
    verify(read, key)
    fields = parse_canonical(read.body)
    _require_kind(read, model.kind, fields)
    return Opened(model.from_fields(fields), read)


@dataclass(frozen=True, slots=True)
class SignedPacket:
    """A packet whose signature and chain header hold; `document` is None where its kind or version
    is not known to this app, or its fields do not fit (`reason` says why)."""

    envelope: Envelope
    kind: str
    version: int
    header: ChainHeader
    document: Packet | None
    reason: str | None

    @property
    def id(self) -> str:
        return self.envelope.document_id


def opened_packet(envelope: bytes, find_key: FindKey) -> SignedPacket:
    """Open a packet of any kind and version by the key that it names.

    The chain header is the same in every version, so that even a packet of a newer one can be
    kept. Raises TooLarge, MalformedEnvelope, UnknownPayloadType, BadSignature (also where
    the key is not known, or is not the header's), MalformedDocument, NotCanonical.
    """
    read, key = read_with_key(envelope, find_key)
    verify(read, key)
    return verified_packet(read)


def read_with_key(envelope: bytes, find_key: FindKey) -> tuple[Envelope, VerifyKey]:
    """The first step of `opened_packet`: what is to be verified, by which key."""
    read = read_envelope(envelope)
    key = find_key(read.keyid)
    if key is None:
        raise BadSignature(read.keyid)
    return read, key


def verified_packet(read: Envelope) -> SignedPacket:
    """The last step of `opened_packet`, for an envelope that has been verified."""
    kind, version = kind_of(read.payload_type)
    known = _fitting_packet(kind, version, read.body)
    if known is not None:
        if known.header.kid != read.keyid:
            raise BadSignature(read.keyid)
        return SignedPacket(read, kind, version, known.header, known, None)
    fields = parse_canonical(read.body)
    document, reason = _known_packet(kind, version, fields)
    header = _chain_header(fields) if document is None else document.header
    if header.kid != read.keyid:
        raise BadSignature(read.keyid)
    _require_kind(read, kind, fields)
    return SignedPacket(read, kind, version, header, document, reason)


def signed_document(envelope: Envelope) -> Packet:
    """The packet in an envelope that was opened before; MalformedDocument where it does not fit."""
    kind, version = kind_of(envelope.payload_type)
    model = packet_model(kind, version)
    if model is None:
        raise MalformedDocument(reason=f"{kind} of version {version} is not known")
    return model.from_body(envelope.body)


def _fitting_packet(kind: str, version: int, body: bytes) -> Packet | None:
    """The packet in a body that is canonical and fits its kind; None for all that is to be looked
    at more closely."""
    model = packet_model(kind, version)
    if model is None:
        return None
    try:
        return model.from_fields(parse_as_written(body))
    except MalformedDocument:
        return None


def _chain_header(fields: JsonValue) -> ChainHeader:
    """The header of a packet of which nothing else is understood."""
    header = fields.get("header") if isinstance(fields, Mapping) else None
    if header is None:
        raise MalformedDocument(reason="there is no chain header")
    return read_fields(ChainHeader, canonical(header))


def _known_packet(kind: str, version: int, fields: JsonValue) -> tuple[Packet | None, str | None]:
    model = packet_model(kind, version)
    if model is None:
        return None, "newer version"
    try:
        return model.from_fields(fields), None
    except MalformedDocument as wrong:
        return None, wrong.reason


def _require_kind(envelope: Envelope, kind: str, fields: JsonValue) -> None:
    name, _ = kind_of(envelope.payload_type)
    if name != kind or not isinstance(fields, Mapping) or fields.get("kind") != kind:
        raise MalformedDocument(reason=f"the document is not of the kind {kind}")
