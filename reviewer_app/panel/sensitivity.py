"""What if: the same order with other weights, without one expert or review, raw, and robust."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reviewer_app.panel.adjusted import WHOLE, adjust, lines
from reviewer_app.panel.calibration import Calibration, calibrate
from reviewer_app.panel.deletion import Deleting
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.tables import Floats

ROBUST_FREEDOM = 5
"""Degrees of the t distribution of which the robust weights are those: 6/(5 + z²)."""
_ROUNDS = 50
_STILL = 1e-9


@dataclass(frozen=True, slots=True)
class Crossing:
    """A case that is on another side of a line than before, with its places then and now."""

    case: str
    before: int
    after: int


@dataclass(frozen=True)
class WithoutOne:
    """Adjusted means, by case, without one expert; a case that nobody else scored keeps none."""

    expert: str
    adjusted: Floats


def robust(observed: Observed, *, prior: bool = True) -> tuple[Observed, Calibration]:
    """Refit with weights 6/(5 + e²/(s²(1 − h))) until they stand still: far scores count less.

    A score that alone decides its fitted value keeps weight 1.
    """
    weighted, fit = observed, calibrate(observed, prior=prior)
    for _ in range(_ROUNDS):
        if fit.residual is None:
            break
        each = lines(weighted, fit, adjust(weighted, fit))
        rest = np.where(each.leverage < WHOLE, 1 - each.leverage, 1.0)
        weight = (ROBUST_FREEDOM + 1) / (ROBUST_FREEDOM + each.left**2 / (fit.residual * rest))
        weight = np.where(each.leverage < WHOLE, weight, 1.0)
        if np.max(np.abs(weight - weighted.weights)) < _STILL:
            break
        weighted = observed.weighted(weight)
        fit = calibrate(weighted, prior=prior)
    return weighted, fit


def without_each_expert(
    observed: Observed, *, prior: bool = True, fit: Calibration | None = None
) -> Iterator[WithoutOne]:
    """Each expert left out in turn, and all refitted; NaN for a case that loses its only score.

    `fit` is that of all scores, where it is there.
    """
    deleting = Deleting(observed, fit or calibrate(observed, prior=prior)) if prior else None
    for j, expert in enumerate(observed.experts):
        found = None if deleting is None else deleting.without(j)
        if found is None:
            found = _refitted(observed, j, prior=prior)
        yield WithoutOne(expert, found)


def _refitted(observed: Observed, expert: int, *, prior: bool) -> Floats:
    """Adjusted means without this expert, by fitting all anew."""
    adjusted = np.full(len(observed.cases), np.nan)
    left_out = observed.expert == expert
    rest = observed.without(left_out)
    if rest is not None:
        there = np.unique(observed.case[~left_out])
        adjusted[there] = adjust(rest, calibrate(rest, prior=prior)).adjusted
    return adjusted


def without_each_review(observed: Observed, fit: Calibration) -> Floats:
    """The adjusted mean of its own case without each score, at the same λ; N figures.

    A score with leave-one-out residual d = e/(1 − h) moves its case's mean as a score of y − d in
    its place would: a_i without it is what the fit says of the case when the score is what the
    others predict. NaN where the case has no other score.
    """
    cases = adjust(observed, fit)
    each = lines(observed, fit, cases)
    count = observed.of_case[observed.case]
    # the derivative of a_i by its own score y_ij, by β = V b and a_i = ȳ_i − Σβ/n_i
    moves = 1 / count - (cases.beside - cases.shared[observed.case] / count) / count
    found = cases.adjusted[observed.case] - moves * each.left_out
    return np.where(observed.counts[observed.case] > 1, found, np.nan)


def places(figures: Floats) -> Indices:
    """The place of each case, 1 the highest; equal figures share the better one, NaN has 0."""
    found = np.zeros(figures.size, dtype=np.intp)
    there = np.flatnonzero(~np.isnan(figures))
    ordered = np.sort(np.round(figures[there], 6))
    above = there.size - np.searchsorted(ordered, np.round(figures[there], 6), side="right")
    found[there] = above + 1
    return found


def crossings(
    names: Sequence[str], before: Floats, after: Floats, target: int
) -> tuple[Crossing, ...]:
    """Cases that are among the best `target` by one figure and not by the other."""
    first, second = places(before), places(after)
    changed = [
        i
        for i in range(len(names))
        if second[i] and first[i] and (first[i] <= target) != (second[i] <= target)
    ]
    rows = [Crossing(names[i], int(first[i]), int(second[i])) for i in changed]
    return tuple(sorted(rows, key=lambda row: (row.before, row.case)))
