"""Sealing and opening signed documents."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.canonical import JsonValue, canonical, parse_canonical, sha256_hex
from review_protocol.envelope import (
    Envelope,
    kind_of,
    pae,
    payload_type,
    read_envelope,
    seal,
    verify,
)
from review_protocol.failures import (
    BadSignature,
    MalformedDocument,
    MalformedEnvelope,
    NotCanonical,
    ProtocolFailure,
    TooLarge,
    UnknownPayloadType,
)
from review_protocol.keys import SigningKey, VerifyKey

KEY = SigningKey(bytes(range(32)))
OTHER_KEY = SigningKey(bytes(32))
BODY = canonical({"case": "WIC-2024-0007", "marks": [4, 5], "said": "可以复制"})


def value_in(envelope: Envelope, key: VerifyKey) -> JsonValue:
    """What it says, as every reader comes to it before the fields: signature, then strict form."""
    verify(envelope, key)
    return parse_canonical(envelope.body)


def envelope_with(**changes: object) -> bytes:
    members = json.loads(seal("score", BODY, KEY).to_bytes())
    return json.dumps(members | changes).encode()


def test_the_signed_bytes_are_those_of_the_published_example() -> None:
    """The example of the DSSE protocol's own text."""
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


def test_a_sealed_document_opens_to_what_was_written() -> None:
    received = read_envelope(seal("score", BODY, KEY).to_bytes())
    assert received == seal("score", BODY, KEY)
    assert value_in(received, KEY.public) == json.loads(BODY)
    assert received.document_id == sha256_hex(BODY)
    assert kind_of(received.payload_type) == ("score", 1)


def test_another_key_than_the_named_one_opens_nothing() -> None:
    with pytest.raises(BadSignature) as refusal:
        verify(seal("score", BODY, KEY), OTHER_KEY.public)
    assert refusal.value.key_id == KEY.key_id


@pytest.mark.parametrize(
    "changed",
    [
        {"body": BODY.replace(b"4", b"5")},
        {"payload_type": payload_type("recusal")},
        {"keyid": OTHER_KEY.key_id},
        {"signature": bytes(64)},
    ],
    ids=str,
)
def test_nothing_signed_can_be_changed(changed: dict[str, object]) -> None:
    with pytest.raises(BadSignature):
        verify(replace(seal("score", BODY, KEY), **changed), KEY.public)


@given(st.data())
def test_no_flipped_bit_yields_another_document(data: st.DataObject) -> None:
    sealed = bytearray(seal("score", BODY, KEY).to_bytes())
    at = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[at // 8] ^= 1 << at % 8
    with pytest.raises(ProtocolFailure):
        value_in(read_envelope(bytes(sealed)), KEY.public)


def test_a_signed_body_in_another_spelling_is_refused() -> None:
    with pytest.raises(NotCanonical):
        value_in(seal("score", b'{"a": 1}', KEY), KEY.public)


def test_a_signed_body_that_is_no_document_is_refused() -> None:
    with pytest.raises(MalformedDocument):
        value_in(seal("score", b'{"a":1.5}', KEY), KEY.public)


SIGNATURE = json.loads(seal("score", BODY, KEY).to_bytes())["signatures"][0]


@pytest.mark.parametrize(
    "changes",
    [
        {"more": 1},
        {"payload": None},
        {"payload": "QR=="},
        {"payloadType": 1},
        {"signatures": []},
        {"signatures": {}},
        {"signatures": [SIGNATURE, SIGNATURE]},
        {"signatures": [SIGNATURE | {"more": ""}]},
        {"signatures": [{"sig": SIGNATURE["sig"]}]},
        {"signatures": [SIGNATURE | {"sig": "QQ=="}]},
    ],
    ids=str,
)
def test_an_envelope_in_another_form_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(MalformedEnvelope):
        read_envelope(envelope_with(**changes))


@pytest.mark.parametrize("received", [b"", b"[]", b"null", b"<html></html>", b'"a"'])
def test_what_is_no_envelope_is_refused(received: bytes) -> None:
    with pytest.raises(MalformedEnvelope):
        read_envelope(received)


def test_a_repeated_key_is_refused() -> None:
    sealed = seal("score", BODY, KEY).to_bytes()
    twice = sealed.replace(b'{"payload"', b'{"payload":"QQ==","payload"', 1)
    with pytest.raises(MalformedEnvelope):
        read_envelope(twice)


def test_spaces_between_the_parts_are_free() -> None:
    assert read_envelope(envelope_with()) == seal("score", BODY, KEY)


def test_the_size_limit_is_exact() -> None:
    sealed = seal("score", BODY, KEY).to_bytes()
    assert read_envelope(sealed, limit=len(sealed)).body == BODY
    with pytest.raises(TooLarge) as refusal:
        read_envelope(sealed, limit=len(sealed) - 1)
    assert (refusal.value.size, refusal.value.limit) == (len(sealed), len(sealed) - 1)


def test_a_newer_version_is_known_by_its_type() -> None:
    assert kind_of("application/vnd.practice-review.score.v12+json") == ("score", 12)


@pytest.mark.parametrize(
    "text",
    [
        "application/json",
        "application/vnd.practice-review.score.v0+json",
        "application/vnd.practice-review.score.v01+json",
        "application/vnd.practice-review.Score.v1+json",
        "application/vnd.practice-review.score.v1+json\n",
        "application/vnd.practice-review.score.v١+json",
    ],
)
def test_a_foreign_type_has_no_kind(text: str) -> None:
    with pytest.raises(UnknownPayloadType):
        kind_of(text)


def test_openssl_verifies_an_envelope(tmp_path: Path) -> None:
    sealed: Envelope = seal("score", BODY, KEY)
    (tmp_path / "key.pem").write_text(KEY.public.pem())
    (tmp_path / "signed").write_bytes(pae(sealed.payload_type, sealed.body))
    (tmp_path / "signature").write_bytes(sealed.signature)
    command = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature"
    verdict = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True)
    assert verdict.stdout == "Signature Verified Successfully\n"
    (tmp_path / "signed").write_bytes(pae(sealed.payload_type, sealed.body + b" "))
    verdict = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True)
    assert verdict.returncode == 1
