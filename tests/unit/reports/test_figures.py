"""Figures are exact until they are rounded once."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer_app.reports.figures import Figures, figures_of, rounded


def test_figures_of_scores_are_exact():
    figures = figures_of([7, 8, 8, 10])
    assert (figures.n, figures.low, figures.high) == (4, 7, 10)
    assert figures.mean == Fraction(33, 4)
    assert figures.median == 8
    assert rounded(figures.deviation, 6) == Decimal("1.258306")


def test_one_score_has_no_deviation_and_none_has_nothing():
    assert figures_of([7]).deviation is None
    assert figures_of([]) == Figures(0)


@pytest.mark.parametrize(
    ("figure", "places", "expected"),
    [
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Decimal("2.675"), 2, "2.68"),
        ("7.104200", 2, "7.10"),
        (7, 1, "7.0"),
        (Decimal("-0.004"), 2, "0.00"),
        (Fraction(-1, 300), 2, "0.00"),
    ],
)
def test_halves_are_rounded_away_from_zero_and_minus_zero_is_zero(figure, places, expected):
    assert str(rounded(figure, places)) == expected


def test_no_figure_stays_no_figure():
    assert rounded(None, 2) is None
