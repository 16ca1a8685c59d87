"""Locks an open desk: covers it, lets it keep what was typed, then closes and forgets it."""

from __future__ import annotations

import gc
import json
import secrets
import time
from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.models.aside import sealed_aside
from reviewer_app.opening import OpenDesk
from reviewer_app.sync.lines import Lines
from reviewer_app.ui.entries import Entries, entries_of
from reviewer_app.ui.inside import Inside
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.strip import StripState
from reviewer_app.ui.locking.dialogs import close_dialogs, is_one_open, open_dialog
from reviewer_app.ui.screen import Lanes, Visit
from reviewer_app.ui.window import Window

LOOK_EVERY_MS: Final = 20
PATIENCE_S: Final = 8.0
"""What still runs after this long finds the desk closed."""


@dataclass(frozen=True, slots=True)
class Left:
    """Where the person was; what stood in fields is sealed under the desk's own key."""

    visit: Visit | None
    sealed: bytes


class Locking(QObject):
    """One locking, from the cover to the last reference."""

    closed = Event(Left)
    """The keys are gone, the database is closed, the screens are deleted."""

    def __init__(
        self, window: Window, inside: Inside, desk: OpenDesk, lanes: Lanes, lines: Lines
    ) -> None:
        """What is given here is let go of at the end."""
        super().__init__()
        self._window = window
        self._inside: Inside | None = inside
        self._desk: OpenDesk | None = desk
        self._lanes = lanes
        self._lines = lines
        self._left = Left(None, b"")
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def begin(self, key: str, cover: QWidget) -> tuple[str, ...]:
        """Put `cover` over everything at once; answers what was stopped by it, in words."""
        inside, desk, frame = self._inside, self._desk, self._window.frame
        if inside is None or desk is None:
            return ()
        QGuiApplication.inputMethod().commit()  # a syllable that is being composed
        self._left = Left(inside.routes.standing(), _put_aside(self._window, inside, desk))
        inside.leave()
        close_dialogs(self._window)
        frame.show_rail(visible=False)
        frame.add_screen(key, cover)
        frame.show_screen(key)
        frame.strip.show_state(StripState())
        stopped = inside.stop()
        self._lines.end()
        self._began = time.monotonic()
        self._timer.start()
        return stopped

    def stop(self) -> None:
        """The application ends, and closes what is open itself."""
        self._timer.stop()

    def _look(self) -> None:
        """Everything has come to its end, or has had its time."""
        if is_one_open():
            close_dialogs(self._window)  # its loop ends after this
            return
        idle = self._lanes.database.idle() and self._lanes.network.idle()
        if idle or time.monotonic() - self._began > PATIENCE_S:
            self._timer.stop()
            self._close()

    def _close(self) -> None:
        desk, self._desk, self._inside = self._desk, None, None
        if desk is not None:
            desk.services.keys.seal()
            desk.store.close()
        del desk
        for lane in (self._lanes.database, self._lanes.network):
            lane.mend = None
        self._window.frame.drop_others()
        self._window.frame.rail.set_entries(())
        self.closed.emit(self._left)
        gc.collect()


def _put_aside(window: Window, inside: Inside, desk: OpenDesk) -> bytes:
    screen, dialog = inside.routes.here, open_dialog(window)
    if dialog is None and screen is not None:
        dialog = screen.editor()
    fields = Entries() if screen is None else Entries(entries_of(screen.view).texts)
    content = {
        "fields": asdict(fields),
        "dialog": None if dialog is None else asdict(dialog),
    }
    plain = json.dumps(content).encode()
    return sealed_aside(plain, desk.store.key, secrets.token_bytes)
