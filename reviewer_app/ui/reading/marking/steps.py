"""What was done last to highlights and notes, and the way back from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from review_protocol.documents.score import Quote
from reviewer_app.ui.reading.desks import KeepsHighlights


@dataclass(frozen=True, slots=True)
class Shown:
    """Highlights were made or brought back, or, with their notes, taken away."""

    highlights: tuple[int, ...]
    removed: bool
    undone: bool = False
    """Whether this was the way back."""

    def turned(self) -> Shown:
        """The act that turns this one round."""
        return replace(self, removed=not self.removed, undone=not self.undone)

    def carry_out(self, marks: KeepsHighlights, number: str) -> None:
        """Let it be as after this act."""
        del number
        for highlight in self.highlights:
            (marks.remove if self.removed else marks.bring_back)(highlight)


@dataclass(frozen=True, slots=True)
class Worded:
    """The note on a highlight became these words, "" for none."""

    place: Quote
    words: str
    before: str
    undone: bool = False

    def turned(self) -> Worded:
        """The act that turns this one round."""
        return Worded(self.place, self.before, self.words, not self.undone)

    def carry_out(self, marks: KeepsHighlights, number: str) -> None:
        """Let it be as after this act."""
        for highlight in marks.of(number):
            if highlight.place == self.place:
                marks.note(highlight.id, self.words)


Step = Shown | Worded
