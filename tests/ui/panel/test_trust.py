"""What was checked, what is hidden, what a deputy decides and what the head issued, on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from review_protocol.documents.dossier import Decider, PanelDeclaration, Withheld
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.panel_acts import CaseFiguresPacket2, ComparisonPacket
from review_protocol.documents.people import Role
from reviewer_app.services.panel.record import case_fields, comparison_fields
from reviewer_app.services.panel.record import issued as computed
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.trust.line import TrustLine
from reviewer_app.ui.panel.trust.words import numbers
from tests.builders.panel import APanel, Told, a_panel
from tests.builders.sample import the_sample
from tests.ui.panel.faces import Room, press, words

pytestmark = pytest.mark.campaign


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, cases=4) as panel:
        panel.told = Told()
        for at in range(4):
            for expert, off in zip(panel.experts.values(), (-1, 0, 2), strict=True):
                expert.score(panel.case(at), 4 + at + off)
        yield panel


@pytest.fixture
def room(qtbot: QtBot, panel: APanel) -> Iterator[Room]:
    made = Room(qtbot, panel)
    yield made
    made.database.close()
    made.network.close()


def loaded(room: Room) -> Room:
    room.panel.collect()
    room.load()
    return room


def line(room: Room) -> str:
    found = room.view.page().findChild(TrustLine)
    return found._said.text() if found.isVisible() else ""


def test_one_quiet_line_says_that_all_verified_and_opens_the_page(room: Room) -> None:
    loaded(room)
    assert line(room).startswith("12 packets of 3 experts, all verified ")
    assert line(room).endswith(f" · log no. {room.panel.desk.world.tree.size}")
    link = room.view.page().findChild(TrustLine).findChild(Button)
    room.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    room.settle()
    assert room.model.state.face is Face.TRUST
    said = words(room)
    assert "Every packet verified" in said
    assert "The head has not issued" in said
    press(room, "Ladder")
    assert line(room) == ""


def test_what_failed_is_told_in_care_on_every_face(room: Room) -> None:
    expert = room.panel.experts[2]
    expert.sent[-1] = expert.sent[-1].model_copy(update={"receipt": expert.sent[0].receipt})
    room.panel.experts[3].sent.pop(1)
    loaded(room)
    assert line(room).startswith("Not counted, because they could not be verified: 1 packet · 10 ")
    press(room, "Ladder")
    assert "could not be verified" in line(room)
    press(room, "Checked")
    said = words(room)
    failed = "1 packet of Expert 02: its receipt does not prove that the log took it; not counted."
    assert failed in said
    assert "No. 2 that Expert 03 signed is missing, though later ones are here." in said
    button = next(b for b in room.view.page().findChildren(Button) if b.text() == "Copy")
    room.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Your panel’s cases only\n")
    assert failed in copied


def test_what_is_hidden_is_told_with_why_and_who_decides(room: Room) -> None:
    told = room.panel.told
    assert told is not None
    told.hide(room.panel.case(1), by=Decider.CHAIRS_DEPUTY)
    told.hide(room.panel.case(2), Withheld.OWN_SCORE_FIRST, Decider.HEAD)
    loaded(room)
    press(room, "Checked")
    said = words(room)
    assert "Hidden from you: 2" in said
    assert "Conflict – hidden · the chair’s deputy decides" in said
    assert "Shown after you have signed your own score · the head decides" in said
    room.model.case.open(room.panel.case(1).number)
    room.settle()
    assert room.view.page().banner.isVisible()


def test_a_deputy_sees_first_what_is_theirs_to_decide(room: Room) -> None:
    number = room.panel.case(3).number
    room.panel.told = Told(deputy=True, decides=[number])
    loaded(room)
    assert line(room).startswith(f"You are a deputy here: yours to decide is {number} · ")
    press(room, "Checked")
    link = next(b for b in room.view.page().findChildren(Button) if b.text().startswith(number))
    room.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    room.settle()
    opened = room.model.case.state.opened
    assert opened is not None
    assert (opened.row.number, opened.may_decide) == (number, True)


def test_what_the_head_issued_stands_beside_what_is_here(room: Room) -> None:
    panel = room.panel
    panel.collect()
    made = computed(panel.desk.services.panel.table(), the_sample().rules)
    assert made is not None
    head = panel.colleague(Role.HEAD)
    packet = head.alone(ComparisonPacket, **comparison_fields(made), supersedes=None)
    for case in panel.desk.cases:
        fields = case_fields(made)[case.number]
        head.act(CaseFiguresPacket2, case, **fields, comparison=packet)
    panel.experts[1].score(panel.case(0), 9)
    loaded(room)
    press(room, "Checked")
    room.settle()
    said = words(room)
    assert "Programme-wide comparison of " in said
    assert "From 12 packets of all panels." in said
    number = panel.case(0).number
    assert f"Other scores are counted here than the head counted, of: {number}." in said


def test_a_chair_with_a_conflict_must_leave_too(room: Room) -> None:
    about = {"case": room.panel.case(0).number, "answer": ConflictAnswer.CONFLICT}
    assert room.panel.told is not None
    room.panel.told.declarations += [
        PanelDeclaration(role=Role.HEAD, deputy=False, pseudonym=None, **about),
        PanelDeclaration(role=Role.REVIEWER, deputy=False, pseudonym=2, **about),
    ]
    loaded(room)
    press(room, "Ladder")
    room.view.meeting.begin()
    stop = room.view.meeting.model.find(room.panel.case(0).number)
    assert stop
    here = room.view.meeting.model.state.agenda.here
    assert here is not None
    assert (here.leaving, here.seats) == ((2,), ((Role.HEAD, False),))
    room.view.meeting.window.close()


def test_many_rows_are_told_as_a_number() -> None:
    assert numbers(["a", "b"]) == "a, b"
    assert numbers([str(each) for each in range(9)]) == "0, 1, 2, 3, 4, 5 (+3)"
