"""The six words as a person sees them: on the last page, among one's computers, and over all."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.models.six_words import note_words
from reviewer_app.services.six_words import SixWordsLook
from reviewer_app.ui.device_words import alarm
from reviewer_app.ui.devices.screen import DevicesScreen
from reviewer_app.ui.six_words import SixWordsCard
from reviewer_app.ui.welcome.accept_state import Stage
from reviewer_app.ui.welcome.accepting import AcceptScreen
from tests.builders.desk import ADesk, a_desk
from tests.ui.screens import Supplied, supplied

CALL = "Call the secretariat and read these six words"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path, cases=1, released=False) as desk:
        yield desk


@pytest.fixture
def given(desk: ADesk) -> Iterator[Supplied]:
    with supplied(desk) as given:
        yield given
        given.supplies.appearance.use_language("en")


def wait_for(desk: ADesk, *, awaited: bool) -> SixWordsLook:
    desk.store.perform(lambda connection: note_words(connection, awaited=awaited))
    return desk.services.devices.words()


def labels(view: QWidget) -> list[str]:
    """What is in sight."""
    return [label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view)]


@pytest.mark.parametrize(
    ("language", "first", "second"), [("en", "en", "zh"), ("zh_CN", "zh", "en")]
)
def test_each_word_is_shown_in_both_languages_ones_own_first(
    desk: ADesk, given: Supplied, qtbot: QtBot, language: str, first: str, second: str
) -> None:
    given.supplies.appearance.use_language(language)
    look = wait_for(desk, awaited=True)
    card = SixWordsCard()
    qtbot.addWidget(card)
    card.show_words(look)
    shown = labels(card)
    for place, word in enumerate(look.words, start=1):
        at = shown.index(f"{place}  {getattr(word, first)}")
        assert shown[at + 1] == getattr(word, second)


def test_the_last_page_says_whom_to_call(desk: ADesk, given: Supplied, qtbot: QtBot) -> None:
    look = wait_for(desk, awaited=True)
    screen = AcceptScreen(given.supplies, desk.services.desk.overview())
    view = given.show(screen, qtbot)
    model = screen.model
    assert model.state.words == look
    model._show(replace(model.state, stage=Stage.DOWNLOAD))
    assert {CALL, f"1  {look.words[0].en}", look.words[0].zh} <= set(labels(view))


def test_where_nobody_asks_the_last_page_says_nothing(
    desk: ADesk, given: Supplied, qtbot: QtBot
) -> None:
    wait_for(desk, awaited=False)
    screen = AcceptScreen(given.supplies, desk.services.desk.overview())
    view = given.show(screen, qtbot)
    screen.model._show(replace(screen.model.state, stage=Stage.DOWNLOAD))
    assert not [text for text in labels(view) if "six words" in text]


def test_ones_computers_show_them_always(desk: ADesk, given: Supplied, qtbot: QtBot) -> None:
    look = wait_for(desk, awaited=False)
    screen = DevicesScreen(given.supplies)
    view = given.show(screen, qtbot)
    assert {"The six words of this computer", f"6  {look.words[5].en}"} <= set(labels(view))
    wait_for(desk, awaited=True)
    screen.refresh()
    given.settle()
    assert CALL in labels(view)


def test_over_every_page_it_is_one_sentence_with_the_words(desk: ADesk, given: Supplied) -> None:
    wait_for(desk, awaited=False)
    assert desk.services.devices.alarm() is None
    look = wait_for(desk, awaited=True)
    alarming = desk.services.devices.alarm()
    assert alarming is not None
    assert alarm(alarming) == f"{CALL}: " + " · ".join(word.en for word in look.words)
    given.supplies.appearance.use_language("zh_CN")
    assert alarm(alarming) == "请致电秘书处，读出这六个词：" + " · ".join(
        word.zh for word in look.words
    )
