"""Loads what comes after the list of cases once the list can be used: the first case opens fast."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reviewer_app.services.assembly import Services, warm
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane

AFTER_MS: Final = 200


class Warming(QObject):
    """Works once, on a thread of the network's lane, in the time that a person takes to look."""

    loaded: Event[None] = Event()

    def __init__(self, services: Services, modules: Sequence[str], lane: Lane) -> None:
        super().__init__()
        self._work = partial(load, services, tuple(modules))
        self._lane = lane
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._begin)

    def start(self) -> None:
        """Begin soon."""
        self._timer.start()

    def stop(self) -> None:
        """Begin no more."""
        self._timer.stop()

    def _begin(self) -> None:
        self._lane.run(self._work, owner=self, done=self._loaded, failed=_raise)

    def _loaded(self, _nothing: None) -> None:
        """The next screens are ready to be made."""
        self.loaded.emit(None)


def load(services: Services, modules: Sequence[str]) -> None:
    """Import the modules, and make the services that a case is worked on with. From any thread."""
    warm(services)
    for name in modules:
        import_module(name)


def _raise(error: Exception) -> None:
    raise error
