"""The folder of a demonstration: everything lies in it, and only such a folder is emptied."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

MARK = "demonstration"
_WORDS = "This folder belongs to a demonstration, and is emptied by the next one.\n"


@dataclass(eq=False)
class NotOurFolder(Exception):
    """The folder holds something else: it is left alone."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} holds other things and is left alone: name another --folder."


def is_ours(folder: Path) -> bool:
    """Whether an earlier demonstration made this folder."""
    return (folder / MARK).is_file()


def empty(folder: Path) -> None:
    """Make the folder, or empty an earlier demonstration's; raises NotOurFolder."""
    if folder.exists() and any(folder.iterdir()):
        if not is_ours(folder):
            raise NotOurFolder(folder)
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(_WORDS, encoding="utf-8")
