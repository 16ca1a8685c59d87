"""Lists of cases, filtered, sorted, searched and counted in SQLite."""

from __future__ import annotations

import json
from dataclasses import field
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Connection, Row, TextClause, and_, case, func, or_, select

from review_protocol.documents.base import read_fields
from review_protocol.documents.text import Area, Bilingual, Language, Organisation
from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.case_states import LISTED, STATE_ORDER
from reviewer_app.models.rows import (
    CaseFlag,
    CaseQuery,
    CaseSort,
    CaseState,
    Placed,
    flags_read,
)

if TYPE_CHECKING:
    from review_protocol.documents.case import CaseHeaders
    from review_protocol.documents.score import Mark

EVERY_CASE = CaseQuery()
_REVIEWED = and_(LISTED.c.in_batch == 1, LISTED.c.state != CaseState.CASE_WITHDRAWN)


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
    name: Bilingual
    area: Area
    applicant: Organisation
    illustrative: bool
    body: bytes = field(repr=False)
    """Of the headers."""
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

    @property
    def headers(self) -> CaseHeaders:
        """All that may be seen before declaring, read now: lists show less."""
        # the list of cases is there before any case is read
        from review_protocol.documents.case import CaseHeaders

        return CaseHeaders.from_body(self.body)


def list_cases(
    connection: Connection, query: CaseQuery = EVERY_CASE, language: Language = Language.EN
) -> tuple[CaseEntry, ...]:
    """The part of the list that is asked for; `language` decides how titles are sorted."""
    withdrawn = LISTED.c.state == CaseState.CASE_WITHDRAWN
    listed = or_(LISTED.c.in_batch == 1, withdrawn) if query.withdrawn else _REVIEWED
    asked = select(LISTED).where(listed, *_narrowing(query))
    if query.search:
        # the list is there before anybody searches it
        from reviewer_app.models.found import found_by

        found = found_by(LISTED.c.entry, query.search)
        if found is not None:
            asked = asked.where(found)
    order = _order(query.sort, language)
    rows = connection.execute(
        asked.order_by(order.desc() if query.descending else order, LISTED.c.position)
    )
    return tuple(_entry(row) for row in rows)


def passing(connection: Connection, query: CaseQuery) -> frozenset[int] | None:
    """The rows that pass the filters, whatever is searched; None where there is no filter."""
    conditions = _narrowing(query)
    if not conditions:
        return None
    return frozenset(connection.execute(select(LISTED.c.entry).where(*conditions)).scalars())


def case_entry(connection: Connection, number: str) -> CaseEntry | None:
    """One case as lists show it, also where it is no longer in the batch."""
    found = connection.execute(select(LISTED).where(LISTED.c.number == number)).first()
    return None if found is None else _entry(found)


def places(connection: Connection) -> tuple[Placed, ...]:
    """Where every case of the batch stands, in the reviewer's own order."""
    rows = connection.execute(
        select(LISTED.c.number, LISTED.c.area, LISTED.c.state)
        .where(_REVIEWED)
        .order_by(LISTED.c.position)
    )
    return tuple(_Place(row.number, Area(row.area), CaseState(row.state)) for row in rows)


@dataclass(frozen=True, slots=True)
class _Place:
    number: str
    area: Area
    state: CaseState


def marks_of(kept: str | None) -> tuple[Mark | None, ...]:
    """The marks in the text of `drafts.marks_text`, in the order of the answers."""
    return () if kept is None else tuple(json.loads(kept))


def _narrowing(query: CaseQuery) -> list[ColumnElement[bool] | TextClause]:
    """The conditions of the filters."""
    conditions: list[ColumnElement[bool] | TextClause] = []
    if query.states:
        conditions.append(LISTED.c.state.in_(sorted(query.states)))
    if query.areas:
        conditions.append(LISTED.c.area.in_(sorted(query.areas)))
    if query.countries or query.recommendations or query.flags:
        # the list is there before anybody narrows it further
        from reviewer_app.models.facets import facet_conditions

        conditions += facet_conditions(query)
    return conditions


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
        name=Bilingual(zh=fields["title_zh"] or None, en=fields["title_en"] or None),
        area=Area(fields["area"]),
        applicant=read_fields(Organisation, fields["applicant"].encode("utf-8")),
        illustrative=bool(fields["illustrative"]),
        body=fields["headers"],
        headers_hash=fields["headers_hash"],
        case_hash=fields["case_hash"],
        released=bool(fields["released"]),
        countries=fields["countries"],
        joint=bool(fields["joint"]),
        flags=flags_read(fields["flags"]),
        state=CaseState(fields["state"]),
        missing=fields["missing"],
        marks=marks_of(fields["marks"]),
        kept_at=fields["kept_at"],
        newest_packet=fields["newest_packet"],
    )
