"""How far experts agree: Krippendorff's alpha, intraclass correlations, Kendall's W, reliability.

Sources: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); Shrout and Fleiss,
Intraclass Correlations, Psychological Bulletin 86 (1979); Kendall and Gibbons, Rank Correlation
Methods (1990), with its correction for ties.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Floats

_ROUNDING = 1e-12
"""The share of a sum of squares below which nothing is told apart from rounding."""


class Level(StrEnum):
    """Of measurement: what a difference of two scores means."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Intraclass:
    """The six forms; `single` is of one score, `mean` of the mean of all k; targets are random.

    The number is Shrout and Fleiss's case: 1 raters nested, 2 raters random, 3 raters fixed.
    A form is None where its denominator is 0.
    """

    single_1: float | None
    single_2: float | None
    single_3: float | None
    mean_1: float | None
    mean_2: float | None
    mean_3: float | None


@dataclass(frozen=True, slots=True)
class Reliability:
    """From the variance components, for a case with the harmonic mean of the numbers of reviews.

    Shares from 0 to 1, and the standard error of a mean in points.
    """

    reviews: float
    raw: float
    adjusted: float
    raw_error: float
    adjusted_error: float


def krippendorff_alpha(observed: Observed, level: Level) -> float | None:
    """1 − observed over expected disagreement; None without two scores of one case, or where all
    scores that can be paired are equal. Any number of scores a case; weights play no part."""
    paired = observed.counts[observed.case] > 1
    if not paired.any():
        return None
    values, cases = observed.score[paired], observed.case[paired]
    if level is Level.ORDINAL:
        values = _middle_ranks(values)
    if level in (Level.ORDINAL, Level.INTERVAL):
        return _by_squares(values, cases)
    return _by_pairs(values, cases, level)


def _middle_ranks(values: Floats) -> Floats:
    """Ordinal differences are differences of these: Σ n_g between two values, half of the ends."""
    _, at, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle: Floats = np.cumsum(counts) - counts / 2
    return middle[at]


def _by_squares(values: Floats, cases: NDArray[np.intp]) -> float | None:
    values = values - values.mean()
    n = np.bincount(cases)
    there = n > 1
    summed, squares = np.bincount(cases, values), np.bincount(cases, values**2)
    within = 2 * (n * squares - summed**2)[there] / (n[there] - 1)
    total = values.size
    expected = 2 * (total * float(np.sum(values**2)) - float(np.sum(values)) ** 2) / (total - 1)
    return 1 - float(within.sum()) / expected if expected > 0 else None


def _by_pairs(values: Floats, cases: NDArray[np.intp], level: Level) -> float | None:
    """By the coincidences of values, K × K; for scales of few values."""
    levels, at = np.unique(values, return_inverse=True)
    counts = np.zeros((int(cases.max()) + 1, levels.size))
    np.add.at(counts, (cases, at), 1)
    n = counts.sum(axis=1)
    counts, n = counts[n > 1], n[n > 1]
    shares = counts / (n - 1)[:, None]
    together = shares.T @ counts - np.diag(shares.sum(axis=0))
    distance = 1.0 - np.eye(levels.size)
    if level is Level.RATIO:
        apart, sums = np.subtract.outer(levels, levels), np.add.outer(levels, levels)
        distance = np.divide(apart, sums, out=np.zeros_like(apart), where=sums != 0) ** 2
    of_value = counts.sum(axis=0)
    total = float(of_value.sum())
    expected = float(np.sum(np.outer(of_value, of_value) * distance)) / (total - 1)
    return 1 - float(np.sum(together * distance)) / expected if expected > 0 else None


def complete_table(observed: Observed) -> Floats | None:
    """Cases × experts where everybody scored everything once, and there are two of each."""
    cases, experts = len(observed.cases), len(observed.experts)
    if cases < 2 or experts < 2 or observed.size != cases * experts:
        return None
    if np.unique(observed.case * experts + observed.expert).size != observed.size:
        return None
    return observed.score.reshape(cases, experts)


def intraclass(table: Floats) -> Intraclass:
    """The six intraclass correlations of a complete n × k table; rows are targets.

    None where nothing differs by which they could be told, such as in a table of one score.
    """
    n, k = table.shape
    table = table - table[0, 0]  # the same for all of them, and equal scores are exactly equal
    grand = table.mean()
    rows, columns = table.mean(axis=1), table.mean(axis=0)
    between = k * float(np.sum((rows - grand) ** 2)) / (n - 1)
    raters = n * float(np.sum((columns - grand) ** 2)) / (k - 1)
    rest = table - rows[:, None] - columns + grand
    error = float(np.sum(rest**2)) / ((n - 1) * (k - 1))
    within = float(np.sum((table - rows[:, None]) ** 2)) / (n * (k - 1))
    least = _ROUNDING * float(np.sum(table**2))

    def share(part: float, whole: float) -> float | None:
        return part / whole if whole > least else None

    return Intraclass(
        single_1=share(between - within, between + (k - 1) * within),
        single_2=share(between - error, between + (k - 1) * error + k * (raters - error) / n),
        single_3=share(between - error, between + (k - 1) * error),
        mean_1=share(between - within, between),
        mean_2=share(between - error, between + (raters - error) / n),
        mean_3=share(between - error, between),
    )


def kendall_w(table: Floats) -> float | None:
    """Concordance of the k columns' orders of the n rows, corrected for ties, 0 to 1.

    None where every column gives all rows one score.
    """
    n, k = table.shape
    ranks = np.empty_like(table)
    ties = 0.0
    for j in range(k):
        _, at, counts = np.unique(table[:, j], return_inverse=True, return_counts=True)
        ranks[:, j] = (np.cumsum(counts) - (counts - 1) / 2)[at]
        ties += float(np.sum(counts.astype(np.float64) ** 3 - counts))
    off = ranks.sum(axis=1) - k * (n + 1) / 2
    whole = k**2 * (n**3 - n) - k * ties
    return 12 * float(np.sum(off**2)) / whole if whole > 0 else None


def reliability(fit: Calibration, spread: float | None, observed: Observed) -> Reliability | None:
    """The share of true differences between cases in the differences of their means.

    Raw means carry s_β² + s², adjusted ones s² alone and the error of the leniencies, which is left
    out here: τ²/(τ² + variance/n) with the harmonic mean of n. None without the variances.
    """
    if fit.residual is None or fit.expert is None or not spread:
        return None
    reviews = len(observed.cases) / float(np.sum(1 / observed.of_case))
    raw, adjusted = (fit.residual + fit.expert) / reviews, fit.residual / reviews
    return Reliability(
        reviews=reviews,
        raw=spread / (spread + raw),
        adjusted=spread / (spread + adjusted),
        raw_error=math.sqrt(raw),
        adjusted_error=math.sqrt(adjusted),
    )
