"""Databases that nobody writes: a consistent copy of one in use, and a copy opened to be read."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import NullPool, create_engine, event
from sqlcipher3 import dbapi2

from central_server.store.engine import begin
from central_server.store.store import Store

_WAIT_SECONDS = 30


def copy_database(source: Path, target: Path) -> None:
    """Copy one state of a database that may be in use, whole and flushed; mode 600.

    The target must not be there. Raises sqlcipher3's errors; a part of a copy may be left then.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = dbapi2.connect(str(source), timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def size_of_copy(source: Path) -> int:
    """At most so many bytes a copy takes."""
    connection = dbapi2.connect(str(source), timeout=_WAIT_SECONDS, isolation_level=None)
    try:
        pages, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "page_size")
        )
    finally:
        connection.close()
    return int(pages) * int(size)


def open_frozen(path: Path) -> Store:
    """A database that nobody writes, for reading; nothing is written beside it."""

    def connect() -> dbapi2.Connection:
        return dbapi2.connect(
            f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=connect, poolclass=NullPool, hide_parameters=True
    )
    event.listen(engine, "begin", begin)
    return Store(engine)
