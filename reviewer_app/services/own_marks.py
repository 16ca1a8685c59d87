"""A reviewer's own marks side by side: equal ones, nearly equal ones, and whether they drifted.

Nothing here is a finding. Each figure says where a second look costs least; it is computed on this
computer, shown to this person alone, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from statistics import fmean, stdev

from review_protocol.documents.programme import Recommendation, Rubric
from review_protocol.documents.score import CRITERIA, CriterionCode, Mark
from review_protocol.documents.text import Bilingual
from reviewer_app.models.rows import CaseState
from reviewer_app.services.panel.cells import composite

FEWEST_IN_A_THIRD = 3
LEAST_CHANGE = 0.5
"""Of a mark: a smaller shift of the mean is not told, however sure."""
STANDARD_ERRORS = 2.0


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One case as this reviewer judged it; `begun` is when the first of its answers was kept."""

    number: str
    name: Bilingual
    state: CaseState
    marks: Mapping[CriterionCode, Mark]
    mean: float | None
    """The weighted mean of the marks; None where one is missing or cannot be judged."""
    recommendation: Recommendation | None
    lacks: int
    """How many answers signing still needs."""
    begun: str | None
    seconds: int
    """How long the case was open."""


@dataclass(frozen=True, slots=True)
class NearTie:
    """Two cases one mark apart, and in which criterion."""

    cases: tuple[str, str]
    criterion: CriterionCode


@dataclass(frozen=True, slots=True)
class Third:
    """The means of the cases of one third, their mean, and their spread (standard deviation)."""

    means: tuple[float, ...]
    mean: float
    spread: float


@dataclass(frozen=True, slots=True)
class Drift:
    """The first third of one's cases against the last, in the order in which they were begun.

    `notable` where the means differ by at least `LEAST_CHANGE` of a mark, and by at least
    `STANDARD_ERRORS` of their difference.
    """

    first: Third
    last: Third
    notable: bool

    @property
    def change(self) -> float:
        """By how much the last third is marked higher; negative where it is lower."""
        return self.last.mean - self.first.mean


def mean_of(marks: Mapping[CriterionCode, Mark], rubric: Rubric) -> float | None:
    """As the panel's comparison forms it."""
    return composite(marks, rubric)


def in_order(cases: Sequence[OwnCase]) -> tuple[OwnCase, ...]:
    """The highest mean first; those without a mean last; equal ones by number."""
    return tuple(
        sorted(cases, key=lambda each: (each.mean is None, -(each.mean or 0.0), each.number))
    )


def ties(cases: Sequence[OwnCase]) -> tuple[tuple[str, ...], ...]:
    """Groups of cases with the same mark in every criterion, in the order of one's marks.

    A mean alone is no tie here: 9, 5, 7 and 7, 7, 7 are different judgements. "Cannot judge" is
    no mark, and ties nothing.
    """
    groups: dict[tuple[Mark | None, ...], list[str]] = {}
    for each in in_order(cases):
        if each.mean is not None:
            groups.setdefault(_profile(each), []).append(each.number)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def near_ties(cases: Sequence[OwnCase]) -> tuple[NearTie, ...]:
    """Pairs that differ by one mark in one criterion and in nothing else.

    That is the smallest difference that the scale can express: a difference of the size of its
    unit is within what the same person gives on another day (the resolution of a rating scale).
    Pairs are not chained into groups, for along a chain everything would be nearly equal.
    """
    found = []
    for one, other in combinations((each for each in in_order(cases) if each.mean is not None), 2):
        apart = [
            code
            for code in CRITERIA
            if (a := one.marks.get(code)) != (b := other.marks.get(code))
            for _ in range(_steps(a, b))
        ]
        if len(apart) == 1:
            found.append(NearTie((one.number, other.number), apart[0]))
    return tuple(found)


def drift(cases: Sequence[OwnCase]) -> Drift | None:
    """The first third against the last, by when each case was begun; None for too few cases.

    Cases come in an order drawn by lot, so that both thirds are expected to be equally good. The
    standard error of the difference is that of two means with spreads of their own (Welch,
    Biometrika 34, 1947). With few cases two of it are met by chance more often than one time in
    twenty (for three against three, about one in eight): it asks for a look, and proves nothing.
    A third has `FEWEST_IN_A_THIRD` cases at least, so that it has a spread worth the name.
    """
    known = [each for each in cases if each.mean is not None and each.begun is not None]
    known.sort(key=lambda each: (each.begun or "", each.number))
    size = len(known) // 3
    if size < FEWEST_IN_A_THIRD:
        return None
    first, last = _third(known[:size]), _third(known[-size:])
    change = abs(last.mean - first.mean)
    error = sqrt((first.spread**2 + last.spread**2) / size)
    return Drift(first, last, change >= LEAST_CHANGE and change >= STANDARD_ERRORS * error)


def _third(cases: Sequence[OwnCase]) -> Third:
    means = tuple(each.mean for each in cases if each.mean is not None)
    return Third(means, fmean(means), stdev(means))


def _profile(case: OwnCase) -> tuple[Mark | None, ...]:
    return tuple(case.marks.get(code) for code in CRITERIA)


def _steps(one: Mark | None, other: Mark | None) -> int:
    """How many marks lie between; 2, as more than one, where either is no number."""
    if isinstance(one, int) and isinstance(other, int):
        return abs(one - other)
    return 2
