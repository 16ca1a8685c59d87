"""Where a reader's marks stand: at the caret, in the blocks of the panes, and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.score import Answers, Quote
from review_protocol.documents.text import Language
from reviewer_app.models.highlights import Highlight
from reviewer_app.reading.quotes import found_again, quote_of
from reviewer_app.reading.splitting import sentences_of
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.reading.counterparts import beside
from reviewer_app.ui.reading.decorating import spans_of
from reviewer_app.ui.reading.marking import words
from reviewer_app.ui.reading.paper import CaseMark
from reviewer_app.ui.reading.prepared import TITLE, Block, BlockKind, Prepared
from reviewer_app.ui.reading.spans import Pointed, TextSpan

translate = QCoreApplication.translate


def offset_at(prepared: Prepared, at: Pointed) -> int | None:
    """The code point of the element's text at which a caret stands; None in a title."""
    block = _block(prepared, at)
    if block is None:
        return None
    offsets = Utf16Offsets(block.text)
    inside = min(at.offset, offsets.to_utf16(len(block.text)))
    return block.start + offsets.from_utf16(inside)


def highlight_at(
    prepared: Prepared, at: Pointed, highlights: Iterable[Highlight]
) -> Highlight | None:
    """The highlight that a caret stands in, or else the one that it touches; the shortest."""
    found = list(highlights)
    nearest = _nearest(prepared, at, [each.place for each in found])
    return None if nearest is None else found[nearest]


def covering(prepared: Prepared, part: Quote, highlights: Iterable[Highlight]) -> Highlight | None:
    """The highlight in which all of a selection stands, the shortest; None where it is larger."""
    within = found_again(part, prepared.texts[part.element, part.language])
    found = []
    for each in highlights:
        place = each.place
        if within is None or (place.language, place.element) != (part.language, part.element):
            continue
        stands = found_again(place, prepared.texts[place.element, place.language])
        if stands is not None and stands[0] <= within[0] and within[1] <= stands[1]:
            found.append((stands[1] - stands[0], each.id, each))
    return min(found)[-1] if found else None


def quoted_at(prepared: Prepared, at: Pointed, answers: Answers) -> Quote | None:
    """The quote of a sheet that a caret stands in, or else the one that it touches."""
    quotes = [quote for answer in answers.criteria for quote in answer.quotes]
    nearest = _nearest(prepared, at, quotes)
    return None if nearest is None else quotes[nearest]


def paragraph_at(prepared: Prepared, at: Pointed) -> Quote | None:
    """The paragraph under a caret; None in a title, and where it is empty."""
    block = _block(prepared, at)
    return _quote(prepared, block, 0, len(block.text)) if block else None


def sentence_at(prepared: Prepared, at: Pointed) -> Quote | None:
    """The sentence under a caret; None in a title, and where there is none."""
    block, offset = _block(prepared, at), offset_at(prepared, at)
    if block is None or offset is None:
        return None
    if block.kind is BlockKind.HEADING:
        return paragraph_at(prepared, at)
    sentences = sentences_of(block.text)
    begun = [each for each in sentences if each.start <= offset - block.start] or sentences[:1]
    return _quote(prepared, block, begun[-1].start, begun[-1].end) if begun else None


def other_side(prepared: Prepared, place: Quote) -> str:
    """The paragraphs that say what those of a mark say; "" where there are none."""
    other: Language = place.language.other
    blocks: list[int] = []
    for span in spans_of(prepared, place):
        there = beside(prepared, place.language, span.block)[other]
        blocks += [each for each in there if each not in blocks]
    return "\n".join(prepared.sides[other].blocks[each].text for each in blocks)


def paper_marks(prepared: Prepared, highlights: Iterable[Highlight]) -> tuple[CaseMark, ...]:
    """Highlights and notes for the case on paper; one of another text stands in its list alone."""
    found = []
    for each in highlights:
        place, span = each.place, None
        at = found_again(place, prepared.texts[place.element, place.language])
        if at is not None:
            span = TextSpan(place.language, place.element, *at)
        said = place.exact
        if each.note:
            both = translate("marks", "“{quote}” – {note}")
            said = both.format(quote=place.exact, note=" ".join(each.note.split()))
        where = words.where(each, prepared)
        found.append(CaseMark(span, words.letter(each), "note", words.name(each), said, where))
    return tuple(found)


def _nearest(prepared: Prepared, at: Pointed, places: Sequence[Quote]) -> int | None:
    block, offset = _block(prepared, at), offset_at(prepared, at)
    if block is None or offset is None:
        return None
    found = []
    for number, place in enumerate(places):
        if (place.language, place.element) == (at.language, block.element):
            stands = found_again(place, prepared.texts[place.element, place.language])
            if stands is not None and stands[0] <= offset <= stands[1]:
                found.append((offset == stands[1], stands[1] - stands[0], number))
    return min(found)[-1] if found else None


def _block(prepared: Prepared, at: Pointed) -> Block | None:
    if at.block < 0:
        return None
    block = prepared.sides[at.language].blocks[at.block]
    return None if block.unit == TITLE else block


def _quote(prepared: Prepared, block: Block, start: int, end: int) -> Quote | None:
    text = prepared.texts[block.element, block.language]
    try:
        return quote_of(text, block.language, block.element, block.start + start, block.start + end)
    except ValueError:  # nothing but spaces
        return None
