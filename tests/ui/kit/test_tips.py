"""Tips are shown letter by letter, stay until left or put away, and can be hovered over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import reviewer_app.ui
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.labels import ElidedLabel
from reviewer_app.ui.kit.palette import DARK, LIGHT, PAPER, Palette
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.kit.tip_window import Tip, hide_tip, placed, tip_shown
from reviewer_app.ui.kit.tips import give_tip, show_tip
from reviewer_app.ui.reading.quote_chip import _Words

UI = Path(reviewer_app.ui.__file__).parent
SHARE = '<img src="//files.example.org/who/reads.png"> a <b>bold</b> case'
PICTURES = {"_picture", "_figure", "_sample", "_rows"}
"""Labels of pictures, figures and words of the program alone."""
LONG = "合作网络覆盖十二个国家的三百五十所学校，" * 20


class Desk(QDialog):
    """Two buttons with tips and a field without one; Escape would close it."""

    def __init__(self) -> None:
        super().__init__()
        self.one, self.two, self.bare = (QPushButton(each, self) for each in ("1", "2", "3"))
        column = QVBoxLayout(self)
        for button in (self.one, self.two, self.bare):
            column.addWidget(button)
        give_tip(self.one, "What one means")
        give_tip(self.two, "What two means")
        self.resize(400, 300)
        self.move(100, 100)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.bare.setFocus()
    yield made
    hide_tip()


def point(widget: QWidget, at: QPoint | None = None) -> None:
    """Move the pointer over a widget, as its system would."""
    there = widget.mapToGlobal(at or widget.rect().center())
    window = widget.window()
    QCursor.setPos(there)  # what leaves a window is asked where it went
    for step in (QPoint(1, 0), QPoint(0, 0)):
        QTest.mouseMove(window.windowHandle(), window.mapFromGlobal(there - step))


def shown() -> str:
    """The words of the tip in sight."""
    tip = tip_shown()
    return "" if tip is None else tip.words


def rested(desk: Desk, qtbot: QtBot) -> Tip:
    """The tip of the first button, after the pointer has come to rest on it."""
    point(desk.one)
    qtbot.waitUntil(lambda: shown() == "What one means")
    tip = tip_shown()
    assert tip is not None
    return tip


def test_the_pointer_may_go_onto_a_tip_and_back(desk: Desk, qtbot: QtBot):
    tip = rested(desk, qtbot)
    point(desk.one, QPoint(desk.one.width() // 2, desk.one.height() - 1))  # the last line of it
    point(tip, QPoint(tip.width() // 2, 0))  # the first of the tip: nothing lies between
    assert tip_shown() is tip
    point(tip, tip.rect().bottomRight())
    QTest.mouseClick(tip, Qt.MouseButton.LeftButton)
    assert tip_shown() is tip
    point(desk.one)
    assert tip_shown() is tip
    point(desk.bare)
    assert tip_shown() is None


def test_escape_puts_a_tip_away_and_nothing_else(desk: Desk, qtbot: QtBot):
    rested(desk, qtbot)
    qtbot.keyClick(desk.bare, Qt.Key.Key_Shift)
    assert shown() == "What one means"
    qtbot.keyClick(desk.bare, Qt.Key.Key_Escape)
    assert shown() == ""
    assert desk.isVisible()
    qtbot.keyClick(desk.bare, Qt.Key.Key_Escape)
    assert not desk.isVisible()


@pytest.mark.parametrize("act", ["key", "press", "wheel", "hide", "other words"])
def test_a_tip_goes_when_something_else_is_done(desk: Desk, qtbot: QtBot, act: str):
    show_tip(desk.one, "What one means", at=desk.one.mapToGlobal(QPoint(5, 5)))
    assert shown()
    match act:
        case "key":
            qtbot.keyClick(desk.bare, Qt.Key.Key_A)
        case "press":
            qtbot.mouseClick(desk.two, Qt.MouseButton.LeftButton)
        case "wheel":
            at = desk.mapFromGlobal(desk.bare.mapToGlobal(QPoint(5, 5)))
            QTest.wheelEvent(desk.windowHandle(), at, QPoint(0, -120))
        case "hide":
            desk.one.hide()
        case "other words":
            give_tip(desk.one, "Another meaning")
    assert shown() == ""


def test_tab_shows_a_tip_as_long_as_the_focus_stays(desk: Desk, qtbot: QtBot):
    desk.one.setFocus()
    assert shown() == ""  # nobody came by the keyboard
    qtbot.keyClick(desk.one, Qt.Key.Key_Tab)
    assert (desk.two.hasFocus(), shown()) == (True, "What two means")
    point(desk.bare)
    assert shown() == "What two means"
    qtbot.keyClick(desk.two, Qt.Key.Key_Backtab)
    assert shown() == "What one means"
    desk.bare.setFocus()
    assert shown() == ""


def test_a_tip_goes_with_its_widget(desk: Desk, qtbot: QtBot):
    rested(desk, qtbot)
    desk.one.deleteLater()
    qtbot.waitUntil(lambda: tip_shown() is None)


@pytest.mark.parametrize("at", [(0, 0), (799, 0), (400, 300), (0, 599), (799, 599), (799, 300)])
@pytest.mark.parametrize("area", [(20, 20), (300, 28), (700, 500)])
@pytest.mark.parametrize("size", [(120, 30), (420, 260), (790, 590)])
def test_a_tip_is_on_the_screen_and_touches_what_it_belongs_to(
    at: tuple[int, int], area: tuple[int, int], size: tuple[int, int]
):
    room, pointer = QRect(0, 0, 800, 600), QPoint(*at)
    over = QRect(QPoint(0, 0), QSize(*area))
    over.moveCenter(pointer)
    over = over.intersected(room)
    found = placed(QSize(*size), over, pointer, room)
    assert room.contains(found)
    assert found.size() == QSize(*size)
    assert found.adjusted(0, -1, 0, 1).intersects(over)
    under = QRect(pointer.x(), room.top(), 1, room.height())  # straight up or down is enough
    assert found.intersects(under)
    if size == (120, 30):
        assert not found.contains(pointer)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=lambda each: each.name)
def test_a_tip_has_the_colours_of_the_palette(
    desk: Desk, qapp: QApplication, palette: Palette, qtbot: QtBot
):
    apply_theme(qapp, palette)
    show_tip(desk.one, "One")
    tip = tip_shown()
    assert tip is not None
    drawn = tip.grab().toImage()
    assert drawn.pixelColor(2, 2) == QColor(palette.text)
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("words", [LONG, "x" * 600, f"{LONG}\n" * 12])
@pytest.mark.parametrize("text_px", [13, 26])
def test_however_long_a_tip_is_it_has_room(
    desk: Desk, qapp: QApplication, words: str, text_px: int
):
    apply_theme(qapp, LIGHT, text_px)
    show_tip(desk.two, words)
    tip = tip_shown()
    assert tip is not None
    assert desk.screen().availableGeometry().contains(tip.geometry())
    assert tip.width() >= tip.sizeHint().width()
    whole = tip.text().replace("\n", "") == words.replace("\n", "")
    assert whole or tip.text().endswith("…")
    assert whole or len(words) > len(LONG)
    hide_tip()
    apply_theme(qapp, LIGHT)


def test_the_title_of_a_column_and_a_cut_cell_are_explained(qtbot: QtBot):
    columns = [Column[str]("name", str, lambda row: row, width=60, about=lambda: "Who it is")]
    table = Table(columns, lambda row: row)
    qtbot.addWidget(table)
    table.set_rows(["A name that has no room here", "short"])
    with qtbot.waitExposed(table):
        table.show()
    qtbot.waitUntil(table.isActiveWindow)
    head, rows = table.horizontalHeader(), table.viewport()
    point(head, QPoint(10, 5))
    qtbot.waitUntil(lambda: shown() == "Who it is")
    first = table.visualRect(table.model().index(0, 0)).center()
    point(rows, first)
    qtbot.waitUntil(lambda: shown() == "A name that has no room here")
    point(rows, rows.rect().bottomRight())
    assert shown() == ""


@pytest.mark.parametrize("text", [SHARE, "<html>", "<b>\n</b>", "&lt;", "3 < 4 and 5 > 4", "a\nb"])
def test_a_tip_is_shown_letter_by_letter(desk: Desk, text: str):
    show_tip(desk.one, text)
    tip = tip_shown()
    assert tip is not None
    assert tip.textFormat() is Qt.TextFormat.PlainText
    assert tip.text().replace("\n", " ").split() == text.split()


def test_a_name_that_is_cut_has_all_of_itself_as_its_tip(qtbot: QtBot):
    label = ElidedLabel(SHARE)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert label.toolTip() == SHARE
    words = _Words()
    qtbot.addWidget(words)
    words.set_words(SHARE, "Background, paragraph 1")
    assert SHARE in words.toolTip()


def test_a_state_is_no_html(qtbot: QtBot):
    state = StateLabel(text=SHARE)
    qtbot.addWidget(state)
    assert {each.textFormat() for each in state.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_every_tip_is_one_of_ours():
    """Qt's own would read words as HTML, and cannot be hovered over."""
    of_qt = re.compile(r"QToolTip|\.setToolTip\(")
    found = {path.name for path in UI.rglob("*.py") if of_qt.search(path.read_text("utf-8"))}
    assert found == {"tips.py"}


def test_every_label_is_told_to_be_plain():
    """A bare QLabel guesses; ours say it where they are made, but for pictures."""
    made = re.compile(r"(\w+) = \[?\(?QLabel\(")
    for path in UI.rglob("*.py"):
        if path.name.startswith("gallery"):
            continue
        source = path.read_text("utf-8")
        for name in set(made.findall(source)) - PICTURES:
            told = f"{name}.setTextFormat(Qt.TextFormat.PlainText)"
            assert told in source, f"{path.name}: {name}"
