"""Notices: what the secretariat tells one person, signed, numbered without gaps, each a leaf."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError
from sqlalchemy import Connection, func, insert, select

from central_server.batches import Issuer, areas_seen
from central_server.documents import current_programme, keep_document
from central_server.failures import ServerFailure
from central_server.log import OpenGroup
from central_server.restored import notices_above
from central_server.rounds import current_round
from central_server.store import schema
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.notice import Notice, NoticeKind, Words
from review_protocol.documents.people import Role
from review_protocol.exchange import NOTICES_COUNT
from review_protocol.opening import sealed

_BYTES = 8 << 20
"""Of the envelopes in one answer."""


@dataclass(eq=False)
class CannotTell(ServerFailure):
    """Nobody was told anything; `which` is the case, or what is wrong of the text."""

    reason: Literal["no-case", "nobody", "text"]
    which: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told, to as many people as it concerns."""

    about: NoticeKind
    case: str | None = None
    version: int | None = None
    case_hash: str | None = None
    round: int | None = None
    closes: str | None = None
    text: Words | None = None
    in_reply_to: str | None = None


def words(zh: str | None, en: str | None) -> Words:
    """The text in one language or both; raises CannotTell."""
    try:
        return Words(zh=zh or None, en=en or None)
    except ValidationError as error:
        raise CannotTell("text", "zh, en") from error


def tell(
    group: OpenGroup, issuer: Issuer, people: Iterable[str], what: Telling, now: str
) -> tuple[Notice, ...]:
    """Give each of these people a notice with their next number; each is a leaf of the log."""
    return tuple(_tell_one(group, issuer, person, what, now) for person in dict.fromkeys(people))


def _tell_one(group: OpenGroup, issuer: Issuer, person: str, what: Telling, now: str) -> Notice:
    connection = group.connection
    notice = Notice(
        deployment=issuer.deployment,
        number=1 + max(last_number(connection, person), notices_above(connection)),
        person=person,
        about=what.about,
        case=what.case,
        version=what.version,
        case_hash=what.case_hash,
        round=what.round,
        closes=what.closes,
        text=what.text,
        in_reply_to=what.in_reply_to,
        issued=now,
    )
    envelope = sealed(notice, issuer.key)
    subject = keep_document(connection, notice)
    group.add(ActLeaf(type="act/1", act="notice", subject=subject, received=now).entry())
    connection.execute(
        insert(schema.notice).values(
            id=subject,
            person=person,
            number=notice.number,
            about=what.about.value,
            in_reply_to=what.in_reply_to,
            envelope=envelope.to_bytes(),
        )
    )
    return notice


def last_number(connection: Connection, person: str) -> int:
    """The number of a person's newest notice, 0 where there is none."""
    table = schema.notice
    newest = select(func.max(table.c.number)).where(table.c.person == person)
    return connection.execute(newest).scalar() or 0


def notices_after(
    connection: Connection, person: str, after: int, *, count: int = NOTICES_COUNT
) -> tuple[bytes, ...]:
    """The envelopes of a person's notices with a higher number, in order: so many, and so large,
    as fit into one answer."""
    table = schema.notice
    rows = connection.execute(
        select(table.c.envelope)
        .where(table.c.person == person, table.c.number > after)
        .order_by(table.c.number)
        .limit(count)
    ).scalars()
    envelopes: list[bytes] = []
    size = 0
    for envelope in rows:
        size += len(envelope)
        if envelopes and size > _BYTES:
            break
        envelopes.append(envelope)
    return tuple(envelopes)


def everybody(connection: Connection) -> tuple[str, ...]:
    """All people, in the order in which they were entered."""
    table = schema.person
    return tuple(
        connection.execute(select(table.c.id).order_by(table.c.added, table.c.id)).scalars()
    )


def staff_of(connection: Connection) -> tuple[str, ...]:
    """All members of staff."""
    table = schema.person
    staff = select(table.c.id).where(table.c.role == Role.STAFF.value).order_by(table.c.id)
    return tuple(connection.execute(staff).scalars())


def readers_of(connection: Connection, number: str, *, staff: bool = False) -> tuple[str, ...]:
    """Who has to do with a case: those asked to review it in the current round, its panel's
    chairs and the head; raises CannotTell for a case that there is not."""
    version, assignment, table = schema.case_version, schema.assignment, schema.person
    area = connection.execute(
        select(version.c.area).where(version.c.number == number).order_by(version.c.version.desc())
    ).scalar()
    if area is None:
        raise CannotTell("no-case", number)
    running = current_round(connection)
    asked = select(assignment.c.person).where(
        assignment.c.case_number == number,
        assignment.c.round == (0 if running is None else running.round.number),
    )
    people = list(connection.execute(asked.order_by(assignment.c.person)).scalars())
    roles = [Role.CHAIR.value, Role.HEAD.value, *([Role.STAFF.value] if staff else [])]
    programme = current_programme(connection)
    others = connection.execute(
        select(table.c.id, table.c.role, table.c.panel)
        .where(table.c.role.in_(roles))
        .order_by(table.c.id)
    )
    for row in others:
        if area in areas_seen(programme, Role(row.role), row.panel):
            people.append(row.id)
    return tuple(dict.fromkeys(people))
