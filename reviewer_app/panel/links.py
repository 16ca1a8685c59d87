"""The link map: which experts share cases, and which reviews would tie groups that share none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.observed import Observed

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
    observed: Observed, fit: Calibration, may_read: Mapping[str, frozenset[str]] | None = None
) -> tuple[Bridge, ...]:
    """The fewest reviews that would make one island: one for each island but the largest.

    Each is by the expert with the fewest scores of the largest island, on the case with the fewest
    of the other, by name where equal. `may_read` says which cases an expert may be given; an
    island for which nobody may is left out.
    """
    groups = islands(observed, fit)
    load = dict(zip(observed.experts, (int(n) for n in np.bincount(observed.expert)), strict=True))
    count = dict(zip(observed.cases, (int(n) for n in observed.counts), strict=True))
    found: list[Bridge] = []
    for island in groups[1:]:
        pairs = (
            (load[expert], count[case], expert, case)
            for expert in groups[0].experts
            for case in island.cases
            if may_read is None or case in may_read.get(expert, frozenset())
        )
        best = min(pairs, default=None)
        if best is not None:
            found.append(Bridge(best[2], best[3]))
            load[best[2]] += 1
    return tuple(found)
