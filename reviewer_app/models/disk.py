"""What the disk may do to a write, told as failures; files that are whole or not there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer_app.errors import (
    DiskFull,
    ExpectedFailure,
    FolderReadOnly,
    ImpossibleFolder,
    InTheWay,
    StorageFault,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LENGTH = {errno.ENAMETOOLONG}
_A_FILE = {errno.ENOTDIR}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def disk_failure(error: OSError, path: Path) -> ExpectedFailure:
    """DiskFull, FolderReadOnly, ImpossibleFolder or StorageFault, by the system's error number."""
    if error.errno in _FULL:
        return DiskFull(path)
    if error.errno in _READ_ONLY:
        return FolderReadOnly(path)
    if error.errno in _A_FILE:
        return ImpossibleFolder(path, InTheWay.A_FILE)
    if error.errno in _LENGTH:
        return ImpossibleFolder(path, InTheWay.LENGTH)
    return StorageFault(path, error.strerror or str(error))


@contextmanager
def disk_failures(path: Path) -> Iterator[None]:
    """Raise every OSError inside as the failure that it is; `path` is what was written or read."""
    try:
        yield
    except OSError as error:
        raise disk_failure(error, path) from error


def require_folder(folder: Path) -> None:
    """Raise FolderReadOnly or ImpossibleFolder where the folder could not be made and written to;
    nothing is made."""
    with disk_failures(folder):
        there = next(path for path in (folder, *folder.absolute().parents) if _stands(path))
        if not there.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(there, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _stands(path: Path) -> bool:
    """Whether anything stands there; too long a path is an OSError."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def write_atomically(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Replace the file at `path` at once: temporary neighbour, flush to disk, rename.

    Raises DiskFull, FolderReadOnly, StorageFault; what was there before is then still there.
    """
    beside = path.with_name(path.name + ".new")
    with disk_failures(path):
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    flush_folder(path.parent)


def flush_file(path: Path) -> None:
    """Make what was written to a file outlast a power cut; raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Make a rename in `folder` outlast a power cut, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:  # nor do some network file systems flush them
        pass
    finally:
        os.close(handle)
