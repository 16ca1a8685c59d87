"""What the app remembers outside the desk: language, theme, sizes, windows; nothing secret."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

from reviewer_app.failing import ExpectedFailure
from reviewer_app.models.disk import write_atomically

LANGUAGE: Final = "language"
THEME: Final = "theme"
INTERFACE_SIZE: Final = "interface.size"
ZH_SIZE: Final = "reading.zh.size"
EN_SIZE: Final = "reading.en.size"
SERVER: Final = "server"
REMEMBERED: Final = "open.remembered"
"""YES where the keyring is to be asked for the key at the start."""
YES: Final = "yes"
NO: Final = "no"

_GIVEN_UP: Final = ("last.case",)
"""What earlier versions kept here and is no more to lie beside the desk: it names a case."""


class Settings:
    """Small texts by name in one JSON file; a broken file is an empty one, never a failure."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._texts = _read(path)
        if not self._texts.keys().isdisjoint(_GIVEN_UP):
            with suppress(ExpectedFailure):  # a start does not fail for this; the next one tries
                self._write({key: self._texts[key] for key in self._texts.keys() - _GIVEN_UP})

    def get(self, key: str) -> str | None:
        """What was kept under `key`, if anything."""
        return self._texts.get(key)

    def set(self, key: str, value: str) -> None:
        """Keep `value` under `key`; raises DiskFull, FolderReadOnly, StorageFault."""
        with self._lock:
            if self._texts.get(key) == value:
                return
            self._write(self._texts | {key: value})

    def _write(self, texts: dict[str, str]) -> None:
        content = json.dumps(texts, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomically(self._path, content.encode())
        self._texts = texts


def _read(path: Path) -> dict[str, str]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {key: text for key, text in content.items() if isinstance(text, str)}
