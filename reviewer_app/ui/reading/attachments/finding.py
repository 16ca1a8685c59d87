"""Words looked for in a file: the hits so far, and how far the search has come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from reviewer_app.reading.page_text import joined, places_of
from reviewer_app.ui.reading.excerpts import around

MOST_HITS = 500
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
    cut: tuple[bool, bool] = (True, True)
    """Whether more stands further before, and after."""


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
        beside = around(words, start, end)
        before, after = map(_on_one_line, (beside.before, beside.after))
        exact = joined(words[start:end])
        yield FileHit(index, start, end, before, exact, after, beside.cut)


def _on_one_line(words: str) -> str:
    """The cells of a table are lines too: they do not run together."""
    return _LINE_ENDS.sub(" ", normalize("NFC", words))
