"""Where blocks stand: counterparts at the same height, or each side by itself. Pure arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from review_protocol.documents.text import Language
from reviewer_app.reading.align import Kind
from reviewer_app.ui.reading.prepared import Gap, PaneRow

TOP_PX = 8.0
BOTTOM_PX = 120.0
LEAST_GAP_PX = 36.0
CHIP_PX = 24
"""Room below a row whose chip says that it has moved or is uncertain."""
CHIPPED = frozenset({Kind.MOVED, Kind.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Measured:
    """What a side's layout found for each block, in pixels."""

    heights: Sequence[float]
    above: Sequence[float]
    below: Sequence[float]
    ascents: Sequence[float]


@dataclass(frozen=True, slots=True)
class EmptyBox:
    """An empty stretch beside a row, where something is missing."""

    top: float
    height: float
    gap: Gap


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
    y = TOP_PX
    for row in rows:
        firsts = [(sides[each], row.of(each)[0]) for each in sides if row.of(each)]
        y += max((side.above[block] for side, block in firsts), default=0.0)
        base = max((side.ascents[block] for side, block in firsts), default=0.0)
        ends = []
        for language, side in sides.items():
            blocks = row.of(language)
            if blocks:
                start = y + base - side.ascents[blocks[0]]
                ends.append(_stack(placed[language], side, blocks, start))
        end = max(ends, default=y + LEAST_GAP_PX)
        if row.gap is not None:
            end = max(end, y + LEAST_GAP_PX)
            for language in sides:
                if not row.of(language):
                    placed[language].gaps.append(EmptyBox(y, end - y, row.gap))
        y = end + (chip if row.kind in CHIPPED else 0)
    _fill(placed, rows)
    for side_placed in placed.values():
        side_placed.height = y + BOTTOM_PX
    return placed


def place_alone(
    rows: Sequence[PaneRow], language: Language, side: Measured, chip: int = CHIP_PX
) -> Placed:
    """One side by itself, without filler; only an element that is missing leaves a gap."""
    placed = Placed([0.0] * len(side.heights))
    y = TOP_PX
    for row in rows:
        blocks = row.of(language)
        if blocks:
            y = _stack(placed, side, blocks, y + side.above[blocks[0]])
            y += chip if row.kind in CHIPPED else 0
        elif row.gap in (Gap.ELEMENT, Gap.NOWHERE):
            placed.gaps.append(EmptyBox(y, LEAST_GAP_PX, row.gap))
            y += LEAST_GAP_PX
    placed.height = y + BOTTOM_PX
    return placed


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
        known = {block for row in rows for block in row.of(language)}
        for block in range(1, len(side.tops)):
            if block not in known:
                side.tops[block] = side.tops[block - 1]
