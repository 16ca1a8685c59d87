"""Files written whole or not at all: beside the old one, flushed, then put in its place."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from pathlib import Path

_ABANDONED_SECONDS = 60


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file so that after a fall of the power it is the old one or the new one, whole."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
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
