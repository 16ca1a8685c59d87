"""One expert left out and all refitted, from the fit with everybody: exact, and without a new
decomposition.

Scores S that are left out are scores with a free parameter each. With M = I − C(CᵀC)⁻¹Cᵀ, which
takes out the cases, the cross products without them are A − P D⁻¹ Pᵀ, where P = Zᵀ M E has for a
score of expert j and case i the column e_j − 1_i/n_i, and D = Eᵀ M E is diagonal with 1 − 1/n_i as
long as no two of them are of one case. So (A + λI)⁻¹ and its determinant follow for any λ from the
eigenvectors of A by the formulas of Woodbury and Sylvester (Searle, Casella and McCulloch, Variance
Components, 1992, appendix M), with matrices as large as one expert's scores are many.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from reviewer_app.panel.calibration import LOG_RATIOS, PRIOR_MEDIAN, Calibration, Criterion
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.tables import Floats

_STRIDE = 8
"""Of the steps at which λ is looked for, so many at once: the criterion is smooth over them."""
_MARGIN, _MARGIN_EACH = 40.0, 2.0
"""How far above its smallest value the criterion is looked at, and how much more for each score
that is left out."""
_SMALLEST = 1e-3
"""A λ below which the formulas lose digits."""
_FIRST_STEP = 0.02
_MOST_STEPS, _CLOSE = 80, 1e-14


class _At(NamedTuple):
    """The fit at one λ, without the scores."""

    turned: Floats
    """β along the eigenvectors."""
    left: float
    """RSS."""
    core: Floats
    """D − Pᵀ V P."""


@dataclass(frozen=True)
class Deleting:
    """A fit of scores that all weigh 1, with the weak prior on its λ."""

    observed: Observed
    fit: Calibration

    def without(self, expert: int) -> Floats | None:
        """Adjusted means, by case, without this expert (an index); NaN for a case that nobody else
        scored. None where only a plain refit can tell."""
        found = self._deleted(expert)
        best = None if found is None else found.best()
        if found is None or best is None:
            return None
        leniency = self.fit.vectors @ found.at(best).turned
        rest = self.observed.score - leniency[self.observed.expert]
        rest[found.lines] = 0.0
        left = self.observed.counts.copy()
        left[self.observed.case[found.lines]] -= 1
        sums = self.observed.by_case(rest)
        return np.where(left > 0, sums / np.maximum(left, 1), np.nan)

    def _deleted(self, expert: int) -> _Deleted | None:
        observed, fit = self.observed, self.fit
        lines = np.flatnonzero(observed.expert == expert)
        of = observed.case[lines]
        if fit.ratio is None or observed.weight is not None or np.unique(of).size < of.size:
            return None
        shared = lines[observed.counts[of] > 1]  # an only score says nothing of anybody
        lost = lines.size - shared.size
        freedom = fit.freedom - shared.size
        rest = 1 - 1 / observed.counts[observed.case[shared]]
        columns = fit.vectors[expert][:, None] - self._means[observed.case[shared]].T
        explained = self._left[shared] / rest
        squares = self._criterion.squares - float(np.sum(explained * self._left[shared]))
        if freedom <= 0 or squares <= 1e-9 * self._criterion.squares or lost == observed.size:
            return None
        return _Deleted(
            lines=lines,
            whole=self._criterion,
            criteria=self._criteria,
            start=math.log(fit.ratio),
            columns=columns,
            rest=rest,
            pull=self._pull - columns @ explained,
            squares=squares,
            freedom=freedom,
        )

    @cached_property
    def _left(self) -> Floats:
        """What each score is above its case's mean."""
        observed = self.observed
        found: Floats = observed.score - observed.mean(observed.score)[observed.case]
        return found

    @cached_property
    def _pull(self) -> Floats:
        """b along the eigenvectors; 0 along those of an island as a whole."""
        turned: Floats = self.fit.vectors.T @ self.observed.by_expert(self._left)
        turned[: int(self.fit.islands.max()) + 1] = 0.0
        return turned

    @cached_property
    def _means(self) -> Floats:
        """By case, the mean of its experts' places along each eigenvector; I × J."""
        found = np.empty((len(self.observed.cases), self.fit.vectors.shape[1]))
        for cases, lines in self.observed.together():
            found[cases] = self.fit.vectors[self.observed.expert[lines]].mean(axis=1)
        return found

    @cached_property
    def _criterion(self) -> Criterion:
        """That of the whole fit."""
        return Criterion(
            squares=float(np.sum(self._left**2)),
            pulls=self._pull**2,
            eigenvalues=self.fit.eigenvalues,
            freedom=self.fit.freedom,
            prior=True,
        )

    @cached_property
    def _criteria(self) -> Floats:
        return self._criterion.criteria(LOG_RATIOS)


