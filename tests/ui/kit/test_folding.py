"""Layouts of our own: they fold, flow and stand evenly, and go with their widget."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.flow import EvenLayout, Flow
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.labels import Label
from reviewer_app.ui.kit.screens import Stack, in_sight


def a_button(word: str) -> Button:
    button = Button()
    button.setText(word)
    return button


def shown(widget: QWidget, qtbot: QtBot, width: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, 200)
    widget.show()
    qtbot.waitExposed(widget)
    QApplication.sendPostedEvents()
    return widget


def test_the_end_of_a_row_goes_below_where_it_is_narrow(qtbot: QtBot):
    words, act = Label(text="What is left before the round closes"), a_button("Continue")
    fold = shown(Fold(words, act), qtbot, 600)
    assert act.y() < words.height()
    assert act.x() + act.width() == fold.width()
    fold.resize(160, 200)
    qtbot.waitUntil(lambda: act.y() >= words.height())
    assert act.x() == 0


def test_what_has_nothing_in_sight_takes_no_room(qtbot: QtBot):
    words, act = Label(text="Words"), a_button("Hidden")
    act.hide()
    fold = shown(Fold(words, Flow(act)), qtbot, 300)
    assert words.width() == fold.width()


@pytest.mark.parametrize(("width", "columns"), [(700, 7), (450, 4), (90, 1)])
def test_even_columns_share_the_width(width: int, columns: int, qtbot: QtBot):
    holder = QWidget()
    even = EvenLayout(holder, least=90, gap=10)
    parts = [QLabel(str(number)) for number in range(7)]
    for part in parts:
        even.addWidget(part)
    shown(holder, qtbot, width)
    assert len({part.x() for part in parts}) == columns


def test_nothing_can_be_laid_out_evenly(qtbot: QtBot):
    holder = QWidget()
    even = EvenLayout(holder, least=90)
    shown(holder, qtbot, 300)
    assert even.heightForWidth(300) == 0


def test_layouts_go_with_what_they_are_in(qapp: QApplication):
    for _ in range(200):
        outer = QWidget()
        column = QVBoxLayout(outer)
        words = QVBoxLayout()
        words.addWidget(QLabel("words"))
        column.addWidget(Fold(words, Flow(a_button("one"), a_button("two"))))
        outer.ensurePolished()
        column.activate()
        delete(outer)


def test_a_stack_asks_for_the_room_of_the_page_in_sight(qtbot: QtBot):
    stack, low, high = Stack(), QLabel("low"), QLabel("high")
    high.setMinimumHeight(900)
    stack.add(low)
    stack.add(high)
    assert stack.minimumSizeHint().height() < 100
    stack.show_page(high)
    assert stack.minimumSizeHint().height() == 900


def test_what_is_cut_away_is_not_in_sight(qtbot: QtBot):
    outer = QWidget()
    inner = QWidget(outer)
    inner.setGeometry(-20, 10, 100, 400)
    shown(outer, qtbot, 300)
    assert in_sight(inner).getRect() == (20, 0, 80, 190)
