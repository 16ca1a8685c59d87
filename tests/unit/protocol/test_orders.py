"""The orders in which a reviewer is shown cases and criteria: the recipe is pinned."""

from review_protocol.documents.score import CRITERIA
from review_protocol.orders import cases_order, criteria_order

NUMBERS = [f"WIC-2026-{number:03}" for number in range(1, 7)]

PINNED_CRITERIA = [
    ("international_cooperativeness", "conceptual_fit", "benefits"),
    ("international_cooperativeness", "benefits", "conceptual_fit"),
    ("international_cooperativeness", "conceptual_fit", "benefits"),
    ("international_cooperativeness", "benefits", "conceptual_fit"),
]
PINNED_CASES = list("642135")


def test_criteria_stand_in_the_order_of_version_one():
    orders = [criteria_order(f"p-{number}", "ab" * 32, CRITERIA) for number in range(1, 5)]
    assert orders == PINNED_CRITERIA


def test_cases_stand_in_the_order_of_version_one():
    assert [number[-1] for number in cases_order("p-1", NUMBERS)] == PINNED_CASES
    assert cases_order("p-1", reversed(NUMBERS)) == cases_order("p-1", NUMBERS)


def test_a_case_that_comes_later_moves_no_other():
    fewer = [number for number in cases_order("p-1", NUMBERS) if number != NUMBERS[2]]
    assert tuple(fewer) == cases_order("p-1", [*NUMBERS[:2], *NUMBERS[3:]])
