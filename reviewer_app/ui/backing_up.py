"""Makes backups by itself, where nobody waits for them: soon after each signature, and hourly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reviewer_app.ui.kit.lane import Lane

SOON_MS: Final = 3_000
"""After something was written: several acts in a row are one."""
LOOK_EVERY_MS: Final = 600_000


class BackingUp(QObject):
    """Asks on `lane` whether one is due; `keep_if_due` answers at once where none is."""

    def __init__(self, keep_if_due: Callable[[], object], lane: Lane) -> None:
        super().__init__()
        self._keep_if_due = keep_if_due
        self._lane = lane
        self._soon, self._often = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._often.setInterval(LOOK_EVERY_MS)
        for timer in (self._soon, self._often):
            timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on; what was signed before the app was closed last is looked after first."""
        self._soon.start()
        self._often.start()

    def stop(self) -> None:
        """Begin no more."""
        self._soon.stop()
        self._often.stop()

    def note(self, _wrote: None) -> None:
        """Something was kept or signed."""
        if self._often.isActive():
            self._soon.start()

    def look(self) -> None:
        """Make one where it is due."""
        self._lane.run(self._keep_if_due, owner=self, done=self._kept, failed=_raise)

    def _kept(self, _outcome: object) -> None:
        """How it came out is told where the backups are listed."""


def _raise(error: Exception) -> None:
    raise error
