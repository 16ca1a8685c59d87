"""Enrolling and declining where somebody in between opens TLS: bodies sealed under the invitation.

Both ends know the invitation's secret, so each body is sealed (ChaCha20-Poly1305) under a key that
is derived from it for one purpose and one message. The invitation's id and the nonce stay readable.
"""

from __future__ import annotations

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_protocol.canonical import canonical, from_base64, to_base64
from review_protocol.documents.base import Base64, Nonce, Part, ShortText
from review_protocol.exchange import EnrolmentReply
from review_protocol.failures import CannotOpen
from review_protocol.keys import Randomness, derive

DECLINED_LABEL: Final = "declined"
"""For the answer to declining; the others are sealed under the labels of their MACs."""

_FORM = b"\x01"
_SALT_LENGTH = 16
_NONCE = bytes(12)
"""Each message has a key of its own, by its salt."""
_ROOM = 256
"""Bytes to whose multiple a body is filled up, so that lengths of names do not show."""


class SealedPost(Part):
    """What an invited person sends: `EnrolmentPost` or `DeclinePost` inside."""

    invitation: ShortText
    nonce: Nonce
    """The same as inside; a refusal names it."""
    sealed: Base64


class SealedReply(Part):
    """What the server answers: `Certified`, or the envelope of `Declined`."""

    sealed: Base64


class Certified(EnrolmentReply):
    """The answer to an enrolment, and whether staff wait to be read the device's six words."""

    awaits_words: bool


def seal_post(
    secret: bytes,
    label: str,
    post: Part,
    *,
    invitation: str,
    nonce: str,
    randomness: Randomness = secrets.token_bytes,
) -> SealedPost:
    """A post under the label of its MAC."""
    sealed = _sealed(
        secret,
        label,
        canonical(post.model_dump(mode="json")),
        about=_about(invitation, nonce),
        randomness=randomness,
    )
    return SealedPost(invitation=invitation, nonce=nonce, sealed=to_base64(sealed))


def open_post(secret: bytes, label: str, post: SealedPost) -> bytes:
    """The bytes of the post inside; raises CannotOpen."""
    return _opened(secret, label, post.sealed, about=_about(post.invitation, post.nonce))


def seal_reply(
    secret: bytes,
    label: str,
    body: bytes,
    *,
    invitation: str,
    nonce: str,
    randomness: Randomness = secrets.token_bytes,
) -> SealedReply:
    """An answer to the post with this nonce."""
    about = _about(invitation, nonce)
    return SealedReply(
        sealed=to_base64(_sealed(secret, label, body, about=about, randomness=randomness))
    )


def open_reply(
    secret: bytes, label: str, reply: SealedReply, *, invitation: str, nonce: str
) -> bytes:
    """The bytes of the answer to the post with this nonce; raises CannotOpen."""
    return _opened(secret, label, reply.sealed, about=_about(invitation, nonce))


def _about(invitation: str, nonce: str) -> bytes:
    return canonical({"invitation": invitation, "nonce": nonce})


def _sealed(
    secret: bytes, label: str, body: bytes, *, about: bytes, randomness: Randomness
) -> bytes:
    salt = randomness(_SALT_LENGTH)
    filled = len(body).to_bytes(4, "big") + body
    filled += bytes(-len(filled) % _ROOM)
    return _FORM + salt + _cipher(secret, label, salt).encrypt(_NONCE, filled, about)


def _opened(secret: bytes, label: str, sealed: str, *, about: bytes) -> bytes:
    raw = from_base64(sealed)
    salt, rest = raw[1 : 1 + _SALT_LENGTH], raw[1 + _SALT_LENGTH :]
    if raw[:1] != _FORM or len(salt) != _SALT_LENGTH:
        raise CannotOpen("form")
    try:
        filled = _cipher(secret, label, salt).decrypt(_NONCE, rest, about)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("content") from error
    length = int.from_bytes(filled[:4], "big")
    if length > len(filled) - 4:
        raise CannotOpen("form")
    return filled[4 : 4 + length]


def _cipher(secret: bytes, label: str, salt: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derive(secret, "seal/" + label, salt=salt))
