"""What chairs, the head and staff may collect: packets, pseudonyms, assignments; nothing early."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Subquery,
    case,
    func,
    select,
)

from central_server.devices import Device
from central_server.failures import Refused
from central_server.log import Log, log_size
from central_server.six_words import require_heard
from central_server.store import schema
from central_server.views import View, view_of
from review_protocol.canonical import to_base64
from review_protocol.documents.answers import (
    CollectedPacket,
    Expert,
    PacketsAnswer,
    PanelAssignment,
    RefusalCode,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Role

PAGE_COUNT = 500
"""Packets of one answer."""
PAGE_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Page:
    """What an asker may see from a position of the log on; `next_leaf` is where to go on."""

    packets: tuple[CollectedPacket, ...]
    kids: frozenset[str]
    next_leaf: int


def collect(
    connection: Connection,
    log: Log,
    device: Device,
    *,
    after: int,
    nonce: str,
    request_nonce: str,
    assignments_once: bool = False,
) -> PacketsAnswer:
    """Packets from leaf `after` on that this person may see.

    The assignments are on every page; with `assignments_once` on the last one alone, and not where
    nothing was logged since.

    Raises Refused for reviewers but of a discussion in which they take part, and for a device that
    awaits its six words; of an open round staff see questions, what panels ask of them and their
    own acts, until two of them opened its scores.
    """
    require_heard(device)
    person = device.person
    seen = view_of(connection, person)
    if person.role is Role.REVIEWER and not seen.discussed:
        raise Refused(RefusalCode.NOT_PERMITTED, "reviewers see no other's packets")
    page = page_of(connection, log, after, seen.condition())
    whole = not assignments_once or after < page.next_leaf == log_size(connection)
    return PacketsAnswer(
        nonce=nonce,
        packets=page.packets,
        experts=_experts(connection, log, device, page.kids),
        assignments=_assignments(connection, seen) if whole else (),
        scope=seen.scope(log.origin),
        next_leaf=page.next_leaf,
        log=log.view(connection),
        request_nonce=request_nonce,
    )


def page_of(connection: Connection, log: Log, after: int, condition: ColumnElement[bool]) -> Page:
    """A page of the packets that may be seen, by the leaf that says how they stand.

    The condition is asked of the index in which they stand in this order, packet by packet: no
    other index may answer it, for then all that it holds for would be sorted anew for each page.
    """
    place = schema.PLACE
    query = (
        select(schema.packet, place.label("place"))
        .where(place >= after, case((condition, 1), else_=0) == 1)
        .order_by(place)
        .limit(PAGE_COUNT + 1)
    )
    shown: list[Row[tuple[object, ...]]] = []
    size, next_leaf = 0, log_size(connection)
    for row in connection.execute(query):
        if len(shown) == PAGE_COUNT or size > PAGE_BYTES:
            next_leaf = row.place
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


def experts_of(
    connection: Connection, log: Log, condition: ColumnElement[bool]
) -> tuple[Expert, ...]:
    """These devices with their certificates, so that all that they signed can be verified."""
    device, person = schema.device, schema.person
    rows = connection.execute(
        select(device.c.kid, device.c.certificate, device.c.leaf, person.c.pseudonym)
        .join(person, person.c.id == device.c.person)
        .where(condition)
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


def _experts(
    connection: Connection, log: Log, device: Device, kids: frozenset[str]
) -> tuple[Expert, ...]:
    """Who signed these; a reviewer is not told their own number."""
    shown = experts_of(connection, log, schema.device.c.kid.in_(kids))
    if device.person.role is not Role.REVIEWER:
        return shown
    return tuple(
        each.model_copy(update={"pseudonym": None})
        if each.pseudonym == device.person.pseudonym
        else each
        for each in shown
    )


def _last_declared(newest: int) -> Subquery:
    """By person and case, the last round in which they declared on it, up to this one."""
    declaration = schema.declaration.c
    return (
        select(
            declaration.person,
            declaration.case_number,
            func.max(declaration.round).label("round"),
        )
        .where(declaration.round <= newest)
        .group_by(declaration.person, declaration.case_number)
        .subquery()
    )


def _assignments(connection: Connection, seen: View) -> tuple[PanelAssignment, ...]:
    """Who was asked, in the newest of the rounds: the table of a panel shows one round. What they
    declared in an earlier one holds, until they declare something else."""
    assignment, person, declaration = schema.assignment, schema.person, schema.declaration
    newest: int | None = connection.execute(
        select(func.max(assignment.c.round)).where(assignment.c.round.in_(seen.rounds))
    ).scalar()
    if newest is None:
        return ()
    last = _last_declared(newest)
    query = (
        select(assignment.c.case_number, person.c.pseudonym, declaration.c.answer)
        .join(person, person.c.id == assignment.c.person)
        .outerjoin(
            last,
            (last.c.person == assignment.c.person)
            & (last.c.case_number == assignment.c.case_number),
        )
        .outerjoin(
            declaration,
            (declaration.c.person == last.c.person)
            & (declaration.c.case_number == last.c.case_number)
            & (declaration.c.round == last.c.round),
        )
        .where(assignment.c.round == newest, person.c.pseudonym.is_not(None))
        .order_by(assignment.c.case_number, person.c.pseudonym)
    )
    cases = seen.rounds[newest]
    return tuple(
        PanelAssignment(case=row.case_number, pseudonym=row.pseudonym, declared=row.answer)
        for row in connection.execute(query)
        if cases is None or row.case_number in cases
    )
