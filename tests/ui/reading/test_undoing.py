"""Steps back and forth through everything that was done on a sheet in this session."""

import pytest
from PySide6.QtCore import Qt

from reviewer_app.ui.kit import hearing
from tests.builders.desk import some_answers
from tests.ui.reading.room import ZH, pane, select

CASE, OTHER = "WIC-2026-002", "WIC-2026-001"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = "conceptual_fit", "benefits"


@pytest.fixture
def screen(room):
    made = room.screen(CASE)
    made.room = room
    yield made
    made.leave()
    room.settle()


def press(qtbot, screen, key=Qt.Key.Key_Z, held=CTRL):
    qtbot.keyClick(pane(screen, ZH), key, held)
    screen.room.settle()


def mark(qtbot, screen, code, value):
    button = screen.view.panel.cards[code].score._buttons[value - 1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def marks(screen):
    answers = screen.room.answers(CASE)
    return tuple(answers.answer(code).mark for code in (FIRST, SECOND))


def test_every_act_is_a_step_back_and_forth(screen, qtbot):
    mark(qtbot, screen, FIRST, 5)
    mark(qtbot, screen, SECOND, 6)
    select(screen, ZH, 2, 0, 5)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    seen = []
    for key, held in (
        *[(Qt.Key.Key_Z, CTRL)] * 4,
        (Qt.Key.Key_Y, CTRL),
        *[(Qt.Key.Key_Z, CTRL | SHIFT)] * 3,
    ):
        press(qtbot, screen, key, held)
        seen.append((*marks(screen), len(screen.room.answers(CASE).answer(FIRST).quotes)))
    back = [(5, 6, 0), (5, None, 0), (None, None, 0), (None, None, 0)]
    assert seen == [*back, (5, None, 0), (5, 6, 0), (5, 6, 1), (5, 6, 1)]


def test_after_another_act_nothing_is_done_again(screen, qtbot):
    mark(qtbot, screen, FIRST, 5)
    press(qtbot, screen)
    mark(qtbot, screen, FIRST, 7)
    press(qtbot, screen, Qt.Key.Key_Y)
    assert marks(screen) == (7, None)
    press(qtbot, screen)
    assert marks(screen) == (None, None)


def test_from_the_text_a_comment_is_undone_by_words_among_the_other_acts(screen, qtbot):
    field = screen.view.panel.cards[FIRST].comment
    mark(qtbot, screen, SECOND, 4)
    qtbot.keyClicks(field, "one two")
    mark(qtbot, screen, SECOND, 6)
    seen = []
    for _ in range(4):
        press(qtbot, screen)
        seen.append((marks(screen)[1], field.toPlainText()))
    assert seen == [(4, "one two"), (4, "one "), (4, ""), (None, "")]


def test_a_word_undone_in_its_field_comes_back_from_the_text_too(screen, qtbot):
    field = screen.view.panel.cards[FIRST].comment
    qtbot.keyClicks(field, "one two")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == "one "
    press(qtbot, screen, Qt.Key.Key_Y)
    assert field.toPlainText() == "one two"
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    press(qtbot, screen)
    assert field.toPlainText() == ""


def test_steps_outlive_a_look_at_another_case(screen, qtbot):
    mark(qtbot, screen, FIRST, 5)
    mark(qtbot, screen, FIRST, 8)
    for number in (OTHER, CASE):
        screen.room.settle()
        screen.enter(number)
        screen.room.settle()
    for expected in ((5, None), (None, None)):
        press(qtbot, screen)
        assert marks(screen) == expected


def test_what_was_done_again_is_said(screen, qtbot, monkeypatch):
    mark(qtbot, screen, SECOND, 6)
    press(qtbot, screen)
    said = []
    monkeypatch.setattr(hearing, "send", lambda event: said.append(event.message()))
    press(qtbot, screen, Qt.Key.Key_Y)
    assert said == ["Done again: Benefits to humankind, mark 6"]


def test_earlier_sessions_are_gone_back_through_and_forth_again(screen, qtbot):
    for value in (3, 9):
        screen.room.desk.services.scoring.keep(CASE, some_answers(value))
    screen.refresh()
    screen.room.settle()
    seen = []
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Y):
        press(qtbot, screen, key)
        seen.append(marks(screen)[0])
    assert seen == [3, None, 3, 9]
