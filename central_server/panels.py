"""What chairs, the head and staff may collect: packets, pseudonyms, assignments; nothing early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, func, select, true

from central_server.batches import panel_areas
from central_server.devices import Device
from central_server.failures import Refused
from central_server.log import Log, log_size
from central_server.people import Person
from central_server.rounds import all_rounds
from central_server.store import schema
from review_protocol.canonical import to_base64
from review_protocol.documents.answers import (
    CollectedPacket,
    Expert,
    PacketsAnswer,
    PanelAssignment,
    RefusalCode,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import AcceptancePacket, ConflictAnswer, ScorePacket
from review_protocol.documents.people import Role

PAGE_COUNT = 500
"""Packets of one answer."""
PAGE_BYTES = 8 << 20
CHAIR_KINDS = ("score", "amendment", "withdrawal", "recusal", "decision")


_SIGNED = (Disposition.COUNTED.value, Disposition.HELD_LATE.value)
"""What a chair's own score must have become before others' are shown: one that cannot count is
no way to see them."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an asker may see from a position of the log on; `next_leaf` is where to go on."""

    packets: tuple[CollectedPacket, ...]
    kids: frozenset[str]
    next_leaf: int


def collect(
    connection: Connection, log: Log, device: Device, *, after: int, nonce: str, request_nonce: str
) -> PacketsAnswer:
    """Packets from leaf `after` on that this person may see.

    Raises Refused: reviewers see none, staff none of an open round.
    """
    person = device.person
    rounds = all_rounds(connection)
    if person.role is Role.REVIEWER:
        raise Refused(RefusalCode.NOT_PERMITTED, "reviewers see no other's packets")
    if person.role is Role.STAFF:
        closed = {number for number, state in rounds.items() if state.closed is not None}
        if not closed:
            raise Refused(RefusalCode.ROUND_OPEN, "the round is not closed")
        opened = {number for number, state in rounds.items() if state.opened is not None}
        page = _page(connection, log, after, rounds=closed, unknown_too=opened <= closed)
        assignments = _assignments(connection, rounds=closed)
    else:
        visible = {number: visible_cases(connection, person, number) for number in rounds}
        page = _page(connection, log, after, cases=visible)
        assignments = _assignments(connection, cases=visible)
    return PacketsAnswer(
        nonce=nonce,
        packets=page.packets,
        experts=_experts(connection, log, page.kids),
        assignments=assignments,
        next_leaf=page.next_leaf,
        log=log.view(connection),
        request_nonce=request_nonce,
    )


def visible_cases(connection: Connection, person: Person, number: int) -> frozenset[str]:
    """The cases whose scores of this round a chair or the head may see: those of their panels on
    which they declared, without a conflict, and, where they review themselves, have signed."""
    version = schema.case_version
    areas = panel_areas(connection, person)
    of_panel = connection.execute(
        select(version.c.number).where(version.c.current == 1, version.c.area.in_(areas))
    ).scalars()
    declaration = schema.declaration
    declared = connection.execute(
        select(declaration.c.case_number, declaration.c.round, declaration.c.answer).where(
            declaration.c.person == person.id
        )
    ).all()
    conflict = ConflictAnswer.CONFLICT.value
    conflicts = {row.case_number for row in declared if row.answer == conflict}
    free = {row.case_number for row in declared if row.round == number} - conflicts
    assignment, packet = schema.assignment, schema.packet
    own = connection.execute(
        select(assignment.c.case_number).where(
            assignment.c.person == person.id, assignment.c.round == number
        )
    ).scalars()
    signed = connection.execute(
        select(packet.c.case_number).where(
            packet.c.person == person.id,
            packet.c.round == number,
            packet.c.kind == ScorePacket.kind,
            packet.c.disposition.in_(_SIGNED),
        )
    ).scalars()
    return frozenset(set(of_panel) & free - (set(own) - set(signed)))


