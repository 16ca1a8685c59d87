"""Where blocks stand: counterparts at the same height, or one below the other. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from review_protocol.documents.text import Language
from reviewer_app.reading.align import Kind
from reviewer_app.ui.reading.prepared import LACKING, Gap, PaneRow

TOP_PX = 8.0
BOTTOM_PX = 120.0
LEAST_GAP_PX = 36.0
APART_PX = 8.0
"""Between pairs that stand one below the other, beside the space after a paragraph."""
INSIDE = 0.5
"""Part of the space after a paragraph that is left between it and its counterpart below."""
CHIP_PX = 24
"""Room below a row whose chip says that it has moved or is uncertain."""
CHIPPED = frozenset({Kind.MOVED, Kind.UNCERTAIN})
ABSENT = frozenset({Gap.ELEMENT, Gap.NOWHERE})


@dataclass(frozen=True, slots=True)
class Measured:
    """What a side's layout found for each block, in pixels."""

    heights: Sequence[float]
    above: Sequence[float]
    below: Sequence[float]
    ascents: Sequence[float]


@dataclass(frozen=True, slots=True)
class EmptyBox:
    """An empty stretch beside a row, where something is missing; `only` is the language that has
    it where there is one column."""

    top: float
    height: float
    gap: Gap
    only: Language | None = None
    row: int = field(default=0, compare=False)
    """Beside which row it is."""


@dataclass
class Placed:
    """Tops of a side's blocks, and the stretches that are empty because something is missing."""

    tops: list[float] = field(default_factory=list)
    gaps: list[EmptyBox] = field(default_factory=list)
    height: float = 0.0


def place_aligned(
    rows: Sequence[PaneRow], sides: Mapping[Language, Measured], chip: int = CHIP_PX
) -> dict[Language, Placed]:
    """Rows below each other; in each row both sides' first baselines are at one height."""
    placed = {language: Placed([0.0] * len(side.heights)) for language, side in sides.items()}
    both = [(language, side, placed[language]) for language, side in sides.items()]
    y = TOP_PX
    for at, row in enumerate(rows):
        parts = [(row.of(language), side, found) for language, side, found in both]
        here = [(blocks, side, found) for blocks, side, found in parts if blocks]
        if here:
            y += max([side.above[blocks[0]] for blocks, side, _ in here])
            base = max([side.ascents[blocks[0]] for blocks, side, _ in here])
            end = 0.0
            for blocks, side, found in here:
                end = max(end, _stack(found, side, blocks, y + base - side.ascents[blocks[0]]))
        else:
            end = y + LEAST_GAP_PX
        if row.gap is not None:
            end = max(end, y + _least(row.gap, chip))
            for blocks, _, found in parts:
                if not blocks:
                    found.gaps.append(EmptyBox(y, end - y, row.gap, None, at))
        y = end + (chip if row.kind in CHIPPED else 0)
    _fill(placed, rows)
    for found in placed.values():
        found.height = y + BOTTOM_PX
    return placed


def place_down(
    rows: Sequence[PaneRow],
    numbers: Sequence[Sequence[Sequence[int]]],
    side: Measured,
    chip: int = CHIP_PX,
    *,
    both: bool = False,
    alone: bool = False,
) -> Placed:
    """One column without filler; only what is missing leaves a gap.

    `numbers` has the blocks of each row, one tuple a language; `both` says that the column is for
    both languages, so that what one lacks is missing; `alone` that its language is all that is in
    sight, so that paragraphs of the other one are passed over: one gap says so of all in a run.
    """
    placed = Placed([0.0] * len(side.heights))
    y, passing = TOP_PX, False
    for at, (row, parts) in enumerate(zip(rows, numbers, strict=True)):
        hidden = alone and not parts and row.gap in LACKING
        absent = row.gap in ABSENT and (both or not parts)
        if row.gap is not None and (absent or (hidden and not passing)):
            only = _only(row) if both or hidden else None
            least = _least(row.gap, chip)
            placed.gaps.append(EmptyBox(y, least, row.gap, only, at))
            y += least + (APART_PX if hidden else 0.0)
        passing = hidden
        for place, blocks in enumerate(parts):
            y = _stack(placed, side, blocks, y + (side.above[blocks[0]] if not place else 0.0))
            if place + 1 < len(parts):
                y -= round(side.below[blocks[-1]] * (1 - INSIDE))
        y += chip if parts and has_chip(row, both=both) else 0
        y += APART_PX if len(parts) > 1 else 0.0
    placed.height = y + BOTTOM_PX
    return placed


def has_chip(row: PaneRow, *, both: bool) -> bool:
    """Whether words in a frame stand below a row."""
    return row.kind in CHIPPED or (both and row.gap is Gap.PARAGRAPH)


def _least(gap: Gap, chip: int) -> float:
    """How high a gap is at least; that of an element has room for a button below its words."""
    return LEAST_GAP_PX + (2 * chip if gap is Gap.ELEMENT else 0)


def _only(row: PaneRow) -> Language | None:
    if row.zh or row.en:
        return Language.ZH if row.zh else Language.EN
    return None


def _stack(placed: Placed, side: Measured, blocks: Sequence[int], y: float) -> float:
    for place, block in enumerate(blocks):
        if place:
            y += side.above[block]
        placed.tops[block] = y
        y += side.heights[block] + side.below[block]
    return y


def _fill(placed: Mapping[Language, Placed], rows: Sequence[PaneRow]) -> None:
    """Tops run downwards: a block no row places stands where the one before it stands."""
    for language, side in placed.items():
        if sum([len(row.of(language)) for row in rows]) < len(side.tops):
            known = {block for row in rows for block in row.of(language)}
            for block in range(1, len(side.tops)):
                if block not in known:
                    side.tops[block] = side.tops[block - 1]
