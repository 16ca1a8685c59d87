"""Where the two versions of a row give different figures; said neutrally, never scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from review_protocol.documents.text import Language
from reviewer_app.reading.align import Kind
from reviewer_app.reading.figures import Figure, FigureKind, figures_en, figures_zh
from reviewer_app.ui.reading.prepared import Prepared

FROM = 20
"""Smaller numbers are too often words: a third, both, one of them."""


@dataclass(frozen=True, slots=True)
class FigurePair:
    """The figures as they are written in each version."""

    zh: str
    en: str


def compared(prepared: Prepared) -> Mapping[int, FigurePair]:
    """By row, the figures that differ; takes a while for a very long case, so do it on a lane."""
    found = {}
    for at, row in enumerate(prepared.rows):
        if row.zh and row.en and row.kind in (Kind.SAME, Kind.MERGED):
            said = (
                " ".join(prepared.sides[each].blocks[block].text for block in row.of(each))
                for each in (Language.ZH, Language.EN)
            )
            pair = different_figures(*said)
            if pair is not None:
                found[at] = pair
    return found


def different_figures(zh: str, en: str) -> FigurePair | None:
    """A figure that each version has in place of the other's; None where nothing is sure.

    Only a single figure of one kind that stands alone on both sides is compared: what one side
    has more of is no difference, and of two pairs nobody knows which belong together.
    """
    here, there = figures_zh(zh), figures_en(en)
    for kind in FigureKind:
        only_zh = _only(here, there, kind)
        only_en = _only(there, here, kind)
        if len(only_zh) == 1 and len(only_en) == 1:
            return FigurePair(
                zh[only_zh[0].start : only_zh[0].end], en[only_en[0].start : only_en[0].end]
            )
    return None


def _only(own: Iterable[Figure], other: Iterable[Figure], kind: FigureKind) -> list[Figure]:
    """The figures of a kind that the other side has not, each value once."""
    known = {figure.value for figure in other if figure.kind is kind}
    left = {f.value: f for f in own if f.kind is kind and f.value not in known}
    return [figure for figure in left.values() if _counts(figure)]


def _counts(figure: Figure) -> bool:
    if figure.kind is not FigureKind.NUMBER:
        return True
    try:
        return Decimal(figure.value) >= FROM
    except InvalidOperation:
        return False
