"""Tells when the desk is to be locked: nobody is there, the computer slept, or somebody asks."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.lock_choice import chosen
from reviewer_app.ui.locked import Why
from reviewer_app.ui.locking.sleep import SleepingClocks, SleepWord

LOOK_EVERY_S: Final = 5.0
KEYS: Final = QKeySequence("Ctrl+L")
_SIGNS_OF_LIFE: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


class Watch(QObject):
    """Looks at what reaches the windows, dialogs too, before any widget sees it."""

    due: Event[Why] = Event()

    def __init__(
        self,
        app: QGuiApplication,
        keeps: Keeps,
        *,
        day: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """`day` gives seconds of the clock that may be set, `steady` of the one that may not."""
        super().__init__()
        self._app = app
        self._keeps = keeps
        self._steady = steady
        self._clocks = SleepingClocks(day, steady)
        self._alive_at = steady()
        self._word = SleepWord()
        self._listens = False
        self._timer = QTimer(self)
        self._timer.setInterval(round(LOOK_EVERY_S * 1000))
        self._timer.timeout.connect(self.look)
        self._word.said.connect(self._tell_sleep)

    def start(self) -> None:
        """From now on."""
        self._alive_at = self._steady()
        self._clocks.slept(0)
        for window in self._app.topLevelWindows():
            window.installEventFilter(self)
        self._app.focusWindowChanged.connect(self._watch)
        self._timer.start()

    def stop(self) -> None:
        """No more."""
        self._timer.stop()
        self._app.focusWindowChanged.disconnect(self._watch)
        for window in self._app.topLevelWindows():
            window.removeEventFilter(self)

    def look(self) -> None:
        """See whether it is time; the timer does so every few seconds."""
        if not self._listens:
            self._listens = True
            self._word.listen()
        if self._clocks.slept(LOOK_EVERY_S):
            self.due.emit(Why.SLEPT)
            return
        limit = chosen(self._keeps).limit
        if limit is not None and self._steady() - self._alive_at >= limit.total_seconds():
            self.due.emit(Why.IDLE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a sign of life; the keys that lock go no further, whatever has the focus."""
        kind = event.type()
        if kind in _SIGNS_OF_LIFE:
            self._alive_at = self._steady()
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _locks(event):
                self.due.emit(Why.ASKED)
                return True
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # once is enough
            window.installEventFilter(self)

    def _tell_sleep(self, _nothing: None) -> None:
        self.due.emit(Why.SLEPT)


def _locks(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == KEYS
