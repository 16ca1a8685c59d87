"""What a screen reader turns on or off counts as a click; what a view draws does not."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.ticks import Radio, Tick


def toggle(button: QAbstractButton) -> None:
    """As assistive technology does it."""
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction("Toggle")


@pytest.mark.parametrize("make", [Tick, lambda: Toggle("chip")])
def test_a_turn_by_other_means_is_a_click_and_drawing_is_none(make, qtbot: QtBot):
    button = make()
    qtbot.addWidget(button)
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(button.isChecked()))
    button.setChecked(True)
    button.setChecked(False)
    assert clicks == []
    toggle(button)
    assert clicks == [True]
    button.click()
    assert len(clicks) == 2


def test_of_several_only_the_one_turned_tells(qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    group, buttons = QButtonGroup(parent), [Radio(str(at), parent) for at in range(3)]
    told: list[int] = []
    for at, button in enumerate(buttons):
        group.addButton(button, at)
        button.clicked.connect(lambda: told.append(group.checkedId()))
    for at in (1, 2, 2):
        toggle(buttons[at])
    assert told == [1, 2]


def test_a_row_of_choices_is_chosen_from(qtbot: QtBot):
    row = ChoiceRow([Option(each, lambda each=each: each) for each in "abc"], value="a")
    qtbot.addWidget(row)
    chosen: list[str] = []
    row.chosen.connect(chosen.append)
    for at in (1, 1, 2):
        toggle(row.findChildren(Toggle)[at])
    assert (chosen, row.value) == (["b", "c"], "c")
