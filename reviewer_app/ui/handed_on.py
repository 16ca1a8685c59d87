"""Files that the system opens while the app runs: the second start hands them to the first one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

from reviewer_app.errors import ExpectedFailure
from reviewer_app.models.disk import disk_failures, write_atomically
from reviewer_app.ui.kit.event import Event

OPENED_FOLDER = "opened"
_LONGEST = 1 << 16


def hand_on(profile: Path, files: Sequence[Path]) -> bool:
    """Name these files to whoever has the profile open; False where there is nothing to name, or
    it cannot be written."""
    if not files:
        return False
    folder = profile / OPENED_FOLDER
    names = [str(path.absolute()) for path in files]
    with suppress(ExpectedFailure), disk_failures(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        note = folder / f"{secrets.token_hex(8)}.json"
        write_atomically(note, json.dumps(names).encode("utf-8"))
        return True
    return False


class HandedOn(QObject):
    """`came` carries the paths that another start of the app has named here."""

    came = Event(tuple)

    def __init__(self, profile: Path) -> None:
        super().__init__()
        self._folder = profile / OPENED_FOLDER
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self.look)

    def start(self) -> None:
        """Look, and look again whenever something comes; without the folder nothing can."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._watcher.addPath(str(self._folder))
        self.look()

    def stop(self) -> None:
        """Look no more."""
        for path in self._watcher.directories():
            self._watcher.removePath(path)

    def look(self, _changed: str = "") -> None:
        """Tell what has come, once; what cannot be read is not told."""
        for note in sorted(self._folder.glob("*.json")):
            paths: tuple[Path, ...] = ()
            with suppress(OSError, ValueError):
                if note.stat().st_size <= _LONGEST:
                    paths = _named(json.loads(note.read_bytes()))
                note.unlink()
            if paths:
                self.came.emit(paths)


def _named(names: object) -> tuple[Path, ...]:
    if not isinstance(names, list):
        return ()
    return tuple(Path(name) for name in names if isinstance(name, str))
