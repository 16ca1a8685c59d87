"""What is said of a comparison before its figures, and which cases want one more opinion."""

import numpy as np
import pytest

from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.comparison import compare
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.remarks import Remark, Suggestion, remarks, shown_means, third_opinions
from tests.unit.panel.simulated import BY_HAND, a_complete_panel, a_panel, scores

FEW = Remark.FEW_EXPERTS


def said(observed: Observed, ratio: float | None = None) -> tuple[Remark, ...]:
    return remarks(observed, calibrate(observed, ratio=ratio))


@pytest.mark.parametrize(
    ("observed", "ratio", "expected"),
    [
        (a_panel(), 5.0, (FEW,)),
        (a_panel(cases=100, experts=40), 5.0, ()),
        (a_complete_panel(), 5.0, (Remark.COMPLETE, FEW)),
        (scores(BY_HAND), 1.0, (Remark.TOO_FEW_SHARED, FEW)),
        (a_panel(), 100.0, (Remark.TOO_FEW_SHARED, FEW)),
        (a_panel(cases=300), 60.0, (Remark.EQUALLY_STRICT, FEW)),
        (scores([("A", "1", 5), ("B", "2", 6)]), None, (Remark.ISLANDS, Remark.NOTHING_TO_FIT)),
    ],
)
def test_what_is_said(observed: Observed, ratio: float | None, expected: tuple) -> None:
    assert said(observed, ratio) == expected


def test_two_groups_are_said_to_be_two() -> None:
    two = scores([*BY_HAND, *((f"{c}2", f"{e}2", y) for c, e, y in BY_HAND)])
    assert said(two)[0] is Remark.ISLANDS


def test_raw_means_are_shown_where_strictness_cannot_be_judged() -> None:
    for observed, raw in ((scores(BY_HAND), True), (a_panel(), False)):
        fit = calibrate(observed, ratio=2.0)
        cases = adjust(observed, fit)
        shown = shown_means(observed, fit, cases.adjusted)
        assert shown.tolist() == (cases.raw if raw else cases.adjusted).tolist()


def test_a_third_opinion_is_wanted_where_two_are_far_apart() -> None:
    observed = scores([("A", "1", 8), ("A", "2", 4), ("B", "1", 5), ("B", "2", 6), ("C", "1", 9)])
    assert third_opinions(observed, {}, {}, 5) == (Suggestion("A", 4.0, None),)


def test_first_comes_what_lacks_reviews_for_a_place() -> None:
    observed = scores([("A", "1", 8), ("A", "2", 4), ("B", "1", 5), ("B", "2", 6)])
    found = third_opinions(observed, {"B": {10: 0.5}}, {"C": 3, "B": 1}, 5)
    assert [(each.case, each.lacking) for each in found] == [("C", 3), ("B", 1), ("A", 0)]


def test_then_where_the_list_is_least_sure() -> None:
    observed = a_panel(each=3)
    drawn = compare(observed).draws
    assert drawn is not None
    chance = drawn.among(10)
    chances = {case: {10: each} for case, each in zip(observed.cases, chance, strict=True)}
    found = third_opinions(observed, chances, {}, 4)
    doubts = np.sort(chance * (1 - chance))[::-1]
    assert [each.doubt for each in found] == pytest.approx(doubts[:4])
    assert {each.apart for each in found} == {None}


def test_a_case_is_as_open_as_at_the_line_where_it_is_most_so() -> None:
    observed = scores([("A", "1", 8), ("A", "3", 8), ("B", "1", 5), ("B", "2", 6)])
    chances = {"A": {6: 0.41, 20: 1.0}, "B": {6: 0.0, 20: 0.95}}
    (found,) = third_opinions(observed, chances, {}, 5)
    assert (found.case, found.target) == ("A", 6)
    assert found.doubt == pytest.approx(0.41 * 0.59)
