"""Highlights and notes on the practice case: in memory, as everything on it."""

from __future__ import annotations

from dataclasses import replace

from review_protocol.documents.score import Quote
from reviewer_app.models.highlights import Highlight
from reviewer_app.services.highlighting import in_order
from reviewer_app.sync.clock import Clock, timestamp


class PracticeMarks:
    """As `Highlighting`, without a table."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all: dict[int, Highlight] = {}
        self._removed: set[int] = set()

    def of(self, case: str) -> tuple[Highlight, ...]:
        """Those that stand, in the order of the text."""
        return in_order(each for each in self._all.values() if each.id not in self._removed)

    def add(self, case: str, place: Quote, note: str = "") -> Highlight:
        """Highlight a place; the one that stands at this very place gets the note, if any."""
        known = [each for each in self.of(case) if each.place == place]
        if known and note.strip():
            self.note(known[0].id, note)
        elif not known:
            made = Highlight(len(self._all) + 1, case, place, note.strip(), self._now())
            self._all[made.id] = made
        return next(each for each in self.of(case) if each.place == place)

    def note(self, highlight: int, words: str) -> None:
        """Let these be the words of its note."""
        noted = replace(self._all[highlight], note=words.strip(), changed_at=self._now())
        self._all[highlight] = noted

    def remove(self, highlight: int) -> None:
        """Take it away, until `bring_back`."""
        self._removed.add(highlight)

    def bring_back(self, highlight: int) -> None:
        """Show it again, with its note."""
        self._removed.discard(highlight)

    def forget(self) -> None:
        """Nothing was ever marked."""
        self._all.clear()
        self._removed.clear()

    def _now(self) -> str:
        return timestamp(self._clock())
