"""Files written whole or not at all: beside the old one, flushed, then put in its place."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from pathlib import Path

_ABANDONED_SECONDS = 60


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a fall of the power it is the old one or the new one, whole."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _write_flushed(part, content)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, mode 600; raises FileExistsError."""
    _write_flushed(path, content)
    sync_folder(path.parent)


def forget_parts(path: Path) -> None:
    """Remove what killed writers of this file left beside it; whoever writes now is let be."""
    for part in path.parent.glob(f".{path.name}.*.part"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - part.stat().st_mtime > _ABANDONED_SECONDS:
                part.unlink()


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_flushed(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
