"""How long a case is open counts while its window is in front and somebody is there."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.presence import IDLE_AFTER_S, Presence


class Times:
    def __init__(self):
        self.added = []

    def add_time(self, number, seconds):
        self.added.append((number, seconds))


class View(QWidget):
    front = True

    def isActiveWindow(self):
        return self.front


@pytest.fixture
def counted(qtbot):
    view, times, lane = View(), Times(), Lane("database")
    qtbot.addWidget(view)
    clock = [1000.0]
    presence = Presence(view, times, lane, lambda: clock[0])

    def pass_by(seconds, *, alive=True):
        for _ in range(round(seconds)):
            clock[0] += 1
            if alive:
                presence.eventFilter(QObject(), QEvent(QEvent.Type.Wheel))
            presence.look()

    def kept():
        assert lane.wait_idle(5)
        return times.added

    yield presence, pass_by, kept, view, clock
    presence.end()
    lane.close()


def test_time_counts_while_somebody_reads(counted):
    presence, pass_by, kept, _view, _clock = counted
    presence.begin("A")
    pass_by(90)
    presence.begin("B")
    pass_by(20)
    presence.end()
    assert kept() == [("A", 60), ("A", 30), ("B", 20)]


def test_behind_another_window_and_idle_nothing_counts(counted):
    presence, pass_by, kept, view, _clock = counted
    presence.begin("A")
    view.front = False
    pass_by(50)
    view.front = True
    pass_by(1)
    pass_by(IDLE_AFTER_S + 300, alive=False)
    presence.end()
    assert sum(seconds for _number, seconds in kept()) == 1 + IDLE_AFTER_S


def test_a_computer_that_slept_adds_a_moment_at_most(counted):
    presence, pass_by, kept, _view, clock = counted
    presence.begin("A")
    pass_by(10)
    clock[0] += 8 * 3600
    presence.look()
    presence.end()
    assert kept() == [("A", 10)]


def test_opening_the_same_case_again_goes_on(counted):
    presence, pass_by, kept, _view, _clock = counted
    presence.begin("A")
    pass_by(5)
    presence.begin("A")
    pass_by(5)
    presence.end()
    assert kept() == [("A", 10)]


def test_the_reading_screen_counts_for_the_case_that_is_open(room):
    screen = room.screen("WIC-2026-002")
    screen.presence._counted = 42.0
    screen.leave()
    room.settle()
    assert room.desk.services.looking_back.look().case("WIC-2026-002").seconds == 42
