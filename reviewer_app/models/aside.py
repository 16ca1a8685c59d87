"""Seals what stood in open fields under the desk's own key, while the desk is locked."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_protocol.keys import Randomness, derive

_LABEL = "put-aside"
_NONCE_BYTES = 12


def sealed_aside(content: bytes, key: bytes, randomness: Randomness) -> bytes:
    """`content` under a key made of the database's, which nobody has while the desk is locked."""
    nonce = randomness(_NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, content, None)


def opened_aside(sealed: bytes, key: bytes) -> bytes | None:
    """What was sealed; None under another desk's key."""
    try:
        return _cipher(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
    except InvalidTag:
        return None


def _cipher(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(derive(key, _LABEL))
