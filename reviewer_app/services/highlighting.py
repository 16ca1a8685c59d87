"""Highlights and notes of one's own: kept at once, and every step can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element
from reviewer_app.models.highlights import (
    Highlight,
    highlights_of,
    keep_highlight,
    set_removed,
    write_note,
)
from reviewer_app.models.store import Store
from reviewer_app.sync.clock import timestamp

_ORDER: Final = {element: place for place, element in enumerate(Element)}


class Highlighting:
    """What a reviewer marks on a case for their own eyes; no packet and no report has it."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def of(self, case: str) -> tuple[Highlight, ...]:
        """Those on a case in the order of its text: element, language, place."""
        with self._store.read() as connection:
            found = highlights_of(connection, case)
        return in_order(found)

    def add(self, case: str, place: Quote, note: str = "") -> Highlight:
        """Highlight a place; the one that stands at this very place gets the note, if any."""
        at = timestamp(self._clock())
        with self._store.write() as connection:
            known = [each for each in highlights_of(connection, case) if each.place == place]
            if not known:
                return keep_highlight(connection, case, place, note.strip(), at)
            if note.strip():
                write_note(connection, known[0].id, note.strip(), at)
            return next(each for each in highlights_of(connection, case) if each.place == place)

    def note(self, highlight: int, words: str) -> None:
        """Let these be the words of its note; without any it is a highlight alone."""
        with self._store.write() as connection:
            write_note(connection, highlight, words.strip(), timestamp(self._clock()))

    def remove(self, highlight: int) -> None:
        """Take it away, until `bring_back`."""
        with self._store.write() as connection:
            set_removed(connection, highlight, removed=True)

    def bring_back(self, highlight: int) -> None:
        """Show it again, with its note."""
        with self._store.write() as connection:
            set_removed(connection, highlight, removed=False)


def in_order(highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """By element, language and place."""
    return tuple(sorted(highlights, key=_by_place))


def _by_place(highlight: Highlight) -> tuple[int, str, int, int, int]:
    place = highlight.place
    return (_ORDER[place.element], place.language, place.start, place.end, highlight.id)
