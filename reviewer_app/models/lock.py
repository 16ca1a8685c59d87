"""One app on one profile: a lock that the system takes back when the process ends, however."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer_app.errors import ProfileInUse
from reviewer_app.models.disk import disk_failures

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE = "lock"


@contextmanager
def profile_lock(folder: Path) -> Iterator[None]:
    """Hold the profile in `folder` for this process; the file names its process id.

    Raises ProfileInUse, FolderReadOnly, StorageFault.
    """
    path = folder / LOCK_FILE
    with disk_failures(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _taken(handle):
            raise ProfileInUse(folder)
        with disk_failures(path):
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode("ascii"))
        yield
    finally:
        os.close(handle)  # and with it the lock goes


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, 1 << 30, os.SEEK_SET)  # Windows locks bytes, and forbids reading them
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
