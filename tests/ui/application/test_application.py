"""The whole application on a built profile: lock, rooms, strip, and what it remembers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from review_protocol.documents.people import Role
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.app import SETTINGS_FILE, application
from reviewer_app.command_line import Options
from reviewer_app.models.lock import profile_lock
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import ADesk, a_desk
from tests.ui.application.opened import Opened
from tests.ui.screens import words_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with four cases that can be read; the acceptance is signed."""
    with a_desk(tmp_path, cases=4) as desk:
        accept(desk)
        desk.receive(desk.score(desk.numbers[0]))
        desk.score(desk.numbers[1])
    return tmp_path / "profile"


def accept(desk: ADesk) -> None:
    desk.services.accepting.confirm(
        Bilingual(zh=None, en="Amina Diallo"), ("A house",), (Language.EN,), ""
    )


class Hands(Opened):
    def room(self, place: Place) -> QToolButton:
        return self.frame.rail.findChild(QToolButton, place)


@contextmanager
def opened(folder: Path, qapp: QApplication, qtbot: QtBot, **asked: str) -> Iterator[Hands]:
    with application(qapp, Options(folder, **{"language": "en", "theme": "light"} | asked)) as app:
        yield Hands(app, qtbot)


def test_the_passphrase_leads_to_the_desk(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        assert app.frame.current == "unlock"
        assert app.frame.rail.isHidden()
        app.unlock()
        assert app.frame.current == Place.DESK
        assert app.frame.rail.isVisible()
        assert "2 of 4 signed" in words_of(app.window.findChild(DeskView))


def test_the_strip_says_what_is_where(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        qtbot.waitUntil(lambda: any(part.startswith("Offline") for part in app.strip()))
        saved, waiting, received, offline = app.strip()
        assert saved.startswith("Saved ")
        assert (
            waiting.partition(";")[0] == "Packets on this computer: 2"
        )  # the acceptance and a score
        assert received.startswith("Packets received: 2 (last no. ")  # the declaration and a score
        assert offline.startswith("Offline since ")
        assert app.frame.strip.state.action == "Sync now"


def test_only_the_rooms_of_ones_role_are_in_the_rail(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        assert app.room(Place.DESK) is not None
        assert app.room(Place.HANDIN) is not None
        assert app.room(Place.STAFF) is None
        assert app.room(Place.PANEL) is None


def test_a_chair_also_has_the_panel(tmp_path: Path, qapp: QApplication, qtbot: QtBot):
    with a_desk(tmp_path, cases=1, role=Role.CHAIR, panel="connect") as desk:
        accept(desk)
    with opened(tmp_path / "profile", qapp, qtbot) as app:
        app.unlock()
        assert app.room(Place.PANEL) is not None
        assert app.room(Place.DESK) is not None


def test_the_language_changes_while_it_runs_and_is_remembered(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        english = app.strip()
        app.frame.strip.language_chosen.emit("zh_CN")
        qtbot.waitUntil(lambda: app.room(Place.DESK).text() == "工作台")
        assert app.strip() != english
        app.settle()
        assert json.loads((folder / SETTINGS_FILE).read_text("utf-8"))["language"] == "zh_CN"


def test_it_comes_back_to_where_the_person_was(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        qtbot.mouseClick(app.room(Place.PREFERENCES), Qt.MouseButton.LeftButton)
        assert app.frame.current == Place.PREFERENCES
        app.settle()
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        assert app.frame.current == Place.PREFERENCES


def test_it_comes_back_to_the_case_whose_number_lies_in_the_database_alone(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        assert app.running.inside is not None
        number = app.running._desk.services.desk.cases()[2].number
        app.running.inside.routes.go(Visit(Place.READING, number))
        app.settle()
    assert number not in (folder / SETTINGS_FILE).read_text("utf-8")
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        assert app.running.inside is not None
        assert app.running.inside.routes.standing() == Visit(Place.READING, number)
        qtbot.mouseClick(app.room(Place.PREFERENCES), Qt.MouseButton.LeftButton)
        app.settle()
        assert app.running._desk.services.desk.overview().last_case is None


def test_a_second_app_on_the_same_profile_says_so(folder: Path, qapp: QApplication, qtbot: QtBot):
    with profile_lock(folder), opened(folder, qapp, qtbot) as app:
        assert app.running.in_use
        assert "The app is open already." in words_of(app.window)
        assert not app.window.findChild(QLineEdit).isVisible()


def test_undeclared_cases_come_first(tmp_path: Path, qapp: QApplication, qtbot: QtBot):
    with a_desk(tmp_path, cases=2, released=False) as desk:
        accept(desk)
    with opened(tmp_path / "profile", qapp, qtbot) as app:
        app.unlock()
        assert app.frame.current == Place.DECLARE


def test_an_acceptance_that_was_not_signed_is_asked_again(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
):
    with a_desk(tmp_path, cases=2, released=False):
        pass
    with opened(tmp_path / "profile", qapp, qtbot) as app:
        app.unlock()
        assert app.frame.current == "accept"
        assert app.frame.rail.isHidden()


def test_continue_opens_the_case(folder: Path, qapp: QApplication, qtbot: QtBot):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        (onward,) = [
            b for b in app.window.findChildren(Button) if b.text().startswith("Begin with")
        ]
        qtbot.mouseClick(onward, Qt.MouseButton.LeftButton)
        assert app.frame.current == Place.READING
        app.settle()


def test_a_place_that_these_roles_lack_is_not_gone_to(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        assert app.running.inside is not None
        app.running.inside.routes.go(Visit(Place.STAFF))
        assert app.frame.current == Place.DESK


def test_without_a_profile_it_welcomes(tmp_path: Path, qapp: QApplication, qtbot: QtBot):
    with opened(tmp_path / "nothing yet", qapp, qtbot) as app:
        assert app.frame.current == "welcome"
        assert app.frame.strip.isHidden()
        app.settle()
        assert not (tmp_path / "nothing yet").exists()


def test_another_size_makes_the_screens_anew_and_keeps_ones_place(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        assert app.window.findChild(DeskView) is not None
        app.room(Place.PREFERENCES).click()
        app.settle()
        app.running.appearance.use_size(150)
        app.settle()
        assert app.frame.current == Place.PREFERENCES
        assert app.window.findChild(DeskView) is None  # until it is wanted again
        app.room(Place.DESK).click()
        app.settle()
        assert "2 of 4 signed" in words_of(app.window.findChild(DeskView))
    with opened(folder, qapp, qtbot) as app:
        assert app.running.appearance.size == 150
        app.running.appearance.use_size(100)
