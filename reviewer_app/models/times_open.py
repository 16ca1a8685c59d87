"""How long each case was open before a person who was there: kept here, and told to nobody."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from reviewer_app.models.case_schema import time_open


def add_time(connection: Connection, case: str, seconds: int) -> None:
    """Add so many seconds to a case's time."""
    row = insert(time_open).values(case_number=case, seconds=seconds)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[time_open.c.case_number],
            set_={"seconds": time_open.c.seconds + seconds},
        )
    )


def times_open(connection: Connection) -> Mapping[str, int]:
    """Seconds by case number; a case that was never open is left out."""
    rows = connection.execute(select(time_open.c.case_number, time_open.c.seconds))
    return {row.case_number: row.seconds for row in rows}
