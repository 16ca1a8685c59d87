"""Repair of an assignment: augmenting paths and negative cycles of a min-cost flow.

The flow runs from cases to experts. Its residual graph is folded onto the experts: an edge from one
to another stands for a case that could move between them, so that 600 cases with 60 experts make a
graph of 60 nodes. Costs are pairs (ties of country, growth of the sum of squared loads).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[str, str]
Cost = tuple[int, int]
_NOWHERE = (1 << 60, 0)


@dataclass(frozen=True, slots=True)
class _Step:
    """The case that moves along an edge, and what that costs."""

    cost: int
    case: str


class Exchanges:
    """Assignments (`given`) that are moved between experts; those kept count in `loads` only."""

    def __init__(
        self,
        *,
        may: Mapping[str, Mapping[str, int]],
        loads: Mapping[str, int],
        given: Iterable[Pair],
        most: int | None,
    ) -> None:
        """`may[case][expert]` is 1 where the applicant's country is the expert's, else 0."""
        self.given = set(given)
        self.loads = Counter(dict(loads))
        self._may = may
        self._most = most
        self._experts = tuple(sorted({person for people in may.values() for person in people}))

    def add(self, case: str) -> bool:
        """Give `case` one more expert at least cost, moving others where needed; whether it was
        possible."""
        start = {
            person: (tie, 0)
            for person, tie in self._may[case].items()
            if (case, person) not in self.given
        }
        steps = self._steps()
        reached, before = self._shortest(start, steps)
        ends = [
            (cost[0], cost[1] + 2 * self.loads[person] + 1, person)
            for person, cost in reached.items()
            if self._most is None or self.loads[person] < self._most
        ]
        if not ends:
            return False
        last = min(ends)[2]
        path = self._path(last, before)
        self._move(path, steps)
        self.given.add((case, path[0]))
        self.loads[last] += 1
        return True

    def improve(self) -> None:
        """Cancel negative cycles until ties, then squared loads, are the fewest possible."""
        while self._cancel_one():
            pass

    def _cancel_one(self) -> bool:
        """A cycle through the sink is a path that makes one expert's load smaller by one and
        another's larger; a cycle among experts changes ties only."""
        steps = self._steps()
        cycle = self._tie_cycle(steps)
        if cycle is not None:
            self._move(cycle, steps)
            return True
        for first in self._experts:
            reached, before = self._shortest({first: (0, 0)}, steps)
            for last, (ties, _) in sorted(reached.items()):
                room = self._most is None or self.loads[last] < self._most
                growth = 2 * (self.loads[last] - self.loads[first] + 1)
                if last != first and room and (ties, growth) < (0, 0):
                    self._move(self._path(last, before), steps)
                    self.loads[first] -= 1
                    self.loads[last] += 1
                    return True
        return False

    def _steps(self) -> dict[Pair, _Step]:
        """The cheapest case to move from one expert to another, where there is one."""
        steps: dict[Pair, _Step] = {}
        for case, person in sorted(self.given):
            people = self._may[case]
            for other, tie in people.items():
                if (case, other) in self.given:
                    continue
                cost = tie - people[person]
                known = steps.get((person, other))
                if known is None or cost < known.cost:
                    steps[person, other] = _Step(cost, case)
        return steps

    def _shortest(
        self, start: Mapping[str, Cost], steps: Mapping[Pair, _Step]
    ) -> tuple[dict[str, Cost], dict[str, str]]:
        """Bellman and Ford: least cost to every expert, and whom each was reached from.

        Without negative cycles of ties, which `improve` removes and `add` never makes from
        nothing, it ends; the number of rounds is bounded all the same.
        """
        reached = dict(start)
        before: dict[str, str] = {}
        for _ in self._experts:
            changed = False
            for (one, other), step in steps.items():
                if one not in reached:
                    continue
                ties, hops = reached[one]
                cost = (ties + step.cost, hops + 1)
                if cost < reached.get(other, _NOWHERE) and not self._passes(one, other, before):
                    reached[other] = cost
                    before[other] = one
                    changed = True
            if not changed:
                break
        return {person: (cost[0], 0) for person, cost in reached.items()}, before

    @staticmethod
    def _passes(person: str, through: str, before: Mapping[str, str]) -> bool:
        """Whether the path to `person` already leads through another expert."""
        while person != through:
            if person not in before:
                return False
            person = before[person]
        return True

    def _tie_cycle(self, steps: Mapping[Pair, _Step]) -> list[str] | None:
        """A cycle of experts along which cases move and ties of country become fewer."""
        cost = dict.fromkeys(self._experts, 0)
        before: dict[str, str] = {}
        last: str | None = None
        for _ in self._experts:
            last = None
            for (one, other), step in steps.items():
                if cost[one] + step.cost < cost[other]:
                    cost[other] = cost[one] + step.cost
                    before[other] = one
                    last = other
            if last is None:
                return None
        return None if last is None else _cycle_before(last, before, len(self._experts))

    @staticmethod
    def _path(last: str, before: Mapping[str, str]) -> list[str]:
        path = [last]
        while path[-1] in before:
            path.append(before[path[-1]])
        return path[::-1]

    def _move(self, path: list[str], steps: Mapping[Pair, _Step]) -> None:
        """Move along every edge of the path its case; loads of both ends are the caller's."""
        moved = [(steps[one, other].case, one, other) for one, other in pairwise(path)]
        for case, one, _ in moved:
            self.given.discard((case, one))
        for case, _, other in moved:
            self.given.add((case, other))


def _cycle_before(last: str, before: Mapping[str, str], length: int) -> list[str]:
    """The cycle that `last` hangs on, its first expert again at the end."""
    for _ in range(length):
        last = before[last]
    cycle = [last]
    while len(cycle) == 1 or cycle[-1] != last:
        cycle.append(before[cycle[-1]])
    return cycle[::-1]
