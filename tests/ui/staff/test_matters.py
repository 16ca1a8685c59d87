"""What waits for the secretariat: late reviews, another expert wanted, conflicts taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import NothingDecided
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.staff.matters_part import COUNTING
from reviewer_app.ui.staff.matters_words import late_by
from tests.ui.staff.offices import (
    Office,
    a_conflict_taken_back,
    a_late_review,
    a_wanted_expert,
)
from tests.ui.staff.test_staff import Room

WHY = "The line was cut in the whole region."


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    office = Office(closed=True)
    office.matters.put(
        a_late_review(), experts=[a_wanted_expert()], taken_back=[a_conflict_taken_back()]
    )
    room = Room(qtbot, tmp_path, office)
    room.reason = WHY
    room.refresh()
    yield room
    room.close()


def shows(room: Room) -> None:
    tab = next(b for b in room.view.findChildren(Toggle) if b.text().startswith("To decide"))
    tab.click()


def listed(room: Room) -> list[tuple[str, str, str, str]]:
    model = room.view.findChild(Table, "matters").model()
    return [
        tuple(model.index(row, column).data() for column in range(4))
        for row in range(model.rowCount())
    ]


def shown_buttons(room: Room) -> set[str]:
    return {b.text() for b in room.buttons() if b.isVisible()}


def choose(room: Room, place: int) -> None:
    table = room.view.findChild(Table, "matters")
    table.selectRow(place)
    room.settle()


def test_what_waits_comes_first_and_the_tab_says_how_much(room: Room) -> None:
    shows(room)
    found = [(what, who, state) for what, who, _, state in listed(room)]
    assert found == [
        ("Late review", "Amina Diallo", "To decide"),
        ("Another expert wanted", "José Álvarez", "To be given"),
        ("Conflict taken back", "Lin Wei 林蔚", "To be asked about"),
    ]
    assert "To decide (2)" in {b.text() for b in room.view.findChildren(Toggle)}
    assert "None of this shows a score." in room.words()


def test_a_late_review_is_read_back_decided_with_a_reason_and_receipted(room: Room) -> None:
    shows(room)
    assert "3 h 20 min after the round ended" in room.words()
    assert "You decide without seeing the score." in room.words()
    room.press("Count it…")
    room.settle()
    (question,) = room.asked
    assert question.title == "Count this review?"
    assert "WIC-2026-001 · " in question.text
    assert "signed with your key" in question.text
    assert room.office.matters.rulings == [("ab" * 32, WHY, True)]
    assert f"that it counts: “{WHY}”" in room.words()
    assert "Receipt no. 186" in room.words()
    assert "To decide (1)" in {b.text() for b in room.view.findChildren(Toggle)}
    assert {"Count it…", "Leave it out…"} & shown_buttons(room) == {"Leave it out…"}


def test_what_was_left_out_can_be_counted_by_another_decision(room: Room) -> None:
    shows(room)
    room.press("Leave it out…")
    room.settle()
    assert room.asked[0].danger
    assert room.office.matters.rulings == [("ab" * 32, WHY, False)]
    assert "Does not count" in {row[3] for row in listed(room)}
    assert {"Count it…", "Leave it out…"} & shown_buttons(room) == {"Count it…"}


def test_who_gives_no_reason_signs_nothing(room: Room) -> None:
    shows(room)
    room.reason = None
    room.press("Count it…")
    room.settle()
    assert room.office.matters.rulings == []


def test_a_decision_that_changed_nothing_is_told(room: Room) -> None:
    shows(room)
    room.office.matters.failure = NothingDecided()
    room.press("Count it…")
    room.settle()
    assert "This decision changed nothing." in room.words()


def test_another_expert_is_given_by_a_command_that_can_be_copied(room: Room) -> None:
    shows(room)
    choose(room, 1)
    assert "asked on" in room.words()
    assert "nobody of the five reads Portuguese" in room.words()
    room.press("Copy the command")
    command = "central-server assign --round 1 --case WIC-2026-004 --add 1"
    assert QApplication.clipboard().text() == command
    room.office.matters.put(a_late_review(), experts=[a_wanted_expert(given=1)])
    room.refresh()
    choose(room, 1)
    assert "Experts who were given the case since, and have not recused it: 1" in room.words()
    assert "Copy the command" not in shown_buttons(room)


def test_a_conflict_taken_back_is_to_be_asked_about(room: Room) -> None:
    shows(room)
    choose(room, 2)
    assert "took it back on" in room.words()
    assert {"Count it…", "Leave it out…", "Copy the command"} & shown_buttons(room) == set()


def test_nothing_waits_and_an_older_server_tells_nothing(room: Room) -> None:
    for told in ("nothing", None):
        room.office.matters.told = None
        if told:
            room.office.matters.put()
        room.refresh()
        shows(room)
        assert "Nothing waits for the secretariat" in room.words()


def test_what_a_lock_put_aside_is_asked_again(room: Room) -> None:
    shows(room)
    room.view.ask(COUNTING + "ab" * 32, "The line was")
    room.settle()
    assert room.asked[0].title == "Count this review?"
    assert room.office.matters.rulings == [("ab" * 32, WHY, True)]


@pytest.mark.parametrize(
    ("received", "late"),
    [
        ("2026-07-31T16:00:20Z", "1 min"),
        ("2026-07-31T16:59:59Z", "59 min"),
        ("2026-07-31T19:20:00Z", "3 h 20 min"),
        ("2026-08-03T18:00:00Z", "3 d 2 h"),
    ],
)
def test_how_late_in_words(received: str, late: str) -> None:
    Languages(QApplication.instance()).use("en")
    assert late_by(a_late_review(received=received)) == late


def test_a_review_in_time_that_was_excluded_is_not_called_late(room: Room) -> None:
    review = a_late_review(
        received="2026-07-30T19:20:00Z", disposition=Disposition.NOT_COUNTED_EXCLUDED
    )
    room.office.matters.put(review)
    room.office.matters.rule(review.packet, WHY, None, None, counts=False)
    room.refresh()
    shows(room)
    assert listed(room)[0][0] == "Review, decided on"
    assert "before the round ended on" in room.words()
