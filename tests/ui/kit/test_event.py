"""Events carry one typed value."""

import pytest
from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event


class Bell(QObject):
    rung = Event(int)
    listed = Event(tuple[int, ...])
    chosen: Event[str | None] = Event()


class LoudBell(Bell):
    cracked = Event(str)


class Ear(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)


def test_an_event_hands_its_value_to_those_connected():
    bell, ear = LoudBell(), Ear()
    bell.rung.connect(ear.hear)
    bell.listed.connect(ear.hear)
    bell.chosen.connect(ear.hear)
    bell.cracked.connect(ear.hear)
    bell.rung.emit(2**40)
    bell.listed.emit((1, 2))
    bell.chosen.emit(None)
    bell.cracked.emit("x")
    assert ear.heard == [2**40, (1, 2), None, "x"]


def test_a_value_of_another_type_is_refused():
    with pytest.raises(TypeError, match="carries int, not str"):
        Bell().rung.emit("three")


def test_events_of_two_objects_are_apart():
    one, other, ear = Bell(), Bell(), Ear()
    one.rung.connect(ear.hear)
    other.rung.emit(1)
    assert ear.heard == []


def test_an_event_can_be_handed_on_to_another():
    inner, outer, ear = Bell(), Bell(), Ear()
    inner.rung.connect(outer.rung.emit)
    outer.rung.connect(ear.hear)
    inner.rung.emit(7)
    assert ear.heard == [7]


def test_who_disconnects_hears_no_more():
    bell, ear = Bell(), Ear()
    bell.rung.connect(ear.hear)
    bell.rung.disconnect(ear.hear)
    bell.rung.emit(1)
    assert ear.heard == []


def test_a_listener_that_is_gone_is_not_called():
    bell, ear = Bell(), Ear()
    heard = ear.heard
    bell.rung.connect(ear.hear)
    del ear
    bell.rung.emit(1)
    assert heard == []
