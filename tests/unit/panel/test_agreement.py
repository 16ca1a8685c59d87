"""Agreement against published figures, and against the definitions by counting."""

import itertools
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviewer_app.panel.agreement import (
    Level,
    complete_table,
    intraclass,
    kendall_w,
    krippendorff_alpha,
    reliability,
)
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.observed import Observed
from tests.unit.panel.simulated import BY_HAND, a_complete_panel, scores

DATA_C = """
1 2 3 3 2 1 4 1 2 - - -
1 2 3 3 2 2 4 1 2 5 - 3
- 3 3 3 2 3 4 2 2 5 1 -
1 2 3 3 2 4 4 1 2 5 1 -
"""  # Krippendorff 2011, data C: four observers, twelve units

SHROUT_AND_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]],
    dtype=np.float64,
)


def krippendorffs_data() -> Observed:
    return scores(
        [
            (f"unit {unit:02d}", f"observer {observer}", float(value))
            for observer, row in enumerate(DATA_C.split("\n")[1:-1])
            for unit, value in enumerate(row.split())
            if value != "-"
        ]
    )


@pytest.mark.parametrize(
    ("level", "published"),
    [
        (Level.NOMINAL, 0.743421),
        (Level.ORDINAL, 0.815388),
        (Level.INTERVAL, 0.849107),
        (Level.RATIO, 0.797403),
    ],
)
def test_alpha_of_krippendorffs_data(level: Level, published: float) -> None:
    assert krippendorff_alpha(krippendorffs_data(), level) == pytest.approx(published, abs=5e-7)


def test_alpha_by_counting_pairs() -> None:
    observed = scores(BY_HAND)
    inside = [(8, 6), (5, 7), (9, 8)]
    within = np.mean([(a - b) ** 2 for a, b in inside])
    everything = [y for pair in inside for y in pair]
    chance = np.mean([(a - b) ** 2 for a, b in itertools.permutations(everything, 2)])
    assert krippendorff_alpha(observed, Level.INTERVAL) == pytest.approx(1 - within / chance)


def test_alpha_is_not_given_where_nothing_can_differ() -> None:
    assert krippendorff_alpha(scores([("A", "1", 5), ("B", "2", 6)]), Level.INTERVAL) is None
    equal = scores([("A", "1", 5), ("A", "2", 5)])
    assert [krippendorff_alpha(equal, level) for level in Level] == [None] * 4


@given(some.lists(some.tuples(*[some.integers(1, 10)] * 3), min_size=2, max_size=12))
def test_an_ordinal_alpha_knows_no_distances(rows: list[tuple[int, int, int]]) -> None:
    stretched = [tuple(y**2 for y in row) for row in rows]
    found = [
        krippendorff_alpha(
            scores(
                [(f"{i:02d}", str(j), y) for i, row in enumerate(table) for j, y in enumerate(row)]
            ),
            Level.ORDINAL,
        )
        for table in (rows, stretched)
    ]
    assert found[0] == pytest.approx(found[1])


def test_intraclass_correlations_of_shrout_and_fleiss() -> None:
    found = intraclass(SHROUT_AND_FLEISS)
    published = (0.165742, 0.289764, 0.714841, 0.442797, 0.620051, 0.909316)
    forms = (
        found.single_1,
        found.single_2,
        found.single_3,
        found.mean_1,
        found.mean_2,
        found.mean_3,
    )
    assert forms == pytest.approx(published, abs=5e-7)


def test_constant_tables_have_no_correlation() -> None:
    found = intraclass(np.full((3, 2), 5.0))
    assert (found.single_1, found.single_2, found.mean_3) == (None, None, None)
    assert kendall_w(np.full((3, 2), 5.0)) is None


@pytest.mark.parametrize("score", [6.1, 20 / 3, 0.1])
def test_equal_scores_that_are_no_binary_fraction_have_none_either(score: float) -> None:
    found = intraclass(np.full((7, 3), score))
    assert set(astuple(found)) == {None}


def test_a_constant_for_all_scores_changes_no_correlation() -> None:
    assert astuple(intraclass(SHROUT_AND_FLEISS + 0.1)) == pytest.approx(
        astuple(intraclass(SHROUT_AND_FLEISS)), abs=1e-12
    )


def test_concordance_is_whole_none_and_by_hand() -> None:
    assert kendall_w(np.array([[1.0, 2, 5], [2, 4, 6], [3, 9, 7]])) == pytest.approx(1.0)
    assert kendall_w(np.array([[1.0, 3], [2, 2], [3, 1]])) == pytest.approx(0.0)
    # ranks 1 2 3 and 1.5 1.5 3: sums 2.5 3.5 6, squares off 4 are 6.5; 12·6.5/(4·24 − 2·6)
    assert kendall_w(np.array([[1.0, 4], [2, 4], [3, 9]])) == pytest.approx(78 / 84)


def test_a_complete_table_has_every_score_once() -> None:
    observed = a_complete_panel()
    table = complete_table(observed)
    assert table is not None
    assert table.shape == (8, 5)
    assert table[2, 3] == observed.score[2 * 5 + 3]
    assert complete_table(scores(BY_HAND)) is None
    twice = [("A", "1", 5), ("A", "1", 6), ("B", "2", 5), ("B", "2", 5)]
    assert complete_table(scores(twice)) is None


def test_reliability_is_the_share_of_the_cases_own_differences() -> None:
    observed = scores(BY_HAND)
    found = reliability(calibrate(observed, ratio=2.0), 1.5, observed)
    fit = calibrate(observed, ratio=2.0)
    assert found is not None
    assert fit.residual is not None
    assert fit.expert is not None
    assert found.reviews == pytest.approx(2.0)
    assert found.raw == pytest.approx(1.5 / (1.5 + (fit.residual + fit.expert) / 2))
    assert found.adjusted_error == pytest.approx((fit.residual / 2) ** 0.5)
    assert reliability(fit, None, observed) is None
