"""What the disk does to the database, told as a failure; mistakes of ours stay as they are."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from central_server.failures import StorageTrouble, TroubleKind

_LOG_INDEX_BYTES = 32 << 10
_KINDS: dict[int, TroubleKind] = {
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CANTOPEN: "read-only",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "fault",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
}


def storage_trouble(error: DBAPIError, home: Path) -> StorageTrouble | None:
    """The failure that an error of the embedded database means; None where it is our mistake."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    kind = _KINDS.get(code & 0xFF) if isinstance(code, int) else None
    if kind == "fault" and _is_full(home):
        kind = "full"
    return None if kind is None else StorageTrouble(home, kind)


def _is_full(home: Path) -> bool:
    """Whether there is no room for the index of the write-ahead log.

    SQLite makes it when it opens a database, and calls a full disk an I/O error there.
    """
    try:
        return shutil.disk_usage(home).free < _LOG_INDEX_BYTES
    except OSError:
        return False
