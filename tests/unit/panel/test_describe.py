"""Figures computed by hand."""

import math

import numpy as np
import pytest

from reviewer_app.panel.describe import (
    Summary,
    describe_cases,
    summary,
)
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.tables import ScoreRow, ScoreTable

CRITERIA = ("conceptual_fit", "international_cooperativeness", "benefits")
EQUAL = dict.fromkeys(CRITERIA, 1.0)
EMPTY = Summary(0, None, None, None, None, None, Lacking.NO_SCORE)


def a_table() -> ScoreTable:
    reviews = [
        ("A", "Expert 01", (7, 8, 9)),
        ("A", "Expert 02", (4, None, 6)),
        ("A", "Expert 03", (5, 5, 5)),
        ("B", "Expert 01", (10, 10, 10)),
    ]
    rows = [
        ScoreRow(case, expert, criterion, value)
        for case, expert, values in reviews
        for criterion, value in zip(CRITERIA, values, strict=True)
    ]
    return ScoreTable.from_rows(rows, criteria=CRITERIA, cases=("A", "B", "C"))


def test_five_scores_by_hand() -> None:
    # mean 30/5; deviations −4 −2 −1 2 5, squares 16 + 4 + 1 + 4 + 25 = 50, 50/4
    found = summary(np.array([2.0, 4.0, 5.0, 8.0, 11.0]))
    assert found == Summary(5, 6.0, 5.0, 2.0, 11.0, math.sqrt(12.5), None)


def test_the_median_of_an_even_number_lies_between() -> None:
    assert summary(np.array([1.0, 9.0, 4.0, 7.0])).median == 5.5


def test_one_score_has_no_spread_and_says_why() -> None:
    assert summary(np.array([np.nan, 7.0])) == Summary(
        1, 7.0, 7.0, 7.0, 7.0, None, Lacking.ONE_SCORE
    )


def test_no_score_has_no_figure_and_says_why() -> None:
    assert summary(np.array([np.nan])) == EMPTY
    assert summary(np.array([])) == EMPTY


def test_equal_scores_have_a_spread_of_nothing() -> None:
    found = summary(np.array([6.0, 6.0, 6.0]))
    assert (found.sd, found.lacking) == (0.0, None)


def test_a_review_that_cannot_judge_enters_the_criteria_that_it_answers() -> None:
    case = describe_cases(a_table(), EQUAL)[0]
    assert case.case == "A"
    assert [case.criteria[c].n for c in CRITERIA] == [3, 2, 3]
    assert case.criteria["conceptual_fit"].mean == pytest.approx(16 / 3)
    assert case.criteria["international_cooperativeness"].mean == 6.5
    assert case.composite == Summary(2, 6.5, 6.5, 5.0, 8.0, math.sqrt(4.5), None)


def test_every_case_is_there_also_without_a_review() -> None:
    found = describe_cases(a_table(), EQUAL)
    assert [(c.case, c.composite.n) for c in found] == [("A", 2), ("B", 1), ("C", 0)]
    assert found[2].criteria == dict.fromkeys(CRITERIA, EMPTY)
