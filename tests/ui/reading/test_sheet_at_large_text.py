"""The sheet where the interface's words are twice as large: marks first, nothing squeezed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import TEXT_PX, apply_theme
from reviewer_app.ui.reading.screen import ReadingScreen
from tests.ui.reading.room import Room, a_room

pytestmark = pytest.mark.campaign


@pytest.fixture(scope="module")
def shared_room(request, tmp_path_factory) -> Iterator[Room]:
    with a_room(None, tmp_path_factory.mktemp("large"), cases=2) as made:
        made.begin()
        yield made


@pytest.fixture
def room(shared_room: Room, qtbot) -> Iterator[Room]:
    with shared_room.afresh(qtbot):
        yield shared_room
    apply_theme(QApplication.instance(), LIGHT)


def opened(room: Room, *, larger: float, size: tuple[int, int]) -> ReadingScreen:
    apply_theme(QApplication.instance(), LIGHT, round(TEXT_PX * larger))
    screen = room.screen("WIC-2026-002", width=size[0])
    screen.view.resize(*size)
    room.settle()
    return screen


def shown_of(screen: ReadingScreen, part: QWidget) -> tuple[int, int]:
    """From where to where of the scrolled sheet it stands."""
    top = part.mapTo(screen.view.panel.area.viewport(), QPoint(0, 0)).y()
    return top, top + part.height()


@pytest.mark.parametrize("larger", [1.5, 1.75, 2.0])
def test_marks_and_the_first_anchor_are_in_sight_when_a_case_opens(room, larger):
    screen = opened(room, larger=larger, size=(1290, 690))
    panel = screen.view.panel
    card = panel.cards[panel.order[0]]
    height = panel.area.viewport().height()
    for part in (card.score, card._bands._rows[0]):
        top, bottom = shown_of(screen, part)
        assert (top >= 0, bottom <= height) == (True, True), part
    assert card._about.y() > card._bands.y()
    screen.leave()


def test_at_the_usual_size_it_is_first_said_what_a_criterion_is_about(room):
    screen = opened(room, larger=1.0, size=(1290, 690))
    panel = screen.view.panel
    card = panel.cards[panel.order[0]]
    assert card._about.y() < card.score.y()
    assert panel._order_line.y() < card.y()
    assert {button.y() for button in card.score._buttons} == {0}
    screen.leave()


def test_buttons_grow_with_their_figures(room):
    screen = opened(room, larger=2.0, size=(1290, 690))
    panel = screen.view.panel
    for card in panel.cards.values():
        for button in card.score._buttons:
            figure = QFontMetrics(button.font()).horizontalAdvance(button.text())
            assert button.width() >= figure + 12
        assert len({button.y() for button in card.score._buttons}) == 2
        assert card.score._digits.width() <= card.score.width()
    screen.leave()
