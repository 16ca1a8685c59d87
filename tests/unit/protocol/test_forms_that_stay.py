"""Bytes made by version 1, which every later version must still read."""

import base64
import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_protocol.canonical import canonical, parse_canonical
from review_protocol.envelope import read_envelope, seal, verify
from review_protocol.keys import ExchangeKey, SigningKey, mac, mac_key
from review_protocol.passphrase import open_with_passphrase
from review_protocol.sealing import decrypt_file, open_sealed

KEY = SigningKey(bytes(range(32)))
EXCHANGE_KEY = ExchangeKey(bytes(range(32)))

ENVELOPE = (
    b'{"payload":"eyJjYXNlIjoiV0lDLTIwMjQtMDAwNyIsInR5cGUiOiJzY29yZS8xIn0=","payloadType":"app'
    b'lication/vnd.practice-review.score.v1+json","signatures":[{"keyid":"d-ubiig7mfa4cyfthx",'
    b'"sig":"/N+ZhSTFzTaQdnQXetzssTGKvtGcCvNlHgacihKhC4CL7eeFuttE+SBkoNVX05bQVx7yxsJqwWnbArzxn'
    b'ecdDg=="}]}'
)
SEALED = base64.b64decode(
    "ATqRKofbgTi0xVp3ZCM+w84x0x9Uia9/HuCK0ftc9wYLs3mecLRJluSrD0crF/+JXXumdHe0u2cL/Y7w"
)
FILE = base64.b64decode(
    "UFJGMQABAgMEBQYHCAkKCwwNDg/KbOi/DdGYeFYRU5AneUHKK8GtxKOZ/iowuro1RGdi7nvF9lxOifjygH2YHyEH"
    "mRMF7/HOpOzJA4nqGwyO2Lpq7n9ivmDMB5CrPPcjNus="
)
SECRET = (
    b'{"check":"Okf56dXWUk8AvBeXgyIuyQ==","ciphertext":"Knw1iY+3flsO84+99nB5+KlfAZcWKgXxT+FYQg'
    b'==","lanes":2,"memory_kib":64,"nonce":"AAECAwQFBgcICQoL","passes":2,"purpose":"signing k'
    b'ey","salt":"AAECAwQFBgcICQoLDA0ODw==","sha256":"2fe7e88c4c746d880af999856d4e83e8021dc658'
    b'1f3458adc128c5da75e8a36d","type":"sealed-secret/1"}'
)


def test_an_envelope() -> None:
    body = canonical({"case": "WIC-2024-0007", "type": "score/1"})
    assert seal("score", body, KEY).to_bytes() == ENVELOPE
    envelope = read_envelope(ENVELOPE)
    verify(envelope, KEY.public)
    assert parse_canonical(envelope.body) == {
        "case": "WIC-2024-0007",
        "type": "score/1",
    }


def test_a_sealed_content_key() -> None:
    opened = open_sealed(EXCHANGE_KEY, SEALED, info=b"release", aad=b"WIC-2024-0007")
    assert opened == b"content key"


def test_a_file() -> None:
    assert decrypt_file(bytes(range(32)), FILE) == b"text " * 20


def test_a_secret_under_a_passphrase() -> None:
    opened = open_with_passphrase(SECRET, "正确 horse", purpose="signing key")
    assert opened == b"signing seed"


def test_a_code_of_enrolment() -> None:
    assert mac(mac_key(b"secret", "device"), b"abc", b"") == (
        "a9374016c5229ce709315c05cf01eb29d6cf6cc011390448b3e38522f55e883c"
    )


def test_sealed_content_opens_by_rfc_9180_alone() -> None:
    """Another implementation of base mode, from the text of RFC 9180 §§ 4.1 and 5.1."""
    version, encapsulated, ciphertext = SEALED[:1], SEALED[1:33], SEALED[33:]
    assert version == b"\x01"
    shared = EXCHANGE_KEY.native.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x03"
    context = encapsulated + EXCHANGE_KEY.public.raw
    shared = expand(kem, extract(kem, b"", b"eae_prk", shared), b"shared_secret", context, 32)
    info = b"practice-review/seal/1" + (7).to_bytes(8, "big") + b"release" + b"WIC-2024-0007"
    schedule = b"\x00" + extract(suite, b"", b"psk_id_hash", b"")
    schedule += extract(suite, b"", b"info_hash", info)
    secret = extract(suite, shared, b"secret", b"")
    key = expand(suite, secret, b"key", schedule, 32)
    nonce = expand(suite, secret, b"base_nonce", schedule, 12)
    assert ChaCha20Poly1305(key).decrypt(nonce, ciphertext, b"") == b"content key"


def extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    """LabeledExtract of RFC 9180 § 4."""
    return hmac.digest(salt, b"HPKE-v1" + suite + label + material, hashlib.sha256)


def expand(suite: bytes, secret: bytes, label: bytes, context: bytes, length: int) -> bytes:
    """LabeledExpand of RFC 9180 § 4, for one block."""
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
    return hmac.digest(secret, labelled + b"\x01", hashlib.sha256)[:length]
