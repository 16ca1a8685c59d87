"""Joint draws of what the scores leave open, and the ranks that follow from them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import Cases, Population
from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Bools, Floats

DRAWS = 1000
FINAL_DRAWS = 4000
"""For a list that is going to be signed."""
INTERVAL = (0.05, 0.95)
_AT_ONCE = 64  # draws worked on together: of 30,000 cases they fit a processor's cache badly enough

Ranks = NDArray[np.int32]


@dataclass(frozen=True)
class Draws:
    """T joint draws: `ranks` is I × T, 1 the best, and 0 of cases that are not ranked at all;
    `leniency` is J × T, in points."""

    seed: int
    ranks: Ranks
    leniency: Floats

    def among(self, best: int) -> Floats:
        """P(among the best K) of each case, NaN where it is not ranked; the sum over all is K."""
        found: Floats = (self.ranks <= best).mean(axis=1)
        found[self.ranks[:, 0] == 0] = np.nan
        return found

    @property
    def expected_rank(self) -> Floats:
        """The mean rank of each case; 0 of those that are not ranked."""
        found: Floats = self.ranks.mean(axis=1)
        return found

    def interval(self) -> tuple[Ranks, Ranks]:
        """The 5 % and the 95 % rank of each case, both ranks that were drawn."""
        times = self.ranks.shape[1]
        low, high = _places(times)
        ordered = np.sort(self.ranks, axis=1)
        return ordered[:, low], ordered[:, high]

    def leniency_interval(self) -> tuple[Floats, Floats]:
        """The same of each expert's leniency, in points."""
        low, high = _places(self.leniency.shape[1])
        ordered = np.sort(self.leniency, axis=1)
        return ordered[:, low], ordered[:, high]


@dataclass(frozen=True, slots=True)
class Scope:
    """How often it is drawn, and among which cases each is ranked: all, where nothing is said."""

    times: int = DRAWS
    ranked: Bools | None = None


def seed_of(inputs: str, rules: str) -> int:
    """SHA-256(input hash ‖ rules hash) as a number, so that nobody can shop for a seed."""
    return int.from_bytes(hashlib.sha256((inputs + rules).encode()).digest(), "big")


def draw(
    observed: Observed,
    fit: Calibration,
    cases: Cases,
    over: Population,
    *,
    seed: int,
    scope: Scope = Scope(),
    cancelled: Cancelled = never,
) -> Draws | None:
    """Draw s², β and θ together; None where a variance is lacking or on cancel.

    s_t² = RSS/χ²(N − I); β_t ~ N(β, s_t² V); θ_it ~ N((n_i a_i(β_t) + l_t μ)/(n_i + l_t),
    s_t²/(n_i + l_t)) with l_t = s_t²/τ². What is drawn of a case does not depend on which
    are ranked.
    """
    times = scope.times
    if fit.residual is None or over.mean is None or not over.spread or not times:
        return None
    chance = np.random.Generator(np.random.PCG64(seed))
    ranks: Ranks = np.empty((len(observed.cases), times), dtype=np.int32)
    leniency = np.empty((len(observed.experts), times))
    for part in _parts(times):
        if cancelled():
            return None
        wide = part.stop - part.start
        residual = fit.squares / chance.chisquare(fit.freedom, wide)
        normal = chance.standard_normal((len(observed.experts), wide))
        strictness = fit.leniency[:, None] + fit.half @ normal * np.sqrt(residual)
        leniency[:, part] = strictness
        strength = residual / over.spread
        total = cases.count[:, None] + strength
        middle = cases.count * cases.raw
        truth = middle[:, None] - _given(observed, strictness) + strength * over.mean
        truth /= total
        truth += chance.standard_normal(truth.shape) * np.sqrt(residual / total)
        ranks[:, part] = _ranks(truth, scope.ranked)
    return Draws(seed, ranks, leniency)


def _given(observed: Observed, leniency: Floats) -> Floats:
    """Σ_j w_ij β_j of each case in each draw, I × T."""
    found = np.empty((len(observed.cases), leniency.shape[1]))
    for cases, rows in observed.together():
        of, weight = observed.expert[rows], observed.weights[rows]
        summed = leniency[of[:, 0]] * weight[:, :1]
        for at in range(1, rows.shape[1]):
            summed += leniency[of[:, at]] * weight[:, at, None]
        found[cases] = summed
    return found


def _ranks(values: Floats, ranked: Bools | None) -> Ranks:
    """The place of each row in each column, 1 for the highest; 0 of rows that are not ranked."""
    if ranked is not None and not ranked.all():
        found: Ranks = np.zeros(values.shape, dtype=np.int32)
        found[ranked] = _ranks(values[ranked], None)
        return found
    columns = np.ascontiguousarray(values.T)
    order = np.argsort(columns, axis=1)
    ranks: Ranks = np.empty(columns.shape, dtype=np.int32)
    places = np.arange(columns.shape[1], 0, -1, dtype=np.int32)
    np.put_along_axis(ranks, order, np.broadcast_to(places, order.shape), axis=1)
    return ranks.T


def _places(times: int) -> tuple[int, int]:
    low, high = INTERVAL
    return math.ceil(low * times) - 1 if times > 1 else 0, math.ceil(high * times) - 1


def _parts(times: int) -> Iterator[slice]:
    return (slice(at, min(at + _AT_ONCE, times)) for at in range(0, times, _AT_ONCE))
