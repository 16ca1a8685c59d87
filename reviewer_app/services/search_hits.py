"""Hits in context: where the words of a search stand in a case, as short pieces of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.folding import folded
from reviewer_app.models.passages import Part, Passage
from reviewer_app.models.search_words import Span, Term

if TYPE_CHECKING:
    from review_protocol.documents.text import Element, Language

MOST_SHOWN = 3
"""Hits of a case that a list shows."""
_BEFORE = 14
_AFTER = 120
"""Widths of Chinese characters around the first hit; any other character is half of one."""
_HALF = 0.5
_CJK = "\u2e80"
_SPACE = re.compile(r"\s+")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to go to in the text of a case: the words as they are written there, and how many
    times they stand before that in this element and language, letter case aside."""

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
    """A passage with hits."""

    place: int
    passage: Passage
    spans: tuple[Span, ...]
    terms: int


def hits_in(passages: Sequence[Passage], terms: Sequence[Term]) -> CaseHits:
    """Hits of any term; shown first are passages with more of the terms, of either language one
    where both have any."""
    found = [each for at, passage in enumerate(passages) if (each := _found(at, passage, terms))]
    best = sorted(found, key=lambda each: (-each.terms, each.place))
    chosen = best[:MOST_SHOWN]
    there = {each.passage.language for each in chosen}
    for each in best[MOST_SHOWN:]:
        if each.passage.language not in there and len(there) == 1:
            chosen[-1] = each
            break
    return CaseHits(
        tuple(_hit(each, passages) for each in sorted(chosen, key=lambda each: each.place)),
        sum(len(each.spans) for each in found),
    )


def _found(place: int, passage: Passage, terms: Iterable[Term]) -> _Found | None:
    text = folded(passage.text)
    by_term = [list(term.spans(text)) for term in terms]
    spans = _merged(span for spans in by_term for span in spans)
    if not spans:
        return None
    return _Found(place, passage, spans, sum(bool(spans) for spans in by_term))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in their order, those that overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hit(found: _Found, passages: Sequence[Passage]) -> Hit:
    passage = found.passage
    text, marks = _piece(passage.text, found.spans)
    return Hit(
        passage.part,
        passage.language,
        passage.element,
        text,
        marks,
        _spot(found, passages),
        passage.about,
    )


def _spot(found: _Found, passages: Sequence[Passage]) -> Spot | None:
    passage = found.passage
    if passage.element is None or passage.language is None:
        return None
    start, end = found.spans[0]
    exact = passage.text[start:end]
    same = [
        each.text
        for each in passages[: found.place]
        if (each.element, each.language) == (passage.element, passage.language)
    ]
    wanted = re.compile(re.escape(exact), re.IGNORECASE)
    before = sum(len(wanted.findall(text)) for text in (*same, passage.text[:start]))
    return Spot(passage.language, passage.element, exact, before)


def _piece(text: str, spans: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """What stands around the first of the spans, on one line, and the spans in it."""
    first, last = spans[0]
    start = _cut(text, _walked(text, first, -1, _BEFORE), first)
    end = _walked(text, last, 1, _AFTER)
    shown = [(max(a, start), min(b, end)) for a, b in spans if a < end]
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


def _line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _walked(text: str, place: int, step: int, room: float) -> int:
    """How far one comes from a place before the room is used up."""
    while 0 < place < len(text) or (place == 0 and step > 0) or (place == len(text) and step < 0):
        if not 0 <= place + min(step, 0) < len(text):
            break
        room -= 1 if text[place + min(step, 0)] > _CJK else _HALF
        if room < 0:
            break
        place += step
    return place


def _cut(text: str, start: int, first: int) -> int:
    """A Latin word that would be cut is left out."""
    if start == 0 or text[start - 1].isspace() or text[start - 1] > _CJK:
        return start
    space = text.find(" ", start, first)
    return space + 1 if space >= 0 else start
