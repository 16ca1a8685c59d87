"""Which cases would cross a line, or where there is none change place, by raw means, robustly, or
without one expert or one review."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial

import numpy as np

from review_protocol.documents.programme import OrderingFigure, Rules
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.calibration import Calibration, calibrate
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.remarks import shown_means
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
    def before(self) -> Mapping[str, int]:
        """The place of each case, from 1, as it stands in the list."""
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
        found = ((line, tuple(self._crossing(after, line))) for line in self.targets)
        crossed = tuple((line, cases) for line, cases in found if cases)
        return Altered(change, crossed, self._moved(after), expert, case)

    def surely_stays(self, name: str, before: float, after: float) -> bool:
        """Whether a case whose own figure changes is on the same side of every line, whatever
        breaks ties; of a list without any, whether it moves by less than is told."""
        figure, after = np.round(self.figure[self.ranked], 6), round(after, 6)
        other = int(round(before, 6) >= after)
        best = 1 + int(np.sum(figure > after)) - int(round(before, 6) > after)
        worst = int(np.sum(figure >= after)) + 1 - other
        place = self.before[name]
        if self.least is not None:
            return abs(best - place) < self.least and abs(worst - place) < self.least
        return all((place <= k) == (best <= k) == (worst <= k) for k in self.targets)

    def _crossing(self, after: Mapping[str, int], line: int) -> Iterator[Crossing]:
        for name, place in self.before.items():
            then = after.get(name)
            if then is not None and (place <= line) != (then <= line):
                yield Crossing(name, place, then)

    def _moved(self, after: Mapping[str, int]) -> tuple[Crossing, ...]:
        if self.least is None:
            return ()
        both = (
            Crossing(name, at, after[name]) for name, at in self.before.items() if name in after
        )
        far = [each for each in both if abs(each.after - each.before) >= self.least]
        return tuple(sorted(far, key=lambda each: (-abs(each.after - each.before), each.before)))

    def _places(self, figure: Floats, left_out: Bools | None = None) -> Mapping[str, int]:
        """Among the cases that are ranked as it stands, also where one of them loses a review."""
        among = np.where(self.ranked, figure, np.nan)
        placed = self.order.placed(self.observed, among, left_out=left_out)
        return {each.number: at for at, each in enumerate(placed, 1)}


def sensitivity(
    table: PanelTable, rules: Rules | None, *, cancelled: Cancelled = never
) -> Sensitivity | None:
    """Each change alone, against the figures that count; None without scores, where the lines have
    nothing to part, or on cancel. A table that does not cover the programme has no line.

    One refit an expert; reviews are left out at the same λ, which is exact (see `sensitivity` of
    the method). Cases that withhold their scores play no part, and those with fewer reviews than
    the rule file asks for are fitted and have no place.
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
    for each in _without_experts(observed, lines, is_raw=is_raw):
        if cancelled():
            return None
        altered.append(each)
    altered += _without_reviews(observed, fit, lines, is_raw=is_raw)
    told = [each for each in altered if each.cases or each.expert is None]
    return Sensitivity(tuple(told), len(observed.experts), observed.size, lines.least)


def _lines(table: PanelTable, rules: Rules, observed: Observed, figure: Floats) -> _Lines:
    ranked = has_enough(observed, observed, rules)
    there = int(ranked.sum())
    targets = tuple(line for line in lines_of(table, rules) if line < there)
    least = None if table.covers_programme else max(FEWEST_PLACES, math.ceil(there * NOTICED))
    order = ListOrder(table, rules, CriterionFits(table, EVER))
    return _Lines(observed, ranked, figure, targets, order, least)


def _robust(observed: Observed) -> Floats:
    weighted, fit = robust(observed)
    return adjust(weighted, fit).adjusted


def _without_experts(observed: Observed, lines: _Lines, *, is_raw: bool) -> Iterator[Altered]:
    for each in _raw_without(observed) if is_raw else without_each_expert(observed):
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
) -> Sequence[Altered]:
    if is_raw:
        count = observed.counts[observed.case]
        rest = observed.by_case(observed.score)[observed.case] - observed.score
        alone = np.where(count > 1, rest / np.maximum(count - 1, 1), np.nan)
    else:
        alone = without_each_review(observed, fit)
    found = []
    for line in np.flatnonzero(~np.isnan(alone) & lines.ranked[observed.case]):
        case, name = int(observed.case[line]), observed.cases[int(observed.case[line])]
        if lines.surely_stays(name, float(lines.figure[case]), float(alone[line])):
            continue
        figure = lines.figure.copy()
        figure[case] = alone[line]
        expert = int(observed.experts[observed.expert[line]])
        found.append(
            lines.altered(
                Change.REVIEW, figure, np.arange(observed.size) == line, expert=expert, case=name
            )
        )
    return found
