"""The doors to the desk's database: `read` and `write`, each one unit of work, and `glance`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from reviewer_app.errors import DiskFull, FolderReadOnly, StorageFault
from reviewer_app.models.ballast import Ballast
from reviewer_app.models.database import (
    DATABASE_FILE,
    for_writing,
    open_engine,
    prepared_connection,
    storage_failure,
)
from reviewer_app.models.disk import disk_failures
from reviewer_app.models.migrate import migrate

_Answer = TypeVar("_Answer")
_AFTERWARDS = "afterwards"
GLANCED_KIB = 16 << 10
"""What the connection of `Store.glance` keeps at hand."""


class Store:
    """The database of one profile folder; usable from any thread."""

    def __init__(self, folder: Path, engine: Engine, key: bytes) -> None:
        """`key` is the database's own, under which its backups are kept too."""
        self.folder = folder
        self.key = key
        self._path = folder / DATABASE_FILE
        self._engine = engine
        self._writing = for_writing(engine)
        self._ballast = Ballast(folder / "ballast")
        self._glancing: sqlcipher.Connection | None = None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the database; nothing is written through it.

        Raises DamagedProfile, StorageFault.
        """
        with self.failures(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def glance(self) -> Iterator[sqlcipher.Connection]:
        """The driver's own connection, kept open for what is asked at every letter typed.

        `read` alone takes half a millisecond where nothing of it is in the processor's caches.
        Nothing can be written through it, each statement has a view of its own, and rows are to be
        fetched to the end. For one thread at a time; raises as `read`.
        """
        with self.failures():
            if self._glancing is None:
                self._glancing = prepared_connection(self._path, self.key)
                self._glancing.execute("PRAGMA query_only = ON")
                # pages are decrypted when they come in: every letter goes through the same ones
                self._glancing.execute(f"PRAGMA cache_size = -{GLANCED_KIB}")
            yield self._glancing

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back on any exception.

        Raises DiskFull (and has then given up the ballast, so that the same work, done again,
        may succeed: `perform` does), FolderReadOnly, DamagedProfile, StorageFault.
        """
        afterwards: list[Callable[[], None]] = []
        with self.failures(), self._writing.begin() as connection:
            connection.info[_AFTERWARDS] = afterwards
            yield connection
        for act in afterwards:
            act()

    def perform(self, work: Callable[[Connection], _Answer]) -> _Answer:
        """`work` in one transaction; on a full disk once more, in the ballast's place.

        Raises what `write` raises; `work` has no effect but through the connection.
        """
        had_ballast = self._ballast.is_there
        try:
            with self.write() as connection:
                return work(connection)
        except DiskFull:
            if not had_ballast:
                raise
        with self.write() as connection:
            return work(connection)

    def close(self) -> None:
        """Close all connections; the last one folds the write-ahead log into the database."""
        if self._glancing is not None:
            self._glancing.close()
            self._glancing = None
        self._engine.dispose()

    @contextmanager
    def failures(self) -> Iterator[None]:
        """Raise the database's errors inside as failures; our own mistakes stay as they are."""
        try:
            yield
        except (DBAPIError, sqlcipher.Error) as error:
            failure = storage_failure(error, self._path)
            if failure is None:
                raise
            if isinstance(failure, DiskFull):
                self._ballast.give_up()
            raise failure from error


def after_commit(connection: Connection, act: Callable[[], None]) -> None:
    """Have `act` done once this `Store.write` is committed, and not at all where it is not.

    What it does must not fail: the work is done by then.
    """
    connection.info[_AFTERWARDS].append(act)


def open_store(folder: Path, key: bytes) -> Store:
    """The store of a profile, migrated to this version; makes the database where there is none.

    Raises DamagedProfile (also for another key: the vault has checked the passphrase before),
    NewerDatabase, DiskFull, FolderReadOnly, StorageFault.
    """
    path = folder / DATABASE_FILE
    if not folder.is_dir():
        raise StorageFault(folder, "the folder is not there")
    if not os.access(folder, os.W_OK):
        raise FolderReadOnly(folder)  # the database would only say that it cannot be opened
    has_ballast = Ballast(folder / "ballast").fill()
    try:
        return _opened(path, key)
    except DiskFull:
        if not has_ballast:
            raise
    return _opened(path, key)  # in the ballast's place


def _opened(path: Path, key: bytes) -> Store:
    with ExitStack() as undo, disk_failures(path):
        engine = open_engine(path, key)
        undo.callback(engine.dispose)
        store = Store(path.parent, engine, key)
        with store.failures():
            migrate(engine, path)
        undo.pop_all()
    return store
