"""The reading text of one element in one language, and the units that it consists of."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from review_protocol.documents.case import Section

SEPARATOR = "\n"
_LINE_BREAK = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])[ \t]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading (`paragraph` is None) or paragraph; `start` counts code points of the text."""

    section: int
    paragraph: int | None
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_heading(self) -> bool:
        return self.paragraph is None


@dataclass(frozen=True, slots=True)
class ReadingText:
    """One string, its units a line each, headings included; all offsets are code points into it."""

    text: str
    units: tuple[Unit, ...]

    @property
    def hash(self) -> str:
        """SHA-256 of the text in UTF-8, lowercase hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def unit_at(self, offset: int) -> int:
        """Index of the unit that holds the code point at `offset`, with the separator after it.

        Raises ValueError outside 0 … len(text), and where there is no unit.
        """
        if not self.units or not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside the reading text")
        return next(i for i in reversed(range(len(self.units))) if self.units[i].start <= offset)

    def units_of(self, start: int, end: int) -> tuple[int, ...]:
        """Indices of the units that share at least one code point with `start` … `end`."""
        return tuple(i for i, u in enumerate(self.units) if u.start < end and u.end > start)


def reading_text(sections: Iterable[Section]) -> ReadingText:
    """Join headings and paragraphs; a line break inside any of them becomes a space."""
    units: list[Unit] = []
    start = 0
    for number, section in enumerate(sections):
        lines: list[tuple[int | None, str]] = [
            (i, text) for i, text in enumerate(section.paragraphs)
        ]
        if section.heading is not None and section.heading.strip():
            lines.insert(0, (None, section.heading))
        for paragraph, raw in lines:
            unit = Unit(number, paragraph, on_one_line(raw), start)
            units.append(unit)
            start = unit.end + len(SEPARATOR)
    return ReadingText(SEPARATOR.join(unit.text for unit in units), tuple(units))


def on_one_line(text: str) -> str:
    """A text with a space for each line break and the blanks around it."""
    return _LINE_BREAK.sub(" ", text)


class Utf16Offsets:
    """Conversion between code points and the UTF-16 code units that Qt counts, for one string."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [i for i, character in enumerate(text) if character > "\uffff"]
        self._astral16 = [at + before for before, at in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """UTF-16 offset of a code point offset (0 … len); raises ValueError outside."""
        if not 0 <= offset <= self._length:
            raise ValueError(f"offset {offset} is outside a text of {self._length} code points")
        return offset + bisect_left(self._astral, offset)

    def from_utf16(self, offset: int) -> int:
        """Code point offset of a UTF-16 one; raises ValueError outside or in a surrogate pair."""
        if not 0 <= offset <= self._length + len(self._astral):
            raise ValueError(f"offset {offset} is outside the text")
        before = bisect_left(self._astral16, offset)
        if before and self._astral16[before - 1] == offset - 1:
            raise ValueError(f"offset {offset} is inside a surrogate pair")
        return offset - before
