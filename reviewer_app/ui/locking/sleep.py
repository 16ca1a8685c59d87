"""Learns that the computer goes to sleep or was asleep: by the system's word, and by its clocks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import SLOT, QObject, Slot

from reviewer_app.ui.kit.event import Event

SERVICE: Final = "org.freedesktop.login1"
PATH: Final = "/org/freedesktop/login1"
INTERFACE: Final = "org.freedesktop.login1.Manager"
LEAP: Final = 30.0
"""Seconds by which clocks may come apart, or a look be late, before it was sleep."""


class SleepWord(QObject):
    """logind's word on Linux; elsewhere, and where there is no bus, nobody says anything."""

    said: Event[None] = Event()

    def listen(self) -> bool:
        """Listen from now on; answers whether there is somebody to listen to."""
        if not sys.platform.startswith("linux"):
            return False
        # the bus is looked for when the desk has been open for a while
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        # PySide's stubs ask for bytes, and it takes text alone
        return bus.connect(SERVICE, PATH, INTERFACE, "PrepareForSleep", self, SLOT("tell(bool)"))  # type: ignore[call-overload, no-any-return]

    @Slot(bool)
    def tell(self, _begins: bool) -> None:
        """Before the sleep and after it: whichever comes first is heeded."""
        self.said.emit(None)


class SleepingClocks:
    """The clock of the day goes on in a sleep, and the steady one does not, or both leap."""

    def __init__(self, day: Callable[[], float], steady: Callable[[], float]) -> None:
        """Both give seconds; only differences count."""
        self._day = day
        self._steady = steady
        self._last = day(), steady()

    def slept(self, pause: float) -> bool:
        """Whether there was a sleep since the last look, `pause` seconds ago as it should be.

        A clock that somebody sets ahead looks like a sleep; one that is set back does not.
        """
        now = self._day(), self._steady()
        day, steady = now[0] - self._last[0], now[1] - self._last[1]
        self._last = now
        return day - steady > LEAP or steady - pause > LEAP
