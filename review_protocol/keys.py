"""Keys of devices, servers, logs and roots: Ed25519 to sign, X25519 to receive, MACs to enrol."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import field
from functools import cached_property
from typing import Self, TypeAlias

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

from review_protocol.failures import MalformedKey
from review_protocol.late_dataclasses import dataclass

Randomness: TypeAlias = Callable[[int], bytes]

KEY_LENGTH = 32
SIGNATURE_LENGTH = 64
_ED25519_DER = bytes.fromhex("302a300506032b6570032100")
_X25519_DER = bytes.fromhex("302a300506032b656e032100")


@dataclass(frozen=True)
class VerifyKey:
    """An Ed25519 public key of 32 raw bytes; raises MalformedKey for another length."""

    raw: bytes

    def __post_init__(self) -> None:
        _require_key_length(self.raw)

    @classmethod
    def from_der(cls, der: bytes) -> Self:
        """From SubjectPublicKeyInfo; raises MalformedKey."""
        return cls(_without_prefix(der, _ED25519_DER))

    @cached_property
    def key_id(self) -> str:
        """`d-` and 16 characters of lowercase base32 of SHA-256 over the DER public key."""
        digest = hashlib.sha256(self.der()).digest()
        return "d-" + base64.b32encode(digest)[:16].decode("ascii").lower()

    def der(self) -> bytes:
        """SubjectPublicKeyInfo, 44 bytes."""
        return _ED25519_DER + self.raw

    def pem(self) -> str:
        """The same as text, as `openssl pkey -pubin` reads it."""
        return _pem(self.der())

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether `signature` is this key's over `message`.

        libsodium refuses what Wycheproof refuses: S not below the order, points of small order,
        other encodings of the same point.
        """
        if len(signature) != SIGNATURE_LENGTH:
            return False
        try:
            crypto_sign_open(signature + message, self.raw)
        except BadSignatureError:
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """An Ed25519 key made of a 32-byte seed; raises MalformedKey for another length."""

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _require_key_length(self.seed)

    @classmethod
    def generate(cls, randomness: Randomness = secrets.token_bytes) -> Self:
        """A new key from 32 random bytes."""
        return cls(randomness(KEY_LENGTH))

    @cached_property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def public(self) -> VerifyKey:
        """The public half."""
        return VerifyKey(self._private.public_key().public_bytes_raw())

    @property
    def key_id(self) -> str:
        """The id of the public half."""
        return self.public.key_id

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature, 64 bytes, the same for the same message."""
        return self._private.sign(message)


@dataclass(frozen=True)
class ExchangePublicKey:
    """An X25519 public key of 32 raw bytes, to which content is sealed."""

    raw: bytes

    def __post_init__(self) -> None:
        _require_key_length(self.raw)

    @classmethod
    def from_der(cls, der: bytes) -> Self:
        """From SubjectPublicKeyInfo; raises MalformedKey."""
        return cls(_without_prefix(der, _X25519_DER))

    @cached_property
    def native(self) -> X25519PublicKey:
        """The same key for the cryptography library."""
        return X25519PublicKey.from_public_bytes(self.raw)

    def der(self) -> bytes:
        """SubjectPublicKeyInfo, 44 bytes."""
        return _X25519_DER + self.raw

    def pem(self) -> str:
        """The same as text."""
        return _pem(self.der())


@dataclass(frozen=True)
class ExchangeKey:
    """An X25519 private key of 32 raw bytes, which opens what was sealed to its public half."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _require_key_length(self.raw)

    @classmethod
    def generate(cls, randomness: Randomness = secrets.token_bytes) -> Self:
        """A new key from 32 random bytes."""
        return cls(randomness(KEY_LENGTH))

    @cached_property
    def native(self) -> X25519PrivateKey:
        """The same key for the cryptography library."""
        return X25519PrivateKey.from_private_bytes(self.raw)

    @cached_property
    def public(self) -> ExchangePublicKey:
        """The public half."""
        return ExchangePublicKey(self.native.public_key().public_bytes_raw())


def key_id(verify_key: VerifyKey) -> str:
    """The id of a public key, as documents and leaves quote it."""
    return verify_key.key_id


def derive(secret: bytes, label: str, length: int = KEY_LENGTH, salt: bytes | None = None) -> bytes:
    """HKDF-SHA256 (RFC 5869) of a strong secret, for one purpose named by `label`."""
    purpose = b"practice-review/" + label.encode("utf-8")
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=purpose).derive(secret)


def mac_key(secret: bytes, label: str) -> bytes:
    """A 32-byte key for `mac`, derived from a strong secret for one purpose."""
    return derive(secret, "mac/" + label)


def mac(key: bytes, *parts: bytes) -> str:
    """Lowercase hex HMAC-SHA256 over the parts, each after its length in eight bytes."""
    code = hmac.new(key, digestmod=hashlib.sha256)
    for part in parts:
        code.update(len(part).to_bytes(8, "big"))
        code.update(part)
    return code.hexdigest()


def mac_matches(expected: str, key: bytes, *parts: bytes) -> bool:
    """Whether `expected` is the MAC of the parts, compared in constant time."""
    return hmac.compare_digest(expected.encode("utf-8"), mac(key, *parts).encode("ascii"))


def _require_key_length(raw: bytes) -> None:
    if len(raw) != KEY_LENGTH:
        raise MalformedKey("a key has 32 bytes")


def _without_prefix(der: bytes, prefix: bytes) -> bytes:
    if not der.startswith(prefix):
        raise MalformedKey("not a public key of this kind")
    return der.removeprefix(prefix)


def _pem(der: bytes) -> str:
    body = base64.b64encode(der).decode("ascii")
    return f"-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n"
