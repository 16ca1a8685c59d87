"""What a question beside the comparison would change: places, zones, and sides of a line."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison


@dataclass(frozen=True, slots=True)
class Moved:
    """A case that stands otherwise before one target; places from 1, `after` None without any."""

    number: str
    target: int
    before: int
    after: int | None
    zone_before: Zone | None
    zone_after: Zone | None

    @property
    def enters(self) -> bool:
        """Whether it stands among the first K only as if."""
        return self.after is not None and self.after <= self.target < self.before

    @property
    def leaves(self) -> bool:
        """Whether it stands among the first K only as it is."""
        return self.before <= self.target and (self.after is None or self.after > self.target)

    @property
    def crosses(self) -> bool:
        return self.enters or self.leaves


def moves(official: PanelComparison, asked: PanelComparison) -> tuple[Moved, ...]:
    """Cases on another side of a line, or in another zone, by target and then by their place."""
    then = {case.number: case for case in asked.cases}
    found = (
        _moved(case, case.place, then.get(case.number), target)
        for target in official.targets
        for case in official.cases
        if case.place is not None
    )
    return tuple(each for each in found if each.crosses or each.zone_before != each.zone_after)


def _moved(case: ComparedCase, place: int, then: ComparedCase | None, target: int) -> Moved:
    return Moved(
        number=case.number,
        target=target,
        before=place,
        after=None if then is None else then.place,
        zone_before=case.zones.get(target),
        zone_after=None if then is None else then.zones.get(target),
    )
