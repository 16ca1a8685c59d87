"""Stretches of the applicant's text: in an element's code points, and in a pane's blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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


def spans_in(
    document: QTextDocument, blocks: Sequence[Block], cursor: QTextCursor
) -> tuple[TextSpan, ...]:
    """The code points that a selection covers, a stretch for each element and language in it.

    Titles are no text; where a paragraph stands elsewhere in its own text than the one above it,
    another stretch begins.
    """
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    found: dict[tuple[Language, Element], list[TextSpan]] = {}
    units: dict[tuple[Language, Element], int] = {}
    for number in range(first, last + 1):
        block = blocks[number]
        text = block.language, block.element
        if block.unit == TITLE or (covered := _covered(document, number, block, cursor)) is None:
            continue
        stretches = found.setdefault(text, [])
        if stretches and units[text] + 1 == block.unit:
            stretches[-1] = replace(stretches[-1], end=covered[1])
        else:
            stretches.append(TextSpan(*text, *covered))
        units[text] = block.unit
    return tuple(stretch for stretches in found.values() for stretch in stretches)


def _covered(
    document: QTextDocument, number: int, block: Block, cursor: QTextCursor
) -> tuple[int, int] | None:
    """What a selection covers of a block, in code points of its element's text."""
    at, offsets = document.findBlockByNumber(number).position(), Utf16Offsets(block.text)
    length = offsets.to_utf16(len(block.text))
    start = min(max(cursor.selectionStart() - at, 0), length)
    end = min(max(cursor.selectionEnd() - at, 0), length)
    if start == end:
        return None
    return block.start + offsets.from_utf16(start), block.start + offsets.from_utf16(end)


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
