"""A case made ready for two panes: plain blocks and rows, prepared away from the GUI thread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from review_protocol.documents.case import Case
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Alignment, Kind
from reviewer_app.reading.units import ReadingText, reading_text
from reviewer_app.ui import element_titles

TITLE = -1
"""The `unit` of a block that is the title of its element."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WESTERN = "A-Za-z0-9\u00c0-\u024f%°€$£"
_SEAM = re.compile(f"[{_HAN}](?=[{_WESTERN}])|[{_WESTERN}](?=[{_HAN}])")
_NOT_IN_A_BLOCK = {0: " ", 0xFDD0: " ", 0xFDD1: " "}  # Qt would end a block there


class BlockKind(StrEnum):
    """What a block is; it decides its size and weight."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


class Gap(StrEnum):
    """Why one side of a row is empty."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ELEMENT = "element"
    NOWHERE = "nowhere"


LACKING = frozenset({Gap.PARAGRAPH, Gap.HEADING})
"""One side of a row is empty, in an element that both languages have."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a pane's document: the title of an element, or one of its units.

    `index` is its number on its own side; `start` is where the unit begins in the element's text,
    in code points. `seams` are UTF-16 positions of characters after which
    Han meets Western.
    """

    text: str
    kind: BlockKind
    element: Element
    unit: int
    language: Language
    index: int
    start: int = 0
    seams: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PaneRow:
    """Blocks that begin at the same height; `gap` says what is missing on an empty side."""

    zh: tuple[int, ...]
    en: tuple[int, ...]
    kind: Kind
    gap: Gap | None = None

    def of(self, language: Language) -> tuple[int, ...]:
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Side:
    """Everything that one pane shows."""

    language: Language
    blocks: tuple[Block, ...]
    text: str

    def find(self, element: Element, unit: int) -> int | None:
        """The index of a unit's block."""
        for index, block in enumerate(self.blocks):
            if block.element is element and block.unit == unit:
                return index
        return None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Both sides, their rows, and the element texts that offsets count in."""

    sides: Mapping[Language, Side]
    rows: tuple[PaneRow, ...]
    texts: Mapping[tuple[Element, Language], ReadingText]
    languages: tuple[Language, ...]
    alignments: Mapping[Element, Alignment] = field(default_factory=dict)

    def row_of(self, language: Language, block: int) -> int | None:
        """The index of the row in which a block stands."""
        return self.row_index(language).get(block)

    def row_index(self, language: Language) -> dict[int, int]:
        """The row of every block of a side."""
        return {b: at for at, row in enumerate(self.rows) for b in row.of(language)}


def prepare(case: Case, alignments: Mapping[Element, Alignment]) -> Prepared:
    """Blocks and rows of a case; takes some milliseconds for a very long one."""
    texts = {
        (element, language): reading_text(case.elements.of(element).of(language))
        for element in Element
        for language in Language
    }
    blocks: dict[Language, list[Block]] = {language: [] for language in Language}
    rows: list[PaneRow] = []
    for place, element in enumerate(Element, 1):
        first = {language: len(blocks[language]) + 1 for language in Language}
        for language in Language:
            title = f"{place}  {element_titles.title(element, language)}"
            at = len(blocks[language])
            blocks[language].append(
                Block(title, BlockKind.TITLE, element, TITLE, language, at, 0, _seams(title))
            )
            blocks[language].extend(_blocks(texts[element, language], element, language, at + 1))
        titles = {language: (first[language] - 1,) for language in Language}
        rows.append(PaneRow(titles[Language.ZH], titles[Language.EN], Kind.SAME))
        rows.extend(_rows(element, texts, alignments.get(element), first))
    sides = {
        language: Side(language, tuple(found), "\n".join(block.text for block in found))
        for language, found in blocks.items()
    }
    return Prepared(sides, tuple(rows), texts, case.languages, alignments)


def _blocks(text: ReadingText, element: Element, language: Language, first: int) -> Iterator[Block]:
    for at, unit in enumerate(text.units):
        shown = unit.text.translate(_NOT_IN_A_BLOCK)
        kind = BlockKind.HEADING if unit.is_heading else BlockKind.PARAGRAPH
        yield Block(shown, kind, element, at, language, first + at, unit.start, _seams(shown))


def _seams(text: str) -> tuple[int, ...]:
    found = [match.start() for match in _SEAM.finditer(text)]
    if not found or text.isascii() or max(text) <= "\uffff":
        return tuple(found)
    return tuple(len(text[:at].encode("utf-16-le")) // 2 for at in found)


def _rows(
    element: Element,
    texts: Mapping[tuple[Element, Language], ReadingText],
    alignment: Alignment | None,
    first: Mapping[Language, int],
) -> Iterator[PaneRow]:
    counts = {each: len(texts[element, each].units) for each in Language}
    zh, en = (
        tuple(range(first[each], first[each] + counts[each])) for each in (Language.ZH, Language.EN)
    )
    if not (zh and en):
        gap = Gap.ELEMENT if zh or en else Gap.NOWHERE
        yield PaneRow(zh, en, Kind.MISSING, gap)
        return
    if alignment is None or not alignment.groups:
        yield PaneRow(zh, en, Kind.UNCERTAIN)
        return
    for row in alignment.rows():
        here = tuple(first[Language.ZH] + unit for unit in row.zh)
        there = tuple(first[Language.EN] + unit for unit in row.en)
        units = [texts[element, Language.ZH].units[unit] for unit in row.zh]
        units += [texts[element, Language.EN].units[unit] for unit in row.en]
        missing = row.kind is Kind.MISSING and not (here and there)
        heading = all(unit.is_heading for unit in units)
        lack = (Gap.HEADING if heading else Gap.PARAGRAPH) if missing else None
        yield PaneRow(here, there, row.kind, lack)
