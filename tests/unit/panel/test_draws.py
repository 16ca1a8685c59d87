"""Joint draws: one seed, honest shares, and the variances that they should have."""

import numpy as np
import pytest

from reviewer_app.panel.adjusted import Cases, Population, adjust, best_guesses, population
from reviewer_app.panel.calibration import Calibration, calibrate
from reviewer_app.panel.draws import Draws, Scope, draw, seed_of
from reviewer_app.panel.observed import Observed
from tests.unit.panel.simulated import BY_HAND, a_panel, scores

Fitted = tuple[Observed, Calibration, Cases, Population]


@pytest.fixture(scope="module")
def fitted() -> Fitted:
    observed = a_panel()
    fit = calibrate(observed)
    cases = adjust(observed, fit)
    return observed, fit, cases, population(cases)


def drawn(fitted: Fitted, *, seed: int = 7, times: int = 1000) -> Draws:
    found = draw(*fitted, seed=seed, scope=Scope(times))
    assert found is not None
    return found


def test_every_draw_is_an_order_of_all_cases(fitted: Fitted) -> None:
    ranks = drawn(fitted, times=100).ranks
    assert ranks.shape == (30, 100)
    assert (np.sort(ranks, axis=0) == np.arange(1, 31)[:, None]).all()


@pytest.mark.parametrize("best", [1, 12, 30])
def test_chances_of_being_among_the_best_add_up(fitted: Fitted, best: int) -> None:
    assert drawn(fitted).among(best).sum() == pytest.approx(best)


def test_ranks_are_those_among_the_cases_that_are_ranked(fitted: Fitted) -> None:
    ranked = np.arange(30) % 3 > 0
    found = draw(*fitted, seed=7, scope=Scope(ranked=ranked))
    assert found is not None
    assert (np.sort(found.ranks[ranked], axis=0) == np.arange(1, 21)[:, None]).all()
    assert not found.ranks[~ranked].any()
    assert found.among(5)[ranked].sum() == pytest.approx(5)
    assert found.among(25)[ranked].sum() == pytest.approx(20)
    assert np.isnan(found.among(25)[~ranked]).all()
    whole = drawn(fitted).ranks[ranked]  # what is drawn of a case does not depend on the others
    assert (np.argsort(found.ranks[ranked], axis=0) == np.argsort(whole, axis=0)).all()


def test_the_same_seed_draws_the_same_and_another_something_else(fitted: Fitted) -> None:
    first, again, other = drawn(fitted), drawn(fitted), drawn(fitted, seed=8)
    assert first.ranks.tobytes() == again.ranks.tobytes()
    assert first.ranks.tobytes() != other.ranks.tobytes()


def test_a_seed_follows_from_inputs_and_rules() -> None:
    assert seed_of("ab", "c") == seed_of("ab", "c")
    assert len({seed_of("a", "b"), seed_of("b", "a"), seed_of("a", "c")}) == 3


def test_intervals_hold_nine_tenths_of_the_draws(fitted: Fitted) -> None:
    found = drawn(fitted)
    low, high = found.interval()
    inside = ((found.ranks >= low[:, None]) & (found.ranks <= high[:, None])).mean(axis=1)
    assert (inside >= 0.9).all()
    assert (low <= found.expected_rank).all()
    assert (found.expected_rank <= high).all()


def test_leniencies_spread_as_their_covariance_says(fitted: Fitted) -> None:
    _, fit, _, _ = fitted
    found = drawn(fitted, times=8000).leniency
    # s_t² has mean RSS/(N − I − 2)
    expected = fit.squares / (fit.freedom - 2) * fit.covariance
    assert found.mean(axis=1) == pytest.approx(fit.leniency, abs=0.02)
    assert np.cov(found) == pytest.approx(expected, abs=0.02)


def test_the_order_of_many_draws_is_nearly_that_of_the_best_guesses(fitted: Fitted) -> None:
    _, fit, cases, over = fitted
    guesses = best_guesses(cases, fit, over)
    assert guesses is not None
    expected = np.argsort(-drawn(fitted, times=4000).expected_rank)
    assert np.corrcoef(np.argsort(expected), np.argsort(np.argsort(guesses)))[0, 1] > 0.99


def test_nothing_is_drawn_without_a_variance_or_on_cancel(fitted: Fitted) -> None:
    observed = scores(BY_HAND)
    fit = calibrate(observed, ratio=1.0)
    cases = adjust(observed, fit)
    assert draw(observed, fit, cases, population(cases), seed=1) is None
    assert draw(*fitted, seed=1, cancelled=lambda: True) is None
