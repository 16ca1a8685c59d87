"""What is painted of highlights and notes: over the words and in the margin, never at a guess."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer_app.models.highlights import Highlight
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.reading.decorating import Painted, spans_of
from reviewer_app.ui.reading.margin import Letter
from reviewer_app.ui.reading.marking import words
from reviewer_app.ui.reading.pane_text import PaneText
from reviewer_app.ui.reading.prepared import Prepared


def mark_stretches(
    prepared: Prepared, highlights: Iterable[Highlight], palette: Palette
) -> list[Painted]:
    """The highlighted words, in both languages."""
    form = words.mark_format(palette)
    places = (spans_of(prepared, each.place) for each in highlights)
    return [Painted(span, form) for spans in places for span in spans]


def mark_letters(
    prepared: Prepared, held: PaneText, highlights: Iterable[Highlight], palette: Palette
) -> Iterator[Letter]:
    """A letter where each highlight of a pane begins."""
    for each in highlights:
        spans = spans_of(prepared, each.place)
        number = held.number(each.place.language, spans[0].block) if spans else None
        if number is not None:
            yield Letter(number, spans[0].start, words.letter(each), palette.note)


def note_tips(
    prepared: Prepared, held: PaneText, highlights: Iterable[Highlight]
) -> dict[int, str]:
    """The notes of a pane, by the block in which their highlight begins."""
    tips: dict[int, str] = {}
    for each in highlights:
        spans = spans_of(prepared, each.place) if each.note else ()
        number = held.number(each.place.language, spans[0].block) if spans else None
        if number is not None:
            tips[number] = f"{tips[number]}\n{each.note}" if number in tips else each.note
    return tips
