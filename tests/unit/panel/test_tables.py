"""A panel's scores as arrays, with "cannot judge" as itself."""

from random import Random

import numpy as np
import pytest

from reviewer_app.panel.tables import ScoreRow, ScoreTable

CRITERIA = ("conceptual_fit", "international_cooperativeness", "benefits")
EQUAL = dict.fromkeys(CRITERIA, 1.0)


def review(case: str, expert: str, *values: int | None) -> list[ScoreRow]:
    return [ScoreRow(case, expert, c, v) for c, v in zip(CRITERIA, values, strict=True)]


ROWS = [
    *review("A", "Expert 01", 7, 8, 9),
    *review("A", "Expert 02", 4, None, 6),
    *review("B", "Expert 02", 10, 10, 10),
]


def a_table() -> ScoreTable:
    return ScoreTable.from_rows(ROWS, criteria=CRITERIA)


def test_scores_stand_in_the_order_of_cases_experts_and_criteria() -> None:
    table = a_table()
    assert (table.cases, table.experts, table.criteria) == (
        ("A", "B"),
        ("Expert 01", "Expert 02"),
        CRITERIA,
    )
    expected = [[[7, 8, 9], [4, np.nan, 6]], [[np.nan] * 3, [10, 10, 10]]]
    np.testing.assert_array_equal(table.scores, expected)


def test_cannot_judge_is_not_the_same_as_no_review() -> None:
    cannot = np.argwhere(a_table().cannot_judge())
    assert cannot.tolist() == [[0, 1, 1]]


def test_the_composite_needs_every_criterion() -> None:
    np.testing.assert_array_equal(a_table().composite(EQUAL), [[8, np.nan], [np.nan, 10]])


def test_weights_are_shares_of_their_sum() -> None:
    weights = dict(zip(CRITERIA, (2.0, 1.0, 1.0), strict=True))
    assert a_table().composite(weights)[0, 0] == 7.75


@pytest.mark.parametrize(
    "weights", [{}, {**EQUAL, "benefits": 0.0}, {**EQUAL, "more": 1.0}, {"benefits": 1.0}]
)
def test_weights_that_do_not_fit_are_refused(weights: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="weight"):
        a_table().composite(weights)


def test_the_order_of_the_rows_changes_nothing() -> None:
    shuffled = list(ROWS)
    Random(3).shuffle(shuffled)
    other = ScoreTable.from_rows(shuffled, criteria=CRITERIA)
    np.testing.assert_array_equal(other.scores, a_table().scores)
    np.testing.assert_array_equal(other.answered, a_table().answered)


def test_cases_without_a_review_keep_their_place() -> None:
    table = ScoreTable.from_rows(ROWS, criteria=CRITERIA, cases=("C", "B", "A"))
    assert table.cases == ("C", "B", "A")
    assert not table.answered[0].any()
    assert table.of("benefits")[2].tolist() == [9, 6]


def test_two_answers_to_one_question_are_refused() -> None:
    with pytest.raises(ValueError, match="Expert 01 answered benefits of A twice"):
        ScoreTable.from_rows([*ROWS, ScoreRow("A", "Expert 01", "benefits", 3)], criteria=CRITERIA)


def test_a_name_that_is_not_listed_is_refused() -> None:
    with pytest.raises(KeyError, match="B"):
        ScoreTable.from_rows(ROWS, criteria=CRITERIA, cases=("A",))


def test_a_table_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        a_table().scores[0, 0, 0] = 1


def test_a_table_without_rows_is_empty() -> None:
    table = ScoreTable.from_rows([], criteria=CRITERIA)
    assert table.scores.shape == (0, 0, 3)
    assert table.composite(EQUAL).shape == (0, 0)
