"""Who is in: the order by the rule file's figure, zones, the long list, and lists under minima.

Chances inform and never order: no seed can swap two places.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from reviewer_app.panel.tables import Floats

SURELY_IN, SURELY_OUT = 0.9, 0.1
LONG_LIST_SHARE = 0.95
FEWEST_FOR_SURE = 2
"""A case with one review is in no sure zone, neither in nor out."""


class Zone(StrEnum):
    """Where a case stands before a line: in from P ≥ .9, out below .1, and between to discuss."""

    IN = "in"
    DISCUSS = "discuss"
    OUT = "out"


class Tie(StrEnum):
    """What decides between equal figures, as the rule file spells it."""

    BENEFITS = "benefits"
    COOPERATION = "international_cooperativeness"
    CONCEPTUAL_FIT = "conceptual_fit"
    COUNTRIES = "countries"
    AGREEMENT = "disagreement"
    AREA = "area"
    REASON = "written_reason"


DEFAULT_TIES = (
    Tie.BENEFITS,
    Tie.COOPERATION,
    Tie.COUNTRIES,
    Tie.AGREEMENT,
    Tie.AREA,
    Tie.REASON,
)


_CRITERIA = frozenset({Tie.BENEFITS, Tie.COOPERATION, Tie.CONCEPTUAL_FIT})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a case is ordered by; figures are compared to six digits, as they are recorded."""

    number: str
    figure: float
    """The ordering figure that the rule file names, in points."""
    area: str
    countries: int
    criteria: Mapping[str, float]
    """Adjusted means of the criteria, in points."""
    disagreement: float | None = None
    """Standard deviation of its scores; None with one."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A case at its place, from 1; cases that nothing decides between share one."""

    place: int
    number: str
    decided_by: Tie | None
    """What put it behind the case before it, where their figures are equal."""


def ordered(
    candidates: Sequence[Candidate], ties: Sequence[Tie] = DEFAULT_TIES
) -> tuple[Placed, ...]:
    """Best first. Never by chance, file order or arrival: what stays equal shares a place, and
    waits for a written reason. Within a shared place cases stand by number.

    "Area less represented" prefers the area that has fewer cases before the tie.
    """
    figures = np.array([each.figure for each in candidates])
    names = [each.number for each in candidates]
    areas = [each.area for each in candidates]
    return ordered_by(figures, names, areas, candidates.__getitem__, ties)


def ordered_by(
    figures: Floats,
    names: Sequence[str],
    areas: Sequence[str],
    candidate_at: Callable[[int], Candidate],
    ties: Sequence[Tie] = DEFAULT_TIES,
) -> tuple[Placed, ...]:
    """The same where figures, names and areas are at hand: only equal cases are asked for more."""
    rounded = np.round(figures, 6)
    order = np.argsort(-rounded, kind="stable")
    starts = np.flatnonzero(np.diff(rounded[order], prepend=np.nan) != 0).tolist()
    ranks: list[int] = order.tolist()
    deciding = [tie for tie in ties if tie is not Tie.REASON]
    placed: list[Placed] = []
    before: Counter[str] = Counter()
    counted = 0
    for start, end in pairwise([*starts, len(ranks)]):
        if end - start == 1:
            placed.append(Placed(start + 1, names[ranks[start]], None))
            continue
        before.update(areas[i] for i in ranks[counted:start])
        counted = start
        _break([candidate_at(i) for i in ranks[start:end]], deciding, None, placed, before)
    return tuple(placed)


def _break(
    equal: Sequence[Candidate],
    ties: Sequence[Tie],
    decided_by: Tie | None,
    placed: list[Placed],
    before: Counter[str],
) -> None:
    """Place these, of which the first is behind what was placed last by `decided_by`."""
    if len(equal) == 1:
        placed.append(Placed(len(placed) + 1, equal[0].number, decided_by))
        return
    if not ties:
        place = len(placed) + 1
        for number in sorted(each.number for each in equal):
            placed.append(Placed(place, number, decided_by))
            decided_by = Tie.REASON
        return
    parts: dict[float, list[Candidate]] = {}
    for each in equal:
        parts.setdefault(_key(each, ties[0], before), []).append(each)
    for key in sorted(parts):
        _break(parts[key], ties[1:], decided_by, placed, before)
        decided_by = ties[0]


def _key(candidate: Candidate, tie: Tie, before: Counter[str]) -> float:
    """Smaller is better."""
    if tie in _CRITERIA:
        return -round(candidate.criteria.get(tie.value, -math.inf), 6)
    if tie is Tie.COUNTRIES:
        return -candidate.countries
    if tie is Tie.AGREEMENT:
        return math.inf if candidate.disagreement is None else round(candidate.disagreement, 6)
    if tie is Tie.AREA:
        return before[candidate.area]
    return 0.0


def zone(chance: float, reviews: int) -> Zone:
    """Of a case with this P(among the best K) and so many reviews."""
    if reviews < FEWEST_FOR_SURE:
        return Zone.DISCUSS
    if chance < SURELY_OUT:
        return Zone.OUT
    return Zone.IN if chance >= SURELY_IN else Zone.DISCUSS


def long_list(chances: Floats, target: int, share: float = LONG_LIST_SHARE) -> tuple[int, ...]:
    """The smallest set with ΣP(top K) ≥ `share` of the target, as indices, likeliest first.

    A case without a chance (NaN) is not ranked, and in no set.
    """
    order = np.argsort(-chances, kind="stable")[: int(np.sum(~np.isnan(chances)))]
    reached = np.cumsum(chances[order]) >= share * min(target, order.size) - 1e-9
    last = int(np.argmax(reached)) if reached.any() else order.size - 1
    return tuple(int(i) for i in order[: last + 1])


def under_minima(
    order: Sequence[str], group_of: Mapping[str, str], minima: Mapping[str, int], target: int
) -> tuple[str, ...]:
    """The best list of `target` cases in which each group has at least its minimum, in order.

    `order` is best first. A group with fewer cases than its minimum gives all it has. With groups
    that do not overlap, taking each minimum from the group's best and the rest from the best of
    all is the best of all lists. Raises ValueError where the minima exceed the target.
    """
    available = Counter(group_of[number] for number in order)
    wanted = {group: min(least, available[group]) for group, least in minima.items()}
    if sum(wanted.values()) > target:
        raise ValueError("the minima ask for more cases than there are places")
    chosen: set[str] = set()
    for group, least in wanted.items():
        chosen.update([number for number in order if group_of[number] == group][:least])
    for number in order:
        if len(chosen) >= target:
            break
        chosen.add(number)
    return tuple(number for number in order if number in chosen)
