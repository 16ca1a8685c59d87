"""All of it at twice the size in the smallest window: nothing is cut, or out of reach of Tab."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.opening import open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS, Appearance, Theme
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.screen import Lanes
from reviewer_app.ui.unlock.screen import UnlockScreen
from reviewer_app.ui.welcome.accepting import AcceptScreen
from reviewer_app.ui.welcome.state import Stage, WelcomeState
from reviewer_app.ui.welcome.view import WelcomeView
from reviewer_app.ui.welcome.view_model import WelcomeViewModel
from reviewer_app.ui.window import SMALLEST, Window
from tests.builders.desk import CHEAP
from tests.ui.accessibility import audit, reflow
from tests.ui.accessibility.test_dialogs import DIALOGS
from tests.ui.accessibility.walk import PEOPLE, let_settle, turned, walk

pytestmark = pytest.mark.campaign

TWICE = 200
RULES = (
    audit.small,
    audit.clipped,
    audit.outside,
    reflow.cut,
    reflow.sideways,
    reflow.out_of_sight,
)
LANGUAGES = ("en", "zh_CN")
SMALL, USUAL = (SMALLEST.width(), SMALLEST.height()), (1366, 768)


def faults(window: QWidget) -> list[str]:
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(window)]


@pytest.fixture(params=LANGUAGES)
def appearance(request, qapp: QApplication) -> Iterator[Appearance]:
    """Twice the size, in each language."""
    appearance = Appearance(qapp, KeepsInMemory())
    appearance.start(request.param, Theme.LIGHT, TWICE)
    yield appearance
    appearance.use_size(100)
    appearance.use_language("en")
    appearance.deleteLater()


def faults_in_a_window(view: QWidget) -> list[str]:
    """A screen before there are rooms, in the frame that it is shown in."""
    window = Window(KeepsInMemory(), LANGUAGE_OPTIONS)
    window.resize(SMALLEST)
    window.frame.show_rail(visible=False)
    window.frame.add_screen("it", view)
    window.frame.show_screen("it")
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    let_settle()
    found = faults(window)
    window.close()
    window.deleteLater()
    return found


@pytest.mark.parametrize("kind", DIALOGS)
def test_a_dialog_has_room_or_scrolls(kind: str, appearance: Appearance, qtbot: QtBot):
    above = QWidget()
    qtbot.addWidget(above)
    dialog = DIALOGS[kind](above)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    let_settle()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert faults(dialog) == []


@pytest.mark.parametrize("stage", Stage)
def test_the_welcome_has_room_or_scrolls(stage: Stage, appearance: Appearance, tmp_path: Path):
    lanes = Lanes(Lane("desk"), Lane("network", 3))
    try:
        model = WelcomeViewModel(
            Enrolment(tmp_path, cost=CHEAP),
            partial(open_desk, tmp_path),
            lanes,
            device_name="a computer",
        )
        view = WelcomeView(model, ChoiceRow[str](LANGUAGE_OPTIONS, value="en"))
        model.changed.emit(WelcomeState(stage=stage))
        assert faults_in_a_window(view) == []
    finally:
        lanes.network.close()
        lanes.database.close()


def test_the_lock_has_room_or_scrolls(appearance: Appearance, tmp_path: Path):
    lane = Lane("desk")
    try:
        assert faults_in_a_window(UnlockScreen(partial(open_desk, tmp_path), lane).view) == []
    finally:
        lane.close()


@pytest.mark.campaign
@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["smallest", "usual"])
@pytest.mark.parametrize("who", PEOPLE)
def test_every_room_has_room_or_scrolls(
    who: str, size: tuple[int, int], appearance: Appearance, tmp_path: Path
):
    found: list[str] = []
    entered: set[str] = set()

    def look(screen: str, window: QWidget) -> None:
        entered.add(screen)
        found.extend(f"{screen}: {fault}" for fault in faults(window))

    with PEOPLE[who](tmp_path) as (room, rooms):
        room.supplies.appearance.start(appearance.language, Theme.LIGHT, TWICE)
        walk(room, rooms, size, partial(turned, look))
    assert {each.place.value for each in rooms} <= entered
    assert found == []


@pytest.mark.campaign
def test_accepting_has_room_or_scrolls(appearance: Appearance, tmp_path: Path):
    with PEOPLE["reviewer"](tmp_path) as (room, _):
        room.supplies.appearance.start(appearance.language, Theme.LIGHT, TWICE)
        screen = AcceptScreen(room.supplies, room.supplies.services.desk.overview())
        room.settle()
        assert faults_in_a_window(screen.view) == []
