"""Signed bytes with a kind: DSSE v1 envelopes with one Ed25519 signature."""

import re
from collections.abc import Mapping

from review_protocol.canonical import (
    JsonValue,
    canonical,
    document_id,
    from_base64,
    parse_strict,
    to_base64,
)
from review_protocol.failures import (
    BadSignature,
    MalformedDocument,
    MalformedEnvelope,
    TooLarge,
    UnknownPayloadType,
)
from review_protocol.keys import SIGNATURE_LENGTH, SigningKey, VerifyKey
from review_protocol.late_dataclasses import dataclass

ENVELOPE_LIMIT = 1 << 20
_PAYLOAD_TYPE = re.compile(
    r"application/vnd\.practice-review\.([a-z][a-z0-9-]{0,63})\.v([1-9][0-9]{0,3})\+json",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """A body, its type, and one signature over both; nothing in it is trusted before `verify`."""

    payload_type: str
    body: bytes
    keyid: str
    signature: bytes

    @property
    def document_id(self) -> str:
        """Lowercase hex SHA-256 of the body."""
        return document_id(self.body)

    def to_bytes(self) -> bytes:
        """The DSSE JSON form, itself canonical."""
        return canonical(
            {
                "payload": to_base64(self.body),
                "payloadType": self.payload_type,
                "signatures": [{"keyid": self.keyid, "sig": to_base64(self.signature)}],
            }
        )


def payload_type(kind: str, version: int = 1) -> str:
    """The media type of a kind of document: `application/vnd.practice-review.<kind>.v1+json`."""
    text = f"application/vnd.practice-review.{kind}.v{version}+json"
    if _PAYLOAD_TYPE.fullmatch(text) is None:
        raise UnknownPayloadType(text)
    return text


def kind_of(payload_type: str) -> tuple[str, int]:
    """Kind and version of a media type of this protocol, newer versions too.

    Raises UnknownPayloadType.
    """
    match = _PAYLOAD_TYPE.fullmatch(payload_type)
    if match is None:
        raise UnknownPayloadType(payload_type)
    return match[1], int(match[2])


def pae(payload_type: str, body: bytes) -> bytes:
    """The signed bytes: DSSE's pre-authentication encoding, lengths in ASCII decimal bytes."""
    name = payload_type.encode("utf-8")
    return b"DSSEv1 %d %b %d %b" % (len(name), name, len(body), body)


def seal(kind: str, body: bytes, signing_key: SigningKey, *, version: int = 1) -> Envelope:
    """Sign `body`, which the caller has made canonical, as a document of this kind."""
    name = payload_type(kind, version)
    return Envelope(name, body, signing_key.key_id, signing_key.sign(pae(name, body)))


def signed_anew(envelope: Envelope, signing_key: SigningKey) -> Envelope:
    """The same document, and so the same id, under another key's signature."""
    name = envelope.payload_type
    signature = signing_key.sign(pae(name, envelope.body))
    return Envelope(name, envelope.body, signing_key.key_id, signature)


def read_envelope(envelope: bytes, *, limit: int = ENVELOPE_LIMIT) -> Envelope:
    """The envelope in received bytes, in strict form and not yet verified.

    Whitespace and the order of keys are free, as in DSSE; keys, base64 and the single signature
    are exact. Raises TooLarge (more than `limit` bytes), MalformedEnvelope.
    """
    if len(envelope) > limit:
        raise TooLarge(len(envelope), limit)
    try:
        members = _exactly(
            parse_strict(envelope, max_depth=3), {"payload", "payloadType", "signatures"}
        )
        signatures = members["signatures"]
        if not isinstance(signatures, list) or len(signatures) != 1:
            raise MalformedEnvelope("not exactly one signature")
        signed = _exactly(signatures[0], {"keyid", "sig"})
        body = from_base64(_text(members["payload"]))
        signature = from_base64(_text(signed["sig"]))
    except MalformedDocument as error:
        raise MalformedEnvelope(error.reason) from error
    if len(signature) != SIGNATURE_LENGTH:
        raise MalformedEnvelope("a signature has 64 bytes")
    return Envelope(_text(members["payloadType"]), body, _text(signed["keyid"]), signature)


def keyid_in(envelope: bytes) -> str:
    """The key id in an envelope that was written here, by `Envelope.to_bytes`."""
    _, _, behind = envelope.rpartition(b'"keyid":"')
    return behind.partition(b'"')[0].decode("ascii")


def verify(envelope: Envelope, public_key: VerifyKey) -> None:
    """Check that `public_key` signed this envelope and is the key it names.

    Raises BadSignature.
    """
    signed = pae(envelope.payload_type, envelope.body)
    if envelope.keyid != public_key.key_id or not public_key.signed(signed, envelope.signature):
        raise BadSignature(envelope.keyid)


def _exactly(value: JsonValue, keys: set[str]) -> Mapping[str, JsonValue]:
    if not isinstance(value, Mapping) or value.keys() != keys:
        raise MalformedEnvelope(f"keys are not exactly {', '.join(sorted(keys))}")
    return value


def _text(value: JsonValue) -> str:
    if not isinstance(value, str):
        raise MalformedEnvelope("a text is missing")
    return value
