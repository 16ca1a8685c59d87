"""The applicant's words grow with the interface, until the person chooses a size of their own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reviewer_app.services.settings import EN_SIZE, ZH_SIZE
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import TEXT_PX, apply_theme
from reviewer_app.ui.reading.arrangement import Mode
from tests.ui.reading.room import EN, ZH, pane

TYPICAL = "WIC-2026-001"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def interface(qapp: QApplication):
    """Sets the interface's size in per cent, as the preferences do."""
    yield lambda size: apply_theme(qapp, LIGHT, round(TEXT_PX * size / 100))
    apply_theme(qapp, LIGHT)


def sizes(screen):
    """The letters of both texts as they are set."""
    return tuple(pane(screen, each).document().defaultFont().pixelSize() for each in (ZH, EN))


def side_by_side(screen):
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.ALIGNED))
    return screen


@pytest.mark.parametrize(
    ("size", "expected"),
    [(100, (17, 16)), (125, (21, 20)), (150, (26, 25)), (175, (30, 28)), (200, (32, 32))],
)
def test_the_texts_are_larger_than_everything_else(one_room, interface, qapp, size, expected):
    interface(size)
    assert sizes(side_by_side(one_room.screen(TYPICAL, width=2000))) == expected
    assert min(expected) > qapp.font().pixelSize()


def test_counterparts_stand_at_one_height_at_twice_the_size(one_room, interface):
    interface(200)
    screen = side_by_side(one_room.screen(TYPICAL, width=2000))
    zh, en = (pane(screen, each).setting() for each in (ZH, EN))
    for row in screen.reading.state.opened.prepared.rows:
        if row.zh and row.en:
            first = [
                each.tops[blocks[0]] + each.styles[blocks[0]].ascent
                for each, blocks in ((zh, row.zh), (en, row.en))
            ]
            assert abs(first[0] - first[1]) < 1


def test_a_chosen_size_stays_and_the_usual_one_goes_on_growing(one_room, interface, qtbot):
    screen = side_by_side(one_room.screen(TYPICAL, width=2000))
    pane(screen, ZH).setFocus()
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_Plus, CTRL)
    assert one_room.keeps.get(ZH_SIZE) == "18"
    interface(150)
    again = side_by_side(one_room.screen(TYPICAL, width=2000))
    assert sizes(again) == (18, 25)
    qtbot.keyClick(pane(again, ZH), Qt.Key.Key_0, CTRL)
    assert sizes(again) == (26, 25)
    interface(200)
    assert sizes(side_by_side(one_room.screen(TYPICAL, width=2000))) == (32, 32)
    assert not one_room.keeps.get(ZH_SIZE)
    assert not one_room.keeps.get(EN_SIZE)


def test_at_an_end_of_the_sizes_its_button_is_off(one_room, interface):
    interface(200)
    screen = side_by_side(one_room.screen(TYPICAL, width=2000))
    column = next(each for each in screen.view.middle.texts.pair.shelf.all if EN in each.heads)
    head = column.heads[EN]
    assert not head.larger.isEnabled()
    head.smaller.click()
    assert sizes(screen) == (32, 31)
    assert head.larger.isEnabled()
