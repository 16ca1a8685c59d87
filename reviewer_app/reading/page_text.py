"""The text of a page of an attachment: which character stands where, what is found, what is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import normalize

from review_protocol.documents.file_quotes import MOST_BOXES, Box

Rect = tuple[int, int, int, int]
"""Left, top, right, bottom in thousandths of a point, from the page's left and upper edge."""
NOWHERE: Rect = (0, 0, 0, 0)
CONTEXT = 32
"""Code points kept before and after a quote."""
MOST_EXACT = 20_000
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_LINE_END = re.compile(r"(.?)\s*\n\s*(.?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PageText:
    """Characters in reading order and, for each, its rectangle; a newline has none.

    `lines` are the runs between newlines: first and last offset (end excluded) and the rectangle
    around them.
    """

    text: str
    rects: tuple[Rect, ...]
    lines: tuple[tuple[int, int, Rect], ...] = field(init=False)

    def __post_init__(self) -> None:
        if len(self.text) != len(self.rects):
            raise ValueError("each character has one rectangle")
        object.__setattr__(self, "lines", tuple(_lines(self.text, self.rects)))

    def at(self, x: float, y: float) -> int:
        """The offset nearest to a point: before the character there, or behind its middle."""
        if not self.lines:
            return 0
        beside = [line for line in self.lines if line[2][1] <= y <= line[2][3]]
        near = beside or self.lines
        start, end, around = min(near, key=lambda line: _distance(line[2], x, y))
        upright = around[3] - around[1] > around[2] - around[0] and end - start > 1
        inside = (at for at in range(start, end) if self.rects[at] != NOWHERE)
        nearest = min(inside, key=lambda at: _distance(self.rects[at], x, y))
        left, top, right, bottom = self.rects[nearest]
        past = 2 * y > top + bottom if upright else 2 * x > left + right
        return nearest + past

    def is_text(self, x: float, y: float) -> bool:
        """Whether a point lies on a line of text."""
        return any(_distance(around, x, y) == 0 for _, _, around in self.lines)

    def word(self, at: int) -> tuple[int, int]:
        """First and last offset of the word, or of the run of Han characters to the next
        punctuation, around an offset."""
        for match in re.finditer(r"\w+", self.text):
            if match.start() <= at < match.end() or at == match.end() == len(self.text):
                return match.span()
        return at, min(at + 1, len(self.text))

    def line(self, at: int) -> tuple[int, int]:
        """First and last offset of the line around an offset."""
        around = ((start, end) for start, end, _ in self.lines if start <= at <= end)
        return next(around, (at, at))

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """A rectangle a line around the characters from `start` to `end`."""
        found = []
        for first, last, _ in self.lines:
            inside = self.rects[max(first, start) : max(first, min(last, end))]
            around = _around(inside)
            if around[0] < around[2] and around[1] < around[3]:
                left, top, right, bottom = around
                found.append(Box(left=left, top=top, right=right, bottom=bottom))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Cut:
    """Words cut out of a page: what is quoted of them, and where they stand."""

    exact: str
    before: str
    after: str
    boxes: tuple[Box, ...]


def cut_out(page: PageText, start: int, end: int) -> Cut | None:
    """The words from `start` to `end`, lines joined as the script joins them; None where there are
    none. What is more than a quote holds is left out at its end."""
    selected = page.text[start:end]
    start += len(selected) - len(selected.lstrip())
    end = min(start + len(selected.strip()), start + MOST_EXACT)
    boxes = page.boxes(start, end)
    if start >= end or not boxes or len(boxes) > MOST_BOXES:
        return None
    before = joined(page.text[max(0, start - CONTEXT) : start])[-CONTEXT:]
    after = joined(page.text[end : end + CONTEXT])[:CONTEXT]
    return Cut(joined(page.text[start:end])[:MOST_EXACT].strip(), before, after, boxes)


def joined(text: str) -> str:
    """Lines as one: Han characters meet without a space, everything else with one; NFC."""

    def meet(match: re.Match[str]) -> str:
        before, after = match.groups()
        close = bool(_HAN.match(before) and _HAN.match(after))
        return before + ("" if close else " ") + after

    previous = None
    while previous != text:  # a line of one character ends two
        previous, text = text, _LINE_END.sub(meet, text)
    return normalize("NFC", text)


def places_of(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where words stand, first and last offset: across the ends of lines, whatever the case of
    letters and the width of figures."""
    sought, _ = _folded(wanted.strip())
    if not sought.strip():
        return
    folded, places = _folded(text)
    at = folded.find(sought)
    while at >= 0:
        yield places[at], places[at + len(sought) - 1] + 1
        at = folded.find(sought, at + len(sought))


def _folded(text: str) -> tuple[str, list[int]]:
    """A text for searching, and for each of its characters the offset that it came from."""
    pieces: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character.isspace():
            last = pieces[-1] if pieces else " "
            following = text[at + 1 : at + 2]
            between = _HAN.match(last) and _HAN.match(following)
            folded = "" if last == " " or between else " "
        else:
            folded = normalize("NFKC", character).casefold()
        pieces.extend(folded)
        places.extend([at] * len(folded))
    return "".join(pieces), places


def _lines(text: str, rects: tuple[Rect, ...]) -> Iterator[tuple[int, int, Rect]]:
    for match in re.finditer(r"[^\n]+", text):
        around = _around(rects[match.start() : match.end()])
        if around != NOWHERE:
            yield match.start(), match.end(), around


def _around(rects: tuple[Rect, ...]) -> Rect:
    seen = [rect for rect in rects if rect != NOWHERE]
    if not seen:
        return NOWHERE
    lefts, tops, rights, bottoms = zip(*seen, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _distance(rect: Rect, x: float, y: float) -> float:
    left, top, right, bottom = rect
    across = max(left - x, 0, x - right)
    down = max(top - y, 0, y - bottom)
    return across * across + down * down
