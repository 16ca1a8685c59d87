"""Small settings kept off the GUI thread; what cannot be written is forgotten, not a failure."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.settings import Settings
from reviewer_app.ui.kit.lane import Lane


def default_folder(name: str) -> Path:
    """Where this person's desk lies when no other folder is asked for."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / name


class KeptSettings(QObject):
    """`Keeps` for the windows: answers from memory, writes on the database's lane."""

    def __init__(self, settings: Settings, lane: Lane) -> None:
        super().__init__()
        self._settings = settings
        self._lane = lane
        self._fresh: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """What was kept under `key`, if anything."""
        return self._fresh.get(key) or self._settings.get(key)

    def set(self, key: str, value: str) -> None:
        """Keep `value` under `key`, soon."""
        if self.get(key) != value:
            self._fresh[key] = value
            self._write(key, value)

    def keep_again(self) -> None:
        """Write what could not be written before, now that there is a folder for it."""
        for key, value in self._fresh.items():
            self._write(key, value)

    def _write(self, key: str, value: str) -> None:
        write = partial(self._settings.set, key, value)
        self._lane.run(write, owner=self, done=self._kept, failed=self._failed)

    def _kept(self, _nothing: None) -> None:
        """It is on the disk."""

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
