"""The desk's encrypted database: SQLCipher under SQLAlchemy Core, and its errors as failures."""

from __future__ import annotations

import shutil
import sqlite3
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from reviewer_app.errors import (
    DamagedProfile,
    DiskFull,
    ExpectedFailure,
    FolderReadOnly,
    StorageFault,
)

DATABASE_FILE = "desk.db"
BUSY_SECONDS = 10

_LOG_INDEX_BYTES = 32 << 10
_WRITES = "desk_writes"
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FAULTS = {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOMEM,
}

_CODES = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
}
"""What the driver says where it gives no code: it does so when copying a database page by page."""


def open_engine(path: Path, key: bytes) -> Engine:
    """An engine on the database at `path` under a 32-byte key; connects on first use only."""

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=partial(prepared_connection, path, key),
        poolclass=QueuePool,
        pool_size=4,
    )
    event.listen(engine, "begin", _begin)
    return engine


def prepared_connection(path: Path, key: bytes) -> sqlcipher.Connection:
    """A connection as all work on the database has it; raises the driver's own errors."""
    connection = keyed_connection(path, key)
    try:
        _prepare(connection)
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


def keyed_connection(path: Path, key: bytes) -> sqlcipher.Connection:
    """A bare connection under a 32-byte key; a wrong key shows itself at the first read."""
    connection = sqlcipher.connect(
        path, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it writes to stderr; failures tell
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA temp_store = MEMORY")  # nothing readable outside the database
    except sqlcipher.Error:
        connection.close()
        raise
    return connection


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at once."""
    return engine.execution_options(**{_WRITES: True})


def storage_failure(error: DBAPIError | sqlcipher.Error, path: Path) -> ExpectedFailure | None:
    """The failure that an error of the database means; None where it is a mistake of ours."""
    return driver_failure(error.orig if isinstance(error, DBAPIError) else error, path)


def driver_failure(error: BaseException | None, path: Path) -> ExpectedFailure | None:
    """The same for an error of the driver's own, as a bare connection raises it."""
    code = getattr(error, "sqlite_errorcode", None) or _CODES.get(str(error))
    if not isinstance(code, int):
        return None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _is_full(path)):
        return DiskFull(path)
    if primary in _READ_ONLY:
        return FolderReadOnly(path)
    if primary in _DAMAGED:
        return DamagedProfile(path)
    if primary in _FAULTS:
        return StorageFault(path, str(error))
    return None


def _is_full(path: Path) -> bool:
    """Whether there is no room for the index of the write-ahead log.

    SQLite makes it when it opens a database, and calls a full disk an I/O error there.
    """
    try:
        return shutil.disk_usage(path.parent).free < _LOG_INDEX_BYTES
    except OSError:
        return False


def _prepare(connection: sqlcipher.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # without it INSERT OR REPLACE deletes rows behind the back of the triggers that forbid it
    connection.execute("PRAGMA recursive_triggers = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
