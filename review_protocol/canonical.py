"""The one byte form of a JSON value (RFC 8785), its strict reader, and the hash that names it."""

import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NoReturn, TypeAlias

import orjson
import rfc8785

from review_protocol.failures import MalformedDocument, NotCanonical

JsonValue: TypeAlias = (
    "bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
)

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 32
_MAX_INTEGER_DIGITS = len(str(MAX_INTEGER)) + 1


def canonical(value: JsonValue) -> bytes:
    """RFC 8785 (JCS) bytes of `value`.

    Integers lie within 2^53 - 1 of zero. Floats are written as RFC 8785 says, although no
    document of this protocol holds one. Raises MalformedDocument for what JSON cannot carry:
    lone surrogates, integers out of range, NaN, foreign types.
    """
    if _is_plain(value, MAX_DEPTH):
        try:
            return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
        except orjson.JSONEncodeError as error:  # a lone surrogate
            raise MalformedDocument(str(error)) from error
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        raise MalformedDocument(str(error)) from error


def parse_strict(body: bytes, *, max_depth: int = MAX_DEPTH) -> JsonValue:
    """The JSON value in `body`: UTF-8, integers only, no duplicate keys, no lone surrogates.

    `max_depth` bounds the nesting of arrays and objects. Raises MalformedDocument.
    """
    return _parse(body, max_depth)[0]


def parse_canonical(body: bytes, *, max_depth: int = MAX_DEPTH) -> JsonValue:
    """As `parse_strict`, and the bytes are the canonical ones; raises NotCanonical otherwise."""
    value, form = _parse(body, max_depth)
    if form != body:
        raise NotCanonical(_first_difference(form, body))
    return value


def parse_as_written(body: bytes) -> JsonValue:
    """The value in `body` where sorting its keys gives the very same bytes, else None.

    Then these are canonical where no number in it is a fraction, every key is ASCII and nothing is
    nested too deeply, as in any value that a strict model takes: for others `parse_canonical`.
    """
    try:
        value: JsonValue = orjson.loads(body)
        form = orjson.dumps(value, option=orjson.OPT_SORT_KEYS | orjson.OPT_STRICT_INTEGER)
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    return value if form == body else None


def sha256_hex(content: bytes) -> str:
    """Lowercase hex SHA-256."""
    return hashlib.sha256(content).hexdigest()


def document_id(body: bytes) -> str:
    """The id of a document: lowercase hex SHA-256 of its canonical body, never of its envelope."""
    return sha256_hex(body)


def to_base64(content: bytes) -> str:
    """Standard base64 with padding, on one line."""
    return binascii.b2a_base64(content, newline=False).decode("ascii")


def from_base64(text: str) -> bytes:
    """The bytes of canonical standard base64; raises MalformedDocument for any other spelling."""
    try:
        content = binascii.a2b_base64(text, strict_mode=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedDocument("not base64") from error
    # strict reading leaves two freedoms: more padding, and the unused bits of the last character
    last = content[-(len(content) % 3 or 3) :]
    if len(text) != (len(content) + 2) // 3 * 4 or not text.endswith(to_base64(last)):
        raise MalformedDocument("base64 is not canonical")
    return content


def _is_plain(value: object, depth: int) -> bool:
    """Whether orjson provably writes the bytes of RFC 8785.

    True for exact built-in types without floats, integers in range and ASCII keys (orjson sorts
    by UTF-8, RFC 8785 by UTF-16; in ASCII they agree), nested at most `depth` deep.
    """
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if isinstance(value, int):
        return kind is int and -MAX_INTEGER <= value <= MAX_INTEGER
    if depth == 0:
        return False
    if isinstance(value, dict):
        if kind is not dict:
            return False
        for key, member in value.items():
            if type(key) is not str or not key.isascii():
                return False
            if type(member) is not str and not _is_plain(member, depth - 1):
                return False  # most members are texts, and a call for each takes twice the time
        return True
    if isinstance(value, (list, tuple)) and (kind is list or kind is tuple):
        for member in value:
            if type(member) is not str and not _is_plain(member, depth - 1):
                return False
        return True
    return False


def _parse(body: bytes, max_depth: int) -> tuple[JsonValue, bytes]:
    """The value and its canonical bytes.

    The fast reader drops duplicate keys silently, but what it read then has fewer bytes than
    `body`: only where both agree is its answer taken, everything else is read slowly and judged.
    """
    try:
        value: JsonValue = orjson.loads(body)
        if _is_plain(value, max_depth):
            form = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
            if form == body:
                return value, form
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass
    value = _parse_slowly(body)
    if not _within_depth(value, max_depth):
        raise MalformedDocument("nested too deeply")
    return value, canonical(value)


def _parse_slowly(body: bytes) -> JsonValue:
    try:
        value: JsonValue = json.loads(
            body.decode("utf-8"),
            object_pairs_hook=_unique_members,
            parse_int=_exact_integer,
            parse_float=_no_float,
            parse_constant=_no_float,
        )
    except UnicodeDecodeError as error:
        raise MalformedDocument("not UTF-8") from error
    except json.JSONDecodeError as error:
        raise MalformedDocument(f"not JSON: {error.msg} at {error.pos}") from error
    except RecursionError as error:
        raise MalformedDocument("nested too deeply") from error
    return value


def _unique_members(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise MalformedDocument("a key occurs twice")
    return members


def _exact_integer(digits: str) -> int:
    if len(digits) > _MAX_INTEGER_DIGITS or abs(int(digits)) > MAX_INTEGER:
        raise MalformedDocument("an integer is beyond 2^53 - 1")
    return int(digits)


def _no_float(text: str) -> NoReturn:
    raise MalformedDocument("numbers are integers only")


def _within_depth(value: JsonValue, depth: int) -> bool:
    if isinstance(value, dict):
        return depth > 0 and all(_within_depth(member, depth - 1) for member in value.values())
    if isinstance(value, list):
        return depth > 0 and all(_within_depth(member, depth - 1) for member in value)
    return True


def _first_difference(left: bytes, right: bytes) -> int:
    for position, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return position
    return min(len(left), len(right))
