"""Many rows into a table at once, by the driver's own way to do so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from sqlalchemy import Connection, Table, insert


def add_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows that all name the same columns.

    SQLAlchemy would make a dictionary of each row, which takes as long as writing it.
    """
    if not rows:
        return
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    names = statement.positiontup
    values = rows if names is None else list(map(itemgetter(*names), rows))
    connection.exec_driver_sql(statement.string, values)
