"""The head's lists on the screen: what is lacking as links, reasons, read back, and signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation, Rules
from reviewer_app.ui.panel.final.final_part import FinalPart
from reviewer_app.ui.panel.final.long_part import LongPart
from tests.builders.panel import a_panel, one_round
from tests.ui.panel.faces import Room, press, words

pytestmark = pytest.mark.campaign

OUTSTANDING, CASEBOOK, NEITHER = Recommendation


def a_heads_room(
    qtbot: QtBot, folder: Path, role: Role, rules: Rules | None = None
) -> Iterator[Room]:
    with a_panel(folder, cases=3, experts=3, role=role, rules=rules) as panel:
        for at, mean in enumerate((8, 6, 4)):
            for expert, off in zip(panel.experts.values(), (-1, 0, 1), strict=True):
                expert.score(panel.case(at), mean + off)
        panel.collect()
        room = Room(qtbot, panel)
        room.load()
        yield room
        room.database.close()
        room.network.close()


@pytest.fixture
def head(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from a_heads_room(qtbot, tmp_path, Role.HEAD, one_round())


@pytest.fixture
def first_round(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """The head after the first of two rounds."""
    yield from a_heads_room(qtbot, tmp_path, Role.HEAD)


@pytest.fixture
def chair(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from a_heads_room(qtbot, tmp_path, Role.CHAIR)


def decide(room: Room, *outcomes: Recommendation) -> None:
    """The panel's chair has decided, without a word, in an order that was another one then."""
    chair = room.panel.colleague(Role.CHAIR, "connect")
    for at, outcome in enumerate(outcomes):
        chair.decide(room.panel.case(at), outcome, reason="")
    room.panel.collect()
    room.load()


def fields(room: Room) -> dict[str, QPlainTextEdit]:
    found = room.view.page().findChildren(QPlainTextEdit)
    return {each.accessibleName(): each for each in found if each.isVisible()}


def test_cases_without_a_decision_are_links_to_them(head: Room) -> None:
    press(head, "Final list")
    assert "Without a decision: 3" in words(head)
    assert "No case is decided to enter the Casebook." in words(head)
    number = head.panel.case(1).number
    head.press_named(number)
    head.settle()
    assert head.model.case.state.opened.row.number == number


def test_the_list_is_signed_once_nothing_is_lacking(head: Room, tmp_path: Path) -> None:
    decide(head, OUTSTANDING, OUTSTANDING, CASEBOOK)
    press(head, "Final list")
    number = head.panel.case(2).number
    assert "Out of the order without a reason: 1" in words(head)
    head.press_named(number)
    fields(head)["Why it leaves the order"].setPlainText("Its partner withdrew.")
    head.settle()
    assert not head.deliberating.final.state.may_sign_final
    head.press("Issue the comparison…")
    head.settle()
    asked = head.asked[-1]
    assert asked.text == "9 reviews by 3 experts on 3 cases are compared."
    assert "4 packets are signed with your key" in asked.consequences[0]
    assert "No review is outstanding, and none is held." in asked.consequences
    assert "Issued " in words(head)
    assert "Still lacking" not in words(head)
    fields(head)["Words for the whole list, if any"].setPlainText("As agreed on 2 August.")
    head.settle()
    head.press("Read back and sign…")
    head.settle()
    read = head.asked[-1].listed
    assert [each.heading for each in read] == [
        "Outstanding: 2",
        "Casebook: 1",
        "Reserve list, in order: 0",
        "Without a decision, and on no list: 0",
    ]
    assert [line[:16] for each in read for line in each.lines] == [
        f"{at + 1} · {head.panel.case(at).number}" for at in range(3)
    ]
    marked = [line for each in read for line in each.lines if "out of the order" in line]
    assert len(marked) == 1
    assert marked[0].startswith(f"3 · {number}")
    assert "proposed: Outstanding; reason: Its partner withdrew.)" in marked[0]
    assert "On this computer; goes with the next sync" in words(head)
    head.deliberating.final.save(tmp_path, "en", datetime(2026, 8, 3, tzinfo=UTC))
    head.settle()
    assert "final-list-20260803-000000.pdf" in words(head)
    standing = head.deliberating.final.state.plan.standing
    assert standing.document.reason == "As agreed on 2 August."
    reasons = {each.case: each.reason for each in standing.document.places}
    assert reasons == {
        head.panel.case(0).number: "",
        head.panel.case(1).number: "",
        number: "Its partner withdrew.",
    }


def test_targets_that_are_missed_are_only_told(head: Room) -> None:
    decide(head, OUTSTANDING, OUTSTANDING, NEITHER)
    press(head, "Final list")
    shown = words(head)
    assert "Outstanding: 2 of about 6. In the Casebook in all: 2 of about 20." in shown
    assert "Decided out though the order proposes it" in shown


def test_after_the_first_round_the_long_list_is_what_is_signed(first_round: Room) -> None:
    press(first_round, "Final list")
    assert first_round.deliberating.final.state.shows_long
    first_round.deliberating.final.turn(False)
    assert "Outstanding Cases are decided by round 2, which has not been held." in words(
        first_round
    )
    assert not first_round.deliberating.final.state.may_sign_final


def test_while_the_round_is_open_no_list_is_signed(first_round: Room) -> None:
    first_round.panel.open_round(1)
    first_round.load()
    press(first_round, "Final list")
    assert "Round 1 is still open, and scores may come" in words(first_round)
    assert not first_round.deliberating.final.state.may_sign_long
    assert not first_round.deliberating.final.state.may_issue


def test_a_case_is_left_out_of_the_long_list_with_a_reason(first_round: Room) -> None:
    head = first_round
    press(head, "Final list")
    assert "3 cases go into round 2; the order proposes 3." in words(head)
    head.press("Leave it out")
    head.settle()
    assert "Added: 0; left out: 1." in words(head)
    assert not head.deliberating.final.state.may_sign_long
    fields(head)["Why cases of the proposal are left out"].setPlainText("It was withdrawn.")
    head.settle()
    head.press("Read back and sign…")
    head.settle()
    standing = head.deliberating.final.state.long_standing
    assert len(standing.document.cases) == 2
    assert standing.document.reason == "It was withdrawn."
    assert [each.heading for each in head.asked[-1].listed] == [
        "Into the next round: 2",
        "Left out though proposed: 1",
    ]


def test_a_chair_sees_the_lists_and_signs_none(chair: Room) -> None:
    press(chair, "Final list")
    assert "The head signs it" in words(chair)
    assert "Words for the whole list, if any" not in fields(chair)
    final = chair.view.findChild(FinalPart)
    assert final.as_text().startswith("Place\t")
    assert not any(chip.isVisible() for chip in chair.view.findChildren(LongPart))
    chair.panel.issue(8, 12, 31)
    case = chair.panel.case(1)
    chair.panel.desk.services.panel.decide(case.number, Recommendation.CASEBOOK, "")
    chair.load()
    press(chair, "Final list")
    chair.qtbot.waitUntil(lambda: "Casebook" in final.as_text())
    said = words(chair)
    assert "Of this panel’s cases: 0 Outstanding, 1 Casebook." in said
