"""Brings back what the lock put aside, once the screen where the person was is there again."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QObject, QTimer

from reviewer_app.models.aside import opened_aside
from reviewer_app.ui.entries import Aside, Entries
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.routes import Routes

LOOK_EVERY_MS: Final = 20
LOOKS: Final = 500
QUIET: Final = 2
"""So many looks in a row find the lane idle: the screen has read all that it shows."""


class Resuming(QObject):
    """Waits for the screen; gives up where it does not come to rest."""

    def __init__(self, routes: Routes, lane: Lane, sealed: bytes, key: bytes) -> None:
        super().__init__()
        self._routes = routes
        self._lane = lane
        self._fields, self._dialog = _read(opened_aside(sealed, key))
        self._looks = self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """From now on."""
        self._timer.start()

    def stop(self) -> None:
        """It is too late for it."""
        self._timer.stop()

    def _look(self) -> None:
        self._looks += 1
        self._quiet = self._quiet + 1 if self._lane.idle() else 0
        if self._quiet < QUIET and self._looks < LOOKS:
            return
        self._timer.stop()
        screen, dialog = self._routes.here, self._dialog
        fields, self._fields, self._dialog = self._fields, Entries(), None
        if screen is not None:
            fields.texts_into(screen.view)
            if dialog is not None:
                screen.resumed.emit(dialog)


def _read(plain: bytes | None) -> tuple[Entries, Aside | None]:
    content = json.loads(plain) if plain else None
    if not isinstance(content, dict):
        return Entries(), None
    dialog = content["dialog"]
    aside = None if dialog is None else Aside(dialog["name"], _entries(dialog["entries"]))
    return _entries(content["fields"]), aside


def _entries(found: dict[str, list[str]]) -> Entries:
    return Entries(
        tuple(str(text) for text in found["texts"]),
        tuple(bool(mark) for mark in found["marks"]),
        tuple(int(pick) for pick in found["picks"]),
    )
