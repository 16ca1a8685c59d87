"""Where a reader is, said in the text itself, so that it outlives fonts, widths and modes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from review_protocol.documents.text import Element, Language
from reviewer_app.ui.reading.counterparts import nearest
from reviewer_app.ui.reading.layout import PaneLayout
from reviewer_app.ui.reading.pace import Stretch, stretch_at
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.prepared import TITLE, Prepared
from reviewer_app.ui.reading.spans import BlockSpan

_BESIDE_PX = 8.0
_HARDLY = 1.0
"""Pixels of a line that may be out of sight while the line counts as in sight."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first line in sight: its unit and UTF-16 offset, and how far above it the pane begins.

    `below` is in heights of that line, so that it outlives its size: positive where the line itself
    is scrolled out of sight.
    """

    language: Language
    element: Element
    unit: int
    offset: int = 0
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Sight:
    """Where the reader is, on each side by itself where the sides are free; and what of the case
    is wholly or mostly in sight."""

    anchor: Anchor
    stretches: frozenset[Stretch]
    apart: tuple[Anchor, ...] = ()


def anchor_of(pane: ReadingPane) -> Anchor | None:
    """Where a pane is scrolled to; None before it is set."""
    setting = pane.setting()
    if setting is None or pane.held is None or not setting.styles:
        return None
    y = float(pane.verticalScrollBar().value())
    number, offset = first_line(setting, y)
    block = pane.held.blocks[number]
    below = (y - setting.line_y(number, offset)) / setting.styles[number].line
    return Anchor(block.language, block.element, block.unit, offset, below)


def first_line(setting: PaneLayout, y: float) -> tuple[int, int]:
    """Block and UTF-16 offset of the first line that begins at or below a height."""
    number = setting.block_at(y)
    down = ceil((y - _HARDLY - setting.tops[number]) / setting.styles[number].line)
    lines = setting.document().findBlockByNumber(number).layout()
    if down >= max(1, lines.lineCount()):
        return min(number + 1, len(setting.tops) - 1), 0
    return number, lines.lineAt(max(down, 0)).textStart() if lines.lineCount() else 0


def go_back(prepared: Prepared, pane: ReadingPane, anchor: Anchor) -> None:
    """Scroll a pane to the anchored line; where only its counterpart is here, to that."""
    setting, held = pane.setting(), pane.held
    if setting is None or held is None:
        return
    side = prepared.sides[anchor.language]
    index = side.find(anchor.element, anchor.unit)
    if index is None:  # a corrected version may have fewer units
        index = side.find(anchor.element, TITLE) or 0
    number, offset = held.number(anchor.language, index), anchor.offset
    if number is None:
        other = anchor.language.other
        number, offset = held.number(other, nearest(prepared, anchor.language, index)), 0
    number = number or 0
    y = setting.line_y(number, offset) + anchor.below * setting.styles[number].line
    pane.verticalScrollBar().setValue(round(y))


def show_block(
    prepared: Prepared, pane: ReadingPane, block: tuple[Language, int], above: float
) -> None:
    """Scroll a pane so that a side's block stands so many pixels below its top edge."""
    setting, held = pane.setting(), pane.held
    if setting is None or held is None:
        return
    number = held.number(*block)
    if number is None:
        number = held.number(block[0].other, nearest(prepared, *block)) or 0
    pane.verticalScrollBar().setValue(int(setting.tops[number] - above))


def ensure(pane: ReadingPane, span: BlockSpan) -> None:
    """Scroll no further than it takes to have the lines of a stretch in sight, the first surely."""
    setting = pane.setting()
    number = pane.held.number(span.language, span.block) if pane.held else None
    if setting is None or number is None:
        return
    top = setting.line_y(number, span.start)
    bottom = setting.line_y(number, span.end) + setting.styles[number].line
    bar, height = pane.verticalScrollBar(), pane.viewport().height()
    place = max(float(bar.value()), bottom + _BESIDE_PX - height)
    bar.setValue(round(min(place, max(0.0, top - _BESIDE_PX))))


def in_sight(prepared: Prepared, pane: ReadingPane) -> frozenset[Stretch]:
    """The stretches with a block of which at least half, or of a screen, stands in the pane."""
    setting, held = pane.setting(), pane.held
    if setting is None or held is None or not setting.styles:
        return frozenset()
    top = float(pane.verticalScrollBar().value())
    bottom = top + pane.viewport().height()
    first, last = setting.block_at(top), setting.block_at(bottom)
    seen = set()
    for number, height in enumerate(setting.heights(first, last), first):
        start = setting.tops[number]
        shown = min(start + height, bottom) - max(start, top)
        if shown >= min(height, bottom - top) / 2:
            seen.add(number)
    return frozenset(
        stretch_at(prepared, held.row_of[number], held.blocks[number].index)
        for number in seen
        if number in held.row_of
    )
