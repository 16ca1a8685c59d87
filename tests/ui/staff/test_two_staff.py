"""What waits for a second member of staff, on the secretariat's screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.services.staff_acts import StaffActs, Wish
from reviewer_app.ui.scoretable import ScoreTable
from tests.ui.staff.offices import Office, a_request
from tests.ui.staff.test_staff import Room

WHY = "A complaint must be answered before the deadline."
BEFORE = "2026-07-10T09:00:00Z"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path, Office(now=BEFORE))
    yield room
    room.close()


def asked_by_another(room: Room, wish: Wish) -> None:
    room.office.acts = StaffActs((a_request(wish),))
    room.refresh()


def test_nothing_is_shown_while_nothing_waits(room: Room) -> None:
    room.refresh()
    assert "Waits for a second member of staff" not in room.words()


def test_before_the_deadline_closing_is_a_request(room: Room) -> None:
    room.refresh()
    room.press("Close round…")
    room.settle()
    (question,) = room.asked
    assert question.title == "Ask to close round 1 early?"
    assert "it takes two members of staff" in question.text


def test_a_request_says_who_asked_when_and_why_and_is_agreed_to(room: Room) -> None:
    asked_by_another(room, Wish.SCORES)
    words = room.words()
    assert "Open the scores of round 1 while it goes on" in words
    assert f"“{WHY}”" in words
    assert "Secretariat asked on" in words
    room.tab("Results")
    assert room.view.findChild(ScoreTable).table is None
    room.press("Agree…")
    room.settle()
    assert f"Secretariat asks: “{WHY}”" in room.asked[0].text
    assert room.office.answers == [("ab" * 32, "", True)]
    assert "Waits for a second member of staff" not in room.words()
    assert len(room.view.findChild(ScoreTable).table.rows) == 40
    assert "two members of staff opened the scores" in room.words()
    room.tab("By expert")
    assert "no scores are shown here" not in room.words()


def test_who_does_not_want_to_agree_signs_nothing(room: Room) -> None:
    asked_by_another(room, Wish.CLOSE)
    room.reason = None
    for answer in ("Agree…", "Decline…"):
        room.press(answer)
        room.settle()
    assert room.office.answers == []
    assert "Close round 1 before its deadline" in room.words()
    assert "Close round…" not in {b.text() for b in room.buttons()}  # it was asked for already


def test_declining_has_a_reason(room: Room) -> None:
    asked_by_another(room, Wish.CLOSE)
    room.reason = "It can wait."
    room.press("Decline…")
    room.settle()
    assert room.office.answers == [("ab" * 32, "It can wait.", False)]
    assert room.button("Close round…").isVisible()


def test_ones_own_request_is_taken_back_and_never_agreed_to(room: Room) -> None:
    room.refresh()
    room.tab("Results")
    room.press("Ask to open the scores…")
    room.settle()
    assert room.office.wishes == ["All have delivered."]
    assert "another member of staff answers" in room.words()
    assert {b.text() for b in room.buttons()} & {
        "Agree…",
        "Decline…",
        "Ask to open the scores…",
    } == set()
    room.press("Take back…")
    room.settle()
    assert room.office.answers == [("ab" * 32, "All have delivered.", False)]


def test_an_answer_that_comes_too_late_is_told(room: Room) -> None:
    asked_by_another(room, Wish.CLOSE)
    room.office.acts = StaffActs()
    room.press("Agree…")
    room.settle()
    assert "This waits for an answer no more." in room.words()


def test_another_sync_brings_what_others_ask(room: Room) -> None:
    room.refresh()
    room.office.acts = StaffActs((a_request(Wish.CLOSE),))
    room.syncing.sync()
    room.settle()
    assert "Close round 1 before its deadline" in room.words()
