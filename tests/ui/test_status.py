"""The strip: what is on this computer only, louder when the round is about to close."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from reviewer_app.services.desk_rows import DeskOverview, RoundRow
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.strip import StripPart
from reviewer_app.ui.screen import Place
from reviewer_app.ui.status import Status, rail_notes, strip_state

CLOSES = datetime(2026, 7, 31, 15, tzinfo=UTC)
OPEN = RoundRow(1, closes="2026-07-31T15:00:00Z", closed=None)
DESK = DeskOverview(
    programme=None,
    round=OPEN,
    person_name="Ada",
    roles=(),
    total=6,
    undeclared=0,
    conflicts=0,
    started=0,
    signed=3,
    received=0,
    held=0,
    waiting=3,
    next_case=None,
    last_leaf=None,
    last_sync=None,
    last_kept=None,
    accepted=True,
)


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    Languages(qapp).use("en")


def first(desk: DeskOverview, now: datetime) -> StripPart:
    return strip_state(Status(desk), lambda: now).parts[0]


def test_three_days_before_the_end_it_only_counts() -> None:
    part = first(DESK, CLOSES - timedelta(hours=72))
    assert (part.text, part.shape, part.tone) == ("Packets on this computer: 3", Shape.SENT, None)


@pytest.mark.parametrize("hours", [48, 1])
def test_two_days_before_the_end_it_warns_and_says_when(hours: int) -> None:
    part = first(DESK, CLOSES - timedelta(hours=hours))
    assert part.text.startswith("Packets on this computer: 3; the round closes ")
    assert (part.shape, part.tone) == (Shape.WARNING, Tone.CARE)


def test_after_the_end_it_says_that_it_has_closed() -> None:
    closed = replace(DESK, round=replace(OPEN, closed="2026-07-30T10:00:00Z"))
    for desk, now in ((DESK, CLOSES), (closed, CLOSES - timedelta(hours=5))):
        assert first(desk, now).text == "Packets on this computer: 3; the round has closed"


def test_who_has_handed_everything_in_is_not_warned() -> None:
    done = replace(DESK, waiting=0, received=3, last_leaf=7)
    assert first(done, CLOSES - timedelta(hours=1)).text == "Packets received: 3 (last no. 7)"


def test_the_rail_counts_what_waits_and_what_is_unread() -> None:
    notes = rail_notes(replace(DESK, unread=2))
    assert notes == {Place.HANDIN: "3", Place.MESSAGES: "2"}
    quiet = rail_notes(replace(DESK, waiting=0))
    assert set(quiet.values()) == {""}
