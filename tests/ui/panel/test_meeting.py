"""The meeting view: one case at a time, large, in order, without what is not for the room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.services.rows import DeclareRow
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.meeting.agenda import Order
from reviewer_app.ui.panel.meeting.window import MeetingWindow
from tests.builders.panel import APanel, a_panel, one_round
from tests.ui.panel.faces import Room, turn

pytestmark = pytest.mark.campaign

MARKS = {1: (9, 8, 3, 5), 2: (7, 6, 2, 4), 3: (10, 8, 5, 6), 4: (8, 7, 3, 6)}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """The fourth case has a conflict of expert 2, and a recusal of expert 3."""
    with a_panel(tmp_path_factory.mktemp("meeting"), cases=5, experts=4, rules=one_round()) as made:
        made.declared[made.case(3).number, 2] = "conflict"
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if at != 3 or pseudonym in (1, 4):
                    made.experts[pseudonym].score(made.case(at), mark)
        made.experts[3].recuse(made.case(3))
        made.collect()
        made.desk.services.panel.decide(
            made.case(0).number, Recommendation.OUTSTANDING, "The best by far."
        )
        yield made


@pytest.fixture
def meeting(faced: Room) -> Iterator[MeetingWindow]:
    page = turn(faced, "Ladder")
    button = next(b for b in page.findChildren(Button) if b.text() == "Meeting view")
    faced.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    faced.settle()
    yield faced.view.meeting.window
    faced.view.meeting.window.close()


def said(meeting: MeetingWindow) -> str:
    labels = meeting.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def press(faced: Room, meeting: MeetingWindow, *keys: Qt.Key) -> None:
    for key in keys:
        faced.qtbot.keyClick(QApplication.focusWidget() or meeting, key)


def test_it_takes_the_whole_screen_and_begins_at_the_first_place(
    faced: Room, meeting: MeetingWindow, panel: APanel
) -> None:
    assert meeting.isFullScreen()
    text = said(meeting)
    assert panel.case(0).number in text
    assert "1 of 5" in text
    assert "Adjusted" in text
    assert "Mean" in text
    assert "Decided by you: Outstanding – “The best by far.”" in text
    assert "Your panel’s cases only" in text


def test_space_and_arrows_go_on_and_back(faced: Room, meeting: MeetingWindow) -> None:
    meeting.setFocus()
    press(faced, meeting, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert "2 of 5" in said(meeting)
    press(faced, meeting, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert "5 of 5" in said(meeting)
    assert "No score of this case counts yet." in said(meeting)


def test_who_declared_a_conflict_leaves(faced: Room, meeting: MeetingWindow, panel: APanel) -> None:
    assert faced.view.meeting.model.find(panel.case(3).number)
    text = said(meeting)
    assert "Leave for this case, by a declared conflict of interest: Expert 02." in text
    assert "Recused later: Expert 03." in text
    assert faced.view.meeting.model.find(panel.case(0).number)
    assert "Nobody has declared a conflict of interest on this case." in said(meeting)


def test_a_case_is_found_by_the_end_of_its_number(
    faced: Room, meeting: MeetingWindow, panel: APanel
) -> None:
    meeting.setFocus()
    digit = str(int(panel.case(2).number.rpartition("-")[2]))
    faced.qtbot.keyClicks(meeting, digit[0])
    assert meeting._search.hasFocus()
    faced.qtbot.keyClicks(meeting._search, digit[1:])
    press(faced, meeting, Qt.Key.Key_Return)
    assert panel.case(2).number in said(meeting)
    assert meeting.hasFocus()
    assert not faced.view.meeting.model.find("no such case")


def test_a_number_typed_anywhere_goes_to_its_case(
    faced: Room, meeting: MeetingWindow, panel: APanel
) -> None:
    meeting.setFocus()
    number = panel.case(3).number
    faced.qtbot.keyClicks(meeting, number[-2:])
    assert meeting._search.text() == number[-2:]
    faced.qtbot.keyClick(meeting, Qt.Key.Key_Return)
    assert number in said(meeting)
    faced.qtbot.keyClicks(meeting, "88")
    press(faced, meeting, Qt.Key.Key_Return)
    assert "No case has the number “88”" in said(meeting)
    faced.qtbot.keyClicks(meeting._search, number[-1])  # in place of what was not found
    press(faced, meeting, Qt.Key.Key_Return)
    assert "88" not in said(meeting)
    assert number in said(meeting)


def test_who_leaves_stands_first_and_larger_than_the_text(
    faced: Room, meeting: MeetingWindow, panel: APanel
) -> None:
    assert faced.view.meeting.model.find(panel.case(0).number)
    faced.settle()
    assert faced.view.meeting.model.find(panel.case(3).number)
    labels = [each for each in meeting._sheet.findChildren(QLabel) if each.isVisible()]
    (first,) = (each for each in labels if each.text().startswith("Leave for this case"))
    faced.qtbot.waitUntil(lambda: first.y() < min(e.y() for e in labels if e is not first))
    sentence = next(each for each in labels if each.text().startswith("Mean "))
    assert first.font().pixelSize() > sentence.font().pixelSize()


def test_space_shows_the_rest_of_a_case_before_the_next(
    faced: Room, meeting: MeetingWindow, panel: APanel
) -> None:
    meeting.showNormal()
    meeting.resize(700, 420)
    meeting.setFocus()
    faced.view.meeting.model.find(panel.case(0).number)
    bar = meeting._scroll.verticalScrollBar()
    faced.qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(faced, meeting, Qt.Key.Key_Space)
    assert bar.value() > 0
    assert panel.case(0).number in said(meeting)
    bar.setValue(bar.maximum())
    press(faced, meeting, Qt.Key.Key_Space)
    assert bar.value() == 0
    assert "2 of 5" in said(meeting)


def test_the_order_by_number_stays_at_the_case(
    faced: Room, meeting: MeetingWindow, panel: APanel
) -> None:
    faced.view.meeting.model.find(panel.case(2).number)
    faced.view.meeting.model.order_by(Order.NUMBER)
    now = faced.view.meeting.model.state.agenda
    numbers = [stop.row.number for stop in now.stops]
    assert numbers == sorted(numbers)
    assert now.here.row.number == panel.case(2).number


def test_escape_ends_it(faced: Room, meeting: MeetingWindow) -> None:
    meeting.setFocus()
    press(faced, meeting, Qt.Key.Key_Escape)
    assert not meeting.isVisible()


def test_a_question_beside_the_list_does_not_come_into_the_meeting(
    faced: Room, meeting: MeetingWindow
) -> None:
    before = said(meeting)
    faced.model.comparing.ask(WhatIf(without=frozenset({2})))
    faced.settle()
    assert said(meeting) == before


def test_f11_begins_it_from_the_scores_too(faced: Room) -> None:
    assert faced.model.state.face is Face.SCORES
    faced.view.setFocus()
    faced.qtbot.keyClick(faced.view.page(), Qt.Key.Key_F11)
    faced.settle()
    meeting = faced.view.meeting.window
    assert meeting.isVisible()
    assert "Adjusted" in said(meeting)
    meeting.close()


def test_words_grow_with_the_screen(faced: Room, meeting: MeetingWindow) -> None:
    sizes = []
    meeting.showNormal()
    for height in (640, 1080):
        meeting.resize(1024, height)
        label = next(each for each in meeting.findChildren(QLabel) if "Adjusted" in each.text())
        sizes.append(label.font().pixelSize())
    assert sizes[0] > 20
    assert sizes[1] > 1.5 * sizes[0]


def test_it_speaks_chinese(faced: Room, meeting: MeetingWindow) -> None:
    languages = Languages(QApplication.instance())
    languages.use("zh_CN")
    try:
        assert "校正" in said(meeting)
        assert "Adjusted" not in said(meeting)
    finally:
        languages.use("en")


def test_a_case_hidden_from_the_chair_is_a_place_decided_by_the_deputy(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_panel(tmp_path, cases=3, experts=3, declared=False) as panel:
        rows = panel.desk.services.declaring.rows()
        answers = (
            DeclareRow(rows[0].headers, ConflictAnswer.CONFLICT, ConflictKind.FAMILY, ""),
            *(DeclareRow(row.headers, ConflictAnswer.NONE, None, "") for row in rows[1:]),
        )
        panel.desk.receive(panel.desk.services.declaring.sign(answers))
        for expert in panel.experts.values():
            for at in range(3):
                expert.score(panel.case(at), 5 + at)
        panel.collect()
        hidden = rows[0].headers.number
        faced = Room(qtbot, panel)
        faced.load()
        page = turn(faced, "Ladder")
        shown = page.gestures._shown()
        assert shown is not None
        assert shown.caption.warnings[0] == (
            "Not the official list: cases hidden from the chair are left out: 1"
        )
        assert hidden not in shown.chart.as_text()
        faced.view.meeting.begin()
        window = faced.view.meeting.window
        assert faced.view.meeting.model.find(hidden)
        text = said(window)
        assert "One place decided by the deputy." in text
        assert "Leaves for this case: the chair." in text
        assert "Adjusted" not in text
        assert faced.view.meeting.model.state.agenda.at == 2  # behind all that have a place
        window.close()
        faced.database.close()
        faced.network.close()
