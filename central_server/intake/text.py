"""From the bytes of a JSON file to a value of clean text, saying what was changed or is wrong."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

from central_server.intake.findings import Finding, What
from review_protocol.canonical import MAX_DEPTH, JsonValue

_BOM = b"\xef\xbb\xbf"
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_BREAKS = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[ \t]*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SHOWN = 5


@dataclass(slots=True)
class CleanText:
    """A file's value, None where it could not be read, with what was found on the way."""

    value: JsonValue = None
    problems: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)


def read_text(content: bytes, file: str) -> CleanText:
    """Parse a UTF-8 JSON file; NFC and line breaks are set right once, here, and reported."""
    clean = CleanText()
    text = _decoded(content, file, clean)
    if text is None:
        return clean
    value = _parsed(text, file, clean)
    if not clean.problems:
        clean.value = _Cleaning(file, clean).run(value)
    return clean


def field_name(path: tuple[str | int, ...]) -> str:
    """A place in a file as an operator reads it: `countries.zh[3]`."""
    name = ""
    for step in path:
        name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
    return name


def _decoded(content: bytes, file: str, clean: CleanText) -> str | None:
    if content.startswith(_BOM):
        content = content[len(_BOM) :]
        clean.remarks.append(Finding(What.BYTE_ORDER_MARK, file))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        clean.problems.append(
            Finding(What.NOT_UTF8, file, facts=(_likely(content), str(wrong.start)))
        )
        return None


def _likely(content: bytes) -> str:
    """The encoding that the bytes are probably in."""
    if content.startswith(_WIDE_BOMS):
        return "UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GB 18030"


def _parsed(text: str, file: str, clean: CleanText) -> JsonValue:
    twice: dict[str, None] = {}

    def members(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
        counts = Counter(key for key, _ in pairs)
        twice.update((key, None) for key, count in counts.items() if count > 1)
        return dict(pairs)

    def constant(name: str) -> NoReturn:
        raise json.JSONDecodeError(f"{name} is not JSON", text, max(text.find(name), 0))

    try:
        value: JsonValue = json.loads(text, object_pairs_hook=members, parse_constant=constant)
    except json.JSONDecodeError as wrong:
        facts = (str(wrong.lineno), str(wrong.colno), wrong.msg)
        clean.problems.append(Finding(What.NOT_JSON, file, facts=facts))
        return None
    except (RecursionError, ValueError):
        clean.problems.append(Finding(What.TOO_DEEP, file))
        return None
    clean.problems.extend(Finding(What.DUPLICATE_KEY, file, facts=(key,)) for key in twice)
    if _depth_beyond(value, MAX_DEPTH):
        clean.problems.append(Finding(What.TOO_DEEP, file))
    return value


def _depth_beyond(value: JsonValue, depth: int) -> bool:
    if isinstance(value, dict):
        return depth == 0 or any(_depth_beyond(one, depth - 1) for one in value.values())
    if isinstance(value, list):
        return depth == 0 or any(_depth_beyond(one, depth - 1) for one in value)
    return False


class _Cleaning:
    """One walk through a value."""

    def __init__(self, file: str, clean: CleanText) -> None:
        self._file = file
        self._clean = clean
        self._normalised: list[str] = []
        self._broken: list[str] = []
        self._invisible: list[tuple[str, str]] = []

    def run(self, value: JsonValue) -> JsonValue:
        cleaned = self._walk(value, ())
        for what, fields in ((What.NORMALISED, self._normalised), (What.LINE_BREAKS, self._broken)):
            if fields:
                facts = (str(len(fields)), ", ".join(_first(fields)))
                self._clean.remarks.append(Finding(what, self._file, facts=facts))
        for name, points in self._invisible:
            self._clean.remarks.append(Finding(What.INVISIBLE, self._file, name, (points,)))
        return cleaned

    def _walk(self, value: JsonValue, path: tuple[str | int, ...]) -> JsonValue:
        if isinstance(value, str):
            return self._text(value, field_name(path))
        if isinstance(value, dict):
            return {key: self._walk(one, (*path, key)) for key, one in value.items()}
        if isinstance(value, list):
            return [self._walk(one, (*path, at)) for at, one in enumerate(value)]
        return value

    def _text(self, text: str, name: str) -> str:
        if _SURROGATE.search(text):
            self._clean.problems.append(Finding(What.SURROGATE, self._file, name))
            return ""
        if _CONTROL.search(text):
            facts = (_points(_CONTROL.findall(text)),)
            self._clean.problems.append(Finding(What.CONTROL_CHARACTER, self._file, name, facts))
        if _INVISIBLE.search(text):
            self._invisible.append((name, _points(_INVISIBLE.findall(text))))
        joined = _BREAKS.sub(" ", text)
        if joined != text:
            self._broken.append(name)
        normal = unicodedata.normalize("NFC", joined)
        if normal != joined:
            self._normalised.append(name)
        return normal


def _first(fields: list[str]) -> Iterator[str]:
    yield from fields[:_SHOWN]
    if len(fields) > _SHOWN:
        yield "…"


def _points(characters: list[str]) -> str:
    counts = Counter(characters)
    return ", ".join(
        f"U+{ord(one):04X}" + (f" ×{count}" if count > 1 else "") for one, count in counts.items()
    )
