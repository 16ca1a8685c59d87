"""How firmly a case stands on its side of a line: by which single changes it would cross it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewer_app.services.panel.sensitivity import Altered, Change, Sensitivity


@dataclass(frozen=True, slots=True)
class Stability:
    """Of one case and one line: the changes, each made alone, that put it on the other side."""

    raw: bool = False
    robust: bool = False
    experts: tuple[int, ...] = ()
    """Pseudonyms, each left out alone."""
    reviews: tuple[int, ...] = ()
    """Experts whose review of this very case is left out alone."""

    @property
    def holds(self) -> bool:
        """Whether nothing moves it over the line."""
        return not self.moves

    @property
    def moves(self) -> int:
        """How many of the changes put it on the other side."""
        return self.raw + self.robust + len(self.experts) + len(self.reviews)


FIRM = Stability()


def stability_of(found: Sensitivity, target: int) -> Mapping[str, Stability]:
    """By case, of those that cross this line by anything; all others are `FIRM`."""
    moved: dict[str, Stability] = {}
    for altered in found.altered:
        for line, crossings in altered.crossed:
            if line != target:
                continue
            for crossing in crossings:
                before = moved.get(crossing.case, FIRM)
                moved[crossing.case] = _with(before, altered, crossing.case)
    return {number: each for number, each in moved.items() if not each.holds}


def _with(before: Stability, altered: Altered, case: str) -> Stability:
    expert = altered.expert or 0
    match altered.change:
        case Change.RAW:
            return replace(before, raw=True)
        case Change.ROBUST:
            return replace(before, robust=True)
        case Change.EXPERT:
            return replace(before, experts=(*before.experts, expert))
        case Change.REVIEW if altered.case == case:
            return replace(before, reviews=(*before.reviews, expert))
        case Change.REVIEW:
            return before  # it makes room, or takes it: told of the case that moves
