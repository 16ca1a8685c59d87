"""The order, its ties, zones, the long list and lists under minima."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviewer_app.panel.selection import (
    Candidate,
    Placed,
    Tie,
    Zone,
    long_list,
    ordered,
    under_minima,
    zone,
)


def a_candidate(
    number: str,
    figure: float = 7.0,
    *,
    benefits: float = 7.0,
    cooperation: float = 7.0,
    countries: int = 2,
    disagreement: float | None = 1.0,
    area: str = "economy",
) -> Candidate:
    criteria = {"benefits": benefits, "international_cooperativeness": cooperation}
    return Candidate(number, figure, area, countries, criteria, disagreement)


def test_the_higher_figure_comes_first() -> None:
    found = ordered([a_candidate("A", 6.5), a_candidate("B", 7.25), a_candidate("C", 6.75)])
    assert found == (Placed(1, "B", None), Placed(2, "C", None), Placed(3, "A", None))


@pytest.mark.parametrize(
    ("better", "tie"),
    [
        (a_candidate("Z", benefits=7.1), Tie.BENEFITS),
        (a_candidate("Z", cooperation=7.1), Tie.COOPERATION),
        (a_candidate("Z", countries=3), Tie.COUNTRIES),
        (a_candidate("Z", disagreement=0.5), Tie.AGREEMENT),
    ],
)
def test_ties_are_decided_as_the_rule_file_says(better: Candidate, tie: Tie) -> None:
    found = ordered([a_candidate("A"), better])
    assert found == (Placed(1, "Z", None), Placed(2, "A", tie))


def test_the_rule_files_own_order_of_ties_is_kept() -> None:
    one, other = a_candidate("A", benefits=8.0), a_candidate("B", countries=9)
    assert [p.number for p in ordered([one, other])] == ["A", "B"]
    assert [p.number for p in ordered([one, other], [Tie.COUNTRIES, Tie.BENEFITS])] == ["B", "A"]


def test_the_area_with_fewer_cases_before_the_tie_comes_first() -> None:
    first = a_candidate("A", 8.0, area="economy")
    found = ordered([first, a_candidate("B", area="economy"), a_candidate("C", area="security")])
    assert [(p.number, p.decided_by) for p in found] == [("A", None), ("C", None), ("B", Tie.AREA)]


def test_what_nothing_decides_shares_a_place_and_waits_for_a_reason() -> None:
    found = ordered([a_candidate("B"), a_candidate("A"), a_candidate("C", 6.0)])
    assert found == (Placed(1, "A", None), Placed(1, "B", Tie.REASON), Placed(3, "C", None))


@given(some.permutations(["A", "B", "C", "D", "E"]))
def test_no_order_of_arrival_decides(numbers: list[str]) -> None:
    made = {n: a_candidate(n, 7.0 + (n in "AB"), countries=2 + (n == "C")) for n in numbers}
    assert [p.number for p in ordered([made[n] for n in numbers])] == ["A", "B", "C", "D", "E"]


def test_differences_beyond_six_digits_are_none() -> None:
    assert ordered([a_candidate("A", 7.0), a_candidate("B", 7.0 + 1e-9)])[1].place == 1


def test_zones_by_chance_and_number_of_reviews() -> None:
    assert [zone(p, 5) for p in (0.9, 0.89, 0.1, 0.09)] == [
        Zone.IN,
        Zone.DISCUSS,
        Zone.DISCUSS,
        Zone.OUT,
    ]
    assert zone(1.0, 1) is Zone.DISCUSS
    assert zone(0.0, 1) is Zone.DISCUSS  # one review makes nothing sure, at neither end


def test_the_long_list_is_the_smallest_that_reaches_its_share() -> None:
    chances = np.array([0.5, 1.0, 0.9, 0.5, 0.1])  # of 3 places, 2.85 wanted
    assert long_list(chances, 3) == (1, 2, 0, 3)
    assert sum(chances[i] for i in long_list(chances, 3)) == pytest.approx(2.9)
    assert long_list(np.array([1.0, 1.0]), 5) == (0, 1)


GROUPS = {"A": "x", "B": "x", "C": "x", "D": "y", "E": "z", "F": "y"}


def test_a_case_without_a_chance_is_in_no_long_list() -> None:
    chances = np.array([0.5, np.nan, 0.9, 0.6])
    assert long_list(chances, 2) == (2, 3, 0)
    assert long_list(np.array([np.nan]), 2) == ()


def test_minima_are_met_by_the_best_of_each_group() -> None:
    assert under_minima("ABCDEF", GROUPS, {}, 3) == ("A", "B", "C")
    assert under_minima("ABCDEF", GROUPS, {"y": 1, "z": 1}, 3) == ("A", "D", "E")
    assert under_minima("ABCDEF", GROUPS, {"z": 4}, 3) == ("A", "B", "E")
    with pytest.raises(ValueError, match="more cases than"):
        under_minima("ABCDEF", GROUPS, {"x": 3, "y": 1}, 3)


@given(some.permutations("ABCDEF"), some.integers(0, 2), some.integers(0, 1), some.integers(3, 5))
def test_no_other_list_under_minima_is_better(
    order: list[str], of_y: int, of_z: int, target: int
) -> None:
    minima = {"y": of_y, "z": of_z}
    worth = {number: 10 - at for at, number in enumerate(order)}

    def holds(chosen: tuple[str, ...]) -> bool:
        return all(sum(GROUPS[n] == g for n in chosen) >= least for g, least in minima.items())

    best = max(
        sum(worth[n] for n in chosen)
        for chosen in itertools.combinations(order, target)
        if holds(chosen)
    )
    found = under_minima(order, GROUPS, minima, target)
    assert holds(found)
    assert sum(worth[n] for n in found) == best


@given(
    some.lists(
        some.tuples(*[some.integers(1, 3)] * 4, some.sampled_from("xyz")), min_size=1, max_size=12
    )
)
def test_places_are_those_of_sorting_by_figure_then_ties_then_number(
    rows: list[tuple[int, int, int, int, str]],
) -> None:
    made = [
        a_candidate(f"{at:02d}", figure, benefits=one, cooperation=two, countries=many, area=area)
        for at, (figure, one, two, many, area) in enumerate(rows)
    ]
    ties = (Tie.BENEFITS, Tie.COOPERATION, Tie.COUNTRIES, Tie.REASON)
    keys = {
        each.number: (-each.figure, *(-each.criteria[c] for c in sorted(each.criteria)))
        for each in made
    }
    whole = {each.number: (*keys[each.number], -each.countries) for each in made}
    found = ordered(made, ties)
    assert [each.number for each in found] == sorted(whole, key=lambda n: (whole[n], n))
    for each in found:
        above = sum(other < whole[each.number] for other in whole.values())
        assert each.place == above + 1
