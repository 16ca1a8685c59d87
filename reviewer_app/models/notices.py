"""Notices on the desk: kept as they came, by number, with what is missing or contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, insert, select, update

from review_protocol.documents.batch import Manifest
from review_protocol.documents.notice import Notice, NoticeKind
from review_protocol.envelope import read_envelope
from review_protocol.numbering import missing_below
from reviewer_app.models.case_schema import case as case_table
from reviewer_app.models.facts import FactName, fact_of
from reviewer_app.models.schema import notice as table

_MOST_MISSING = 100


@dataclass(frozen=True, slots=True)
class KeptNotice:
    """A notice and its id; `contradicts` where the server gave another one with its number."""

    id: str
    document: Notice
    contradicts: bool
    taken_at: str
    read_at: str | None


def keep_notice(
    connection: Connection, id: str, document: Notice, envelope: bytes, origin: str, now: str
) -> bool:
    """Keep a verified notice given under the log of this origin; whether it is new.

    One that is here already is now of this log: a restored server gives it again.
    """
    here = update(table).where(table.c.id == id).values(origin=origin)
    if connection.execute(here).rowcount:
        return False
    other = connection.execute(
        select(table.c.id).where(table.c.origin == origin, table.c.number == document.number)
    ).first()
    connection.execute(
        insert(table).values(
            id=id,
            number=document.number,
            origin=origin,
            about=document.about.value,
            case_number=document.case,
            in_reply_to=document.in_reply_to,
            issued=document.issued,
            envelope=envelope,
            contradicts=int(other is not None),
            taken_at=now,
        )
    )
    if document.about is NoticeKind.CASE_WITHDRAWN and not _returned_since(connection, document):
        withdrawn = update(case_table).where(case_table.c.number == document.case)
        connection.execute(withdrawn.values(withdrawn=document.issued))
    return True


def _returned_since(connection: Connection, told: Notice) -> bool:
    """Whether the manifest that stands was issued after this withdrawal, and has the case."""
    envelope = fact_of(connection, FactName.MANIFEST)
    if envelope is None:
        return False
    manifest = Manifest.from_body(read_envelope(envelope).body)
    listed = told.case in {each.number for each in manifest.cases}
    return listed and manifest.issued > told.issued


def take_back(connection: Connection, numbers: Sequence[str], issued: str) -> None:
    """Cases of a manifest of this time are under review: an earlier withdrawal was undone."""
    here = case_table.c.number.in_(numbers) & (case_table.c.withdrawn < issued)
    connection.execute(update(case_table).where(here).values(withdrawn=None))


def whole_up_to(connection: Connection, origin: str, *, restored: bool) -> int:
    """The highest number of this log up to which no notice is missing, 0 without any."""
    gaps = missing_numbers(connection, origin, restored=restored)
    return gaps[0] - 1 if gaps else _highest(connection, origin)


def missing_numbers(connection: Connection, origin: str, *, restored: bool) -> tuple[int, ...]:
    """The numbers below the highest one that never came, lowest first; at most a hundred.

    `restored` where this log goes on from another one: its numbers then leave some out.
    """
    here = numbers_here(connection, origin)
    return missing_below(here, restored=restored, most=_MOST_MISSING)


def numbers_here(connection: Connection, origin: str) -> set[int]:
    """The numbers of the notices that came under this log."""
    return set(connection.execute(select(table.c.number).where(table.c.origin == origin)).scalars())


def all_notices(connection: Connection) -> tuple[KeptNotice, ...]:
    """All notices, the newest first."""
    rows = connection.execute(select(table).order_by(table.c.issued.desc(), table.c.number.desc()))
    return tuple(_kept(row) for row in rows)


def withdrawn_cases(connection: Connection) -> tuple[str, ...]:
    """The numbers of the cases that their applicants withdrew, as far as this person was told,
    without those that are under review again."""
    under_review = select(case_table.c.number).where(
        case_table.c.in_batch == 1, case_table.c.withdrawn.is_(None)
    )
    told = select(table.c.case_number).where(
        table.c.about == NoticeKind.CASE_WITHDRAWN.value,
        table.c.case_number.not_in(under_review),
    )
    return tuple(sorted(set(connection.execute(told).scalars())))


def mark_read(connection: Connection, id: str, now: str) -> None:
    """The person has seen it; the first time stands."""
    unread = (table.c.id == id) & table.c.read_at.is_(None)
    connection.execute(update(table).where(unread).values(read_at=now))


def _highest(connection: Connection, origin: str) -> int:
    highest = select(func.max(table.c.number)).where(table.c.origin == origin)
    return connection.execute(highest).scalar() or 0


def _kept(row: Row[tuple[object, ...]]) -> KeptNotice:
    fields = row._mapping
    return KeptNotice(
        fields["id"],
        Notice.from_body(read_envelope(fields["envelope"]).body),
        bool(fields["contradicts"]),
        fields["taken_at"],
        fields["read_at"],
    )
