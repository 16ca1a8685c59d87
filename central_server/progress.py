"""Progress for staff: who was invited, declared and delivered how much; counts, never a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, func, select

from central_server.log import Log
from central_server.rounds import current_round
from central_server.store import schema
from review_protocol.documents.answers import (
    CaseProgress,
    ProgressAnswer,
    ReviewerProgress,
)
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.panel_acts import OF_A_CASE
from review_protocol.documents.people import Role


@dataclass(slots=True)
class _Counts:
    """Counts of one round, by person and by case."""

    assigned: Counter[str] = field(default_factory=Counter)
    declared: Counter[str] = field(default_factory=Counter)
    conflicts: Counter[str] = field(default_factory=Counter)
    recused: Counter[str] = field(default_factory=Counter)
    received: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)


def progress(
    connection: Connection, log: Log, *, now: str, nonce: str, request_nonce: str
) -> ProgressAnswer:
    """The progress of the current round."""
    running = current_round(connection)
    counts = _count(connection, 0 if running is None else running.round.number)
    return ProgressAnswer(
        nonce=nonce,
        time=now,
        round=running,
        people=_people(connection, counts),
        cases=_cases(connection, counts),
        packets=connection.execute(select(func.count()).select_from(schema.packet)).scalar_one(),
        log=log.view(connection),
        request_nonce=request_nonce,
    )


def _count(connection: Connection, number: int) -> _Counts:
    counts = _Counts()
    assignment, declaration, packet = schema.assignment, schema.declaration, schema.packet
    assigned = connection.execute(
        select(assignment.c.person, assignment.c.case_number).where(assignment.c.round == number)
    ).all()
    for row in assigned:
        counts.assigned.update((row.person, row.case_number))
    conflicts = set()
    for row in connection.execute(select(declaration).where(declaration.c.round == number)):
        counts.declared[row.person] += 1
        if row.answer == ConflictAnswer.CONFLICT.value:
            conflicts.add((row.person, row.case_number))
    standing: dict[tuple[str, str], set[str]] = {}
    packets = connection.execute(
        select(packet.c.person, packet.c.case_number, packet.c.kind, packet.c.disposition)
        .where(
            packet.c.round == number,
            packet.c.case_number.is_not(None),
            packet.c.kind.not_in([each.kind for each in OF_A_CASE]),
        )
        .order_by(packet.c.leaf)
    )
    for each in packets:
        states = standing.setdefault((each.person, each.case_number), set())
        _stand(states, each.kind, each.disposition)
    for key, states in standing.items():
        if "recused" in states:
            conflicts.discard(key)  # it may declare a conflict, and is one review less, not two
        for state in states:
            {"received": counts.received, "held": counts.held, "recused": counts.recused}[
                state
            ].update(key)
    for key in conflicts:
        counts.conflicts.update(key)
    return counts


def _stand(states: set[str], kind: str, disposition: str) -> None:
    """How a person's review of a case stands after one more packet."""
    if disposition.startswith("held:"):
        states.add("held")
    if disposition != "counted":
        return
    if kind in ("score", "amendment"):
        states.add("received")
    elif kind == "withdrawal":
        states.discard("received")
    elif kind == "recusal":
        states.discard("received")
        states.add("recused")


def _people(connection: Connection, counts: _Counts) -> tuple[ReviewerProgress, ...]:
    person, invitation, device = schema.person, schema.invitation, schema.device
    invited = _first(connection, select(invitation.c.person, func.min(invitation.c.created)))
    declined = _first(connection, select(invitation.c.person, func.max(invitation.c.declined)))
    enrolled = _first(connection, select(device.c.person, func.min(device.c.issued)))
    seen = _first(connection, select(device.c.person, func.max(device.c.last_seen)))
    return tuple(
        ReviewerProgress(
            person=row.id,
            name=row.name,
            role=Role(row.role),
            panel=row.panel,
            invited=invited.get(row.id) or row.added,
            enrolled=enrolled.get(row.id),
            declined=None if row.id in enrolled else declined.get(row.id),
            assigned=counts.assigned[row.id],
            declared=counts.declared[row.id],
            conflicts=counts.conflicts[row.id],
            recused=counts.recused[row.id],
            received=counts.received[row.id],
            held=counts.held[row.id],
            last_seen=seen.get(row.id),
        )
        for row in connection.execute(select(person).order_by(person.c.name, person.c.id))
    )


def _cases(connection: Connection, counts: _Counts) -> tuple[CaseProgress, ...]:
    version = schema.case_version
    numbers = connection.execute(
        select(version.c.number).where(version.c.current == 1).order_by(version.c.number)
    ).scalars()
    return tuple(
        CaseProgress(
            case=number,
            assigned=counts.assigned[number],
            conflicts=counts.conflicts[number],
            recused=counts.recused[number],
            received=counts.received[number],
            held=counts.held[number],
        )
        for number in numbers
    )


def _first(connection: Connection, query: Select[str, str | None]) -> Mapping[str, str | None]:
    """Of each person the one value that the query picks."""
    column = query.selected_columns[0]
    return {row[0]: row[1] for row in connection.execute(query.group_by(column))}
