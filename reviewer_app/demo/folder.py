"""The folder of a demonstration: everything lies in it, and only such a folder is emptied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reviewer_app.errors import ProfileInUse
from reviewer_app.models.lock import LOCK_FILE, profile_lock

MARK = "demonstration"
_WORDS = "This folder belongs to a demonstration, and is emptied by the next one.\n"


@dataclass(eq=False)
class NotOurFolder(Exception):
    """The folder holds something else: it is left alone."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} holds other things and is left alone: name another --folder."


@dataclass(eq=False)
class AlreadyRunning(Exception):
    """Another process plays or shows a demonstration in the folder."""

    path: Path

    def __str__(self) -> str:
        return (
            f"A demonstration is running in {self.path}: end it first, by closing its window or "
            "with Ctrl+C in its terminal."
        )


def is_ours(folder: Path) -> bool:
    """Whether an earlier demonstration made this folder."""
    return (folder / MARK).is_file()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep other demonstrations out of the folder; the system lets go when this process ends.

    Raises NotOurFolder, AlreadyRunning.
    """
    _make(folder)
    try:
        with profile_lock(folder):
            yield
    except ProfileInUse as in_use:
        if in_use.path != folder:
            raise
        raise AlreadyRunning(folder) from in_use


def empty(folder: Path) -> None:
    """Make the folder, or empty an earlier demonstration's; raises NotOurFolder."""
    _make(folder)
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in (MARK, LOCK_FILE):
            path.unlink()


def _make(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not is_ours(folder):
        raise NotOurFolder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_WORDS, encoding="utf-8")
