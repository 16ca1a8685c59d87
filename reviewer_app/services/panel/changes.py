"""What a question beside the comparison would change: places, zones, and sides of a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison


@dataclass(frozen=True, slots=True)
class Moved:
    """A case that stands otherwise, before one target, or where there is no line at another place;
    places from 1, `after` None without any."""

    number: str
    target: int | None
    before: int
    after: int | None
    zone_before: Zone | None = None
    zone_after: Zone | None = None

    @property
    def enters(self) -> bool:
        """Whether it stands among the first K only as if."""
        if self.target is None or self.after is None:
            return False
        return self.after <= self.target < self.before

    @property
    def leaves(self) -> bool:
        """Whether it stands among the first K only as it is."""
        if self.target is None:
            return False
        return self.before <= self.target and (self.after is None or self.after > self.target)

    @property
    def crosses(self) -> bool:
        return self.enters or self.leaves


def moves(official: PanelComparison, asked: PanelComparison) -> tuple[Moved, ...]:
    """Cases on another side of a line, or in another zone, by target and then by their place.

    Where there is no line: those at another place, the furthest first.
    """
    then = {case.number: case for case in asked.cases}
    if not official.lines:
        return _elsewhere(official, then)
    found = (
        _moved(case, case.place, then.get(case.number), target)
        for target in official.lines
        for case in official.cases
        if case.place is not None
    )
    return tuple(each for each in found if each.crosses or each.zone_before != each.zone_after)


def _elsewhere(official: PanelComparison, then: dict[str, ComparedCase]) -> tuple[Moved, ...]:
    def found() -> Iterator[tuple[float, Moved]]:
        for case in official.cases:
            other = then.get(case.number)
            after = None if other is None else other.place
            if case.place is not None and case.place != after:
                far = float("inf") if after is None else abs(after - case.place)
                yield -far, Moved(case.number, None, case.place, after)

    return tuple(each for _, each in sorted(found(), key=lambda pair: (pair[0], pair[1].before)))


def _moved(case: ComparedCase, place: int, then: ComparedCase | None, target: int) -> Moved:
    return Moved(
        number=case.number,
        target=target,
        before=place,
        after=None if then is None else then.place,
        zone_before=case.zones.get(target),
        zone_after=None if then is None else then.zones.get(target),
    )
