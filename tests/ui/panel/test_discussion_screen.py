"""An expert's way into the discussion: from the scored case, and from a hint on the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import DiscussionPacket
from reviewer_app.ui.desk.screen import DeskScreen
from reviewer_app.ui.panel.discussion.screen import DiscussionScreen
from reviewer_app.ui.reading.scoring_state import ScoringState
from reviewer_app.ui.reading.signed_card import SignedCard
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import ADesk, a_desk
from tests.builders.panel import AnExpert, APanel
from tests.ui.screens import Supplied, press, supplied, words_of

pytestmark = pytest.mark.campaign


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    """A desk whose first case is scored, and counts."""
    with a_desk(tmp_path) as made:
        made.receive(made.score(made.numbers[0]))
        yield made


@pytest.fixture
def room(desk: ADesk, qtbot: QtBot) -> Iterator[Supplied]:
    with supplied(desk) as made:
        yield made


def somebody_says(desk: ADesk, number: str, text: str) -> None:
    colleague = AnExpert(desk.world, 3)
    case = next(each for each in desk.cases if each.number == number)
    colleague.act(DiscussionPacket, case, text=text, in_reply_to=None)
    APanel(desk, {3: colleague}).collect()


def test_what_is_new_is_hinted_at_on_the_desk_until_it_was_read(
    desk: ADesk, room: Supplied, qtbot: QtBot
) -> None:
    number = desk.numbers[0]
    assert desk.services.desk.overview().said == ()
    somebody_says(desk, number, "The annex has another figure.")
    assert desk.services.desk.overview().said == (number,)
    view = room.show(DeskScreen(room.supplies), qtbot)
    assert f"Something new was said about {number}." in words_of(view)
    press(qtbot, view, "Read it")
    assert room.visits == [Visit(Place.DISCUSSION, number)]
    view = room.show(DiscussionScreen(room.supplies), qtbot, number)
    room.settle()
    assert "Expert 03" in words_of(view)
    assert "The annex has another figure." in words_of(view)
    assert desk.services.desk.overview().said == ()


def test_an_expert_answers_under_a_number_and_goes_back_to_the_case(
    desk: ADesk, room: Supplied, qtbot: QtBot
) -> None:
    number = desk.numbers[0]
    screen = DiscussionScreen(room.supplies)
    view = room.show(screen, qtbot, number)
    assert "Others read it under your number as an expert, never by your name." in words_of(view)
    view.findChild(QPlainTextEdit).setPlainText("I had not seen that.")
    room.settle()
    press(qtbot, view, "Sign and add")
    room.settle()
    assert "I had not seen that." in words_of(view)
    assert view.findChild(QPlainTextEdit).hasFocus()  # ready for the next, as before
    assert screen.here() == number
    view.back_pressed.emit(None)
    assert room.visits == [Visit(Place.READING, number)]


def test_a_case_that_one_has_not_scored_is_closed_with_words(
    desk: ADesk, room: Supplied, qtbot: QtBot
) -> None:
    view = room.show(DiscussionScreen(room.supplies), qtbot, desk.numbers[1])
    assert not view.findChild(QPlainTextEdit).isEnabled()
    assert "This is not for your role." in words_of(view)


def test_the_scored_case_leads_there_once_its_score_counts(desk: ADesk, qtbot: QtBot) -> None:
    card = SignedCard()
    qtbot.addWidget(card)
    standing = desk.services.signing.read_back(desk.numbers[0]).standing
    assert standing is not None
    assert standing.disposition is Disposition.COUNTED
    card.show_state(ScoringState(number=desk.numbers[0], standing=standing))
    with qtbot.waitSignal(card.discuss_asked):
        press(qtbot, _shown(card, qtbot), "Discussion")
    held = ScoringState(number=desk.numbers[1])
    assert not held.discussable


def _shown(card: SignedCard, qtbot: QtBot) -> SignedCard:
    card.show()
    qtbot.waitExposed(card)
    return card
