"""What is said, cited and asked about a case: typed, signed, read by others, and told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.panel_acts import CitationPacket, DiscussionPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.models.dossier import ToldSight, ToldTies, keep_told
from reviewer_app.ui.kit.labels import Label
from reviewer_app.ui.panel.case_talk import CaseTalk, Part
from reviewer_app.ui.panel.requests.card import RequestCard
from tests.builders.panel import APanel, a_panel, one_round
from tests.ui.panel.faces import Room, press, words

pytestmark = pytest.mark.campaign

MARKS = ((7, 8, 9), (5, 6, 4), (6, 7, 6))


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, experts=3, rules=one_round()) as made:
        for at, marks in enumerate(MARKS):
            for expert, mark in zip(made.experts.values(), marks, strict=True):
                expert.score(made.case(at), mark)
        made.collect()
        yield made


@pytest.fixture
def room(qtbot: QtBot, panel: APanel) -> Iterator[Room]:
    made = Room(qtbot, panel)
    yield made
    made.database.close()
    made.network.close()


def opened(room: Room, part: str = "", at: int = 0) -> None:
    room.load()
    room.open(at)
    if part:
        press(room, part)


def field(room: Room, name: str) -> QPlainTextEdit:
    """What is in sight under this label."""
    fields = room.view.findChildren(QPlainTextEdit)
    return next(each for each in fields if each.accessibleName() == name and each.isVisible())


def test_a_contribution_is_signed_by_ctrl_enter_and_stands_in_the_thread(room: Room) -> None:
    opened(room, "Discussion")
    assert "Nothing was said yet" in words(room)
    said = field(room, "What you say")
    said.setPlainText("Whose figures are these?")
    room.settle()
    with room.qtbot.waitSignal(room.deliberating.wrote):
        room.qtbot.keyClick(said, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    shown = words(room)
    assert "Whose figures are these?" in shown
    assert "On this computer; goes with the next sync" in shown
    assert said.toPlainText() == ""
    (entry,) = room.panel.desk.services.discussion.thread(room.panel.case(0).number).contributions
    room.panel.desk.receive(entry.packet)
    room.load()
    assert "Received, no. " in words(room)


def test_others_are_new_until_seen_and_can_be_replied_to(room: Room) -> None:
    case = room.panel.case(0)
    room.panel.experts[2].act(DiscussionPacket, case, text="Is\u202e this so?", in_reply_to=None)
    room.panel.collect()
    opened(room, "Discussion: 1, 1 new")
    shown = words(room)
    assert "Expert 02" in shown
    assert "Is[U+202E] this so?" in shown
    assert "1 characters that are not seen" in shown
    assert room.panel.desk.services.discussion.news() == {}
    room.press("Reply")
    field(room, "What you say").setPlainText("It is.")
    room.settle()
    assert "To Expert 02: “Is[U+202E] this so?”" in words(room)
    room.press("Sign and add")
    room.settle()
    last = room.panel.desk.services.discussion.thread(case.number).contributions[-1]
    assert last.in_reply_to is not None
    press(room, "Opinions")
    press(room, "Discussion: 2")


def test_what_is_half_written_is_there_when_the_case_is_opened_again(room: Room) -> None:
    opened(room, "Discussion")
    field(room, "What you say").setPlainText("Half a th")
    room.settle()
    room.model.case.close()
    room.open(1)
    press(room, "Discussion")
    assert field(room, "What you say").toPlainText() == ""
    room.model.case.close()
    room.open(0)
    press(room, "Discussion")
    assert field(room, "What you say").toPlainText() == "Half a th"


def test_a_citation_needs_both_languages_and_is_read_back(room: Room) -> None:
    opened(room, "Citation")
    room.press("Write the citation")
    field(room, "Chinese").setPlainText("以海缆连接九个岛屿。")
    room.settle()
    model = room.deliberating.citation
    assert not model.state.may_sign
    field(room, "English").setPlainText("Nine islands joined by cable.")
    room.settle()
    model.sign()  # as the button, once the words were read back
    room.settle()
    shown = words(room)
    assert "Waits for somebody’s approval" in shown
    assert "Nine islands joined by cable." in shown
    assert "Do you approve this text?" not in shown


def test_anothers_citation_is_approved_or_objected_to_with_words(room: Room) -> None:
    case = room.panel.case(0)
    head = room.panel.colleague(Role.HEAD)
    head.act(CitationPacket, case, zh="一", en="One", supersedes=None)
    room.panel.collect()
    opened(room, "Citation")
    field(room, "What is wrong with it, if anything").setPlainText("Which one?")
    room.settle()
    room.press("Object")
    room.settle()
    assert "Somebody objects" in words(room)
    assert "Which one?" in words(room)
    room.press("Approve")
    room.settle()
    assert "Agreed. Approved by: You" in words(room).split("\n")


def test_another_expert_is_asked_for_with_a_reason(room: Room) -> None:
    opened(room)
    card = room.view.findChild(RequestCard)
    room.press("Ask for another expert…")
    assert not room.deliberating.beside.state.may_ask
    field(room, "Why another review is needed").setPlainText("They contradict each other.")
    room.settle()
    room.press("Sign the request")
    room.settle()
    texts = [label.text() for label in card.findChildren(Label)]
    assert any("They contradict each other." in text for text in texts)
    (asked,) = room.deliberating.beside.state.look.requests
    assert (asked.reason, asked.leaf) == ("They contradict each other.", None)


def test_two_experts_three_points_apart_suggest_a_third(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, experts=2) as panel:
        for expert, marks in zip(panel.experts.values(), ((3, 7), (8, 7)), strict=True):
            for at, mark in enumerate(marks):
                expert.score(panel.case(at), mark)
        panel.collect()
        room = Room(qtbot, panel)
        opened(room)
        assert "Full scores that it lacks for a place: 1." in words(room)
        assert "Its two experts differ by 3 points or more." in words(room)
        room.database.close()
        room.network.close()


def test_a_decision_that_leaves_the_order_needs_a_reason(room: Room) -> None:
    room.panel.issue(12, 31)
    opened(room)
    assert "place 12 of 40; among the best 20 with probability 97% (In)." in words(room)
    assert "The order proposes: Casebook." in words(room)
    room.choose_outcome("Casebook")
    assert room.sign_button().isEnabled()
    room.choose_outcome("Not in the Casebook")
    assert not room.sign_button().isEnabled()
    assert "Needed: this is below what the order proposes (Casebook)." in words(room)
    room.write_reason("The network was never built.")
    assert room.sign_button().isEnabled()


def test_a_deputy_leaves_a_case_to_whom_they_stand_in_for(room: Room) -> None:
    with room.panel.desk.store.write() as connection:
        keep_told(
            connection,
            ToldSight(deputy=True, decides=(), withheld=()),
            ToldTies(declarations=(), ties=()),
        )
    opened(room)
    assert "You stand in as a deputy" in words(room)
    assert not room.sign_button().isVisible()


def test_all_decisions_are_shown_whoever_made_them(room: Room) -> None:
    case = room.panel.case(0)
    room.panel.colleague(Role.HEAD).decide(case, Recommendation.CASEBOOK)
    room.panel.collect()
    room.panel.desk.services.panel.decide(
        case.number, Recommendation.OUTSTANDING, "It stands above all others."
    )
    opened(room)
    (later, earlier) = room.deliberating.beside.state.decisions
    assert (later.outcome, later.stands, later.voice.is_own) == ("outstanding", True, True)
    assert (earlier.outcome, earlier.stands, earlier.voice.is_own) == ("casebook", False, False)
    shown = words(room)
    assert "All decisions" in shown
    assert "Casebook · round 1\nHead · " in shown


def test_a_withheld_case_has_opinions_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, experts=1, declared=False) as panel:
        panel.collect()
        room = Room(qtbot, panel)
        opened(room)
        talk = room.view.findChild(CaseTalk)
        assert not talk.findChildren(QPlainTextEdit, options=Qt.FindDirectChildrenOnly)
        assert room.deliberating.discussion.state.number is None
        talk.turn(Part.OPINIONS)
        assert "Discussion" not in words(room)
        room.database.close()
        room.network.close()
