"""Leniency by REML: a case computed by hand, dense matrices, and what cannot be fitted."""

import math

import numpy as np
import pytest

from reviewer_app.panel.adjusted import adjust, best_guesses, lines, population
from reviewer_app.panel.calibration import calibrate, cross_products
from reviewer_app.panel.islands import islands_of
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.observed import Observed
from tests.unit.panel.simulated import BY_HAND, a_complete_panel, a_panel, scores


def test_three_cases_by_hand() -> None:
    observed = scores(BY_HAND)
    fit = calibrate(observed, ratio=1.0)
    cases = adjust(observed, fit)
    each = lines(observed, fit, cases)
    assert fit.leniency == pytest.approx([0.6, -0.8, 0.2], abs=1e-12)
    assert (fit.freedom, fit.squares) == (3, pytest.approx(1.9))
    assert cases.adjusted == pytest.approx([7.1, 6.3, 8.1])
    assert each.leverage == pytest.approx([0.7] * 6)
    assert each.left_out == pytest.approx([1, -1, -5 / 3, 5 / 3, 1, -1])


def dense(observed: Observed, residual: float, expert: float) -> tuple[float, np.ndarray]:
    """−2 log restricted likelihood and the variances of the case means, by whole matrices."""
    x, z = (
        np.eye(len(observed.cases))[observed.case],
        np.eye(len(observed.experts))[observed.expert],
    )
    total = residual * np.eye(observed.size) + expert * z @ z.T
    inverse = np.linalg.inv(total)
    of_means = np.linalg.inv(x.T @ inverse @ x)
    off = observed.score - x @ (of_means @ x.T @ inverse @ observed.score)
    likelihood = (
        (observed.size - len(observed.cases)) * math.log(2 * math.pi)
        + np.linalg.slogdet(total)[1]
        - np.linalg.slogdet(of_means)[1]
        + off @ inverse @ off
    )
    return float(likelihood), np.diagonal(of_means)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("prior", [True, False])
def test_likelihood_means_and_errors_are_those_of_whole_matrices(seed: int, prior: bool) -> None:
    observed = a_panel(seed=seed)
    fit = calibrate(observed, prior=prior)
    assert fit.residual is not None
    assert fit.expert is not None
    likelihood, variances = dense(observed, fit.residual, fit.expert)
    assert fit.reml == pytest.approx(likelihood, rel=1e-10)
    error = adjust(observed, fit).error
    assert error is not None
    assert error**2 == pytest.approx(variances, rel=1e-9)


def test_no_other_variances_are_likelier() -> None:
    observed = a_panel()
    fit = calibrate(observed, prior=False)
    assert fit.residual is not None
    assert fit.expert is not None
    assert fit.reml is not None
    for of_error in (0.999, 1.0, 1.001):
        for of_experts in (0.99, 1.0, 1.01):
            other, _ = dense(observed, fit.residual * of_error, fit.expert * of_experts)
            assert other >= fit.reml - 1e-9


def test_the_prior_draws_towards_a_fifth() -> None:
    observed = a_panel(cases=6, each=2, experts=6, seed=4)
    with_it, without = calibrate(observed), calibrate(observed, prior=False)
    assert with_it.ratio is not None
    off = abs(math.log(with_it.ratio) - math.log(5))
    assert without.ratio is None or off < abs(math.log(without.ratio) - math.log(5))


def test_a_score_given_twice_counts_twice() -> None:
    once = scores([("A", "1", 5), ("A", "2", 7)])
    twice = scores([("A", "1", 5), ("A", "1", 5), ("A", "2", 7)])
    assert cross_products(once).tolist() == [[0.5, -0.5], [-0.5, 0.5]]
    assert cross_products(twice) == pytest.approx(np.array([[2 / 3, -2 / 3], [-2 / 3, 2 / 3]]))
    assert twice.of_case.tolist() == [3.0]


def test_weights_of_one_change_nothing_and_whole_weights_are_repetitions() -> None:
    observed = a_panel(cases=6, each=3, experts=5)
    even = observed.weighted(np.ones(observed.size))
    assert calibrate(even, ratio=2.0).leniency == pytest.approx(
        calibrate(observed, ratio=2.0).leniency
    )
    doubled = observed.weighted(np.where(np.arange(observed.size) == 4, 2.0, 1.0))
    again = Observed.of(
        [observed.cases[i] for i in (*observed.case, observed.case[4])],
        [observed.experts[j] for j in (*observed.expert, observed.expert[4])],
        [*observed.score, observed.score[4]],
    )
    assert calibrate(doubled, ratio=2.0).leniency == pytest.approx(
        calibrate(again, ratio=2.0).leniency
    )
    assert adjust(doubled, calibrate(doubled, ratio=2.0)).adjusted == pytest.approx(
        adjust(again, calibrate(again, ratio=2.0)).adjusted
    )


def test_one_review_a_case_tells_nothing_of_experts() -> None:
    observed = scores([("A", "1", 8), ("B", "2", 5), ("C", "1", 9)])
    fit = calibrate(observed)
    cases = adjust(observed, fit)
    assert (fit.lacking, fit.ratio, fit.residual, fit.reml) == (
        Lacking.NO_FREEDOM,
        None,
        None,
        None,
    )
    assert cases.adjusted.tolist() == cases.raw.tolist() == [8.0, 5.0, 9.0]
    assert cases.error is None
    assert population(cases).lacking is Lacking.NO_RESIDUAL


def test_experts_who_agree_wholly_leave_no_error() -> None:
    fit = calibrate(scores([(c, e, y) for c, y in (("A", 8), ("B", 5)) for e in "123"]))
    assert (fit.lacking, fit.residual) == (Lacking.NO_RESIDUAL, None)