def _page(
    connection: Connection,
    log: Log,
    after: int,
    *,
    rounds: set[int] | None = None,
    cases: dict[int, frozenset[str]] | None = None,
    unknown_too: bool = False,
) -> Page:
    """A page of packets in the order of the log, of closed rounds or of visible cases.

    Where `unknown_too`, also those whose round cannot be read, such as of a newer version.
    """
    table = schema.packet
    query = select(table).where(table.c.leaf >= after).order_by(table.c.leaf)
    if rounds is not None:
        known = true() if unknown_too else table.c.kind == AcceptancePacket.kind
        query = query.where(table.c.round.in_(rounds) | (table.c.round.is_(None) & known))
    else:
        numbers = frozenset[str]().union(*(cases or {}).values())
        query = query.where(table.c.case_number.in_(numbers), table.c.kind.in_(CHAIR_KINDS))
    shown: list[Row[tuple[object, ...]]] = []
    size, next_leaf = 0, log_size(connection)
    for row in connection.execute(query):
        if cases is not None and row.case_number not in cases.get(row.round, ()):
            continue
        if len(shown) == PAGE_COUNT or size > PAGE_BYTES:
            next_leaf = row.leaf
            break
        size += len(row.envelope) + len(row.receipt)
        shown.append(row)
    kids = frozenset(row.kid for row in shown)
    return Page(_collected(connection, log, shown), kids, next_leaf)


def _collected(
    connection: Connection, log: Log, rows: Sequence[Row[tuple[object, ...]]]
) -> tuple[CollectedPacket, ...]:
    changed = [row.changed for row in rows if row.changed is not None]
    changes = dict(zip(changed, log.receipts(connection, changed), strict=True))
    return tuple(
        CollectedPacket(
            envelope=to_base64(row.envelope),
            receipt=row.receipt,
            disposition=Disposition(row.disposition),
            change=changes.get(row.changed),
            leaf=row.leaf,
        )
        for row in rows
    )


def _experts(connection: Connection, log: Log, kids: frozenset[str]) -> tuple[Expert, ...]:
    """The devices that signed what is shown, so that all of it can be verified."""
    device, person = schema.device, schema.person
    rows = connection.execute(
        select(device.c.kid, device.c.certificate, device.c.leaf, person.c.pseudonym)
        .join(person, person.c.id == device.c.person)
        .where(device.c.kid.in_(kids))
        .order_by(device.c.leaf)
    ).all()
    receipts = log.receipts(connection, [row.leaf for row in rows])
    return tuple(
        Expert(
            kid=row.kid,
            pseudonym=row.pseudonym,
            certificate=to_base64(row.certificate),
            receipt=receipt,
        )
        for row, receipt in zip(rows, receipts, strict=True)
    )


def _assignments(
    connection: Connection,
    *,
    rounds: set[int] | None = None,
    cases: dict[int, frozenset[str]] | None = None,
) -> tuple[PanelAssignment, ...]:
    """Who was asked, in the newest of the rounds: the table of a panel shows one round."""
    assignment, person, declaration = schema.assignment, schema.person, schema.declaration
    allowed = rounds if rounds is not None else set(cases or {})
    newest: int | None = connection.execute(
        select(func.max(assignment.c.round)).where(assignment.c.round.in_(allowed))
    ).scalar()
    if newest is None:
        return ()
    query = (
        select(assignment.c.case_number, person.c.pseudonym, declaration.c.answer)
        .join(person, person.c.id == assignment.c.person)
        .outerjoin(
            declaration,
            (declaration.c.person == assignment.c.person)
            & (declaration.c.case_number == assignment.c.case_number)
            & (declaration.c.round == assignment.c.round),
        )
        .where(assignment.c.round == newest, person.c.pseudonym.is_not(None))
        .order_by(assignment.c.case_number, person.c.pseudonym)
    )
    return tuple(
        PanelAssignment(case=row.case_number, pseudonym=row.pseudonym, declared=row.answer)
        for row in connection.execute(query)
        if cases is None or row.case_number in cases[newest]
    )
