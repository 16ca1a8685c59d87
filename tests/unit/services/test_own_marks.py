"""Own marks side by side: ties, near-ties and drift, also with few cases."""

import pytest

from review_protocol.documents.score import CANNOT_JUDGE, CRITERIA
from review_protocol.documents.text import Bilingual
from reviewer_app.models.rows import CaseState
from reviewer_app.services.own_marks import NearTie, OwnCase, drift, in_order, near_ties, ties


def a_case(number, *marks, day=1):
    given = dict(zip(CRITERIA, marks, strict=True))
    whole = all(isinstance(mark, int) for mark in marks)
    return OwnCase(
        number=number,
        name=Bilingual(zh=None, en=number),
        state=CaseState.SIGNED,
        marks=given,
        mean=sum(marks) / 3 if whole else None,
        recommendation=None,
        lacks=0,
        begun=f"2026-07-{day:02}T08:00:00Z",
        seconds=0,
    )


def all_alike(*means):
    """Cases begun on one day after the other, with the same mark in every criterion."""
    return [a_case(f"N-{day:02}", m, m, m, day=day) for day, m in enumerate(means, 1)]


def test_the_highest_marks_come_first_and_what_cannot_be_judged_last():
    cases = [a_case("A", 5, 5, 5), a_case("B", CANNOT_JUDGE, 9, 9), a_case("C", 9, 8, 7)]
    assert [each.number for each in in_order(cases)] == ["C", "A", "B"]


def test_the_same_marks_are_a_tie_and_the_same_mean_is_none():
    cases = [a_case("A", 7, 7, 7), a_case("B", 9, 5, 7), a_case("C", 7, 7, 7)]
    cases += [a_case("D", CANNOT_JUDGE, 7, 7), a_case("E", CANNOT_JUDGE, 7, 7)]
    cases += [a_case("F", 7, 7, 7)]
    assert ties(cases) == (("A", "C", "F"),)


def test_one_mark_in_one_criterion_is_a_near_tie():
    cases = [a_case("A", 7, 7, 7), a_case("B", 7, 8, 7), a_case("C", 8, 8, 7)]
    cases += [a_case("D", 7, 7, 5), a_case("E", 7, 7, 7), a_case("F", CANNOT_JUDGE, 7, 7)]
    assert near_ties(cases) == (
        NearTie(("C", "B"), "conceptual_fit"),
        NearTie(("B", "A"), "international_cooperativeness"),
        NearTie(("B", "E"), "international_cooperativeness"),
    )


@pytest.mark.parametrize("count", [0, 1, 8])
def test_of_few_cases_no_drift_is_told(count):
    assert drift(all_alike(*[7] * count)) is None


def test_marks_that_rise_are_told():
    found = drift(all_alike(4, 5, 5, 6, 6, 6, 7, 8, 8))
    assert found is not None
    assert (round(found.first.mean, 2), round(found.last.mean, 2)) == (4.67, 7.67)
    assert (round(found.change, 2), round(found.first.spread, 2)) == (3.0, 0.58)
    assert found.notable


def test_a_change_within_the_spread_is_not():
    found = drift(all_alike(3, 6, 9, 5, 5, 5, 4, 7, 10))
    assert found is not None
    assert not found.notable


def test_a_small_change_is_not_told_however_sure():
    cases = [a_case(f"N-{day}", 7, 7, 7, day=day) for day in range(1, 7)]
    cases += [a_case(f"N-{day}", 8, 7, 7, day=day) for day in range(7, 10)]
    found = drift(cases)
    assert found is not None
    assert (found.first.spread, found.notable) == (0.0, False)


def test_thirds_go_by_when_a_case_was_begun():
    found = drift([*reversed(all_alike(2, 2, 2, 5, 5, 5, 5, 9, 9, 9))])
    assert found is not None
    assert (found.first.means, found.last.means) == ((2.0,) * 3, (9.0,) * 3)
