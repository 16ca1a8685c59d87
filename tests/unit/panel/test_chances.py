"""Tails of distributions against tables, and the rule of Benjamini and Hochberg by hand."""

import math

import numpy as np
import pytest

from reviewer_app.panel.chances import beyond, chi_square_above, discoveries


@pytest.mark.parametrize(
    ("value", "freedom"),
    [(3.841459, 1), (5.991465, 2), (7.814728, 3), (9.487729, 4), (11.070498, 5), (18.307038, 10)],
)
def test_the_upper_five_per_cent_of_chi_square(value: float, freedom: int) -> None:
    assert chi_square_above(value, freedom) == pytest.approx(0.05, abs=1e-7)


def test_nothing_lies_below_nothing() -> None:
    assert [chi_square_above(0.0, n) for n in range(1, 6)] == [1.0] * 5


def test_two_and_a_half_errors_come_once_in_eighty() -> None:
    assert 1 / beyond(2.5) == pytest.approx(80.5, abs=0.05)
    assert beyond(-2.5) == beyond(2.5)


def test_discoveries_by_hand() -> None:
    chances = np.array([0.04, 0.001, math.nan, 0.02, 0.9])
    # in order .001 ≤ .0125, .02 ≤ .025, .04 > .0375, .9
    assert discoveries(chances, 0.05).tolist() == [False, True, False, True, False]
    assert not discoveries(np.array([math.nan, 0.5]), 0.05).any()
    assert not discoveries(np.array([]), 0.05).any()


def test_a_later_chance_saves_earlier_ones() -> None:
    assert discoveries(np.array([0.03, 0.04, 0.05]), 0.05).tolist() == [True, True, True]
