"""The frame shows one screen at a time and knows none of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.choice import Option
from reviewer_app.ui.kit.frame import Frame
from reviewer_app.ui.kit.labels import ElidedLabel
from reviewer_app.ui.kit.palette import DARK, LIGHT
from reviewer_app.ui.kit.rail import RailEntry
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.strip import LongAct, StripPart, StripState
from reviewer_app.ui.kit.stylesheet import apply_theme, palette_in_use

ENTRIES = (
    RailEntry("hall", "desk", lambda: "Hall"),
    RailEntry("yard", "cases", lambda: "Yard"),
    RailEntry("attic", "sync", lambda: "Attic", below=True),
)
LANGUAGES = (Option("en", lambda: "English"), Option("zh_CN", lambda: "简体中文"))


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    frame = Frame(ENTRIES, LANGUAGES)
    qtbot.addWidget(frame)
    for key in ("hall", "yard"):
        frame.add_screen(key, QLabel(key))
    frame.add_screen("corner", QLabel("corner"), under="yard")
    frame.show_screen("hall")
    frame.show()
    qtbot.waitExposed(frame)
    return frame


def room(frame: Frame, key: str) -> QToolButton:
    button = frame.rail.findChild(QToolButton, key)
    assert isinstance(button, QToolButton)
    return button


def marked(frame: Frame) -> list[str]:
    return [e.key for e in ENTRIES if room(frame, e.key).isChecked()]


def press(frame: Frame, qtbot: QtBot, words: str) -> None:
    (button,) = [b for b in frame.strip.findChildren(QPushButton) if b.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_rail_leads_to_a_screen(frame: Frame, qtbot: QtBot):
    shown: list[str] = []
    frame.shown.connect(shown.append)
    qtbot.mouseClick(room(frame, "yard"), Qt.MouseButton.LeftButton)
    yard = frame.screen_of("yard")
    assert yard is not None
    assert yard.isVisible()
    assert (shown, frame.current, marked(frame)) == (["yard"], "yard", ["yard"])


def test_a_screen_that_is_not_there_yet_is_asked_for(frame: Frame, qtbot: QtBot):
    wanted: list[str] = []
    frame.wanted.connect(wanted.append)
    qtbot.mouseClick(room(frame, "attic"), Qt.MouseButton.LeftButton)
    assert (wanted, frame.current, marked(frame)) == (["attic"], "hall", ["hall"])


def test_a_screen_without_an_entry_marks_the_one_above_it(frame: Frame):
    frame.show_screen("corner")
    assert (frame.current, marked(frame)) == ("corner", ["yard"])


def test_control_and_a_digit_lead_to_a_room(frame: Frame, qtbot: QtBot):
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: frame.current == "yard")


def test_arrows_go_along_the_rail_and_press_nothing(frame: Frame, qtbot: QtBot):
    frame.activateWindow()
    room(frame, "hall").setFocus()
    qtbot.waitUntil(room(frame, "hall").hasFocus)
    qtbot.keyClick(room(frame, "hall"), Qt.Key.Key_Down)
    assert room(frame, "yard").hasFocus()
    assert (frame.current, marked(frame)) == ("hall", ["hall"])


def test_a_screen_can_be_replaced(frame: Frame):
    fresh = QLabel("new hall")
    frame.add_screen("hall", fresh)
    assert (frame.screen_of("hall"), fresh.isVisible()) == (fresh, True)


def test_the_strip_says_its_state_and_tells_of_its_button(frame: Frame, qtbot: QtBot):
    acted: list[None] = []
    frame.strip.acted.connect(acted.append)
    state = StripState((StripPart("Saved 12:04", Shape.DONE), StripPart("3 here")), "Send now")
    frame.strip.show_state(state)
    press(frame, qtbot, "Send now")
    words = [label.text for label in frame.strip.findChildren(ElidedLabel)]
    assert (frame.strip.state, acted) == (state, [None])
    assert [word for word in words if word] == ["Saved 12:04", "3 here"]


def test_a_long_act_can_be_cancelled(frame: Frame, qtbot: QtBot):
    cancelled: list[None] = []
    frame.strip.cancelled.connect(cancelled.append)
    frame.strip.show_state(StripState(act=LongAct("Fetching", 5 * 2**40, 10 * 2**40)))
    (button,) = [b for b in frame.strip.findChildren(QToolButton) if b.accessibleName() == "Cancel"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert cancelled == [None]


def test_the_language_is_chosen_in_the_strip(frame: Frame, qtbot: QtBot):
    chosen: list[str] = []
    frame.strip.show_language("en")
    frame.strip.language_chosen.connect(chosen.append)
    press(frame, qtbot, "简体中文")
    assert chosen == ["zh_CN"]


def test_the_palette_changes_while_it_is_in_use(frame: Frame, qapp: QApplication):
    grounds = []
    for palette in (LIGHT, DARK):
        apply_theme(qapp, palette)
        qapp.sendPostedEvents()
        assert palette_in_use() is palette
        corner = frame.grab().toImage().pixelColor(frame.width() - 3, 3)
        grounds.append(corner.name().upper())
    apply_theme(qapp, LIGHT)
    assert grounds == [LIGHT.window, DARK.window]
