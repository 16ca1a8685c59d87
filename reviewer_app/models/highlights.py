"""What a reviewer highlighted in a case, some with a note; it never leaves this computer."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, insert, select, update

from review_protocol.documents.score import Quote
from reviewer_app.models.case_schema import highlight


@dataclass(frozen=True, slots=True)
class Highlight:
    """A place in the text that its reader highlighted; with a note where there are words."""

    id: int
    case: str
    place: Quote
    note: str
    changed_at: str


def keep_highlight(
    connection: Connection, case: str, place: Quote, note: str, at: str
) -> Highlight:
    """Keep a new one."""
    row = connection.execute(
        insert(highlight)
        .values(case_number=case, place=place.model_dump_json().encode(), note=note, changed_at=at)
        .returning(highlight.c.id)
    ).one()
    return Highlight(row.id, case, place, note, at)


def highlights_of(connection: Connection, case: str) -> tuple[Highlight, ...]:
    """Those of a case that were not taken away, from the first made to the last."""
    rows = connection.execute(
        select(highlight)
        .where(highlight.c.case_number == case, highlight.c.removed == 0)
        .order_by(highlight.c.id)
    )
    return tuple(_highlight(row) for row in rows)


def write_note(connection: Connection, id_: int, note: str, at: str) -> None:
    """Let these be the words of its note, "" for none."""
    _change(connection, id_, note=note, changed_at=at)


def set_removed(connection: Connection, id_: int, *, removed: bool) -> None:
    """Show it no more, or again: nothing typed is deleted before the round is closed here."""
    _change(connection, id_, removed=int(removed))


def _change(connection: Connection, id_: int, **values: str | int) -> None:
    connection.execute(update(highlight).where(highlight.c.id == id_).values(**values))


def _highlight(row: Row[tuple[object, ...]]) -> Highlight:
    place = Quote.model_validate_json(row.place)
    return Highlight(row.id, row.case_number, place, row.note, row.changed_at)
