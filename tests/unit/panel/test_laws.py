"""Laws of the method that follow from its definitions, whatever the scores are."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reviewer_app.panel.adjusted import adjust, best_guesses, population
from reviewer_app.panel.calibration import calibrate, cross_products
from reviewer_app.panel.comparison import Method, compare
from reviewer_app.panel.draws import Scope, draw
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.selection import Candidate, ordered
from reviewer_app.panel.sensitivity import robust
from tests.unit.panel.simulated import BY_HAND, a_complete_panel, a_panel, scores

panels = some.builds(
    a_panel,
    cases=some.integers(4, 12),
    each=some.integers(2, 4),
    experts=some.integers(4, 8),
    seed=some.integers(0, 10_000),
)


@given(some.floats(-4, 4), some.floats(0.1, 10))
def test_islands_are_never_moved_against_each_other(constant: float, ratio: float) -> None:
    """What one group of experts says in all is taken as it is: nobody can tell it from theirs."""
    lines = [*BY_HAND, *((f"{c}{c}", f"{e}{e}", y) for c, e, y in BY_HAND)]
    observed = scores(lines)
    fit = calibrate(observed, ratio=ratio)
    other = fit.islands[observed.expert] == fit.islands[-1]
    moved = replace(observed, score=observed.score + np.where(other, constant, 0.0))
    again = calibrate(moved, ratio=ratio)
    assert again.leniency == pytest.approx(fit.leniency, abs=1e-9)
    by_case = np.isin(np.arange(len(observed.cases)), observed.case[other])
    shift = adjust(moved, again).adjusted - adjust(observed, fit).adjusted
    assert shift == pytest.approx(np.where(by_case, constant, 0.0), abs=1e-9)


@given(panels, some.floats(0.2, 20))
def test_along_each_direction_its_own_share_of_a_correction_is_applied(
    observed: Observed, ratio: float
) -> None:
    """β along an eigenvector of A is μ/(μ+λ) of the least-squares solution."""
    fit = calibrate(observed, ratio=ratio)
    left = observed.score - observed.mean(observed.score)[observed.case]
    whole = np.linalg.pinv(cross_products(observed)) @ observed.by_expert(left)
    shares = fit.eigenvalues / (fit.eigenvalues + ratio)
    assert fit.vectors.T @ fit.leniency == pytest.approx(shares * (fit.vectors.T @ whole), abs=1e-7)


@given(panels, some.floats(-3, 3))
def test_a_constant_for_everybody_moves_every_mean_by_it_and_nothing_else(
    observed: Observed, constant: float
) -> None:
    moved = replace(observed, score=observed.score + constant)
    before, after = calibrate(observed), calibrate(moved)
    assert after.leniency == pytest.approx(before.leniency, abs=1e-6)
    shift = adjust(moved, after).adjusted - adjust(observed, before).adjusted
    assert shift == pytest.approx(np.full(len(observed.cases), constant), abs=1e-6)


@settings(max_examples=20)
@given(panels)
def test_no_seed_moves_a_case(observed: Observed) -> None:
    """Chances inform and never order."""
    orders, means = set(), set()
    for seed in (1, 2):
        found = compare(observed, Method(seed=seed, draws=50))
        means.add(found.cases.adjusted.tobytes())
        candidates = [
            Candidate(name, float(mean), "economy", 2, {})
            for name, mean in zip(observed.cases, found.cases.adjusted, strict=True)
        ]
        orders.add(tuple(each.number for each in ordered(candidates)))
    assert len(orders) == len(means) == 1


def test_one_case_beats_another_as_often_as_the_model_says() -> None:
    """In a complete panel strictness is common to all: θ_i − θ_k is t with N − I degrees."""
    observed = a_complete_panel(cases=10, experts=6, seed=3)
    fit = calibrate(observed)
    cases = adjust(observed, fit)
    over = population(cases)
    drawn = draw(observed, fit, cases, over, seed=5, scope=Scope(8000))
    guesses = best_guesses(cases, fit, over)
    assert drawn is not None
    assert guesses is not None
    assert fit.residual is not None
    assert over.spread is not None
    error = math.sqrt(2 * fit.residual / (6 + fit.residual / over.spread))
    for i, k in ((0, 1), (2, 7), (4, 9)):
        beats = float((drawn.ranks[i] < drawn.ranks[k]).mean())
        off = float(guesses[i] - guesses[k]) / error
        normal = 0.5 * math.erfc(-off / math.sqrt(2))  # 50 degrees are nearly none
        assert beats == pytest.approx(normal, abs=0.025)


@given(panels)
def test_a_robust_fit_of_scores_without_far_ones_stays_near(observed: Observed) -> None:
    """Weights lie between 6/(5 + z²) of the furthest score and 6/5."""
    weighted, _ = robust(observed)
    assert (weighted.weights > 0).all()
    assert (weighted.weights <= 6 / 5 + 1e-9).all()


@given(panels)
def test_no_adjusted_mean_leaves_what_its_own_scores_and_leniencies_span(
    observed: Observed,
) -> None:
    fit = calibrate(observed)
    counts = observed.score - fit.leniency[observed.expert]
    adjusted = adjust(observed, fit).adjusted
    for i in range(len(observed.cases)):
        own = counts[observed.case == i]
        assert own.min() - 1e-9 <= adjusted[i] <= own.max() + 1e-9
