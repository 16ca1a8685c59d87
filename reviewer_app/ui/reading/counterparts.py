"""Where the sentence under pointer or caret stands, and what says the same in the other pane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.sentences import Stretch, counterpart_at
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.reading.pane import BlockSpan, Pointed, TextSpan, block_spans
from reviewer_app.ui.reading.prepared import TITLE, Prepared

Sentences = Mapping[Language, tuple[BlockSpan, ...]]


def sentences_at(prepared: Prepared, language: Language, at: Pointed) -> Sentences:
    """The pointed sentence and its counterparts, by language; empty where there are none."""
    if at.block < 0 or prepared.sides[language].blocks[at.block].unit == TITLE:
        return {}
    block = prepared.sides[language].blocks[at.block]
    alignment = prepared.alignments.get(block.element)
    if alignment is None:
        return {}
    zh, en = (prepared.texts[block.element, each] for each in (Language.ZH, Language.EN))
    offsets = Utf16Offsets(block.text)
    offset = offsets.from_utf16(min(at.offset, offsets.to_utf16(len(block.text))))
    found = counterpart_at(alignment, (zh, en), language, block.unit, offset)
    if found is None:
        return {}

    other = language.other
    return {
        language: tuple(_spans(prepared, block.element, language, found.here)),
        other: tuple(_spans(prepared, block.element, other, found.there)),
    }


def _spans(
    prepared: Prepared, element: Element, side: Language, stretches: Iterable[Stretch]
) -> Iterator[BlockSpan]:
    units = prepared.texts[element, side].units
    for each in stretches:
        start = units[each.unit].start
        yield from block_spans(
            prepared, TextSpan(side, element, start + each.start, start + each.end)
        )
