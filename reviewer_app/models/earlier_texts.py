"""The texts that corrections of cases replaced, for comparing what was scored with what is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.case_schema import earlier_text as table


@dataclass(frozen=True, slots=True)
class EarlierText:
    """A text that is no longer the current one, as the body that was hashed."""

    case_hash: str
    number: str
    version: int
    content: bytes


def keep_earlier_text(connection: Connection, number: str) -> None:
    """Keep the text that is here now, before another version takes its place."""
    row = connection.execute(
        select(case_table.c.case_hash, case_table.c.version, case_table.c.content).where(
            case_table.c.number == number, case_table.c.content.is_not(None)
        )
    ).first()
    if row is None or row.case_hash is None:
        return
    kept = insert(table).values(
        case_hash=row.case_hash, number=number, version=row.version, content=row.content
    )
    connection.execute(kept.on_conflict_do_nothing())


def earlier_texts(connection: Connection, number: str | None = None) -> tuple[EarlierText, ...]:
    """The earlier texts of a case, or of all, the oldest version first."""
    asked = select(table.c.case_hash, table.c.number, table.c.version, table.c.content)
    if number is not None:
        asked = asked.where(table.c.number == number)
    rows = connection.execute(asked.order_by(table.c.number, table.c.version))
    return tuple(EarlierText(row.case_hash, row.number, row.version, row.content) for row in rows)
