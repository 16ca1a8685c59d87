"""A corrected case says so over its text; from a case one can ask the secretariat about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.errors import DiskFull
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.reading.screen import make_screen
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import ADesk
from tests.ui.correction.test_correction import corrected
from tests.ui.screens import Supplied, press, supplied, words_of


@pytest.fixture
def room(desk: ADesk, qtbot: QtBot) -> Iterator[Supplied]:
    with supplied(desk) as made:
        yield made


def test_a_score_on_the_old_text_is_told_and_leads_to_what_changed(
    desk: ADesk, room: Supplied, qtbot: QtBot
):
    case = desk.cases[0]
    desk.receive(desk.score(case.number))
    desk.correct(corrected(case))
    view = room.show(make_screen(room.supplies), qtbot, case.number)
    assert "This case was corrected after you signed your score." in words_of(view)
    press(qtbot, view, "See what changed")
    assert room.visits == [Visit(Place.CORRECTION, case.number)]


def test_the_banner_speaks_the_language_of_the_interface(
    desk: ADesk, room: Supplied, qtbot: QtBot, languages: Languages
):
    case = desk.cases[0]
    desk.correct(corrected(case))
    view = room.show(make_screen(room.supplies), qtbot, case.number)
    assert "This case was corrected; you read the new text." in words_of(view)
    languages.use("zh_CN")
    assert "此案例已更正；您看到的是新文本。" in words_of(view)
    view.show_failure(DiskFull(Path("/desk")))
    languages.use("en")
    assert words_of(view.banner).startswith("The disk is full.")
    view.banner.hide()
    languages.use("zh_CN")
    assert view.banner.isHidden()


def test_a_case_that_was_never_corrected_says_nothing(desk: ADesk, room: Supplied, qtbot: QtBot):
    view = room.show(make_screen(room.supplies), qtbot, desk.numbers[0])
    assert "corrected" not in words_of(view)


def test_the_secretariat_is_asked_about_the_case(desk: ADesk, room: Supplied, qtbot: QtBot):
    number = desk.numbers[0]
    view = room.show(make_screen(room.supplies), qtbot, number)
    word = "Ask the secretariat about this case"
    next(b for b in view.findChildren(IconButton) if b.accessibleName() == word).click()
    assert room.visits == [Visit(Place.MESSAGES, number)]
