"""The cases of the batch as they are taken in and read; `case_list` lists them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from review_protocol.canonical import document_id
from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.case_files import read_case
from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.case_schema import reading_place
from reviewer_app.models.earlier_texts import keep_earlier_text
from reviewer_app.models.rows import CaseFlag, flags_written
from reviewer_app.models.search import forget_case, index_case


def keep_headers(
    connection: Connection,
    headers: CaseHeaders,
    body: bytes,
    *,
    case_hash: str | None,
    position: int,
    countries: int,
    joint: bool,
    flags: Iterable[CaseFlag],
) -> None:
    """Keep a case of the manifest by its headers and their bytes; the text of an earlier version
    is put aside, drafts stay."""
    values = _of_headers(headers) | {
        "headers_hash": document_id(body),
        "headers": body,
        "case_hash": case_hash,
        "position": position,
        "countries": countries,
        "joint": int(joint),
        "in_batch": 1,
    }
    same = (
        (case_table.c.number == headers.number)
        & case_table.c.case_hash.is_(case_hash)
        & (case_table.c.headers_hash == document_id(body))
    )
    if connection.execute(update(case_table).where(same).values(values)).rowcount:
        return
    keep_earlier_text(connection, headers.number)
    values |= {"content": None, "flags": flags_written(flags)}
    row = insert(case_table).values(number=headers.number, **values)
    connection.execute(row.on_conflict_do_update(index_elements=[case_table.c.number], set_=values))
    index_case(connection, _entry_number(connection, headers.number), headers, None)


def keep_content(
    connection: Connection, content: Case, body: bytes, flags: Iterable[CaseFlag]
) -> None:
    """Keep the text of a case that is there by its headers, as the body that was hashed."""
    connection.execute(
        update(case_table)
        .where(case_table.c.number == content.number)
        .values(content=body, flags=flags_written(flags))
    )
    entry = _entry_number(connection, content.number)
    index_case(connection, entry, content.headers, content)


def keep_only(connection: Connection, numbers: Iterable[str]) -> None:
    """Only these are in the batch now; others stay with what was signed on them, unlisted."""
    kept = set(numbers)
    rows = connection.execute(
        select(case_table.c.entry, case_table.c.number).where(case_table.c.in_batch == 1)
    )
    for row in rows.all():
        if row.number not in kept:
            connection.execute(
                update(case_table).where(case_table.c.entry == row.entry).values(in_batch=0)
            )
            forget_case(connection, row.entry)


def case_content(connection: Connection, number: str) -> Case | None:
    """The text; None where it was not released to this person, or is not here yet."""
    body = connection.execute(
        select(case_table.c.content).where(case_table.c.number == number)
    ).scalar()
    return None if body is None else read_case(body)


def keep_place(connection: Connection, number: str, place: str) -> None:
    """Keep where the reader is in a case: a text of the caller's."""
    row = insert(reading_place).values(case_number=number, place=place)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[reading_place.c.case_number], set_={"place": place}
        )
    )


def place_in(connection: Connection, number: str) -> str | None:
    """Where the reader was; None for a case that was never opened."""
    return connection.execute(
        select(reading_place.c.place).where(reading_place.c.case_number == number)
    ).scalar()


def _of_headers(headers: CaseHeaders) -> dict[str, object]:
    """What lists look up and sort by, derived from the headers."""
    return {
        "version": headers.version,
        "title_zh": headers.name.zh or "",
        "title_en": headers.name.en or "",
        "area": headers.area,
        "applicant_country": headers.applicant.country,
    }


def _entry_number(connection: Connection, number: str) -> int:
    entry: int = connection.execute(
        select(case_table.c.entry).where(case_table.c.number == number)
    ).scalar_one()
    return entry
