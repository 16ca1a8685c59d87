"""Content sealed to a key, and files under their own keys."""

import sys

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import example, given
from hypothesis import strategies as st

from review_protocol.failures import CannotOpen, MalformedKey, TooLarge
from review_protocol.keys import ExchangeKey, ExchangePublicKey, derive
from review_protocol.sealing import (
    decrypt_file,
    encrypt_file,
    new_file_key,
    open_sealed,
    seal_to,
)

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

KEY = ExchangeKey(bytes(range(32)))
OTHER_KEY = ExchangeKey(bytes(range(1, 33)))
FILE_KEY = bytes(range(32))


@given(st.binary(max_size=200), st.binary(max_size=20), st.binary(max_size=20))
def test_the_holder_opens_what_was_sealed(plaintext: bytes, info: bytes, aad: bytes) -> None:
    sealed = seal_to(KEY.public, plaintext, info=info, aad=aad)
    assert len(sealed) == len(plaintext) + 49
    assert open_sealed(KEY, sealed, info=info, aad=aad) == plaintext


def test_nobody_else_and_for_nothing_else() -> None:
    sealed = seal_to(KEY.public, b"content key", info=b"release", aad=b"WIC-2024-0007")
    for key, info, aad in [
        (OTHER_KEY, b"release", b"WIC-2024-0007"),
        (KEY, b"manifest", b"WIC-2024-0007"),
        (KEY, b"release", b"WIC-2024-0008"),
        (KEY, b"releaseW", b"IC-2024-0007"),
    ]:
        with pytest.raises(CannotOpen):
            open_sealed(key, sealed, info=info, aad=aad)


@given(st.integers(0, (49 + len(b"content key")) * 8 - 1))
@example(33 * 8 - 1)  # X25519 itself ignores the highest bit of a point (RFC 7748 § 5)
def test_a_flipped_bit_opens_nothing(at: int) -> None:
    sealed = bytearray(seal_to(KEY.public, b"content key", info=b"release"))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(CannotOpen):
        open_sealed(KEY, bytes(sealed), info=b"release")


@pytest.mark.parametrize("kept", [0, 1, 20, 33, 48])
def test_what_is_cut_off_opens_nothing(kept: int) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(KEY, seal_to(KEY.public, b"", info=b"")[:kept], info=b"")


def test_a_public_key_without_secret_is_refused() -> None:
    with pytest.raises(MalformedKey):
        seal_to(ExchangePublicKey(bytes(32)), b"content key", info=b"release")


@given(st.binary(max_size=500))
def test_a_file_opens_to_what_it_was(plaintext: bytes) -> None:
    assert decrypt_file(FILE_KEY, encrypt_file(FILE_KEY, plaintext)) == plaintext


def test_a_long_text_is_compressed_and_a_picture_is_not_made_longer() -> None:
    text, noise = "合作项目覆盖十二个国家。".encode() * 5000, new_file_key(lambda n: bytes(n))
    assert len(encrypt_file(FILE_KEY, text)) < len(text) // 50
    assert len(encrypt_file(FILE_KEY, noise[:5])) == 5 + 77


def test_the_same_file_is_never_the_same_ciphertext() -> None:
    key = new_file_key()
    assert encrypt_file(key, b"text") != encrypt_file(key, b"text")


@given(st.data())
def test_a_file_with_a_flipped_bit_is_refused(data: st.DataObject) -> None:
    encrypted = bytearray(encrypt_file(FILE_KEY, b"text " * 20))
    at = data.draw(st.integers(0, len(encrypted) * 8 - 1))
    encrypted[at // 8] ^= 1 << at % 8
    with pytest.raises(CannotOpen):
        decrypt_file(FILE_KEY, bytes(encrypted))


@pytest.mark.parametrize("kept", [0, 4, 52, 68, 81])
def test_a_file_cut_off_is_refused(kept: int) -> None:
    with pytest.raises(CannotOpen):
        decrypt_file(FILE_KEY, encrypt_file(FILE_KEY, b"hello")[:kept])


def test_another_key_is_told_from_damage() -> None:
    encrypted = encrypt_file(FILE_KEY, b"text")
    with pytest.raises(CannotOpen) as refusal:
        decrypt_file(bytes(32), encrypted)
    assert refusal.value.reason == "key"
    with pytest.raises(CannotOpen) as refusal:
        decrypt_file(FILE_KEY, encrypted[:-1] + bytes([encrypted[-1] ^ 1]))
    assert refusal.value.reason == "content"


def test_a_file_larger_than_the_limit_is_refused_before_it_is_unpacked() -> None:
    encrypted = encrypt_file(FILE_KEY, bytes(10_000))
    assert decrypt_file(FILE_KEY, encrypted, limit=10_000) == bytes(10_000)
    with pytest.raises(TooLarge) as refusal:
        decrypt_file(FILE_KEY, encrypted, limit=9_999)
    assert (refusal.value.size, refusal.value.limit) == (10_000, 9_999)


def crafted(inner: bytes) -> bytes:
    """A file by somebody who has the key and keeps no rule, by the form in the documentation."""
    stretched = derive(FILE_KEY, "file/1", 64, bytes(16))
    header = b"PRF1" + bytes(16) + stretched[32:]
    return header + ChaCha20Poly1305(stretched[:32]).encrypt(bytes(12), inner, header)


def test_the_crafted_form_is_the_real_one() -> None:
    packed = zstd.compress(b"text" * 9)
    assert decrypt_file(FILE_KEY, crafted(b"\1" + (36).to_bytes(8, "big") + packed)) == b"text" * 9


@pytest.mark.parametrize(
    "inner",
    [
        b"",
        b"\0",
        b"\0" + (3).to_bytes(8, "big") + b"four",
        b"\2" + (4).to_bytes(8, "big") + b"four",
        b"\1" + (4).to_bytes(8, "big") + b"four",
        b"\1" + (10).to_bytes(8, "big") + zstd.compress(bytes(1 << 28)),
        b"\1" + (4).to_bytes(8, "big") + zstd.compress(b"four")[:-1],
        b"\1" + (4).to_bytes(8, "big") + zstd.compress(b"four") + b"more",
        b"\1" + (5).to_bytes(8, "big") + zstd.compress(b"four"),
    ],
    ids=["empty", "short", "size", "form", "no zstd", "bomb", "cut", "trailing", "too small"],
)
def test_a_file_that_lies_about_itself_is_refused(inner: bytes) -> None:
    with pytest.raises(CannotOpen):
        decrypt_file(FILE_KEY, crafted(inner))
