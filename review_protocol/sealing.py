"""Content for one pair of eyes: HPKE to a device or the intake, files under their own keys."""

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from review_protocol.failures import CannotOpen, MalformedKey
from review_protocol.keys import ExchangeKey, ExchangePublicKey, Randomness, derive
from review_protocol.packing import packed, unpacked

FILE_LIMIT = 32 << 20
FILE_KEY_LENGTH = 32

_SEALED_VERSION = b"\x01"
_SUITE = (KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

_FILE_MAGIC = b"PRF1"
_SALT_LENGTH = 16
_COMMITMENT_LENGTH = 32
_HEADER_LENGTH = len(_FILE_MAGIC) + _SALT_LENGTH + _COMMITMENT_LENGTH
_NONCE = bytes(12)


def seal_to(public: ExchangePublicKey, plaintext: bytes, *, info: bytes, aad: bytes = b"") -> bytes:
    """Seal to the holder of a key: HPKE (RFC 9180) base mode, one version byte before it.

    X25519, HKDF-SHA256, ChaCha20-Poly1305; 49 bytes longer than the plaintext. `info` says what
    it is for and `aad` what it belongs to; both must be the same on opening. Raises MalformedKey
    for a public key that no honest device has.
    """
    try:
        sealed = Suite(*_SUITE).encrypt(plaintext, public.native, info=_context(info, aad))
    except ValueError as error:
        raise MalformedKey("a point of small order") from error
    return _SEALED_VERSION + sealed


def require_receiver(public: ExchangePublicKey) -> None:
    """Raises MalformedKey for a key to which nothing can be sealed.

    Looked at before it is certified: everything for its person is sealed to all their devices.
    """
    seal_to(public, b"", info=b"receiver")


def open_sealed(key: ExchangeKey, sealed: bytes, *, info: bytes, aad: bytes = b"") -> bytes:
    """What was sealed to this key with the same `info` and `aad`; raises CannotOpen."""
    if not sealed.startswith(_SEALED_VERSION):
        raise CannotOpen("form")
    try:
        return Suite(*_SUITE).decrypt(
            sealed.removeprefix(_SEALED_VERSION), key.native, info=_context(info, aad)
        )
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("content") from error


def new_file_key(randomness: Randomness = secrets.token_bytes) -> bytes:
    """A random key for one file."""
    return randomness(FILE_KEY_LENGTH)


def encrypt_file(
    key: bytes, plaintext: bytes, *, randomness: Randomness = secrets.token_bytes
) -> bytes:
    """Compress (where that helps) and encrypt a file under its own 32-byte key.

    The form is `PRF1`, 16 bytes of salt, 32 bytes that commit to the key (so no ciphertext opens
    to two texts under two keys), then ChaCha20-Poly1305 over one byte of form, eight bytes of
    size and the content. Key and salt are used once, so the nonce is zero.
    """
    header, cipher_key = _file_header(key, randomness(_SALT_LENGTH))
    return header + ChaCha20Poly1305(cipher_key).encrypt(_NONCE, packed(plaintext), header)


def decrypt_file(key: bytes, encrypted: bytes, *, limit: int = FILE_LIMIT) -> bytes:
    """The file in `encrypted`, at most `limit` bytes.

    Raises CannotOpen (not such a file, another key, or altered) and TooLarge; a decompression
    bomb is refused before it is unpacked, or at the size that it claimed.
    """
    if len(encrypted) < _HEADER_LENGTH or not encrypted.startswith(_FILE_MAGIC):
        raise CannotOpen("form")
    salt = encrypted[len(_FILE_MAGIC) : len(_FILE_MAGIC) + _SALT_LENGTH]
    header, cipher_key = _file_header(key, salt)
    if not hmac.compare_digest(header, encrypted[:_HEADER_LENGTH]):
        raise CannotOpen("key")
    try:
        inner = ChaCha20Poly1305(cipher_key).decrypt(_NONCE, encrypted[_HEADER_LENGTH:], header)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen("content") from error
    return unpacked(inner, limit)


def _context(info: bytes, aad: bytes) -> bytes:
    """Both in HPKE's `info`, which binds as strongly in a single message and is all the library
    takes; the length keeps the border between them.
    """
    return b"practice-review/seal/1" + len(info).to_bytes(8, "big") + info + aad


def _file_header(key: bytes, salt: bytes) -> tuple[bytes, bytes]:
    if len(key) != FILE_KEY_LENGTH:
        raise CannotOpen("key")
    stretched = derive(key, "file/1", FILE_KEY_LENGTH + _COMMITMENT_LENGTH, salt)
    return _FILE_MAGIC + salt + stretched[FILE_KEY_LENGTH:], stretched[:FILE_KEY_LENGTH]
