"""Words looked for in a file: the hits so far, and how far the search has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from reviewer_app.reading.page_text import joined, places_of

MOST_HITS = 500
AROUND = 28
_HAN_ON = "\u2e80"
"""From here on characters are words by themselves."""
_BORDER = re.compile(rf"\s|.(\s|$)|[{_HAN_ON}-\U0010ffff]|.[{_HAN_ON}-\U0010ffff]", re.DOTALL)
_CUT_WORD = re.compile(rf"^[^\s{_HAN_ON}-\U0010ffff]+\s*(?=.)", re.DOTALL)
_CUT_END = re.compile(rf"(?<=.)\s*[^\s{_HAN_ON}-\U0010ffff]+$", re.DOTALL)
_LINE_ENDS = re.compile(r"\s*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class FileHit:
    """Where the words stand: the page's index, offsets into its text, words around them."""

    index: int
    start: int
    end: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True)
class FileFind:
    """The search: open or not, what for, what was found, which hit is shown.

    `looked` of `pages` pages were looked through; `more` where there are more hits than are shown.
    """

    open: bool = False
    text: str = ""
    hits: tuple[FileHit, ...] = ()
    at: int = -1
    looked: int = 0
    pages: int = 0
    more: bool = False

    @property
    def done(self) -> bool:
        return self.looked >= self.pages or self.more

    @property
    def shown(self) -> FileHit | None:
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None


def looked_at(find: FileFind, index: int, words: str) -> FileFind:
    """The search after one more page."""
    hits = list(find.hits)
    for hit in _hits(index, words, find.text):
        if len(hits) == MOST_HITS:
            return replace(find, hits=tuple(hits), at=max(find.at, 0), more=True)
        hits.append(hit)
    at = 0 if hits and find.at < 0 else find.at
    return replace(find, hits=tuple(hits), at=at, looked=find.looked + 1)


def _hits(index: int, words: str, wanted: str) -> Iterator[FileHit]:
    for start, end in places_of(words, wanted):
        yield FileHit(
            index,
            start,
            end,
            _before(words, start),
            joined(words[start:end]),
            _after(words, end),
        )


def _before(words: str, start: int) -> str:
    """What stands before a hit, from the beginning of a word or a Han character on."""
    first = max(0, start - AROUND)
    whole = first == 0 or _BORDER.match(words[first - 1 : first + 1])
    return _on_one_line(words[first:start] if whole else _CUT_WORD.sub("", words[first:start], 1))


def _after(words: str, end: int) -> str:
    """What stands behind it, to the end of a word."""
    last = min(len(words), end + AROUND)
    whole = last == len(words) or _BORDER.match(words[last - 1 : last + 1])
    return _on_one_line(words[end:last] if whole else _CUT_END.sub("", words[end:last], 1))


def _on_one_line(words: str) -> str:
    """The cells of a table are lines too: they do not run together."""
    return _LINE_ENDS.sub(" ", normalize("NFC", words))
