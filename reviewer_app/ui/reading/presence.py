"""Counts how long a case is open before somebody who is there: for the expert alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from reviewer_app.errors import Failure
from reviewer_app.ui.kit.lane import Lane

LOOK_EVERY_S: Final = 5.0
IDLE_AFTER_S: Final = 120.0
"""Somebody who reads a page turns it, scrolls or moves the pointer at least this often."""
KEEP_EVERY_S: Final = 60.0
_SIGNS_OF_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
    }
)


class AddsTime(Protocol):
    """Adds seconds to the time that a case was open."""

    def add_time(self, number: str, seconds: int) -> None: ...


class Presence(QObject):
    """Counts while its window is the active one and the person is not idle.

    At most `LOOK_EVERY_S` are counted at once, so that a computer that slept adds nothing.
    """

    def __init__(
        self,
        view: QWidget,
        times: AddsTime,
        lane: Lane,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(view)
        self._view, self._times, self._lane, self._steady = view, times, lane, steady
        self._window: QWindow | None = None
        self._number = ""
        self._counted = 0.0
        self._alive_at = self._seen_at = steady()
        self._timer = QTimer(self)
        self._timer.setInterval(round(LOOK_EVERY_S * 1000))
        self._timer.timeout.connect(self.look)

    def begin(self, number: str) -> None:
        """This case is open now; the same one goes on."""
        if number != self._number:
            self.end()
            self._number = number
        if not self._timer.isActive():
            self._alive_at = self._seen_at = self._steady()
            self._window = self._view.window().windowHandle()
            if self._window is not None:
                self._window.installEventFilter(self)
            self._timer.start()

    def end(self) -> None:
        """No case is open; what was counted is kept."""
        if self._timer.isActive():
            self.look()
            self._timer.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        self._keep()
        self._number, self._counted = "", 0.0

    def look(self) -> None:
        """Count the time since the last look; the timer does so every few seconds."""
        now = self._steady()
        passed, self._seen_at = now - self._seen_at, now
        here = self._view.isActiveWindow() and now - self._alive_at <= IDLE_AFTER_S
        if here:
            self._counted += min(passed, LOOK_EVERY_S)
        if self._counted >= KEEP_EVERY_S:
            self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a sign of life; it goes on its way."""
        if event.type() in _SIGNS_OF_LIFE:
            self._alive_at = self._steady()
        return False

    def _keep(self) -> None:
        seconds, number = int(self._counted), self._number
        if seconds and number:
            self._counted -= seconds
            work = partial(self._times.add_time, number, seconds)
            self._lane.run(work, owner=self, done=_nothing, failed=_pass_over)


def _nothing(_none: None) -> None:
    """Nothing is shown of it here."""


def _pass_over(error: Exception) -> None:
    """A minute that could not be kept is no work lost; a bug is still one."""
    if not isinstance(error, Failure):
        raise error
