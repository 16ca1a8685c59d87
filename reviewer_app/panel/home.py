"""The home effect: whether experts score cases from their own country (region) higher."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import Lines
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.tables import Bools, Floats

PERMUTATIONS = 9_999


@dataclass(frozen=True, slots=True)
class HomeEffect:
    """Of reviews of one kind against the others; `points` positive: scored higher."""

    reviews: int
    points: float
    """Difference of the mean leave-one-out residuals."""
    chance: float
    """Of a difference as large in either direction, were countries dealt by chance."""


def home_effect(
    observed: Observed,
    found: Lines,
    at_home: Bools,
    *,
    seed: int,
    times: int = PERMUTATIONS,
    cancelled: Cancelled = never,
) -> HomeEffect | None:
    """`at_home` says of each line whether expert and case share a country.

    The p-value permutes within the expert, so that somebody who is strict, or reads many cases
    from home, proves nothing; (1 + as large)/(1 + times) (Phipson and Smyth, 2010). None where no
    expert has both kinds, or on cancel. Lines without a leave-one-out residual are left out.
    """
    left_out = found.left_out
    there = ~np.isnan(left_out)
    expert, home, residual = observed.expert[there], at_home[there], left_out[there]
    both = _with_both(expert, home, len(observed.experts))
    if not both.any() or home.all() or not home.any():
        return None
    points = _difference(residual, home)
    chance = np.random.Generator(np.random.PCG64(seed))
    order = np.argsort(expert, kind="stable")
    expert, home, residual = expert[order], home[order], residual[order]
    as_large = 0
    for _ in range(times):
        if cancelled():
            return None
        dealt = home[np.lexsort((chance.random(home.size), expert))]
        as_large += abs(_difference(residual, dealt)) >= abs(points) - 1e-12
    return HomeEffect(int(home.sum()), points, (1 + as_large) / (1 + times))


def _with_both(expert: Indices, home: Bools, experts: int) -> Bools:
    at_home = np.bincount(expert[home], minlength=experts)
    away = np.bincount(expert[~home], minlength=experts)
    found: Bools = (at_home > 0) & (away > 0)
    return found


def _difference(residual: Floats, home: Bools) -> float:
    return float(residual[home].mean() - residual[~home].mean())
