"""One expert left out, from the fit with everybody: what a plain refit says, to the last digits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.deletion import Deleting
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.sensitivity import without_each_expert
from reviewer_app.panel.tables import Floats
from tests.unit.panel.simulated import a_panel, scores

CLOSE = 1e-9


def refitted(observed: Observed, expert: int) -> Floats:
    """All fitted anew without the expert, λ too; NaN for a case that nobody else scored."""
    found = np.full(len(observed.cases), np.nan)
    rest = observed.without(observed.expert == expert)
    if rest is not None:
        there = [observed.cases.index(name) for name in rest.cases]
        found[there] = adjust(rest, calibrate(rest)).adjusted
    return found


def drawn(seed: int, cases: int, each: int, experts: int, *, spread: float) -> Observed:
    """Whole scores of a panel whose experts differ by this standard deviation."""
    chance = np.random.default_rng(seed)
    of = [chance.choice(experts, each, replace=False) for _ in range(cases)]
    lenient, quality = chance.normal(0, spread, experts), chance.normal(6.5, 1.2, cases)
    return scores(
        [
            (f"{i:03}", f"{j:03}", float(np.clip(round(quality[i] + lenient[j] + error), 1, 10)))
            for i, those in enumerate(of)
            for j, error in zip(those, chance.normal(0, 1, each), strict=True)
        ]
    )


@pytest.mark.parametrize("spread", [0.05, 0.5, 2.0])
@pytest.mark.parametrize(("cases", "each", "experts"), [(60, 3, 15), (120, 5, 40), (40, 2, 30)])
def test_without_an_expert_all_is_as_fitted_anew(
    cases: int, each: int, experts: int, spread: float
) -> None:
    observed = drawn(7, cases, each, experts, spread=spread)
    deleting, told = Deleting(observed, calibrate(observed)), 0
    for expert in range(0, len(observed.experts), 5):
        found = deleting.without(expert)
        if found is not None:
            told += 1
            np.testing.assert_allclose(found, refitted(observed, expert), rtol=0, atol=CLOSE)
    assert told == len(range(0, len(observed.experts), 5))


@settings(max_examples=40, deadline=None)
@given(some.lists(some.tuples(some.integers(0, 7), some.integers(0, 5), some.integers(1, 10))))
def test_of_any_panel_every_expert_is_left_out_as_by_a_refit(
    rows: list[tuple[int, int, int]],
) -> None:
    """Islands, cases with one score, experts with one case, several scores of one by one."""
    observed = scores([(str(i), str(j), y) for i, j, y in [*rows, (0, 0, 5)]])
    for expert, each in enumerate(without_each_expert(observed)):
        expected = refitted(observed, expert)
        np.testing.assert_allclose(each.adjusted, expected, rtol=0, atol=CLOSE)


def test_a_fit_of_everybody_is_used_where_it_is_there() -> None:
    observed = a_panel(cases=30)
    fit = calibrate(observed)
    plain = [each.adjusted for each in without_each_expert(observed)]
    given_fit = [each.adjusted for each in without_each_expert(observed, fit=fit)]
    np.testing.assert_array_equal(plain, given_fit)


def test_what_the_formulas_do_not_hold_for_is_left_to_a_refit() -> None:
    observed = a_panel(cases=30)
    weighted = observed.weighted(np.linspace(0.5, 1.0, observed.size))
    assert Deleting(weighted, calibrate(weighted)).without(0) is None
    twice = scores([("A", "1", 5), ("A", "1", 6), ("A", "2", 4), ("B", "1", 7), ("B", "2", 3)])
    assert Deleting(twice, calibrate(twice)).without(0) is None
    alone = scores([("A", "1", 5), ("B", "1", 6)])
    assert Deleting(alone, calibrate(alone)).without(0) is None
