"""The cases of the batch: lists filtered, sorted and searched in SQLite, and what is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from review_protocol.canonical import document_id
from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.score import Mark
from review_protocol.documents.text import Language
from reviewer_app.models.case_states import LISTED, STATE_ORDER
from reviewer_app.models.drafts import marks_of
from reviewer_app.models.rows import CaseFlag, CaseQuery, CaseSort, CaseState
from reviewer_app.models.schema import case as case_table
from reviewer_app.models.schema import reading_place
from reviewer_app.models.search import forget_case, found_by, index_case

EVERY_CASE = CaseQuery()
UNDONE = (
    CaseState.STARTED,
    CaseState.ANSWERED,
    CaseState.UNREAD,
)
"""States in which a released case still waits for a signature, in the order to go on with."""


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A case as lists show it.

    `missing` counts what signing still needs (None without a draft), 0 once it is signed; `marks`
    are the signed score's, or else the draft's; `newest_packet` is the score, amendment,
    withdrawal or recusal signed last.
    """

    number: str
    version: int
    position: int
    headers: CaseHeaders
    headers_hash: str
    case_hash: str | None
    released: bool
    countries: int
    joint: bool
    flags: tuple[CaseFlag, ...]
    state: CaseState
    missing: int | None
    marks: tuple[Mark | None, ...]
    kept_at: str | None
    newest_packet: str | None


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
    goes, drafts stay."""
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
    values |= {"content": None, "flags": ",".join(flags)}
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
        .values(content=body, flags=",".join(flags))
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


def list_cases(
    connection: Connection, query: CaseQuery = EVERY_CASE, language: Language = Language.EN
) -> tuple[CaseEntry, ...]:
    """The part of the list that is asked for; `language` decides how titles are sorted."""
    asked = select(LISTED).where(LISTED.c.in_batch == 1)
    if query.states:
        asked = asked.where(LISTED.c.state.in_(sorted(query.states)))
    if query.areas:
        asked = asked.where(LISTED.c.area.in_(sorted(query.areas)))
    found = found_by(LISTED.c.entry, query.search)
    if found is not None:
        asked = asked.where(found)
    order = _order(query.sort, language)
    rows = connection.execute(
        asked.order_by(order.desc() if query.descending else order, LISTED.c.position)
    )
    return tuple(_entry(row) for row in rows)


def case_entry(connection: Connection, number: str) -> CaseEntry | None:
    """One case as lists show it, also where it is no longer in the batch."""
    found = connection.execute(select(LISTED).where(LISTED.c.number == number)).first()
    return None if found is None else _entry(found)


def case_content(connection: Connection, number: str) -> Case | None:
    """The text; None where it was not released to this person, or is not here yet."""
    body = connection.execute(
        select(case_table.c.content).where(case_table.c.number == number)
    ).scalar()
    return None if body is None else Case.from_body(body)


def state_counts(connection: Connection) -> Mapping[CaseState, int]:
    """How many cases of the batch are in each state; states without a case are left out."""
    rows = connection.execute(
        select(LISTED.c.state, func.count().label("cases"))
        .where(LISTED.c.in_batch == 1)
        .group_by(LISTED.c.state)
    )
    return {CaseState(row.state): row.cases for row in rows}


def next_undone(connection: Connection) -> str | None:
    """The case to go on with: one begun before one unread, then by position."""
    first = case({state: place for place, state in enumerate(UNDONE)}, value=LISTED.c.state)
    return connection.execute(
        select(LISTED.c.number)
        .where(LISTED.c.in_batch == 1, LISTED.c.state.in_(UNDONE))
        .order_by(first, LISTED.c.position)
        .limit(1)
    ).scalar()


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


def forget_place(connection: Connection, number: str) -> None:
    """The case counts as unread again."""
    connection.execute(delete(reading_place).where(reading_place.c.case_number == number))


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


def _order(sort: CaseSort, language: Language) -> ColumnElement[object]:
    match sort:
        case CaseSort.POSITION:
            return LISTED.c.position
        case CaseSort.NUMBER:
            return LISTED.c.number
        case CaseSort.TITLE:
            first, second = LISTED.c.title_en, LISTED.c.title_zh
            if language is Language.ZH:
                first, second = second, first
            return func.lower(func.coalesce(func.nullif(first, ""), second))
        case CaseSort.AREA:
            return LISTED.c.area
        case CaseSort.COUNTRIES:
            return LISTED.c.countries
        case CaseSort.STATE:
            return case(STATE_ORDER, value=LISTED.c.state)


def _entry(row: Row[tuple[object, ...]]) -> CaseEntry:
    fields = row._mapping
    return CaseEntry(
        number=fields["number"],
        version=fields["version"],
        position=fields["position"],
        headers=CaseHeaders.from_body(fields["headers"]),
        headers_hash=fields["headers_hash"],
        case_hash=fields["case_hash"],
        released=bool(fields["released"]),
        countries=fields["countries"],
        joint=bool(fields["joint"]),
        flags=tuple(CaseFlag(flag) for flag in fields["flags"].split(",") if flag),
        state=CaseState(fields["state"]),
        missing=fields["missing"],
        marks=marks_of(fields["marks"]),
        kept_at=fields["kept_at"],
        newest_packet=fields["newest_packet"],
    )
