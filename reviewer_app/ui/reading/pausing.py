"""Work that waits until somebody pauses: in typing, in scrolling."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

TYPING_PAUSE_MS = 250
"""Keystrokes closer than this are kept as one."""


def after_pause(owner: QObject, milliseconds: int, act: Callable[[], None]) -> QTimer:
    """Does it once, so long after the last `start`; `act` is a method of the owner."""
    pause = QTimer(owner)
    pause.setSingleShot(True)
    pause.setInterval(milliseconds)
    pause.timeout.connect(act)
    return pause
