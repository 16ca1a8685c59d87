"""A small file that is given up first when the disk is full: even a delete needs space."""

from __future__ import annotations

import os
from pathlib import Path

BALLAST_BYTES = 2 << 20


class Ballast:
    """The file `ballast` of a profile folder."""

    def __init__(self, path: Path, size: int = BALLAST_BYTES) -> None:
        self._path = path
        self._size = size

    def fill(self) -> bool:
        """Lay it in if it is not there; answers whether it is there now. Never a failure."""
        try:
            if self._path.is_file() and self._path.stat().st_size == self._size:
                return True
            with self._path.open("wb") as file:
                # random bytes: a file system that compresses would keep zeros for nothing
                file.write(os.urandom(self._size))
        except OSError:
            self._path.unlink(missing_ok=True)
            return False
        return True

    @property
    def is_there(self) -> bool:
        return self._path.is_file()

    def give_up(self) -> bool:
        """Free the space; answers whether there was any to free."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
