"""Ways from the desk that are there when they are of use: practice, and a look over one's marks."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.desk.screen import DeskScreen
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.screen import Place
from tests.builders.desk import a_desk, some_answers
from tests.ui.screens import press, supplied

PRACTICE, LOOK = "Practice case", "Look over your marks"


def buttons_of(view: QWidget) -> list[str]:
    return [button.text() for button in view.findChildren(Button) if button.isVisible()]


def test_practice_is_offered_and_then_a_quiet_link_to_it(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=2) as desk, supplied(desk) as given:
        screen = DeskScreen(given.supplies)
        view = given.show(screen, qtbot)
        assert PRACTICE in buttons_of(view)
        with qtbot.waitSignal(screen._event_left) as left:
            press(qtbot, view, PRACTICE)
        assert left.args[0].place is Place.PRACTICE
        desk.score(desk.numbers[0])
        screen.refresh()
        given.settle()
        given.visits.clear()
        press(qtbot, view, PRACTICE)
        assert [visit.place for visit in given.visits] == [Place.PRACTICE]
        quiet = next(b for b in view.findChildren(Button) if b.text() == PRACTICE and b.isVisible())
        assert quiet.property("role") == Role.LINK.value


def test_marks_are_laid_side_by_side_once_there_are_two(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=2) as desk, supplied(desk) as given:
        screen = DeskScreen(given.supplies)
        view = given.show(screen, qtbot)
        assert LOOK not in buttons_of(view)
        for number in desk.numbers:
            desk.services.scoring.keep(number, some_answers(6))
        screen.refresh()
        given.settle()
        with qtbot.waitSignal(screen._event_left) as left:
            press(qtbot, view, LOOK)
        assert left.args[0].place is Place.OVERVIEW
