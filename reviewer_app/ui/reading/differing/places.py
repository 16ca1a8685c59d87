"""Where differences stand: in rows and blocks of the panes, and as quotes of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from review_protocol.documents.score import Quote
from reviewer_app.reading.case_comparison import FIGURES, Difference, Spot, Theme
from reviewer_app.reading.quotes import quote_of
from reviewer_app.reading.splitting import sentences_of
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.spans import BlockSpan, TextSpan, block_spans

_LONGEST = 400
"""Code points of a sentence that are quoted or shown."""


Rows = Mapping[int, tuple[Difference, ...]]
"""What differs in each row of the panes."""


def by_row(prepared: Prepared, differences: Iterable[Difference]) -> Rows:
    """By row of the panes, all that differs there but what one version alone says."""
    found: dict[int, tuple[Difference, ...]] = {}
    for each in differences:
        spots = each.spots if each.theme is not Theme.ONE_SIDED else ()
        spans = [span for spot in spots for span in spans_of_spot(prepared, spot)]
        rows = [prepared.row_of(span.language, span.block) for span in spans]
        for row in dict.fromkeys(rows):
            if row is not None:
                found[row] = (*found.get(row, ()), each)
    return found


def marked_spans(prepared: Prepared, differences: Iterable[Difference]) -> tuple[BlockSpan, ...]:
    """The figures and lists of countries themselves, in both panes; no whole paragraphs."""
    return tuple(
        span
        for each in differences
        if each.theme in FIGURES or each.theme is Theme.COUNTRIES
        for spot in each.spots
        for span in spans_of_spot(prepared, spot)
    )


def spans_of_spot(prepared: Prepared, spot: Spot) -> tuple[BlockSpan, ...]:
    """Where a spot stands in the blocks of its side; empty where the text is another one."""
    text = prepared.texts[spot.element, spot.language]
    if text.text[spot.start : spot.end] != spot.exact:
        return ()
    return block_spans(prepared, TextSpan(spot.language, spot.element, spot.start, spot.end))


def sentence_quote(prepared: Prepared, spot: Spot) -> Quote | None:
    """The sentence that holds a spot, as evidence; a very long one is cut at the spot's paragraph.

    None where the text is another one than that which was compared.
    """
    text = prepared.texts[spot.element, spot.language]
    if text.text[spot.start : spot.end] != spot.exact:
        return None
    unit = text.units[text.unit_at(spot.start)]
    start, end = spot.start, spot.end
    for sentence in sentences_of(unit.text):
        first, last = unit.start + sentence.start, unit.start + sentence.end
        if first < spot.end and last > spot.start and last - first <= _LONGEST:
            start, end = min(start, first), max(end, last)
    return quote_of(text, spot.language, spot.element, start, min(end, start + _LONGEST))
