"""The store: one door to read, one to write, each a transaction; brought up to date when opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from central_server.failures import NewerDatabase
from central_server.store.engine import WRITING, open_engine

NEWEST_VERSION = "0007"
"""The revision in migrations/versions up to which this server knows the tables."""


class Store:
    """A database whose tables are the current ones."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_to_wipe = False

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the database throughout."""
        with self._engine.connect() as connection, connection.begin() as transaction:
            yield connection
            transaction.rollback()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writing connection: commits on leaving, or rolls back on any exception."""
        with self._engine.connect() as connection:
            connection = connection.execution_options(**{WRITING: True})
            with connection.begin():
                yield connection
        if self._is_to_wipe:
            self.wipe_log()

    def wipe_log(self) -> None:
        """Empty the log that SQLite writes ahead, which still has what was erased since. Nobody is
        waited for: where somebody reads just now, it is done after one of the next writings."""
        self._is_to_wipe = not self._wiped()

    def _wiped(self) -> bool:
        if self._engine.dialect.name != "sqlite":
            return True
        try:
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("PRAGMA busy_timeout=0")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                is_busy, *_ = cursor.fetchone() or (1,)
            finally:
                connection.invalidate()  # another one waits for others as it should
                connection.close()
        except (dbapi2.Error, SQLAlchemyError):  # what was written before is committed all the same
            return False
        return not is_busy

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def open_store(url: str) -> Store:
    """Open the database of this URL, and bring its tables up to date.

    Raises NewerDatabase where a newer server wrote it.
    """
    engine = open_engine(url)
    with ExitStack() as undo:
        undo.callback(engine.dispose)
        found = _version(engine)
        if found is not None and found > NEWEST_VERSION:
            raise NewerDatabase(found, NEWEST_VERSION)
        if found != NEWEST_VERSION:
            _migrate(engine)
        undo.pop_all()
    return Store(engine)


def _version(engine: Engine) -> str | None:
    """The revision of the tables, None in a new database."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(
            text("SELECT version_num FROM alembic_version")
        ).scalar()
        return found


def _migrate(engine: Engine) -> None:
    # Alembic takes a quarter of a second to import, and is needed only here
    from central_server.store.migrate import migrate

    migrate(engine, NEWEST_VERSION)
