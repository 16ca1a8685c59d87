"""Remembers in the desk where each file was left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from reviewer_app.errors import Failure
from reviewer_app.services.desk import Desk
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.attachments.place import FilePlace
from reviewer_app.ui.reading.pausing import after_pause

KEEP_PLACE_MS = 1000


class PlaceKeeper(QObject):
    """Keeps the newest place after a pause, or at once when the file is left."""

    def __init__(self, desk: Desk, lane: Lane) -> None:
        super().__init__()
        self._desk = desk
        self._lane = lane
        self._left: tuple[str, FilePlace] | None = None
        self._pause = after_pause(self, KEEP_PLACE_MS, self.keep)

    def move(self, sha256: str, place: FilePlace) -> None:
        """The reader is here in this file."""
        self._left = (sha256, place)
        self._pause.start()

    def keep(self) -> None:
        """Remember it now."""
        self._pause.stop()
        if self._left is not None:
            sha256, place = self._left
            work = partial(_keep, self._desk, sha256, place.text())
            self._lane.run(work, owner=self, done=_nothing, failed=_fail)
            self._left = None


def _keep(desk: Desk, sha256: str, place: str) -> None:
    desk.attachments.keep_place(sha256, place)


def _nothing(_none: None) -> None:
    """A place is kept: there is nothing to show."""


def _fail(error: Exception) -> None:
    """A place that the disk does not take is no loss; what is not expected is a bug."""
    if not isinstance(error, Failure):
        raise error
