"""Packets that are written as they should be are read in one go, all others with care."""

from collections.abc import Callable, Iterator

import pytest

from review_protocol.canonical import JsonValue, parse_as_written, parse_canonical
from review_protocol.documents.kinds import PACKETS
from review_protocol.documents.packet import ChainHeader
from review_protocol.envelope import seal
from review_protocol.failures import BadSignature, MalformedDocument, NotCanonical, ProtocolFailure
from review_protocol.keys import SigningKey
from review_protocol.opening import verified_packet
from tests.unit.models.packets import a_score

KEY = SigningKey(bytes(range(32)))
HEADER = ChainHeader(deployment="0" * 64, kid=KEY.key_id, chain="1" * 32, seq=7, prev="2" * 64)
BODY = a_score()(HEADER).body()


def schemas_in(schema: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """A schema, and all that describe a part of its values."""
    assert isinstance(schema, dict)
    yield schema
    for name, inner in schema.items():
        if name in ("properties", "$defs"):
            assert isinstance(inner, dict)
            assert all(key.isascii() for key in inner)
            parts = list(inner.values())
        elif name in ("anyOf", "oneOf", "allOf", "prefixItems"):
            assert isinstance(inner, list)
            parts = inner
        else:
            parts = [inner] if name == "items" else []
        for part in parts:
            yield from schemas_in(part)


@pytest.mark.parametrize("kind", PACKETS)
def test_what_fits_a_packet_has_no_fraction_and_no_key_of_its_own(kind: str) -> None:
    """On this rests that a fitting packet is canonical where its keys are sorted."""
    for schema in schemas_in(PACKETS[kind].model_json_schema()):
        said = schema.keys() & {"type", "$ref", "anyOf", "oneOf", "allOf", "const", "enum"}
        assert said, f"{schema} allows anything"
        assert schema.get("type") in {
            None,
            "string",
            "integer",
            "boolean",
            "null",
            "array",
            "object",
        }
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
        if schema.get("type") == "array":
            assert "items" in schema or "prefixItems" in schema


def test_what_is_written_in_order_is_read_as_by_the_careful_reader() -> None:
    assert parse_as_written(BODY) == parse_canonical(BODY)
    packet = verified_packet(seal("score", BODY, KEY))
    assert (packet.kind, packet.version, packet.header, packet.reason) == ("score", 1, HEADER, None)
    assert packet.document == a_score()(HEADER)


@pytest.mark.parametrize(
    ("altered", "failure"),
    [
        (lambda body: b" " + body, NotCanonical),
        (lambda body: body.replace(b'"seq":7', b'"seq": 7'), NotCanonical),
        (lambda body: body.replace(b'"seq":7', b'"seq":7.0'), MalformedDocument),
        (lambda body: body.replace(b'"seq":7', b'"seq":7,"seq":7'), MalformedDocument),
        (lambda body: body.replace(b'"seq":7', b'"seq":9007199254740992'), MalformedDocument),
        (lambda body: body.replace(b"clear", b"cl\\u0065ar", 1), NotCanonical),
        (lambda body: body.replace(b'"kind":"score"', b'"kind":"recusal"'), MalformedDocument),
        (lambda body: body.replace(b'"d-', b'"d-aaaa')[:-4], ProtocolFailure),
        (lambda body: body[:-1], MalformedDocument),
    ],
)
def test_what_is_not_canonical_is_refused(
    altered: Callable[[bytes], bytes], failure: type[ProtocolFailure]
) -> None:
    body = altered(BODY)
    assert body != BODY
    with pytest.raises(failure):
        verified_packet(seal("score", body, KEY))


def test_a_packet_of_another_key_is_refused() -> None:
    with pytest.raises(BadSignature):
        verified_packet(seal("score", BODY, SigningKey(bytes(32))))


def test_a_packet_that_does_not_fit_is_kept_with_its_reason() -> None:
    body = BODY.replace(b'"familiarity":2', b'"familiarity":9')
    packet = verified_packet(seal("score", body, KEY))
    assert (packet.document, packet.header) == (None, HEADER)
    assert packet.reason is not None
    assert "familiarity" in packet.reason
