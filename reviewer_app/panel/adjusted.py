"""Cases after calibration: adjusted means with their errors, best guesses, and leverages."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Floats

_HALVINGS = 100
_GRID = 121
WHOLE = 1 - 1e-9
"""A leverage from which on the fitted value counts as the score itself."""


@dataclass(frozen=True)
class Cases:
    """By case, in points of the scale and the order of the cases' names."""

    count: Floats
    """n_i, or the weight of its scores."""
    raw: Floats
    """ȳ_i."""
    adjusted: Floats
    """a_i = Σ_j (y_ij − β_j)/n_i; the raw mean where no leniency could be fitted."""
    error: Floats | None
    """se_i; None where there is no residual variance."""
    beside: Floats
    """q_ij = Σ_{k∈i} V_jk of each score, in the order of the observed lines."""
    shared: Floats
    """T_i = Σ_{j∈i} q_ij."""


@dataclass(frozen=True)
class Lines:
    """By score, in the order of the observed lines."""

    left: Floats
    """e_ij = y_ij − a_i − β_j, in points."""
    leverage: Floats
    """h_ij, from 0 to 1."""

    @property
    def left_out(self) -> Floats:
        """e/(1 − h): this score less what the others say of it, in points; NaN at leverage 1."""
        rest = np.where(self.leverage < WHOLE, 1 - self.leverage, np.nan)
        found: Floats = self.left / rest
        return found

    def in_errors(self, residual: float) -> Floats:
        """z = e/(s·√(1 − h)), in standard errors; NaN at leverage 1."""
        rest = np.where(self.leverage < WHOLE, 1 - self.leverage, np.nan)
        found: Floats = self.left / np.sqrt(residual * rest)
        return found


@dataclass(frozen=True)
class Population:
    """The cases themselves: true values ~ N(mean, spread), by maximum likelihood."""

    mean: float | None
    """μ, in points."""
    spread: float | None
    """τ², in points squared."""
    lacking: Lacking | None


def adjust(observed: Observed, fit: Calibration) -> Cases:
    """Means of the scores less the leniency of who gave them, with their standard errors."""
    beside = np.zeros(observed.size)
    if fit.ratio is not None:
        for _, rows in observed.together():
            of = observed.expert[rows]
            common = fit.covariance[of[:, :, None], of[:, None, :]]
            beside[rows] = np.einsum("knm,km->kn", common, observed.weights[rows])
    shared = observed.by_case(beside)
    count = observed.of_case
    adjusted = observed.mean(observed.score - fit.leniency[observed.expert])
    error = None
    if fit.residual is not None:
        error = np.sqrt(fit.residual / count + fit.residual * shared / count**2)
    return Cases(count, observed.mean(observed.score), adjusted, error, beside, shared)


def lines(observed: Observed, fit: Calibration, cases: Cases) -> Lines:
    """What each score leaves unexplained, and how much it decides its own fitted value.

    h_ij = 1/n_i + V_jj − 2q_ij/n_i + T_i/n_i² with q_ij = Σ_{k∈i} V_jk, T_i = Σ_{j∈i} q_ij; with
    weights w each term is that of the weighted model, w_ij in the numerator.
    """
    count = observed.of_case[observed.case]
    leverage = observed.weights * (
        1 / count
        + np.diagonal(fit.covariance)[observed.expert]
        - 2 * cases.beside / count
        + cases.shared[observed.case] / count**2
    )
    left = observed.score - cases.adjusted[observed.case] - fit.leniency[observed.expert]
    return Lines(left, leverage)


def population(cases: Cases) -> Population:
    """μ and τ² of a_i ~ N(μ, τ² + se_i²), by maximum likelihood in one dimension."""
    if cases.error is None:
        return Population(None, None, Lacking.NO_RESIDUAL)
    errors, values = cases.error**2, cases.adjusted
    if values.size < 2:
        return Population(None, None, Lacking.ONE_SCORE)
    widest = float(np.var(values)) + float(errors.max())
    steps = np.linspace(math.log(widest * 1e-9), math.log(widest * 4), _GRID)
    found = [_surprise(math.exp(step), errors, values) for step in steps]
    at = int(np.argmin(found))
    if at == 0 or _surprise(0.0, errors, values) <= found[at]:
        return Population(_middle(0.0, errors, values), 0.0, Lacking.EQUAL_CASES)
    low, high = float(steps[at - 1]), float(steps[min(at + 1, _GRID - 1)])
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        falls = _slope(math.exp(middle), errors, values) < 0
        low, high = (middle, high) if falls else (low, middle)
    spread = math.exp((low + high) / 2)
    return Population(_middle(spread, errors, values), spread, None)


def best_guesses(cases: Cases, fit: Calibration, over: Population) -> Floats | None:
    """θ_i = (n_i a_i + l μ)/(n_i + l), l = s²/τ², in points; None without one of the variances."""
    if over.lacking is not None or over.mean is None or not over.spread or not fit.residual:
        return None
    strength = fit.residual / over.spread
    found: Floats = (cases.count * cases.adjusted + strength * over.mean) / (cases.count + strength)
    return found


def _middle(spread: float, errors: Floats, values: Floats) -> float:
    weights = 1 / (spread + errors)
    return float(np.sum(weights * values) / np.sum(weights))


def _surprise(spread: float, errors: Floats, values: Floats) -> float:
    """−2 log likelihood, without its constant, at the best μ for this τ²."""
    total = spread + errors
    off = values - _middle(spread, errors, values)
    return float(np.sum(np.log(total) + off**2 / total))


def _slope(spread: float, errors: Floats, values: Floats) -> float:
    """Its derivative by τ²; that by μ is 0 at the best μ."""
    total = spread + errors
    off = values - _middle(spread, errors, values)
    return float(np.sum(1 / total - (off / total) ** 2))
