"""What changes when a weight, an expert or a review does; links and the home effect."""

import math
from dataclasses import replace

import numpy as np
import pytest

from reviewer_app.panel.adjusted import Lines, adjust, lines
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.home import home_effect
from reviewer_app.panel.links import Bridge, Link, bridges, islands, links
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.sensitivity import (
    Crossing,
    crossings,
    places,
    robust,
    without_each_expert,
    without_each_review,
)
from tests.unit.panel.simulated import BY_HAND, a_panel, scores


def test_without_a_review_is_a_fit_without_it() -> None:
    observed = a_panel(cases=8, each=3, experts=5)
    found = without_each_review(observed, calibrate(observed, ratio=2.0))
    for at in range(observed.size):
        rest = observed.without(np.arange(observed.size) == at)
        assert rest is not None
        again = adjust(rest, calibrate(rest, ratio=2.0)).adjusted
        assert found[at] == pytest.approx(
            again[rest.cases.index(observed.cases[observed.case[at]])]
        )


def test_a_case_without_its_only_review_has_no_mean() -> None:
    observed = scores([*BY_HAND, ("D", "3", 4)])
    assert math.isnan(without_each_review(observed, calibrate(observed, ratio=1.0))[-1])


def test_without_an_expert_is_a_fit_without_them() -> None:
    observed = a_panel(cases=6, each=2, experts=4)
    found = list(without_each_expert(observed))
    assert [each.expert for each in found] == list(observed.experts)
    rest = observed.without(observed.expert == 2)
    assert rest is not None
    again = adjust(rest, calibrate(rest)).adjusted
    there = ~np.isnan(found[2].adjusted)
    assert found[2].adjusted[there] == pytest.approx(again)
    assert [observed.cases[i] for i in np.flatnonzero(there)] == list(rest.cases)


def test_the_only_expert_leaves_nothing() -> None:
    (found,) = without_each_expert(scores([("A", "1", 5), ("B", "1", 6)]))
    assert np.isnan(found.adjusted).all()


def test_a_far_score_weighs_less_in_a_robust_fit() -> None:
    observed = a_panel(cases=30)
    far = observed.score.copy()
    far[0] = 1.0 if far[0] > 5 else 10.0
    far[0] *= 2
    found, _ = robust(replace(observed, score=far))
    assert np.argmin(found.weights) == 0
    assert found.weights[0] < 0.5
    weights, again = found.weights, robust(replace(observed, score=far))[0].weights
    assert weights.tobytes() == again.tobytes()


def test_robust_weights_are_those_of_their_own_residuals() -> None:
    weighted, fit = robust(a_panel(cases=20))
    each = lines(weighted, fit, adjust(weighted, fit))
    assert fit.residual is not None
    z2 = each.left**2 / (fit.residual * (1 - each.leverage))
    assert weighted.weights == pytest.approx(6 / (5 + z2), rel=1e-6)


def test_places_share_and_leave_out() -> None:
    assert places(np.array([5.0, 7.0, math.nan, 7.0, 6.0])).tolist() == [4, 1, 0, 1, 3]


def test_who_crosses_a_line_is_named_with_both_places() -> None:
    before, after = np.array([9.0, 8.0, 7.0]), np.array([9.0, 6.0, 7.0])
    assert crossings("ABC", before, after, 2) == (Crossing("B", 2, 3), Crossing("C", 3, 2))
    assert crossings("ABC", before, before, 2) == ()


def test_links_count_the_cases_that_two_share() -> None:
    observed = scores([*BY_HAND, ("D", "1", 4), ("D", "2", 5), ("E", "1", 4), ("E", "2", 5)])
    found = links(observed)
    assert found == (Link("1", "2", 3), Link("1", "3", 1), Link("2", "3", 1))
    assert [link.weak for link in found] == [False, True, True]


def two_islands() -> Observed:
    return scores([*BY_HAND, ("D", "4", 3), ("D", "5", 4), ("E", "5", 4), ("B", "1", 6)])


def test_islands_are_named_the_largest_first() -> None:
    observed = two_islands()
    assert [(each.experts, each.cases) for each in islands(observed, calibrate(observed))] == [
        (("1", "2", "3"), ("A", "B", "C")),
        (("4", "5"), ("D", "E")),
    ]


def test_one_review_an_island_ties_them() -> None:
    observed = two_islands()
    fit = calibrate(observed)
    assert bridges(observed, fit) == (Bridge("4", "A"),)
    may = {("1", "D"), ("3", "D")}
    (bridge,) = bridges(observed, fit, lambda expert, case: (expert, case) in may)
    assert bridge == Bridge("3", "D")
    tied = scores([*lines_of(observed), (bridge.case, bridge.expert, 5)])
    assert len(islands(tied, calibrate(tied))) == 1
    assert bridges(observed, fit, lambda expert, case: False) == ()
    (bridge,) = bridges(observed, fit, lambda expert, case: (expert, case) == ("5", "C"))
    assert bridge == Bridge("5", "C")  # by an expert of the small one


def test_small_islands_are_tied_among_themselves_where_nobody_ties_them_to_the_largest() -> None:
    observed = scores([*lines_of(two_islands()), ("F", "6", 5), ("F", "7", 6)])
    fit = calibrate(observed)
    assert len(islands(observed, fit)) == 3
    small = {"D", "E", "F"}

    def may(expert: str, case: str) -> bool:
        return expert in "4567" and case in small

    (bridge,) = bridges(observed, fit, may)
    tied = scores([*lines_of(observed), (bridge.case, bridge.expert, 5)])
    assert len(islands(tied, calibrate(tied))) == 2
    both = bridges(observed, fit, lambda expert, case: may(expert, case) or expert + case == "1F")
    tied = scores([*lines_of(observed), *((each.case, each.expert, 5) for each in both)])
    assert (len(both), len(islands(tied, calibrate(tied)))) == (2, 1)


def lines_of(observed: Observed) -> list[tuple[str, str, float]]:
    return [
        (observed.cases[i], observed.experts[j], float(y))
        for i, j, y in zip(observed.case, observed.expert, observed.score, strict=True)
    ]


def at_home_by_half_a_point(seed: int, points: float) -> tuple[Observed, Lines, np.ndarray]:
    observed = a_panel(cases=60, each=4, experts=10, seed=seed)
    home = np.random.default_rng(seed).random(observed.size) < 0.2
    moved = replace(observed, score=observed.score + np.where(home, points, 0.0))
    fit = calibrate(moved)
    return moved, lines(moved, fit, adjust(moved, fit)), home


def test_a_home_effect_is_found() -> None:
    found = home_effect(*at_home_by_half_a_point(1, 1.5), seed=1, times=499)
    assert found is not None
    assert found.points > 1
    assert found.chance == 1 / 500


def test_chances_without_a_home_effect_are_spread_evenly() -> None:
    found = [home_effect(*at_home_by_half_a_point(s, 0.0), seed=s, times=99) for s in range(40)]
    chances = [each.chance for each in found if each is not None]
    assert len(chances) == 40
    assert sum(chance <= 0.1 for chance in chances) <= 10
    assert 0.3 < np.mean(chances) < 0.7


def test_where_nobody_has_both_kinds_there_is_no_home_effect() -> None:
    observed, found, home = at_home_by_half_a_point(1, 0.0)
    by_expert = observed.expert == 3
    assert home_effect(observed, found, by_expert, seed=1, times=9) is None
    assert home_effect(observed, found, np.zeros_like(home), seed=1, times=9) is None
    assert home_effect(observed, found, home, seed=1, cancelled=lambda: True) is None
