"""The panel's room where it is low: at twice the size, or on a small laptop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from reviewer_app.demo.facing import ask_what_if, press_on_page, turn_to
from reviewer_app.demo.hands import Hands
from reviewer_app.ui.kit.actions import Actions
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import TEXT_PX, apply_theme, palette_in_use
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.ladder.ladder import Ladder
from reviewer_app.ui.panel.panel_page import PanelPage
from tests.builders.panel import APanel, a_panel
from tests.ui.panel.faces import Room

pytestmark = pytest.mark.campaign

LAPTOP, SMALL = (1206, 688), (864, 560)
"""What rail and strip leave at 200 % of 1366 × 768 and of 1024 × 640."""


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("low"), cases=8, experts=3) as made:
        for at in range(8):
            for pseudonym in (1, 2, 3):
                made.experts[pseudonym].score(made.case(at), 9 - at // 2 - pseudonym // 2)
        made.collect()
        yield made


@pytest.fixture
def low(faced: Room) -> Iterator[Room]:
    """At 200 %, as low as a laptop's window."""
    app, before = QApplication.instance(), palette_in_use()
    apply_theme(app, LIGHT, 2 * TEXT_PX)
    faced.view.resize(*LAPTOP)
    yield faced
    apply_theme(app, before)


def shown_at(room: Room, face: Face) -> PanelPage:
    room.model.turn(face)
    room.settle()
    page = room.view.page()
    assert isinstance(page, PanelPage)
    return page


def whole_rows(table: Table) -> int:
    return table.viewport().height() // table.verticalHeader().defaultSectionSize()


@pytest.mark.parametrize("size", [LAPTOP, SMALL])
def test_rungs_with_their_bars_are_in_sight(low: Room, size: tuple[int, int]) -> None:
    low.view.resize(*size)
    table = shown_at(low, Face.LADDER).findChild(Ladder).table
    assert whole_rows(table) >= 5
    keys = [column.key for column in table.model().columns]
    rung = keys.index("rung")
    right = table.columnViewportPosition(rung) + table.columnWidth(rung)
    assert right <= table.viewport().width()


@pytest.mark.parametrize("size", [LAPTOP, SMALL])
def test_scores_are_in_sight(low: Room, size: tuple[int, int]) -> None:
    low.view.resize(*size)
    shown_at(low, Face.SCORES)
    assert whole_rows(low.scores.table) >= 4


def test_the_rest_is_in_menus_and_does_the_same(low: Room) -> None:
    page = shown_at(low, Face.LADDER)
    assert isinstance(page, FacePage)
    visible = {button.text() for button in page.findChildren(Button) if button.isVisible()}
    assert visible & {"Ladder", "More", "Copy picture", "As table"} == {"Ladder", "More"}
    low.press("More")
    menu = page.findChild(Actions)._menu
    words = [action.text() for action in menu.actions()]
    assert words == ["Meeting view", "Copy table", "Copy picture", "Save as…", "As table"]
    menu.actions()[-1].trigger()
    menu.close()
    assert page.plain.isVisible()


def test_another_face_is_chosen_from_the_menu_by_keys(low: Room) -> None:
    page = shown_at(low, Face.LADDER)
    button = next(b for b in page.findChildren(Button) if b.text() == "Ladder")
    low.qtbot.keyClick(button, Qt.Key.Key_Down)
    menu = button.findChild(QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Ladder"]
    low.qtbot.keyClick(menu, Qt.Key.Key_Down)
    low.qtbot.keyClick(menu, Qt.Key.Key_Return)
    low.settle()
    assert low.model.state.face is Face.LISTS


def test_questions_and_filters_come_when_they_are_asked_for(low: Room) -> None:
    page = shown_at(low, Face.LADDER)
    assert not page._bar.isVisible()
    low.qtbot.mouseClick(page._tools, Qt.MouseButton.LeftButton)
    assert page._bar.isVisible()
    page = shown_at(low, Face.SCORES)
    low.qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page._bar.isVisible()
    assert page._bar._search.hasFocus()


def test_with_room_all_is_in_sight_again(low: Room) -> None:
    page = shown_at(low, Face.LADDER)
    low.view.resize(2400, 1400)
    visible = {button.text() for button in page.findChildren(Button) if button.isVisible()}
    assert visible >= {"Meeting view", "Copy picture", "As table"}
    assert not visible & {"Ladder", "More"}


def test_the_hands_of_the_demonstration_find_their_way(low: Room) -> None:
    hands = Hands(low.view)
    for name, face in (("Experts", Face.EXPERTS), ("Ladder", Face.LADDER)):
        turn_to(hands, name)
        low.settle()
        assert low.model.state.face is face
    ask_what_if(hands, "Far scores count less")
    low.settle()
    assert low.model.state.compared.what_if.robust
    press_on_page(hands, "As table")
    page = low.view.page()
    assert isinstance(page, FacePage)
    assert page.plain.isVisible()