def test_without_the_prior_like_experts_have_no_variance() -> None:
    lines_of = [("A", "1", 8), ("A", "2", 6), ("B", "1", 5), ("B", "2", 7)]
    fit = calibrate(scores(lines_of), prior=False)
    assert (fit.lacking, fit.ratio, fit.expert) == (Lacking.EQUAL_EXPERTS, None, 0.0)
    assert fit.residual == pytest.approx(2.0)
    assert fit.leniency.tolist() == [0.0, 0.0]
    assert fit.reml == pytest.approx(dense(scores(lines_of), 2.0, 0.0)[0])


def test_without_the_prior_what_experts_explain_wholly_leaves_no_error() -> None:
    lines_of = [("A", "1", 8), ("A", "2", 6), ("B", "1", 5), ("B", "2", 3)]
    assert calibrate(scores(lines_of), prior=False).lacking is Lacking.NO_RESIDUAL


@pytest.mark.parametrize("ratio", [0.0, -1.0, math.nan, math.inf])
def test_a_ratio_is_above_nothing(ratio: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        calibrate(a_panel(), ratio=ratio)


def test_islands_are_what_shares_no_expert() -> None:
    two = scores([*BY_HAND, ("D", "4", 3), ("D", "5", 4), ("E", "6", 9)])
    assert islands_of(two).tolist() == [0, 0, 0, 1, 1, 2]
    fit = calibrate(two, ratio=1.0)
    assert np.sum(fit.eigenvalues == 0) == 3
    assert np.linalg.eigvalsh(cross_products(two))[:3] == pytest.approx([0, 0, 0], abs=1e-12)
    assert [fit.leniency[fit.islands == i].sum() for i in range(3)] == pytest.approx([0, 0, 0])


def test_a_long_chain_is_one_island() -> None:
    chain = scores([(f"{i:03d}", f"{j:03d}", 5 + j % 2) for i in range(200) for j in (i, i + 1)])
    assert islands_of(chain).tolist() == [0] * 201


def test_a_correction_fades_where_little_is_shared() -> None:
    assert calibrate(a_panel(), ratio=1e6).applied == pytest.approx(0, abs=1e-4)
    assert calibrate(a_panel(), ratio=1e-6).applied == pytest.approx(1, abs=1e-4)


def test_in_a_complete_panel_the_adjusted_mean_is_the_raw_one() -> None:
    observed = a_complete_panel()
    cases = adjust(observed, calibrate(observed))
    assert cases.adjusted == pytest.approx(cases.raw)


def test_equal_cases_have_no_best_guess() -> None:
    observed = scores(BY_HAND)
    fit = calibrate(observed, ratio=1.0)
    over = population(adjust(observed, fit))
    assert (over.spread, over.lacking) == (0.0, Lacking.EQUAL_CASES)
    assert best_guesses(adjust(observed, fit), fit, over) is None


def test_the_cases_spread_is_the_likeliest() -> None:
    cases = adjust(a_panel(), calibrate(a_panel()))
    found = population(cases)
    assert found.spread is not None
    assert found.mean is not None
    assert cases.error is not None

    def surprise(mean: float, spread: float) -> float:
        total = spread + cases.error**2  # type: ignore[operator]
        return float(np.sum(np.log(total) + (cases.adjusted - mean) ** 2 / total))

    best = surprise(found.mean, found.spread)
    for of_mean in (-0.01, 0.0, 0.01):
        for of_spread in (0.99, 1.0, 1.01):
            assert surprise(found.mean + of_mean, found.spread * of_spread) >= best - 1e-9


def test_a_score_that_stands_alone_has_whole_leverage() -> None:
    observed = scores([*BY_HAND, ("D", "4", 3)])
    fit = calibrate(observed, ratio=1.0)
    each = lines(observed, fit, adjust(observed, fit))
    assert each.leverage[-1] == pytest.approx(1.0)
    assert math.isnan(each.left_out[-1])
    assert math.isnan(each.in_errors(1.0)[-1])


def test_leaving_a_score_out_is_what_the_formula_says() -> None:
    observed = a_panel(cases=8, each=3, experts=5)
    fit = calibrate(observed, ratio=2.0)
    each = lines(observed, fit, adjust(observed, fit))
    for at in (0, 7, 20):
        rest = observed.without(np.arange(observed.size) == at)
        assert rest is not None
        again = calibrate(rest, ratio=2.0)
        i = rest.cases.index(observed.cases[observed.case[at]])
        j = rest.experts.index(observed.experts[observed.expert[at]])
        predicted = adjust(rest, again).adjusted[i] + again.leniency[j]
        assert each.left_out[at] == pytest.approx(observed.score[at] - predicted)


def test_a_table_without_a_score_or_with_none_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Observed.of([], [], [])
    with pytest.raises(ValueError, match="finite"):
        Observed.of(["A"], ["1"], [math.inf])


@pytest.mark.parametrize("marks", [(8, 6, 5, 7), (9, 4, 7, 7), (3, 8, 2, 6), (7, 5, 9, 1)])
def test_without_the_prior_a_design_that_explains_everything_has_no_residual(
    marks: tuple[int, ...],
) -> None:
    chain = [("A", "1"), ("A", "2"), ("B", "2"), ("B", "3")]
    lines_of = [(case, expert, mark) for (case, expert), mark in zip(chain, marks, strict=True)]
    fit = calibrate(scores(lines_of), prior=False)
    assert (fit.lacking, fit.ratio, fit.residual, fit.expert) == (
        Lacking.NO_RESIDUAL,
        None,
        None,
        None,
    )
    assert calibrate(scores(lines_of)).lacking is None  # the prior says how much is chance
    assert calibrate(scores(lines_of), prior=False, ratio=5.0).residual is not None
