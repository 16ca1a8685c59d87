"""Content for one pair of eyes: HPKE to a device or the intake, files under their own keys."""

import hmac
import secrets
import sys

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from review_protocol.failures import CannotOpen, MalformedKey, TooLarge
from review_protocol.keys import ExchangeKey, ExchangePublicKey, Randomness, derive

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

FILE_LIMIT = 32 << 20
FILE_KEY_LENGTH = 32

_SEALED_VERSION = b"\x01"
_SUITE = (KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)

_FILE_MAGIC = b"PRF1"
_SALT_LENGTH = 16
_COMMITMENT_LENGTH = 32
_HEADER_LENGTH = len(_FILE_MAGIC) + _SALT_LENGTH + _COMMITMENT_LENGTH
_SIZE_LENGTH = 8
_STORED, _COMPRESSED = b"\x00", b"\x01"
_NONCE = bytes(12)
_COMPRESSION_LEVEL = 3
_LARGEST_WINDOW_LOG = 27


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
    packed = zstd.compress(plaintext, level=_COMPRESSION_LEVEL)
    form, content = (_COMPRESSED, packed) if len(packed) < len(plaintext) else (_STORED, plaintext)
    inner = form + len(plaintext).to_bytes(_SIZE_LENGTH, "big") + content
    return header + ChaCha20Poly1305(cipher_key).encrypt(_NONCE, inner, header)


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
    return _unpacked(inner, limit)


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


def _unpacked(inner: bytes, limit: int) -> bytes:
    if len(inner) < 1 + _SIZE_LENGTH:
        raise CannotOpen("form")
    form, content = inner[:1], inner[1 + _SIZE_LENGTH :]
    size = int.from_bytes(inner[1 : 1 + _SIZE_LENGTH], "big")
    if size > limit:
        raise TooLarge(size, limit)
    if form == _COMPRESSED:
        content = _decompressed(content, size)
    elif form != _STORED:
        raise CannotOpen("form")
    if len(content) != size:
        raise CannotOpen("content")
    return content


def _decompressed(content: bytes, size: int) -> bytes:
    """At most one byte more than `size`, which is enough to see that it lied."""
    window: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW_LOG}
    unpacker = zstd.ZstdDecompressor(options=window)
    try:
        plaintext = unpacker.decompress(content, max_length=size + 1)
    except zstd.ZstdError as error:
        raise CannotOpen("content") from error
    if not unpacker.eof or unpacker.unused_data:
        raise CannotOpen("content")
    return plaintext
