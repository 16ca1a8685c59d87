"""Stretches of the applicant's text: in an element's code points, and in a pane's blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.reading.prepared import TITLE, Block, Prepared


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of one element's text in one language; offsets are code points of that text."""

    language: Language
    element: Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BlockSpan:
    """A stretch of one side's block in UTF-16 offsets: what can be painted."""

    language: Language
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is under pointer or caret: a side's block and a UTF-16 offset in it; block -1 for
    nothing."""

    language: Language
    block: int
    offset: int = 0


def span_of(
    document: QTextDocument, blocks: Sequence[Block], cursor: QTextCursor
) -> TextSpan | None:
    """The code points that a selection covers in one element's text in one language.

    Where it begins decides which; titles are no text.
    """
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    inside = range(first.blockNumber(), last.blockNumber() + 1)
    units = [number for number in inside if blocks[number].unit != TITLE]
    if not units:
        return None
    element, language = blocks[units[0]].element, blocks[units[0]].language
    units = [n for n in units if (blocks[n].element, blocks[n].language) == (element, language)]
    start = end = 0
    for number in units:
        block, offsets = blocks[number], Utf16Offsets(blocks[number].text)
        at = document.findBlockByNumber(number).position()
        length = offsets.to_utf16(len(block.text))
        here = min(max(cursor.selectionStart() - at, 0), length)
        there = min(max(cursor.selectionEnd() - at, 0), length)
        if number == units[0]:
            start = block.start + offsets.from_utf16(here)
        end = block.start + offsets.from_utf16(there)
    return TextSpan(language, element, start, end) if start < end else None


def block_spans(prepared: Prepared, span: TextSpan) -> tuple[BlockSpan, ...]:
    """Where a stretch of an element's text stands in the blocks of its side."""
    side = prepared.sides[span.language]
    text = prepared.texts[span.element, span.language]
    found = []
    for unit_at in text.units_of(span.start, span.end):
        unit, index = text.units[unit_at], side.find(span.element, unit_at)
        if index is None:
            continue
        offsets = Utf16Offsets(unit.text)
        start = offsets.to_utf16(max(span.start - unit.start, 0))
        end = offsets.to_utf16(min(span.end - unit.start, len(unit.text)))
        found.append(BlockSpan(span.language, index, start, end))
    return tuple(found)
