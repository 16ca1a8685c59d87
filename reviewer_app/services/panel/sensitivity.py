"""Which cases would cross a line, or where there is none change place, by raw means, robustly, or
without one expert or one review."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from itertools import chain

import numpy as np

from review_protocol.documents.programme import OrderingFigure, Rules
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.calibration import Calibration, calibrate
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.remarks import shown_means
from reviewer_app.panel.selection import Tie
from reviewer_app.panel.sensitivity import (
    Crossing,
    WithoutOne,
    robust,
    without_each_expert,
    without_each_review,
)
from reviewer_app.panel.tables import Bools, Floats
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.services.panel.comparison import lines_of
from reviewer_app.services.panel.counted_scores import (
    EVER,
    composite_of,
    counted_scores,
    has_enough,
    weights_of,
)
from reviewer_app.services.panel.criterion_fits import CriterionFits
from reviewer_app.services.panel.list_order import ListOrder
from reviewer_app.services.panel.rows import PanelTable

FEWEST_PLACES, NOTICED = 2, 0.1
"""Of a list without lines: a case is told of that moves by a tenth of the list, or more."""


class Change(StrEnum):
    """What is done otherwise."""

    RAW = "raw"
    ROBUST = "robust"
    EXPERT = "expert"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Altered:
    """One change alone; `crossed` has, for each target, the cases that cross its line, and `moved`,
    where there is no line, those that change place, the furthest first."""

    change: Change
    crossed: tuple[tuple[int, tuple[Crossing, ...]], ...]
    moved: tuple[Crossing, ...] = ()
    expert: int | None = None
    case: str | None = None

    @property
    def asks(self) -> WhatIf:
        """The question that shows all of it."""
        match self.change:
            case Change.RAW:
                return WhatIf(raw=True)
            case Change.ROBUST:
                return WhatIf(robust=True)
            case Change.EXPERT:
                return WhatIf(without=frozenset({self.expert or 0}))
            case Change.REVIEW:
                return WhatIf(skipped=frozenset({(self.case or "", self.expert or 0)}))

    @property
    def cases(self) -> int:
        """How many cases cross a line, or change place."""
        crossed = {each.case for _, found in self.crossed for each in found}
        return len(crossed.union(each.case for each in self.moved))


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """`altered` are raw and robust means, then the experts and reviews that move anything."""

    altered: tuple[Altered, ...]
    experts: int
    """How many experts were left out in turn."""
    reviews: int
    """How many reviews were."""
    least: int | None = None
    """By how many places at least a case changes its own to be told of; None where there are lines
    to cross."""

    def moving(self, change: Change) -> int:
        """How many changes of a kind move a case."""
        return sum(each.change is change and bool(each.cases) for each in self.altered)


@dataclass(frozen=True)
class _Lines:
    """The list as it stands, and its lines."""

    observed: Observed
    ranked: Bools
    figure: Floats
    targets: tuple[int, ...]
    order: ListOrder
    least: int | None
    """Of a list without any line."""

    @cached_property
    def before(self) -> Indices:
        """Where each case stands in the list, from 1; 0 without a place."""
        return self._places(self.figure)

    def altered(
        self,
        change: Change,
        figure: Floats,
        left_out: Bools | None = None,
        *,
        expert: int | None = None,
        case: str | None = None,
    ) -> Altered:
        """What this other figure moves; without the scores that are left out."""
        after = self._places(figure, left_out)
        both = (self.before > 0) & (after > 0)
        found = (
            (line, self._told(both & ((self.before <= line) != (after <= line)), after))
            for line in self.targets
        )
        crossed = tuple((line, cases) for line, cases in found if cases)
        return Altered(change, crossed, self._moved(both, after), expert, case)

    def may_move(self, cases: Indices, after: Floats) -> Bools:
        """Of cases whose own figure alone changes to this: whether they may come to another side of
        a line, by whatever breaks ties; of a list without any, whether they may move as far as is
        told."""
        standing = np.sort(np.round(self.figure[self.ranked], 6))
        before, after = np.round(self.figure[cases], 6), np.round(after, 6)
        above = standing.size - np.searchsorted(standing, after, "right")
        as_high = standing.size - np.searchsorted(standing, after, "left")
        best = 1 + above - (before > after)
        worst = 1 + as_high - (before >= after)
        place = self.before[cases]
        others = self._may_move_others(standing, before, after)
        if self.least is not None:
            far: Bools = (abs(best - place) >= self.least) | (abs(worst - place) >= self.least)
            return far | others
        stays = [
            ((place <= k) == (best <= k)) & ((best <= k) == (worst <= k)) for k in self.targets
        ]
        crosses: Bools = ~np.all(stays, axis=0)
        return crosses | others

    def _may_move_others(self, standing: Floats, before: Floats, after: Floats) -> Bools:
        """Whether a case that comes from one figure to another may put others in another order:
        "area less represented" between equal ones looks at who stands before them. `standing` are
        the figures of the list, rising."""
        if Tie.AREA not in self.order.ties:
            return np.zeros(before.shape, dtype=np.bool_)
        if self.least is None:
            falling = standing[::-1]
            equal = {falling[k] for k in self.targets if k and falling[k - 1] == falling[k]}
        else:
            figures, many = np.unique(standing, return_counts=True)
            equal = set(figures[many >= self.least])
        low, high = np.minimum(before, after), np.maximum(before, after)
        found = [(low <= figure) & (figure <= high) for figure in equal]
        none = np.zeros(before.shape, dtype=np.bool_)
        moves: Bools = np.any([none, *found], axis=0)
        return moves

    def _moved(self, both: Bools, after: Indices) -> tuple[Crossing, ...]:
        if self.least is None:
            return ()
        told = self._told(both & (abs(after - self.before) >= self.least), after)
        return tuple(sorted(told, key=lambda each: -abs(each.after - each.before)))

    def _told(self, chosen: Bools, after: Indices) -> tuple[Crossing, ...]:
        """These cases in the order of the list."""
        found = np.flatnonzero(chosen)
        names = self.observed.cases
        return tuple(
            Crossing(names[i], int(self.before[i]), int(after[i]))
            for i in found[np.argsort(self.before[found])]
        )

    def _places(self, figure: Floats, left_out: Bools | None = None) -> Indices:
        """Among the cases that are ranked as it stands, also where one of them loses a review."""
        return self.order.standing(np.where(self.ranked, figure, np.nan), left_out)


def sensitivity(
    table: PanelTable, rules: Rules | None, *, cancelled: Cancelled = never
) -> Sensitivity | None:
    """Each change alone, against the figures that count; None without scores, where the lines have
    nothing to part, or on cancel. A table that does not cover the programme has no line.

    Without an expert all is refitted; reviews are left out at the same λ, which is exact (see
    `sensitivity` of the method). Cases that withhold their scores play no part, and those with
    fewer reviews than the rule file asks for are fitted and have no place.
    """
    value = partial(composite_of, weights=weights_of(table.rubric))
    counted = counted_scores(table, value)
    if counted is None or rules is None:
        return None
    observed = counted.observed
    fit = calibrate(observed)
    raw = observed.mean(observed.score)
    shown = shown_means(observed, fit, adjust(observed, fit).adjusted)
    is_raw = rules.ordering is OrderingFigure.RAW_MEAN or bool(np.array_equal(shown, raw))
    lines = _lines(table, rules, observed, raw if is_raw else shown)
    if not lines.targets and lines.least is None:
        return None
    altered = [
        lines.altered(Change.RAW, raw),
        lines.altered(Change.ROBUST, _robust(observed)),
    ]
    others = (
        _without_experts(observed, fit, lines, is_raw=is_raw),
        _without_reviews(observed, fit, lines, is_raw=is_raw),
    )
    for each in chain.from_iterable(others):
        if cancelled():
            return None
        altered.append(each)
    told = [each for each in altered if each.cases or each.expert is None]
    return Sensitivity(tuple(told), len(observed.experts), observed.size, lines.least)


def _lines(table: PanelTable, rules: Rules, observed: Observed, figure: Floats) -> _Lines:
    ranked = has_enough(observed, observed, rules)
    there = int(ranked.sum())
    targets = tuple(line for line in lines_of(table, rules) if line < there)
    least = None if table.covers_programme else max(FEWEST_PLACES, math.ceil(there * NOTICED))
    order = ListOrder(table, rules, observed, CriterionFits(table, EVER))
    return _Lines(observed, ranked, figure, targets, order, least)


def _robust(observed: Observed) -> Floats:
    weighted, fit = robust(observed)
    return adjust(weighted, fit).adjusted


def _without_experts(
    observed: Observed, fit: Calibration, lines: _Lines, *, is_raw: bool
) -> Iterator[Altered]:
    for each in _raw_without(observed) if is_raw else without_each_expert(observed, fit=fit):
        theirs = observed.expert == observed.experts.index(each.expert)
        yield lines.altered(Change.EXPERT, each.adjusted, theirs, expert=int(each.expert))


def _raw_without(observed: Observed) -> Iterator[WithoutOne]:
    """Raw means without each expert; NaN for a case that loses its only score."""
    sums, counts = observed.by_case(observed.score), observed.counts
    for j, expert in enumerate(observed.experts):
        theirs = observed.expert == j
        lost = np.bincount(
            observed.case[theirs], observed.score[theirs], minlength=len(observed.cases)
        )
        left = counts - np.bincount(observed.case[theirs], minlength=len(observed.cases))
        figure = np.where(left > 0, (sums - lost) / np.maximum(left, 1), np.nan)
        yield WithoutOne(expert, figure)


def _without_reviews(
    observed: Observed, fit: Calibration, lines: _Lines, *, is_raw: bool
) -> Iterator[Altered]:
    if is_raw:
        count = observed.counts[observed.case]
        rest = observed.by_case(observed.score)[observed.case] - observed.score
        alone = np.where(count > 1, rest / np.maximum(count - 1, 1), np.nan)
    else:
        alone = without_each_review(observed, fit)
    there = np.flatnonzero(~np.isnan(alone) & lines.ranked[observed.case])
    for line in there[lines.may_move(observed.case[there], alone[there])]:
        case, figure = int(observed.case[line]), lines.figure.copy()
        figure[case] = alone[line]
        yield lines.altered(
            Change.REVIEW,
            figure,
            np.arange(observed.size) == line,
            expert=int(observed.experts[observed.expert[line]]),
            case=observed.cases[case],
        )
