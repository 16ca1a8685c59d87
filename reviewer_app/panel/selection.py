"""Who is in: the order by the rule file's figure, zones, the long list, and lists under minima.

Chances inform and never order: no seed can swap two places.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reviewer_app.panel.observed import Indices
from reviewer_app.panel.tables import Bools, Floats

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


CRITERIA = frozenset({Tie.BENEFITS, Tie.COOPERATION, Tie.CONCEPTUAL_FIT})
"""Ties that are broken by the adjusted mean of a criterion."""


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


@dataclass(frozen=True)
class Arranged:
    """Cases, as indices, by an ordering figure and by what breaks its ties."""

    order: Indices
    """Best first, without those that have no figure."""
    place: Indices
    """Of each of these, from 1."""
    decided: Indices
    """By which of `ties` each is behind the one before it; −1 where their figures say it."""
    ties: tuple[Tie, ...]
    size: int

    @property
    def standing(self) -> Indices:
        """By case, where it is read in the list, from 1, also where it shares a place; 0 without a
        figure."""
        found = np.zeros(self.size, dtype=np.intp)
        found[self.order] = np.arange(1, self.order.size + 1)
        return found

    def placed(self, names: Sequence[str]) -> tuple[Placed, ...]:
        """The same with the cases' names."""
        rows = zip(self.order.tolist(), self.place.tolist(), self.decided.tolist(), strict=True)
        return tuple(
            Placed(place, names[case], None if level < 0 else self.ties[level])
            for case, place, level in rows
        )


def ordered(
    candidates: Sequence[Candidate], ties: Sequence[Tie] = DEFAULT_TIES
) -> tuple[Placed, ...]:
    """Best first. Never by chance, file order or arrival: what stays equal shares a place, and
    waits for a written reason. Within a shared place cases stand by number.

    "Area less represented" prefers the area that has fewer cases before the tie.
    """
    named = sorted(candidates, key=lambda each: each.number)
    codes = {area: at for at, area in enumerate(sorted({each.area for each in named}))}

    def key_of(tie: Tie) -> Floats:
        return np.array([_key(each, tie) for each in named])

    figures = np.array([each.figure for each in named], dtype=np.float64)
    areas = np.array([codes[each.area] for each in named], dtype=np.intp)
    return arranged(figures, areas, key_of, ties).placed([each.number for each in named])


def arranged(
    figures: Floats, areas: Indices, key_of: Callable[[Tie], Floats], ties: Sequence[Tie]
) -> Arranged:
    """The same of cases that stand by number; NaN has no place.

    `areas` are numbers from 0, and `key_of` gives what a tie is broken by, the smaller the better,
    of every case; it is asked only where figures are equal, and never for areas.
    """
    there = np.flatnonzero(~np.isnan(figures))
    rounded = np.round(figures[there], 6)
    order = np.argsort(-rounded, kind="stable")
    begins = _unlike(rounded[order])
    places = np.arange(there.size)
    group = np.maximum.accumulate(np.where(begins, places, 0))
    order = there[order]
    decided = np.full(there.size, -1, dtype=np.intp)
    deciding = (*(tie for tie in ties if tie is not Tie.REASON), Tie.REASON)
    equal = np.flatnonzero(~(begins & np.append(begins[1:], True)))
    shares = np.zeros(there.size, dtype=np.bool_)
    if equal.size:
        cases, of = order[equal], group[equal]
        keys = [
            _before(order, areas)[of, areas[cases]]
            if tie is Tie.AREA
            else np.round(key_of(tie)[cases], 6)
            for tie in deciding[:-1]
        ]
        by = np.lexsort((cases, *reversed(keys), of))
        order[equal] = cases[by]
        apart = [_unlike(key[by]) for key in keys]
        level = np.argmax([*apart, np.ones(equal.size, dtype=np.bool_)], axis=0)
        decided[equal] = np.where(begins[equal], -1, level)
        shares = decided == len(keys)
    place = np.maximum.accumulate(np.where(shares, 0, places)) + 1
    return Arranged(order, place, decided, deciding, figures.size)


def _unlike(values: Floats | Indices) -> Bools:
    """Which are other than the one before; the first one is."""
    return np.append(True, values[1:] != values[:-1])[: values.size]


def _before(order: Indices, areas: Indices) -> Indices:
    """How many cases of each area stand before each place; places × areas."""
    one = np.eye(int(areas.max()) + 1, dtype=np.intp)[areas[order]]
    found: Indices = np.cumsum(one, axis=0) - one
    return found


def _key(candidate: Candidate, tie: Tie) -> float:
    """Smaller is better."""
    if tie in CRITERIA:
        return -candidate.criteria.get(tie.value, -math.inf)
    if tie is Tie.COUNTRIES:
        return -candidate.countries
    if tie is Tie.AGREEMENT and candidate.disagreement is not None:
        return candidate.disagreement
    return math.inf


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
