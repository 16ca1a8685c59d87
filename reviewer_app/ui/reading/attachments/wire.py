"""What the app and the process that draws say to each other: bytes of a fixed form, no objects.

An answer is taken for the word of the file: it is measured before it is used.
"""

from __future__ import annotations

import struct
from array import array
from dataclasses import dataclass
from enum import Enum

from reviewer_app.reading.page_text import NOWHERE, PageText

SIZES, PAGE, TEXT, WORDS, FAULT = b"s", b"p", b"t", b"w", b"f"
SIZE = struct.Struct("<dd")
DRAWN = struct.Struct("<III")
QUESTION = struct.Struct("<cIIB")
COUNT = struct.Struct("<I")
MOST_PIXELS = 24_000_000
MOST_CHARACTERS = 200_000
"""Of one page; what is more of it is drawn and not told as text."""
LONGEST_ANSWER = 4 * MOST_PIXELS + (1 << 20)
LONGEST_FAULT = 200
LONGEST_SIDE = 1e6
"""Points; a PDF's own bound is a seventieth of it."""
LONGEST_FILE = 1 << 28
_MILLE = 1000


class Fault(Enum):
    """Why a file is not shown, as far as its process can tell."""

    LOCKED = "locked"
    """It needs a password."""
    TOO_LARGE = "too large"
    DAMAGED = "damaged"
    GAVE_UP = "gave up"
    """Its process ended, was ended for its time, or answered what is no answer."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points, as the file turns it."""

    width: float
    height: float

    @property
    def sides(self) -> tuple[float, float]:
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page, the width in pixels in which it is wanted, and quarter turns to the right."""

    index: int
    width: int
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A drawn page: 32 bits a pixel (blue, green, red, unused), rows of `stride` bytes."""

    wanted: Wanted
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class IndexedText:
    """The text of the page with this index."""

    index: int
    page: PageText


@dataclass(frozen=True, slots=True)
class IndexedWords:
    """The characters of the page with this index, without places."""

    index: int
    words: str


def sizes_in(answer: bytes) -> tuple[PageSize, ...]:
    """The pages' sizes; ValueError where they are none."""
    if len(answer) % SIZE.size:
        raise ValueError("half a size")
    pages = tuple(PageSize(*size) for size in SIZE.iter_unpack(answer))
    if not all(0 <= side <= LONGEST_SIDE for each in pages for side in each.sides):
        raise ValueError("a size that no page has")
    return pages


def page_in(answer: bytes, wanted: Wanted) -> Page:
    """The drawn page; ValueError where it is none."""
    if len(answer) < DRAWN.size:
        raise ValueError("no page")
    across, down, stride = DRAWN.unpack_from(answer)
    pixels = answer[DRAWN.size :]
    if not (0 < 4 * across <= stride and 0 < stride * down == len(pixels)):
        raise ValueError("other pixels than it says")
    if across * down > 2 * MOST_PIXELS:
        raise ValueError("more pixels than are drawn")
    return Page(wanted, across, down, stride, pixels)


def text_bytes(characters: list[int], rects: list[int]) -> bytes:
    """Code points, and four thousandths of a point for each."""
    return b"".join(
        (COUNT.pack(len(characters)), array("i", characters).tobytes(), array("i", rects).tobytes())
    )


def text_in(answer: bytes, size: PageSize) -> PageText:
    """The text of a page of this size; ValueError where it is none.

    A rectangle that does not lie on the page, or has no area, is none.
    """
    count = COUNT.unpack_from(answer)[0] if len(answer) >= COUNT.size else -1
    if not 0 <= count <= MOST_CHARACTERS or len(answer) != COUNT.size + 20 * count:
        raise ValueError("half a text")
    values = array("i", answer[COUNT.size :])
    text = "".join(map(_character, values[:count]))
    across, down = round(size.width * _MILLE), round(size.height * _MILLE)
    fours = zip(*[iter(values[count:])] * 4, strict=True)
    rects = tuple(
        (left, top, right, bottom)
        if 0 <= left < right <= across and 0 <= top < bottom <= down
        else NOWHERE
        for left, top, right, bottom in fours
    )
    return PageText(text, rects)


def words_in(answer: bytes) -> str:
    """The characters of a page alone; ValueError where they are none."""
    if len(answer) % 4 or len(answer) > 4 * MOST_CHARACTERS:
        raise ValueError("half a character")
    return "".join(map(_character, array("i", answer)))


def _character(code: int) -> str:
    """Controls and what is no character are not let in: newlines alone have a meaning here."""
    if code == 10:
        return "\n"
    if code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)
