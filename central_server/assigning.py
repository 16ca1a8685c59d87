"""Assigns a round's cases in the database: fills what lacks, and records it in the log."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy import Connection, Row, insert, select

from central_server.assignment import (
    Application,
    Outcome,
    Pair,
    Reviewer,
    application,
    assign,
    organisation_key,
)
from central_server.conducting import RoundIsClosed, require_round
from central_server.documents import find_case, keep_document
from central_server.failures import ServerFailure
from central_server.log import Log
from central_server.people import give_pseudonym
from central_server.store import schema
from central_server.store.store import Store
from review_protocol.documents.base import CaseNumber, Document, Part, PersonId, Timestamp
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from review_protocol.documents.text import Area, Language


@dataclass(eq=False)
class NothingToAssign(ServerFailure):
    """There are no cases, or no reviewers."""

    cases: int
    reviewers: int


class AssignedCase(Part):
    """A case given to a person."""

    case: CaseNumber
    person: PersonId
    country_tie: bool


class AssignmentRecord(Document):
    """What one run assigned, and the seed by which anybody can run it again."""

    kind: ClassVar[str] = "assignment-record"

    round: int
    reviews_per_case: int
    most: int | None
    seed: str
    added: tuple[AssignedCase, ...]
    made: Timestamp


@dataclass(frozen=True, slots=True)
class Assigning:
    """What a run did; `seed` in hex, `leaf` None where nothing was added."""

    outcome: Outcome
    cases: int
    reviewers: int
    reviews_per_case: int
    seed: str
    leaf: int | None


def assign_round(
    store: Store,
    log: Log,
    number: int,
    *,
    seed: bytes,
    now: str,
    reviews_per_case: int | None = None,
    most: int | None = None,
    again: bool = False,
) -> Assigning:
    """Give the round's cases the reviews that they lack; what stands is not moved.

    Without `reviews_per_case` the round's own. Nobody gets a case that they had in an earlier
    round, unless `again`. Raises NoSuchRound, RoundIsClosed, NothingToAssign.
    """
    leaf: int | None = None
    with log.appending(store) as group:
        state = require_round(group.connection, number)
        if state.closed is not None:
            raise RoundIsClosed(number, state.closed)
        wanted = reviews_per_case or state.round.reviews_per_case
        done = _draw(group.connection, number, wanted, seed, most, again=again)
        if done.outcome.added:
            _write(group.connection, number, done.outcome, now)
            subject = keep_document(group.connection, _record(number, done, most, now))
            act = ActLeaf(type="act/1", act="assign", subject=subject, received=now)
            leaf = group.add(act.entry())
    return replace(done, leaf=leaf)


def _draw(
    connection: Connection, number: int, wanted: int, seed: bytes, most: int | None, *, again: bool
) -> Assigning:
    """What would be added; nothing is written."""
    cases, reviewers = tuple(_applications(connection)), tuple(_reviewers(connection))
    if not cases or not reviewers:
        raise NothingToAssign(len(cases), len(reviewers))
    barred = _barred(connection, number, {one.person for one in reviewers})
    if not again:
        barred |= _assigned_before(connection, number)
    outcome = assign(
        cases,
        reviewers,
        reviews_per_case=wanted,
        seed=seed,
        kept=_assigned(connection, number),
        barred=barred,
        most=most,
    )
    return Assigning(outcome, len(cases), len(reviewers), wanted, seed.hex(), None)


def wanted_reviews(connection: Connection, number: int) -> int:
    """Reviews a case that the round's newest assignment gave; before any, the round's own number.

    Raises NoSuchRound.
    """
    own = require_round(connection, number).round.reviews_per_case
    table = schema.document
    bodies = connection.execute(
        select(table.c.body).where(table.c.kind == AssignmentRecord.kind)
    ).scalars()
    records = [AssignmentRecord.from_body(body) for body in bodies]
    made = [record for record in records if record.round == number]
    return max(made, key=lambda record: record.made).reviews_per_case if made else own


def lacking_reviews(connection: Connection, number: int, wanted: int) -> dict[str, int]:
    """How many reviews each case still lacks; cases that have them all are left out."""
    people = {one.person for one in _reviewers(connection)}
    standing = _assigned(connection, number) - _barred(connection, number, people)
    given = Counter(case for case, _ in standing)
    current = select(schema.case_version.c.number).where(schema.case_version.c.current == 1)
    return {
        case: wanted - given[case]
        for case in connection.execute(current).scalars()
        if given[case] < wanted
    }


def _applications(connection: Connection) -> Iterator[Application]:
    table = schema.case_version
    for row in connection.execute(select(table.c.case_hash).where(table.c.current == 1)):
        yield application(find_case(connection, row.case_hash))


def _reviewers(connection: Connection) -> Iterator[Reviewer]:
    """All reviewers but those who declined their invitation and have no device."""
    person, invitation, device = schema.person, schema.invitation, schema.device
    declined = select(invitation.c.person).where(invitation.c.declined.is_not(None))
    enrolled = select(device.c.person)
    rows = connection.execute(
        select(person).where(
            person.c.role == Role.REVIEWER.value,
            person.c.id.not_in(declined) | person.c.id.in_(enrolled),
        )
    )
    yield from map(_reviewer, rows)


def _reviewer(row: Row[tuple[object, ...]]) -> Reviewer:
    return Reviewer(
        person=row.id,
        languages=frozenset(Language(one) for one in row.languages.split(",") if one),
        areas=frozenset(Area(one) for one in row.areas.split(",") if one),
        organisations=frozenset(map(organisation_key, json.loads(row.organisations))),
        country=row.country,
    )


def _assigned(connection: Connection, number: int) -> frozenset[Pair]:
    table = schema.assignment
    rows = connection.execute(
        select(table.c.case_number, table.c.person).where(table.c.round == number)
    )
    return frozenset((row.case_number, row.person) for row in rows)


def _barred(connection: Connection, number: int, reviewers: set[str]) -> frozenset[Pair]:
    """Conflicts and recusals of any round, and what people have who review no more."""
    declaration, packet = schema.declaration, schema.packet
    conflicts = select(declaration.c.case_number, declaration.c.person).where(
        declaration.c.answer == ConflictAnswer.CONFLICT.value
    )
    recusals = select(packet.c.case_number, packet.c.person).where(
        packet.c.kind == "recusal", packet.c.disposition == "counted"
    )
    barred = {
        (row.case_number, row.person)
        for query in (conflicts, recusals)
        for row in connection.execute(query)
    }
    barred |= {pair for pair in _assigned(connection, number) if pair[1] not in reviewers}
    return frozenset(barred)


def _assigned_before(connection: Connection, number: int) -> frozenset[Pair]:
    table = schema.assignment
    rows = connection.execute(
        select(table.c.case_number, table.c.person).where(table.c.round < number)
    )
    return frozenset((row.case_number, row.person) for row in rows)


def _write(connection: Connection, number: int, outcome: Outcome, now: str) -> None:
    for person in sorted({row.person for row in outcome.added}):
        give_pseudonym(connection, person)
    connection.execute(
        insert(schema.assignment),
        [
            {
                "round": number,
                "case_number": row.case,
                "person": row.person,
                "country_tie": int(row.country_tie),
                "made": now,
            }
            for row in outcome.added
        ],
    )


def _record(number: int, done: Assigning, most: int | None, now: str) -> AssignmentRecord:
    added = (
        AssignedCase(case=row.case, person=row.person, country_tie=row.country_tie)
        for row in done.outcome.added
    )
    return AssignmentRecord(
        round=number,
        reviews_per_case=done.reviews_per_case,
        most=most,
        seed=done.seed,
        added=tuple(added),
        made=now,
    )
