"""Tails of the normal and the chi-square distribution, and the rule against too many alarms."""

import math

import numpy as np
from numpy.typing import NDArray

from reviewer_app.panel.tables import Bools, Floats


def beyond(z: float) -> float:
    """The chance that a standard normal lies further out than |z|, on either side."""
    return math.erfc(abs(z) / math.sqrt(2))


def chi_square_above(value: float, freedom: int) -> float:
    """The chance that χ² with `freedom` ≥ 1 degrees exceeds `value` ≥ 0.

    The closed forms for whole degrees (Abramowitz and Stegun, 26.4.4 and 26.4.5).
    """
    half = value / 2
    if freedom % 2:
        found, term = math.erfc(math.sqrt(half)), math.sqrt(half / math.pi) * 2 * math.exp(-half)
        for step in range(3, freedom + 1, 2):
            found += term
            term *= value / step
        return min(found, 1.0)
    found = term = math.exp(-half)
    for step in range(2, freedom, 2):
        term *= value / step
        found += term
    return min(found, 1.0)


def discoveries(chances: Floats, rate: float) -> Bools:
    """Which stay when at most this share of them is to be false (Benjamini and Hochberg, 1995).

    NaN is no chance at all, and is never one of them.
    """
    there = np.flatnonzero(~np.isnan(chances))
    found: NDArray[np.bool_] = np.zeros(chances.shape, dtype=np.bool_)
    if not there.size:
        return found
    order = there[np.argsort(chances[there], kind="stable")]
    below = chances[order] <= rate * np.arange(1, order.size + 1) / order.size
    if below.any():
        found[order[: int(np.flatnonzero(below)[-1]) + 1]] = True
    return found
