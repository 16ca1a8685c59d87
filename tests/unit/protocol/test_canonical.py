"""The byte form of documents and its strict reader."""

import base64
import json
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.canonical import (
    JsonValue,
    canonical,
    document_id,
    from_base64,
    parse_canonical,
    parse_strict,
    to_base64,
)
from review_protocol.failures import MalformedDocument, NotCanonical

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
integers = st.integers(-(2**53) + 1, 2**53 - 1)
documents = st.recursive(
    st.none() | st.booleans() | integers | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
with_floats = st.recursive(
    st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(documents)
def test_the_canonical_bytes_are_those_of_rfc_8785(value: JsonValue) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(with_floats)
def test_a_float_is_written_as_rfc_8785_says(value: JsonValue) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(documents)
def test_what_was_written_reads_back_the_same(value: JsonValue) -> None:
    assert parse_canonical(canonical(value)) == value


@given(documents)
def test_any_other_spelling_is_read_and_told_from_the_canonical_one(value: JsonValue) -> None:
    spaced = b" " + json.dumps(value, indent=1).encode()
    assert parse_strict(spaced) == value
    with pytest.raises(NotCanonical):
        parse_canonical(spaced)


@given(st.binary(max_size=40))
def test_arbitrary_bytes_are_read_or_refused_and_nothing_else(body: bytes) -> None:
    try:
        value = parse_canonical(body)
    except (MalformedDocument, NotCanonical):
        return
    assert canonical(value) == body


@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_the_published_vectors_of_jcs(shared: Path, name: str) -> None:
    folder = shared / "vectors" / "jcs"
    value = json.loads((folder / f"{name}.in").read_bytes())
    assert canonical(value) == (folder / f"{name}.out").read_bytes()


def test_keys_sort_by_utf_16_as_javascript_does() -> None:
    assert canonical({"\ufb33": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\ufb33":1}'.encode()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"a":1,"a":1}', "a key occurs twice"),
        (b'{"a":1,"\\u0061":2}', "a key occurs twice"),
        (b"1.0", "numbers are integers only"),
        (b"1e3", "numbers are integers only"),
        (b"NaN", "numbers are integers only"),
        (b"-Infinity", "numbers are integers only"),
        (b"9007199254740992", "an integer is beyond 2^53 - 1"),
        (b"-" + b"9" * 9000, "an integer is beyond 2^53 - 1"),
        (b"[" * 33 + b"]" * 33, "nested too deeply"),
        (b"[" * 500_000, "nested too deeply"),
        (b'"\xff"', "not UTF-8"),
        (b'"\xed\xa0\x80"', "not UTF-8"),
    ],
)
def test_what_a_document_must_not_contain_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(MalformedDocument) as refusal:
        parse_strict(body)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[1,]",
        b'"a\nb"',
        b"01",
        b"\xef\xbb\xbf1",
        b"1 2",
        b'"\\ud800"',
        b'{"\\udc00":1}',
        b'{"a":1}x',
    ],
)
def test_what_is_not_json_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedDocument):
        parse_strict(body)


def test_thirty_two_levels_are_allowed() -> None:
    body = b"[" * 32 + b"]" * 32
    assert canonical(parse_canonical(body)) == body


@pytest.mark.parametrize("value", ["\ud800", {"\udc00": 1}, 2**53, [float("nan")]])
def test_a_value_that_json_cannot_carry_is_refused(value: JsonValue) -> None:
    with pytest.raises(MalformedDocument):
        canonical(value)


def test_a_spelling_that_differs_is_placed() -> None:
    with pytest.raises(NotCanonical) as refusal:
        parse_canonical(b'{"b":1,"a":2}')
    assert refusal.value.position == 2


def test_the_id_of_a_document_is_the_hash_of_its_body() -> None:
    assert document_id(b"{}") == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@given(st.binary(max_size=40))
def test_base64_reads_back(content: bytes) -> None:
    assert from_base64(to_base64(content)) == content


@given(st.text(alphabet="AQBg/+9=\n -é", max_size=13) | st.text(alphabet="ABQ=", max_size=9))
def test_exactly_what_would_be_written_is_read(text: str) -> None:
    try:
        content = from_base64(text)
    except MalformedDocument:
        try:
            loosely = base64.b64decode(text)
        except ValueError:
            return
        assert to_base64(loosely) != text
    else:
        assert to_base64(content) == text


@pytest.mark.parametrize("text", ["QQ", "QR==", "QQ==\n", " QQ==", "Q-_=", "QQ===", "é"])
def test_another_spelling_of_base64_is_refused(text: str) -> None:
    with pytest.raises(MalformedDocument):
        from_base64(text)
