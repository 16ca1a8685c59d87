"""Waiting at a window, as the demonstration and the tests of the whole application do."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.demo.hands import Hands, Stuck


def test_what_held_for_a_moment_was_not_waited_for_in_vain(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    looks = iter([False, True])
    Hands(window).until(lambda: next(looks, False), "a moment", seconds=5.0)


def test_what_never_holds_is_told_with_what_the_window_says(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with pytest.raises(Stuck, match="waited in vain for: better times"):
        Hands(window).until(lambda: False, "better times", seconds=0.05)


def test_what_holds_before_anything_happens_lets_nothing_happen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    happened: list[bool] = []
    QTimer.singleShot(0, lambda: happened.append(True))
    Hands(window).until(lambda: True, "now")
    assert not happened
    qtbot.waitUntil(lambda: bool(happened))
