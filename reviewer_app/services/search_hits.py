"""Hits in context: where the words of a search stand in a case, as short pieces of plain text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.passages import Part, Passage, SearchedText
from reviewer_app.models.search_words import Span, Term

if TYPE_CHECKING:
    from review_protocol.documents.text import Element, Language

MOST_SHOWN = 3
"""Hits of a case that a list shows."""
_BEFORE = 14
_AFTER = 120
"""Chinese characters around the first hit; any other is half as wide."""
_CJK = "\u2e80"
_SPACE = re.compile(r"\s+")
_MORE_THAN_A_SPACE = re.compile(r"[^\S ]|  ")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to go to in the text of a case: the words as they are written there, and how many
    times they stand before that in this element and language, in the letters of a search."""

    language: Language
    element: Element
    exact: str
    nth: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of a passage, plain text on one line, with what was looked for at `marks`."""

    part: Part
    language: Language | None
    element: Element | None
    text: str
    marks: tuple[Span, ...]
    spot: Spot | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class CaseHits:
    """The hits worth showing, in the order of the form, and how many there are in all."""

    shown: tuple[Hit, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage with hits, and of how many terms."""

    place: int
    spans: tuple[Span, ...]
    terms: int


def hits_in(searched: SearchedText, terms: Sequence[Term]) -> CaseHits:
    """Hits of any term; shown first are passages with more of the terms, of either language one
    where both have any."""
    found = _found(searched, terms)
    best = sorted(found, key=lambda each: (-each.terms, each.place))
    chosen = best[:MOST_SHOWN]
    there = {searched.language(each.place) for each in chosen}
    if len(there) == 1:
        others = (each for each in best[MOST_SHOWN:] if searched.language(each.place) not in there)
        chosen[-1] = next(others, chosen[-1])
    return CaseHits(
        tuple(_hit(each, searched) for each in sorted(chosen, key=lambda each: each.place)),
        sum(len(each.spans) for each in found),
    )


def _found(searched: SearchedText, terms: Sequence[Term]) -> list[_Found]:
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    if len(terms) == 1:
        for span in terms[0].spans(searched.folded):
            spans[searched.passage_at(span[0])].append(span)
        return [_Found(at, tuple(there), 1) for at, there in spans.items()]
    by_term: defaultdict[int, int] = defaultdict(int)  # a bit for each
    for number, term in enumerate(terms):
        for span in term.spans(searched.folded):
            place = searched.passage_at(span[0])
            spans[place].append(span)
            by_term[place] |= 1 << number
    return [_Found(at, _merged(spans[at]), by_term[at].bit_count()) for at in sorted(spans)]


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in their order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hit(found: _Found, searched: SearchedText) -> Hit:
    passage, (start, _) = searched.passage(found.place), searched.bounds(found.place)
    whole = passage.text
    spans = tuple((a - start, b - start) for a, b in found.spans)
    # a name is shown whole, as the case's heading
    text, marks = (whole, spans) if passage.part is Part.NAME else _piece(whole, spans)
    spot = _spot(found, passage, searched)
    return Hit(passage.part, passage.language, passage.element, text, marks, spot, passage.about)


def _spot(found: _Found, passage: Passage, searched: SearchedText) -> Spot | None:
    if passage.element is None or passage.language is None:
        return None
    start, end = found.spans[0]
    exact = searched.text[start:end]
    first, _ = searched.bounds(searched.first_like(found.place))
    nth = searched.folded.count(searched.folded[start:end], first, start)
    return Spot(passage.language, passage.element, exact, nth)


def _piece(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """What stands around the first of the spans, on one line, and the spans in it."""
    first, last = spans[0]
    start = _cut(text, max(0, first - _width(text[first - 1 : first], _BEFORE)), first)
    end = min(len(text), last + _width(text[last : last + 1], _AFTER))
    shown = [(max(a, start), min(b, end)) for a, b in spans if a < end]
    if not _MORE_THAN_A_SPACE.search(text, start, end):
        return _as_it_stands(text, shown, start, end)
    pieces: list[str] = [_ELLIPSIS if start else ""]
    marks: list[Span] = []
    at = start
    for a, b in shown:
        pieces.append(_line(text[at:a]))
        begin = sum(map(len, pieces))
        pieces.append(_line(text[a:b]))
        marks.append((begin, sum(map(len, pieces))))
        at = b
    pieces.append(_line(text[at:end]).rstrip() if end == len(text) else _line(text[at:end]))
    pieces.append(_ELLIPSIS if end < len(text) else "")
    return "".join(pieces), tuple(marks)


def _as_it_stands(
    text: str, shown: Sequence[Span], start: int, end: int
) -> tuple[str, tuple[Span, ...]]:
    before = _ELLIPSIS if start else ""
    by = len(before) - start
    marks = tuple((a + by, b + by) for a, b in shown)
    if end < len(text):
        return f"{before}{text[start:end]}{_ELLIPSIS}", marks
    return before + text[start:].rstrip(), marks


def _line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _width(beside: str, characters: int) -> int:
    """As many characters as are as wide as so many Chinese ones, judged by the one beside."""
    return characters if beside > _CJK else 2 * characters


def _cut(text: str, start: int, first: int) -> int:
    """A Latin word that would be cut is left out."""
    if start == 0 or text[start - 1].isspace() or text[start - 1] > _CJK:
        return start
    space = text.find(" ", start, first)
    return space + 1 if space >= 0 else start
