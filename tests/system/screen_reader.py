"""What a screen reader does, over AT-SPI alone: find by role and name, read, press, write.

It runs in the system's own Python, which has `gi`, and imports nothing of the application.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version has to be named before

PATIENCE = 20  # seconds
LOOK = 0.1
ASSERTIVE = 2
BUTTONS = ("push button", "check box", "radio button")


class Lost(Exception):
    """Nothing of that kind came up in time; says what there was instead."""


class Announced(NamedTuple):
    """What the application had said without anybody going there."""

    words: str
    at_once: bool


class Reader:
    """Hears one application, and acts in it by its accessible objects."""

    def __init__(self, application: str) -> None:
        self._application = application
        self.announced: list[Announced] = []
        self._listener = Atspi.EventListener.new(self._hear)
        self._listener.register("object:announcement")

    def showing(self) -> Iterator[Atspi.Accessible]:
        """Everything in sight, in reading order."""
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(place)
            if child is not None and child.get_name() == self._application:
                yield from _below(child)

    def heard(self) -> list[str]:
        """Role, name and states of all that is in sight: a line each."""
        return [_said(each) for each in self.showing()]

    def find(self, wanted: Callable[[Atspi.Accessible], bool], what: str) -> Atspi.Accessible:
        """The first that is wanted, as soon as there is one."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                for each in self.showing():
                    if wanted(each):
                        return each
            except GLib.Error:
                pass  # it went while it was looked at
            self._listen()
        raise Lost("\n".join([f"no {what} among:", *self.heard()]))

    def named(self, name: str, *roles: str) -> Atspi.Accessible:
        """What has exactly this name and one of these roles."""
        return self.find(lambda it: it.get_name() == name and it.get_role_name() in roles, name)

    def beginning(self, words: str, *roles: str) -> Atspi.Accessible:
        """What has one of these roles and a name that begins with these words."""
        return self.find(
            lambda it: it.get_role_name() in roles and it.get_name().startswith(words), words
        )

    def hears(self, words: str) -> Announced:
        """The first announcement that has these words, as soon as there is one."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for each in self.announced:
                if words in each.words:
                    return each
            self._listen()
        raise Lost(f"nobody said {words!r}, but {self.announced}")

    def headings(self) -> list[tuple[str, str]]:
        """Level and words of every heading in sight."""
        return [
            (each.get_attributes().get("level", ""), each.get_name())
            for each in self.showing()
            if each.get_role_name() == "heading"
        ]

    def press(self, name: str) -> None:
        """Press the button of this name, when it can be pressed."""
        _press(self.find(lambda it: _can_be_pressed(it) and it.get_name() == name, name))

    def press_beginning(self, words: str) -> None:
        _press(self.find(lambda it: _can_be_pressed(it) and it.get_name().startswith(words), words))

    def write(self, name: str, text: str) -> None:
        """Write into the field of this name, instead of what is in it."""
        field = self.find(
            lambda it: it.get_name() == name and _has(it, Atspi.StateType.EDITABLE), name
        )
        field.get_editable_text_iface().set_text_contents(text)

    def _listen(self) -> None:
        """Take in what was announced, and wait a little for more."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        time.sleep(LOOK)

    def _hear(self, event: Atspi.Event) -> None:
        self.announced.append(Announced(event.any_data, event.detail1 == ASSERTIVE))


def text_of(accessible: Atspi.Accessible) -> str:
    """Its whole text, by its text interface."""
    text = accessible.get_text_iface()
    return text.get_text(0, text.get_character_count())


def group_of(accessible: Atspi.Accessible) -> str:
    """The name of the nearest group around it."""
    above = accessible.get_parent()
    while above is not None and not (above.get_role_name() == "panel" and above.get_name()):
        above = above.get_parent()
    return above.get_name() if above is not None else ""


def is_checked(accessible: Atspi.Accessible) -> bool:
    return _has(accessible, Atspi.StateType.CHECKED)


def _below(accessible: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for place in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(place)
        if child is None:
            continue
        if _has(child, Atspi.StateType.SHOWING):
            yield child
        yield from _below(child)


def _has(accessible: Atspi.Accessible, state: Atspi.StateType) -> bool:
    return accessible.get_state_set().contains(state)


def _can_be_pressed(accessible: Atspi.Accessible) -> bool:
    return accessible.get_role_name() in BUTTONS and _has(accessible, Atspi.StateType.ENABLED)


def _press(button: Atspi.Accessible) -> None:
    action = button.get_action_iface()
    names = [action.get_action_name(place) for place in range(action.get_n_actions())]
    wanted = next(name for name in ("Press", "Toggle", "Check") if name in names)
    action.do_action(names.index(wanted))


def _said(accessible: Atspi.Accessible) -> str:
    states = [each.value_nick for each in accessible.get_state_set().get_states()]
    return f"{accessible.get_role_name()} {accessible.get_name()!r} {' '.join(sorted(states))}"
