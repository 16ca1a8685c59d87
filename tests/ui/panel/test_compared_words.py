"""Chances and shares in words."""

import pytest

from reviewer_app.reports import defence_words
from reviewer_app.ui.panel.compared_words import percent, share


@pytest.mark.parametrize(
    ("chance", "told"),
    [
        (0, "<1%"),
        (0.004, "<1%"),
        (0.01, "1%"),
        (0.73, "73%"),
        (0.994, "99%"),
        (0.995, ">99%"),
        (1, ">99%"),
    ],
)
def test_a_chance_is_never_told_as_certain(chance: float, told: str) -> None:
    assert percent(chance) == told


def test_a_share_may_be_all_or_nothing() -> None:
    assert (percent(None), share(0), share(1)) == ("–", "0%", "100%")


@pytest.mark.parametrize(
    ("chance", "told"),
    [("0", "<1%"), ("0.005", "1%"), ("0.01", "1%"), ("0.99", "99%"), ("1", ">99%")],
)
def test_papers_say_the_same(chance: str, told: str) -> None:
    assert defence_words.percent(chance) == told
