"""Loads what comes after the list of cases once the list can be used: the first case opens fast.

Windows are loaded on the GUI thread, a slice at a time between two events; what stands below them,
on a thread. PySide6 (6.11, with a Python before 3.12) keeps what it knows of classes in a table
without a lock, and looks there from the GUI thread while that draws and other threads run Python:
a class of Qt's that is made on another thread meanwhile may end the process.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from threading import get_ident
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reviewer_app.services.assembly import Services, warm
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane

AFTER_MS: Final = 200
SLICE: Final = 0.008
"""Seconds that a slice may take, but for its last module: half of a frame."""
_WINDOWS: Final = "reviewer_app.ui."
_OURS: Final = ("reviewer_app.", "review_protocol.")


class Warming(QObject):
    """Works once, in the time that a person takes to look."""

    loaded: Event[None] = Event()

    def __init__(self, services: Services, modules: Sequence[str], lane: Lane) -> None:
        super().__init__()
        self._services = services
        self._modules = tuple(modules)
        self._lane = lane
        self._slice = SLICE
        self._below: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._begin)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin soon."""
        self._timer.start()

    def stop(self) -> None:
        """Begin no more, and leave what has begun."""
        self._timer.stop()
        self._next.stop()
        if self._below is not None:
            self._below.cancel()

    def _begin(self) -> None:
        self._load_below(partial(warm, self._services))

    def _load_below(self, work: Callable[[], object]) -> None:
        self._below = self._lane.run(work, owner=self, done=self._continue, failed=_raise)

    def _continue(self, _loaded: object) -> None:
        self._next.start()

    def _go_on(self) -> None:
        """A slice that comes to no module's end makes the next one longer."""
        there = len(sys.modules)
        try:
            load(self._modules, perf_counter() + self._slice)
        except _Below as below:
            self._load_below(partial(import_module, below.name))
        except _Paused:
            self._slice = SLICE if len(sys.modules) > there else 2 * self._slice
            self._next.start()
        else:
            self.loaded.emit(None)


class _Paused(Exception):
    """The time is over. What was being loaded is not loaded; it stands at its imports still."""


class _Below(_Paused):
    """A module comes next that makes no window and is loaded elsewhere."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Pausing:
    """Asked by Python for each module that is not loaded yet; finds none, but may pause."""

    def __init__(self, until: float) -> None:
        self._until = until
        self._thread = get_ident()

    def find_spec(self, name: str, _path: object, _target: object = None) -> None:
        """Raises `_Paused` on the thread that loads windows; other threads load what they will."""
        if get_ident() != self._thread or not name.startswith(_OURS):
            return
        if not name.startswith(_WINDOWS):
            raise _Below(name)
        if perf_counter() > self._until:
            raise _Paused


def load(modules: Sequence[str], until: float) -> None:
    """Import the modules, and what they need, on the GUI thread. Raises `_Paused`."""
    pausing = _Pausing(until)
    sys.meta_path.insert(0, pausing)
    try:
        for name in modules:
            import_module(name)
    finally:
        sys.meta_path.remove(pausing)


def _raise(error: Exception) -> None:
    raise error
