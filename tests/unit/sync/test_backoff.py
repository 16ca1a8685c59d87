"""When to try again: later each time, scattered, and as the server asks."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.sync.backoff import LONGEST_ASKED, LONGEST_WAIT, next_try, offers_hand_in

NOW = datetime(2026, 7, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def waits(scatter: float) -> list[float]:
    return [(next_try(NOW, tries, scatter=scatter) - NOW).total_seconds() for tries in range(1, 10)]


def test_the_wait_doubles_up_to_an_hour():
    assert waits(0.0) == [15, 30, 60, 120, 240, 480, 960, 1800, 1800]


@given(tries=st.integers(1, 10_000), scatter=st.floats(0, 1, exclude_max=True))
def test_every_wait_is_some_seconds_to_an_hour(tries: int, scatter: float):
    wait = next_try(NOW, tries, scatter=scatter) - NOW
    assert timedelta(seconds=15) <= wait <= LONGEST_WAIT


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        ("120", timedelta(minutes=2)),
        ("Mon, 20 Jul 2026 14:00:00 GMT", timedelta(hours=2)),
        ("99999999999999999999", LONGEST_ASKED),
        ("Mon, 20 Jul 2099 14:00:00 GMT", LONGEST_ASKED),
    ],
)
def test_the_server_may_ask_for_patience(asked: str, least: timedelta):
    moment = next_try(NOW, 1, scatter=0.0, retry_after=asked)
    assert NOW + least <= moment <= NOW + least + timedelta(minutes=1)


@pytest.mark.parametrize("asked", ["", "soon", "-5", "Mon, 20 Jul 2020 14:00:00 GMT", "١٢٠", "0"])
def test_what_asks_for_nothing_changes_nothing(asked: str):
    assert next_try(NOW, 1, scatter=0.0, retry_after=asked) == next_try(NOW, 1, scatter=0.0)


def test_the_hand_in_file_is_offered_after_eight_tries_or_a_day():
    assert not offers_hand_in(NOW, 7, NOW - timedelta(hours=23))
    assert offers_hand_in(NOW, 8, NOW)
    assert offers_hand_in(NOW, 0, NOW - DAY)
