"""Engines: the embedded SQLite as this server needs it, or another database by its URL."""

from __future__ import annotations

import contextlib
import os

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlcipher3 import dbapi2

# The SQLite that comes with sqlcipher3, used without a key: the system's own may be one of those
# that can damage a WAL when several connections write (docs/decisions).
_WAIT_SECONDS = 30
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA secure_delete=FAST",  # what a row held is overwritten in its page
    "PRAGMA cache_size=-16384",
)
WRITING = "writing"
"""The execution option of a connection that will write: it takes the write lock at once."""


def open_engine(url: str) -> Engine:
    """An engine for a database URL, `sqlite:///PATH` or one of another kind."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed.database or "")
    return create_engine(parsed, hide_parameters=True)


def _sqlite(path: str) -> Engine:
    def connect() -> dbapi2.Connection:
        _keep_private(path)
        connection = dbapi2.connect(
            path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=40,
        hide_parameters=True,
    )
    event.listen(engine, "begin", begin)
    return engine


def _keep_private(path: str) -> None:
    """A new database, and the files that SQLite puts beside it, are their owner's alone."""
    with contextlib.suppress(OSError):  # one that is there, or that SQLite will complain of
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def begin(connection: Connection) -> None:
    """Begin a transaction: of a connection that will write, with the lock at once."""
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
