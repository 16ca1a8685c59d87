"""The laws of the comparison, and what it leads the eye to."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reviewer_app.panel.adjusted import adjust, best_guesses, population
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.comparison import Method, compare, hash_of
from reviewer_app.panel.flags import divided_cases, far_scores
from reviewer_app.panel.observed import Observed
from tests.unit.panel.simulated import a_complete_panel, a_panel, scores

panels = some.builds(
    a_panel,
    cases=some.integers(4, 15),
    each=some.integers(2, 4),
    experts=some.integers(4, 8),
    seed=some.integers(0, 10_000),
)


def lines_of(observed: Observed) -> list[tuple[str, str, float]]:
    return [
        (observed.cases[i], observed.experts[j], float(y))
        for i, j, y in zip(observed.case, observed.expert, observed.score, strict=True)
    ]


@given(panels)
def test_leniencies_add_up_to_nothing_in_every_island(observed: Observed) -> None:
    fit = calibrate(observed)
    sums = np.bincount(fit.islands, fit.leniency)
    assert sums == pytest.approx(np.zeros(sums.size), abs=1e-9)


@given(some.integers(0, 10_000), some.floats(-5, 5), some.integers(0, 4))
def test_a_constant_for_one_expert_changes_no_order_of_a_complete_panel(
    seed: int, constant: float, who: int
) -> None:
    observed = a_complete_panel(seed=seed)
    moved = replace(
        observed, score=observed.score + np.where(observed.expert == who, constant, 0.0)
    )
    before, after = (adjust(each, calibrate(each)).adjusted for each in (observed, moved))
    assert after - before == pytest.approx(np.full(8, constant / 5))


@given(panels, some.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(observed: Observed, chance: object) -> None:
    shuffled = lines_of(observed)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first, again = compare(observed, Method(draws=50)), compare(scores(shuffled), Method(draws=50))
    assert hash_of(observed) == hash_of(scores(shuffled))
    assert first.cases.adjusted.tobytes() == again.cases.adjusted.tobytes()
    assert (first.draws is None) == (again.draws is None)
    if first.draws is not None and again.draws is not None:
        assert first.draws.ranks.tobytes() == again.draws.ranks.tobytes()


@given(panels)
def test_other_names_change_no_figure(observed: Observed) -> None:
    renamed = scores([(f"Z{c[::-1]}", f"Y{e[::-1]}", y) for c, e, y in lines_of(observed)])
    first, again = (adjust(each, calibrate(each)) for each in (observed, renamed))
    by_name = dict(zip(renamed.cases, again.adjusted, strict=True))
    assert [by_name[f"Z{c[::-1]}"] for c in observed.cases] == pytest.approx(first.adjusted)


@given(panels)
def test_with_equal_numbers_best_guesses_stand_as_adjusted_means(observed: Observed) -> None:
    fit = calibrate(observed)
    cases = adjust(observed, fit)
    guesses = best_guesses(cases, fit, population(cases))
    if guesses is not None:
        assert (np.diff(guesses[np.argsort(cases.adjusted, kind="stable")]) >= -1e-12).all()


@given(panels)
def test_an_endless_ratio_gives_the_raw_means_back(observed: Observed) -> None:
    cases = adjust(observed, calibrate(observed, ratio=1e12))
    assert cases.adjusted == pytest.approx(cases.raw, abs=1e-9)


@settings(max_examples=20)
@given(panels, some.integers(1, 4))
def test_chances_add_up_to_the_places(observed: Observed, best: int) -> None:
    found = compare(observed, Method(draws=200)).draws
    if found is not None:
        assert found.among(best).sum() == pytest.approx(best)


def test_the_seed_is_of_inputs_and_rules() -> None:
    observed = a_panel()
    seeds = {
        compare(observed, Method(rules=rules, draws=10)).draws.seed  # type: ignore[union-attr]
        for rules in ("", "a", "b", "a")
    }
    assert len(seeds) == 3
    asked = compare(observed, Method(seed=5, draws=10)).draws
    assert asked is not None
    assert asked.seed == 5


def test_a_score_far_from_the_colleagues_is_told() -> None:
    observed = a_panel(cases=40)
    odd = observed.score.copy()
    at = int(np.argmin(odd))
    odd[at] = 10.0
    found = compare(replace(observed, score=odd), Method(draws=10)).far
    assert (found[0].case, found[0].expert) == (
        observed.cases[observed.case[at]],
        observed.experts[observed.expert[at]],
    )
    assert found[0].errors > 2.5
    assert found[0].expected < 7
    assert found[0].once_in > 80


def test_a_case_of_two_camps_is_told() -> None:
    calm = a_panel(cases=40)
    camps = [("torn", "expert 000", 2), ("torn", "expert 001", 3), ("torn", "expert 002", 8)]
    observed = scores([*lines_of(calm), *camps, ("torn", "expert 003", 9)])
    fit = calibrate(observed)
    cases = adjust(observed, fit)
    found = compare(observed, Method(draws=10)).divided
    torn = next(row for row in found if row.case == "torn")
    assert (torn.apart, torn.unusual) == (5.0, True)
    assert found == divided_cases(observed, fit, cases, compare(observed).lines)


def test_a_score_beyond_all_chance_is_told_and_ends_nothing() -> None:
    equal = [(f"{c:03d}", str(e), 7) for c in range(800) for e in range(5)]
    found = compare(scores([*equal[:-1], ("799", "4", 1)]), Method(draws=10))
    (far, *_) = found.far
    assert (far.case, far.score, far.once_in) == ("799", 1.0, pytest.approx(1e9))


def test_without_an_error_nothing_is_far_and_camps_are_told() -> None:
    flat = [(c, e, y) for c, y in (("A", 8), ("B", 5)) for e, y in (("1", y), ("2", y))]
    found = compare(scores(flat))
    assert (found.far, found.divided, found.draws) == ((), (), None)
    assert far_scores(found.observed, found.fit, found.lines) == ()
