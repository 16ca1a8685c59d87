"""Assigns a round's cases in the database: fills what lacks, and records it in the log."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, insert, select

from central_server.assignment import Outcome, Pair, assign
from central_server.assignment_records import AssignedCase, AssignmentRecord
from central_server.conducting import RoundIsClosed, require_round
from central_server.documents import current_programme, find_case, keep_document
from central_server.eligibility import (
    Application,
    Reviewer,
    application,
    organisation_key,
    panel_of_areas,
)
from central_server.failures import ServerFailure
from central_server.log import Log
from central_server.long_lists import LongList, NoLongList, find_long_list
from central_server.people import find_called, give_pseudonym
from central_server.store import schema
from central_server.store.store import Store
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Programme, Round
from review_protocol.documents.text import Area, Language


@dataclass(eq=False)
class NothingToAssign(ServerFailure):
    """There are no cases, or no reviewers."""

    cases: int
    reviewers: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What the operator wants of a run.

    Without `reviews_per_case` the round's own. Nobody gets a case that they had in an earlier
    round, unless `again`. A round after the first has the cases of its long list, unless
    `all_cases`. `one` is the one case that is given to so many more people; with `to`, an id or a
    name, to that person, who may be a chair or the head. `across_percent` is the share of reviews
    by experts of other panels.
    """

    reviews_per_case: int | None = None
    most: int | None = None
    again: bool = False
    all_cases: bool = False
    one: tuple[str, int] | None = None
    to: str | None = None
    across_percent: int = 0


@dataclass(frozen=True, slots=True)
class Assigning:
    """What a run did; `seed` in hex, `leaf` None where nothing was added."""

    outcome: Outcome
    cases: int
    reviewers: int
    reviews_per_case: int
    seed: str
    leaf: int | None
    long_list: str | None
    panels: int
    """Of how many panels these cases are."""


def assign_round(
    store: Store, log: Log, number: int, wish: Wish, *, seed: bytes, now: str
) -> Assigning:
    """Give the round's cases the reviews that they lack; what stands is not moved.

    Raises NoSuchRound, RoundIsClosed, NoLongList, NothingToAssign, NotOnePerson.
    """
    leaf: int | None = None
    with log.appending(store) as group:
        state = require_round(group.connection, number)
        if state.closed is not None:
            raise RoundIsClosed(number, state.closed)
        done = _draw(group.connection, state.round, wish, seed)
        if done.outcome.added:
            subject = keep_document(group.connection, _record(number, done, wish, now))
            act = ActLeaf(type="act/1", act="assign", subject=subject, received=now)
            leaf = group.add(act.entry())
            _write(group.connection, number, done.outcome, now, leaf)
    return replace(done, leaf=leaf)


def _draw(connection: Connection, which: Round, wish: Wish, seed: bytes) -> Assigning:
    """What would be added; nothing is written."""
    number = which.number
    listed = _long_list(connection, number, wish)
    cases = tuple(
        each
        for each in _applications(connection)
        if (listed is None or each.number in listed.cases)
        and (wish.one is None or each.number == wish.one[0])
    )
    reviewers = tuple(_reviewers(connection) if wish.to is None else _one(connection, wish.to))
    if not cases or not reviewers:
        raise NothingToAssign(len(cases), len(reviewers))
    barred = _barred(connection, number, {one.person for one in reviewers})
    if not wish.again:
        barred |= _assigned_before(connection, number)
    kept = _assigned(connection, number)
    wanted = wish.reviews_per_case or which.reviews_per_case
    if wish.one is not None:
        wanted = wish.one[1] + sum(case == wish.one[0] for case, _ in kept - barred)
    outcome = assign(
        cases,
        reviewers,
        reviews_per_case=wanted,
        seed=seed,
        kept=kept,
        barred=barred,
        most=wish.most,
        across_percent=wish.across_percent,
    )
    panels = len({each.panel for each in cases})
    packet = None if listed is None else listed.id
    return Assigning(outcome, len(cases), len(reviewers), wanted, seed.hex(), None, packet, panels)


def _long_list(connection: Connection, number: int, wish: Wish) -> LongList | None:
    """The cases of a later round; None where it is all, or one that is named. Raises NoLongList."""
    if number == 1 or wish.all_cases or wish.one is not None:
        return None
    found = find_long_list(connection, number)
    if found is None:
        raise NoLongList(number)
    return found


def lacking_reviews(connection: Connection, number: int, wanted: int) -> dict[str, int]:
    """How many reviews each case still lacks; cases that have them all are left out."""
    people = {one.person for one in _reviewers(connection)}
    standing = _assigned(connection, number) - _barred(connection, number, people)
    given = Counter(case for case, _ in standing)
    current = select(schema.case_version.c.number).where(schema.case_version.c.current == 1)
    listed = find_long_list(connection, number) if number > 1 else None
    return {
        case: wanted - given[case]
        for case in connection.execute(current).scalars()
        if given[case] < wanted and (listed is None or case in listed.cases)
    }


def _applications(connection: Connection) -> Iterator[Application]:
    table, programme = schema.case_version, current_programme(connection)
    for row in connection.execute(select(table.c.case_hash).where(table.c.current == 1)):
        case = find_case(connection, row.case_hash)
        panel = programme.panel_of(case.headers.area)
        yield application(case, None if panel is None else panel.code)


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
    programme = current_programme(connection)
    yield from (_reviewer(row, programme) for row in rows)


def _one(connection: Connection, who: str) -> Iterator[Reviewer]:
    """This person, where they are somebody who may review: not staff. Raises NotOnePerson."""
    person = find_called(connection, who)
    if person.role is not Role.STAFF:
        found = connection.execute(select(schema.person).where(schema.person.c.id == person.id))
        yield _reviewer(found.one(), current_programme(connection))


def _reviewer(row: Row[tuple[object, ...]], programme: Programme) -> Reviewer:
    areas = frozenset(Area(one) for one in row.areas.split(",") if one)
    return Reviewer(
        person=row.id,
        languages=frozenset(Language(one) for one in row.languages.split(",") if one),
        areas=areas,
        panel=panel_of_areas(programme, areas),
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


def _write(connection: Connection, number: int, outcome: Outcome, now: str, leaf: int) -> None:
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
                "leaf": leaf,
            }
            for row in outcome.added
        ],
    )


def _record(number: int, done: Assigning, wish: Wish, now: str) -> AssignmentRecord:
    added = (
        AssignedCase(case=row.case, person=row.person, country_tie=row.country_tie)
        for row in done.outcome.added
    )
    return AssignmentRecord(
        round=number,
        reviews_per_case=done.reviews_per_case,
        most=wish.most,
        seed=done.seed,
        added=tuple(added),
        made=now,
        again=wish.again,
        case=None if wish.one is None else wish.one[0],
        long_list=done.long_list,
        across_percent=wish.across_percent,
    )
