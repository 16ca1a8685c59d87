"""Marks are given by buttons, digits and arrows, and never by the wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.scores import Mark, ScoreRow
from reviewer_app.ui.kit.stylesheet import apply_theme


@pytest.fixture
def row(qapp: QApplication, qtbot: QtBot) -> ScoreRow:
    apply_theme(qapp, LIGHT)
    row = ScoreRow()
    row.set_subject("Clarity")
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    row.activateWindow()
    row.setFocus()
    return row


@pytest.fixture
def marks(row: ScoreRow) -> list[Mark]:
    marks: list[Mark] = []
    row.marked.connect(marks.append)
    return marks


def buttons(row: ScoreRow) -> list[QPushButton]:
    return row.findChildren(QPushButton)


def checked(row: ScoreRow) -> list[str]:
    return [button.text() for button in buttons(row) if button.isChecked()]


def test_a_click_gives_a_mark(row: ScoreRow, marks: list[Mark], qtbot: QtBot):
    qtbot.mouseClick(buttons(row)[6], Qt.MouseButton.LeftButton)
    assert marks == [Mark(7)]
    assert (row.mark, checked(row)) == (Mark(7), ["7"])


def test_a_second_click_on_the_same_mark_leaves_it(row: ScoreRow, marks: list[Mark], qtbot: QtBot):
    for _ in range(2):
        qtbot.mouseClick(buttons(row)[6], Qt.MouseButton.LeftButton)
    assert (marks, checked(row)) == ([Mark(7)], ["7"])


@pytest.mark.parametrize(("key", "mark"), [("1", 1), ("9", 9), ("0", 10)])
def test_digits_give_marks(row: ScoreRow, marks: list[Mark], qtbot: QtBot, key: str, mark: int):
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert (marks, checked(row)) == ([Mark(mark)], [str(mark)])


def test_arrows_move_the_mark_and_stop_at_the_ends(row: ScoreRow, marks: list[Mark], qtbot: QtBot):
    row.set_mark(Mark(9))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert marks == [Mark(10), Mark(9)]


def test_arrows_give_nothing_before_the_first_mark(row: ScoreRow, marks: list[Mark], qtbot: QtBot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert (marks, row.mark) == ([], None)


def test_cannot_judge_is_an_answer_of_its_own(row: ScoreRow, marks: list[Mark], qtbot: QtBot):
    row.set_mark(Mark(3))
    qtbot.mouseClick(buttons(row)[10], Qt.MouseButton.LeftButton)
    assert (marks, checked(row)) == ([Mark(None)], ["Cannot judge"])


def test_the_wheel_changes_nothing(row: ScoreRow, marks: list[Mark]):
    row.set_mark(Mark(5))
    for button in buttons(row):
        centre = QPointF(button.rect().center())
        turn = QWheelEvent(
            centre,
            QPointF(button.mapToGlobal(centre)),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(button, turn)
    assert (marks, row.mark) == ([], Mark(5))


def test_drawing_a_mark_is_no_gesture(row: ScoreRow, marks: list[Mark]):
    row.set_mark(Mark(5))
    row.set_mark(None)
    assert (marks, checked(row)) == ([], [])


@pytest.mark.parametrize("value", [0, 11, -1])
def test_a_mark_off_the_scale_is_refused(row: ScoreRow, value: int):
    with pytest.raises(ValueError, match="1 to 10"):
        row.set_mark(Mark(value))


def test_every_button_is_named_and_large_enough(row: ScoreRow):
    names = [button.accessibleName() for button in buttons(row)]
    assert names == [f"Clarity, {n} of 10" for n in range(1, 11)] + ["Clarity, Cannot judge"]
    assert min(min(button.width(), button.height()) for button in buttons(row)) >= 28


def test_the_row_is_one_stop_of_the_tab_key_and_one_for_cannot_judge(row: ScoreRow):
    row.set_mark(Mark(4))
    stops = [b.text() for b in buttons(row) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["4", "Cannot judge"]
