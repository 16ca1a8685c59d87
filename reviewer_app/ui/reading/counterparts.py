"""What says the same in the other version: of a paragraph, and of the sentence pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.sentences import Stretch, counterpart_at
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.reading.prepared import LACKING, TITLE, Prepared
from reviewer_app.ui.reading.spans import BlockSpan, Pointed, TextSpan, block_spans

Sentences = Mapping[Language, tuple[BlockSpan, ...]]
Beside = Mapping[Language, tuple[int, ...]]


def beside(prepared: Prepared, language: Language, block: int) -> Beside:
    """By language, the blocks that say what a block says, itself among them.

    What has moved is found where it stands; the row alone would leave it without a counterpart.
    """
    row = prepared.row_of(language, block)
    if row is None:
        return dict.fromkeys(Language, ())
    beside_it = {each: prepared.rows[row].of(each) for each in Language}
    here = prepared.sides[language].blocks[block]
    alignment = prepared.alignments.get(here.element)
    if here.unit == TITLE or alignment is None or all(beside_it.values()):
        return beside_it
    for group in alignment.groups:
        units = {Language.ZH: group.zh, Language.EN: group.en}
        if here.unit in units[language]:
            first = {each: prepared.sides[each].find(here.element, TITLE) or 0 for each in Language}
            return {each: tuple(first[each] + 1 + u for u in units[each]) for each in Language}
    return beside_it


def rows_from(prepared: Prepared, at: Pointed) -> frozenset[int]:
    """The row of a block, and those after it that its language lacks, up to its next one."""
    row = prepared.row_of(at.language, at.block)
    if row is None:
        return frozenset()
    below = enumerate(prepared.rows[row + 1 :], row + 1)
    lacking = takewhile(lambda each: each[1].gap in LACKING and not each[1].of(at.language), below)
    return frozenset((row, *(number for number, _ in lacking)))


def nearest(prepared: Prepared, language: Language, block: int) -> int:
    """The other side's block that says what a block says; where none does, the one above."""
    there = beside(prepared, language, block)[language.other]
    if there:
        return there[0]
    for at in range(prepared.row_of(language, block) or 0, -1, -1):
        above = prepared.rows[at].of(language.other)
        if above:
            return above[0]
    return 0


def sentences_at(prepared: Prepared, at: Pointed) -> Sentences:
    """The pointed sentence and its counterparts, by language; empty where there are none."""
    language = at.language
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
