"""The link map: which experts share cases, and which reviews would tie groups that share none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.observed import Observed

MayRead = Callable[[str, str], bool]
"""Whether an expert may be given a case."""
WEAK = 2
"""Shared cases up to which a link is weak."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two experts, and the number of cases that both scored."""

    first: str
    second: str
    cases: int

    @property
    def weak(self) -> bool:
        return self.cases <= WEAK


@dataclass(frozen=True, slots=True)
class Island:
    """Experts who are connected by shared cases, and the cases that they scored."""

    experts: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bridge:
    """A review that would tie two islands: this expert reads this case of the other."""

    expert: str
    case: str


def links(observed: Observed) -> tuple[Link, ...]:
    """Every two experts who share a case, by name."""
    experts = len(observed.experts)
    shared = np.zeros((experts, experts), dtype=np.intp)
    for _, rows in observed.together():
        of = observed.expert[rows]
        for a in range(rows.shape[1]):
            for b in range(a + 1, rows.shape[1]):
                np.add.at(shared, (of[:, a], of[:, b]), 1)
    shared = np.triu(shared + shared.T, 1)
    return tuple(
        Link(observed.experts[i], observed.experts[j], int(shared[i, j]))
        for i, j in zip(*np.nonzero(shared), strict=True)
    )


def islands(observed: Observed, fit: Calibration) -> tuple[Island, ...]:
    """The connected groups, the largest first, then by their first expert."""
    of_case = fit.islands[observed.expert[np.unique(observed.case, return_index=True)[1]]]
    found = [
        Island(
            tuple(name for j, name in enumerate(observed.experts) if fit.islands[j] == island),
            tuple(name for i, name in enumerate(observed.cases) if of_case[i] == island),
        )
        for island in range(int(fit.islands.max()) + 1)
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.experts), each.experts)))


def bridges(
    observed: Observed, fit: Calibration, may_read: MayRead = lambda expert, case: True
) -> tuple[Bridge, ...]:
    """The fewest reviews that would make one island: one for each island but the largest.

    They are tied to the largest in turn, an island by whichever review is possible: by an expert
    of those that are tied on one of its cases, or by one of its own experts on a case of those; by
    the expert with the fewest scores, on the case with the fewest, by name where equal. What
    cannot be tied to the largest is tied among itself, as far as `may_read` lets anybody.
    """
    tying = _Tying(
        dict(zip(observed.experts, np.bincount(observed.expert).tolist(), strict=True)),
        dict(zip(observed.cases, observed.counts.tolist(), strict=True)),
        may_read,
    )
    waiting = list(islands(observed, fit))
    while waiting:
        waiting = tying.from_first(waiting)
    return tuple(tying.found)


class _Tying:
    """Reviews that are wanted, and how much everybody would then have read."""

    def __init__(self, load: dict[str, int], count: dict[str, int], may_read: MayRead) -> None:
        self.found: list[Bridge] = []
        self._load, self._count, self._may_read = load, count, may_read

    def from_first(self, groups: Sequence[Island]) -> list[Island]:
        """Tie to the first whatever can be; what cannot is returned."""
        tied, waiting = groups[0], list(groups[1:])
        reached = True
        while reached and waiting:
            reached, left = False, []
            for island in waiting:
                best = self._best(tied, island)
                if best is None:
                    left.append(island)
                    continue
                reached = True
                self.found.append(best)
                self._load[best.expert] += 1
                self._count[best.case] += 1
                tied = Island(tied.experts + island.experts, tied.cases + island.cases)
            waiting = left
        return waiting

    def _best(self, one: Island, other: Island) -> Bridge | None:
        both = (self._first(one, other), self._first(other, one))
        possible = [each for each in both if each is not None]
        return min(possible, key=self._cost, default=None)

    def _first(self, of_experts: Island, of_cases: Island) -> Bridge | None:
        experts = sorted(of_experts.experts, key=lambda each: (self._load[each], each))
        cases = sorted(of_cases.cases, key=lambda each: (self._count[each], each))
        return next(
            (
                Bridge(expert, case)
                for expert in experts
                for case in cases
                if self._may_read(expert, case)
            ),
            None,
        )

    def _cost(self, each: Bridge) -> tuple[int, int, str, str]:
        return self._load[each.expert], self._count[each.case], each.expert, each.case
