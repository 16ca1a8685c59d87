"""Evidence: a quote of the reading text that is found again exactly, or not at all."""

from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.alignment import Alignment
from reviewer_app.reading.units import ReadingText

CONTEXT = 32
"""Code points kept before and after a quote."""
LONGEST = 20_000
"""Code points that one quote may have."""


def quote_of(
    text: ReadingText, language: Language, element: Element, start: int, end: int
) -> Quote:
    """The quote from `start` to `end` without white space at its ends.

    Raises ValueError where nothing is left, or outside the text.
    """
    if not 0 <= start <= end <= len(text.text):
        raise ValueError(f"{start}–{end} is outside the reading text")
    selected = text.text[start:end]
    start += len(selected) - len(selected.lstrip())
    end = start + len(selected.strip())
    if start >= end:
        raise ValueError("a quote needs at least one character")
    return Quote(
        language=language,
        element=element,
        paragraph=text.unit_at(start),
        start=start,
        end=end,
        exact=text.text[start:end],
        before=text.text[max(0, start - CONTEXT) : start],
        after=text.text[end : end + CONTEXT],
        text_hash=text.hash,
    )


def quotes_of(
    text: ReadingText, language: Language, element: Element, start: int, end: int
) -> tuple[Quote, ...]:
    """Everything from `start` to `end`, in as few quotes as have room; none where it is blank."""
    begins = range(start, end, LONGEST)
    pieces = [(begin, min(begin + LONGEST, end)) for begin in begins]
    return tuple(
        quote_of(text, language, element, *piece)
        for piece in pieces
        if text.text[slice(*piece)].strip()
    )


def found_again(quote: Quote, text: ReadingText) -> tuple[int, int] | None:
    """Where the quote stands; None where the text is another one, never a guess."""
    if quote.text_hash != text.hash or text.text[quote.start : quote.end] != quote.exact:
        return None
    return quote.start, quote.end


def paragraph_number(quote: Quote, text: ReadingText) -> int | None:
    """The quote's paragraph as a reader counts: from 1, within its element, without headings.

    None where the quote begins in a heading, or `text` is not the one that was quoted.
    """
    if found_again(quote, text) is None:
        return None
    unit = text.unit_at(quote.start)
    if text.units[unit].is_heading:
        return None
    return sum(not each.is_heading for each in text.units[: unit + 1])


def counterpart(quote: Quote, text: ReadingText, alignment: Alignment) -> tuple[int, ...] | None:
    """Indices of the units of the other language that say what the quote's units say.

    `text` is the one that was quoted. None where it has changed, or nothing belongs to the quote.
    """
    place = found_again(quote, text)
    if place is None:
        return None
    own = set(text.units_of(*place))
    units: set[int] = set()
    for group in alignment.groups:
        here, there = (
            (group.zh, group.en) if quote.language is Language.ZH else (group.en, group.zh)
        )
        if own & set(here):
            units.update(there)
    return tuple(sorted(units)) or None
