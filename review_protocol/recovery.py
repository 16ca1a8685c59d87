"""A desk whose passphrase was lost: its database key, left with the programme, and given back.

The key of the database alone is wrapped to the programme's escrow key, whose private half is kept
offline. Who lost the passphrase sends it with a fresh key and reads a code over the telephone;
the operator wraps it to that key. Keys that sign are never part of this.
"""

from __future__ import annotations

import secrets
from typing import Literal, TypeVar

from review_protocol.canonical import (
    canonical,
    from_base64,
    parse_strict,
    sha256_hex,
    to_base64,
)
from review_protocol.crockford import decode_code, encode_code
from review_protocol.documents.base import (
    Base64,
    Hash,
    KeyId,
    Nonce,
    Part,
    Timestamp,
    read_fields,
)
from review_protocol.failures import CannotOpen
from review_protocol.keys import (
    KEY_LENGTH,
    ExchangeKey,
    ExchangePublicKey,
    Randomness,
    derive,
)
from review_protocol.sealing import open_sealed, seal_to

FILE_LIMIT = 64 << 10
_ESCROW_INFO = b"escrow/1"
_ANSWER_INFO = b"recovery/1"
_CODE_LENGTH = 16


class EscrowedKey(Part):
    """A desk's database key, wrapped to the programme's escrow key."""

    format: Literal["practice-review/escrow/1"]
    deployment: Hash
    kid: KeyId
    """The device whose desk it is: by it the operator knows the person."""
    profile: Nonce
    escrow_key: Base64
    """The public key that it is wrapped to."""
    wrapped: Base64
    agreed: Timestamp

    def body(self) -> bytes:
        """The file."""
        return canonical(self.model_dump(mode="json"))


class RecoveryRequest(Part):
    """Somebody who cannot open their desk asks for its key."""

    format: Literal["practice-review/recovery-request/1"]
    escrowed: EscrowedKey
    answer_key: Base64
    """A fresh X25519 key, to which the answer is wrapped."""
    asked: Timestamp

    def body(self) -> bytes:
        """The file."""
        return canonical(self.model_dump(mode="json"))

    @property
    def code(self) -> str:
        """What is read over the telephone: a hash of the whole request in 27 symbols.

        All 128 bits, for a shorter one could be met by trying keys; a slip of the ear is noticed
        by its check symbol.
        """
        return encode_code(derive(self.body(), "recovery/code", _CODE_LENGTH))

    def is_named_by(self, code: str) -> bool:
        """Whether this code, as it was heard and typed, is this request's; raises MistypedCode."""
        return decode_code(code) == decode_code(self.code)


class RecoveryAnswer(Part):
    """The database key, wrapped to the fresh key of one request."""

    format: Literal["practice-review/recovery-answer/1"]
    request: Hash
    wrapped: Base64

    def body(self) -> bytes:
        """The file."""
        return canonical(self.model_dump(mode="json"))


_File = TypeVar("_File", EscrowedKey, RecoveryRequest, RecoveryAnswer)


def read_file(model: type[_File], content: bytes) -> _File:
    """One of these files; raises ProtocolFailure."""
    return read_fields(model, canonical(parse_strict(content)))


def escrowed(
    database_key: bytes,
    escrow_key: ExchangePublicKey,
    *,
    deployment: str,
    kid: str,
    profile: str,
    now: str,
) -> EscrowedKey:
    """Leave a 32-byte database key with the holder of the escrow key; `now` is a timestamp."""
    whose = _whose(deployment, kid, profile)
    return EscrowedKey(
        format="practice-review/escrow/1",
        deployment=deployment,
        kid=kid,
        profile=profile,
        escrow_key=to_base64(escrow_key.raw),
        wrapped=to_base64(seal_to(escrow_key, database_key, info=_ESCROW_INFO, aad=whose)),
        agreed=now,
    )


def recovery_request(
    left: EscrowedKey, now: str, randomness: Randomness = secrets.token_bytes
) -> tuple[RecoveryRequest, ExchangeKey]:
    """A request with a fresh key, and that key, which alone opens the answer."""
    key = ExchangeKey.generate(randomness)
    request = RecoveryRequest(
        format="practice-review/recovery-request/1",
        escrowed=left,
        answer_key=to_base64(key.public.raw),
        asked=now,
    )
    return request, key


def answered(request: RecoveryRequest, escrow_key: ExchangeKey) -> RecoveryAnswer:
    """Wrap the key in a request to its asker; raises ProtocolFailure for another escrow key."""
    left = request.escrowed
    whose = _whose(left.deployment, left.kid, left.profile)
    opened = open_sealed(escrow_key, from_base64(left.wrapped), info=_ESCROW_INFO, aad=whose)
    if len(opened) != KEY_LENGTH:
        raise CannotOpen("content")
    about = sha256_hex(request.body())
    public = ExchangePublicKey(from_base64(request.answer_key))
    wrapped = seal_to(public, opened, info=_ANSWER_INFO, aad=about.encode("ascii"))
    return RecoveryAnswer(
        format="practice-review/recovery-answer/1", request=about, wrapped=to_base64(wrapped)
    )


def recovered_key(
    answer: RecoveryAnswer, request: RecoveryRequest, answer_key: ExchangeKey
) -> bytes:
    """The database key in the answer to this request; raises CannotOpen."""
    about = sha256_hex(request.body())
    opened = open_sealed(
        answer_key, from_base64(answer.wrapped), info=_ANSWER_INFO, aad=about.encode("ascii")
    )
    if len(opened) != KEY_LENGTH:
        raise CannotOpen("content")
    return opened


def _whose(deployment: str, kid: str, profile: str) -> bytes:
    return canonical({"deployment": deployment, "kid": kid, "profile": profile})