@dataclass(frozen=True)
class _Deleted:
    """The fit without some scores, no two of one case, along the eigenvectors of the whole one."""

    lines: Indices
    """All lines that are left out."""
    whole: Criterion
    criteria: Floats
    """The whole fit's criterion at each of the steps."""
    start: float
    """The whole fit's log λ."""
    columns: Floats
    """P, J × m."""
    rest: Floats
    """The diagonal of D."""
    pull: Floats
    """b."""
    squares: float
    """Σ r²."""
    freedom: int

    def at(self, log_ratio: float) -> _At:
        """At this λ."""
        inverse = 1 / (self.whole.eigenvalues + math.exp(log_ratio))
        scaled = inverse[:, None] * self.columns
        core = np.diag(self.rest) - self.columns.T @ scaled
        first = inverse * self.pull
        turned = first + scaled @ np.linalg.solve(core, self.columns.T @ first)
        return _At(turned, self.squares - float(self.pull @ turned), core)

    def criterion(self, log_ratio: float) -> float:
        """As `Criterion.criterion`."""
        found = self.at(log_ratio)
        if found.left <= 0:
            return math.inf
        _, size = np.linalg.slogdet(found.core)
        value = self.freedom * math.log(found.left) + float(size - np.sum(np.log(self.rest)))
        value += float(np.sum(np.log1p(self.whole.eigenvalues * math.exp(-log_ratio))))
        return value + (log_ratio + math.log(PRIOR_MEDIAN)) ** 2

    def slope(self, log_ratio: float) -> float:
        """As `Criterion.slope`."""
        ratio, found = math.exp(log_ratio), self.at(log_ratio)
        inverse = 1 / (self.whole.eigenvalues + ratio)
        scaled = inverse[:, None] * self.columns
        trace = float(np.sum(inverse) + np.trace(np.linalg.solve(found.core, scaled.T @ scaled)))
        grows = ratio * float(found.turned @ found.turned) / found.left
        used = self.whole.eigenvalues.size - ratio * trace
        return self.freedom * grows - used + 2 * (log_ratio + math.log(PRIOR_MEDIAN))

    def best(self) -> float | None:
        """log λ where the criterion is smallest; None where that is not surely near the whole
        fit's."""
        near = self._near()
        if near is None or math.exp(near[0]) < _SMALLEST:
            return None
        return _root(self.slope, near, self.start)

    def _near(self) -> tuple[float, float] | None:
        """Between which steps it is smallest."""
        margin = _MARGIN + _MARGIN_EACH * self.rest.size
        there = np.flatnonzero(self.criteria <= self.criteria.min() + margin)
        first, last = int(there[0]) - _STRIDE, int(there[-1]) + _STRIDE
        steps = LOG_RATIOS[max(first, 0) : last + 1 : _STRIDE]
        values = [self.criterion(float(step)) for step in steps]
        at = int(np.argmin(values))
        if at in (0, len(values) - 1):
            return None
        return float(steps[at - 1]), float(steps[at + 1])


def _root(slope: Callable[[float], float], near: tuple[float, float], start: float) -> float | None:
    """Where a slope that rises in `near` is 0, to the last digits, from a guess on (Illinois)."""
    low, high = near
    at, step = min(max(start, low), high), _FIRST_STEP
    value = slope(at)
    while True:  # take the root between two of which one is close
        other = max(low, at - step) if value > 0 else min(high, at + step)
        beyond = slope(other)
        if (beyond > 0) != (value > 0):
            break
        if other in (low, high):
            return None
        at, value, step = other, beyond, 4 * step
    best, least = (at, value) if abs(value) < abs(beyond) else (other, beyond)
    for _ in range(_MOST_STEPS):
        new = other - beyond * (other - at) / (beyond - value)
        if new in (at, other):
            break
        found = slope(new)
        if abs(found) < abs(least):
            best, least = new, found
        if (found > 0) != (beyond > 0):
            at, value = other, beyond
        else:
            value /= 2
        other, beyond = new, found
        if beyond == value or abs(other - at) < _CLOSE:
            break
    return best
