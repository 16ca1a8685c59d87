"""What hands expect of the texts: the wheel with Ctrl resizes them, copies are plain text."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.reading.arrangement import Mode
from tests.ui.reading.room import EN, ZH, pane

CASE = "WIC-2026-001"
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def screen(one_room):
    made = one_room.screen(CASE)
    yield made
    made.leave()


def turn(over, notches, held=CTRL, at=None):
    """Turn the wheel over a point of a pane."""
    there = over.viewport()
    place = QPointF(at or there.rect().center())
    event = QWheelEvent(
        place,
        there.mapToGlobal(place),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(there, event)


def sizes(screen):
    return screen.reading.state.how.zh.px, screen.reading.state.how.en.px


def test_the_wheel_with_ctrl_resizes_the_text_below_it(screen):
    zh, en = sizes(screen)
    turn(pane(screen, EN), 1)
    turn(pane(screen, EN), 1)
    turn(pane(screen, ZH), -1)
    assert sizes(screen) == (zh - 1, en + 2)
    assert pane(screen, EN).document().defaultFont().pixelSize() == en + 2


def test_pieces_of_a_notch_add_up(screen):
    zh, en = sizes(screen)
    for _ in range(5):
        turn(pane(screen, ZH), 0.25)
    assert sizes(screen) == (zh + 1, en)


def test_the_wheel_alone_scrolls(screen):
    before = sizes(screen)
    turn(pane(screen, ZH), -1, NONE)
    assert sizes(screen) == before
    assert pane(screen, ZH).verticalScrollBar().value() > 0


def test_woven_texts_are_resized_each_by_itself(screen):
    screen.reading.arrange(screen.reading.state.how.in_mode(Mode.STACKED))
    stack = screen.view.middle.texts.pair.shelf.stack
    number = next(at for at, each in enumerate(stack.held.blocks) if each.language is EN)
    stack.verticalScrollBar().setValue(0)  # the place is kept from one mode to another
    zh, en = sizes(screen)
    turn(stack, 1, at=QPoint(80, round(stack.setting().tops[number]) + 2))
    assert sizes(screen) == (zh, en + 1)


def test_a_copy_is_plain_text_and_nothing_else(screen):
    there = pane(screen, ZH)
    there.selectAll()
    there.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.formats() == ["text/plain"]
    assert copied.text() == there.held.text
