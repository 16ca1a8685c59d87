"""What chairs, the head and staff may collect: packets, pseudonyms, assignments; nothing early."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    false,
    func,
    or_,
    select,
    true,
)

from central_server.batches import panel_areas
from central_server.devices import Device
from central_server.failures import Refused
from central_server.log import Log, log_size
from central_server.people import Person
from central_server.rounds import all_rounds
from central_server.six_words import require_heard
from central_server.store import schema
from central_server.two_staff import rounds_with_open_scores
from review_protocol.canonical import canonical, sha256_hex, to_base64
from review_protocol.documents.acts import AgreementPacket, QuestionPacket, ScoreOpeningPacket
from review_protocol.documents.answers import (
    CollectedPacket,
    Expert,
    PacketsAnswer,
    PanelAssignment,
    RefusalCode,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AcceptancePacket,
    ConflictAnswer,
    RoundPacket,
    ScorePacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState

PAGE_COUNT = 500
"""Packets of one answer."""
PAGE_BYTES = 8 << 20
CHAIR_KINDS = ("score", "amendment", "withdrawal", "recusal", "facts", "decision")
STAFF_KINDS = (RoundPacket.kind, ScoreOpeningPacket.kind, AgreementPacket.kind)
"""What staff asked and did about rounds: chairs see when scores were opened, and why."""

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

    Raises Refused for reviewers, and for a device that awaits its six words; of an open round staff
    see questions and their own acts, until two of them opened its scores.
    """
    require_heard(device)
    person = device.person
    rounds = all_rounds(connection)
    if person.role is Role.REVIEWER:
        raise Refused(RefusalCode.NOT_PERMITTED, "reviewers see no other's packets")
    seen = (
        _staffs_view(rounds, rounds_with_open_scores(connection))
        if person.role is Role.STAFF
        else _panels_view(connection, person, rounds)
    )
    page = page_of(connection, log, after, seen.condition())
    return PacketsAnswer(
        nonce=nonce,
        packets=page.packets,
        experts=experts_of(connection, log, schema.device.c.kid.in_(page.kids)),
        assignments=_assignments(connection, seen),
        scope=seen.scope(log.origin),
        next_leaf=page.next_leaf,
        log=log.view(connection),
        request_nonce=request_nonce,
    )


@dataclass(frozen=True, slots=True)
class View:
    """What somebody may see: of each round these cases, or all (None).

    `others` are kinds of packets of no round that are shown too; None shows them all.
    """

    rounds: Mapping[int, frozenset[str] | None]
    others: tuple[str, ...] | None
    always: tuple[str, ...] = ()
    """Kinds that are shown of every round."""

    def scope(self, log: str) -> str:
        """A hash that changes when the view does, or the log under whose leaves it is paged."""
        rounds = {
            str(number): None if cases is None else sorted(cases)
            for number, cases in self.rounds.items()
        }
        others = None if self.others is None else list(self.others)
        always = list(self.always)
        view = {"always": always, "log": log, "others": others, "rounds": rounds}
        return sha256_hex(canonical(view))

    def condition(self) -> ColumnElement[bool]:
        """The packets in this view."""
        table = schema.packet
        shown: list[ColumnElement[bool]] = []
        for number, cases in self.rounds.items():
            in_round = table.c.round == number
            if cases is not None:
                of_case = table.c.case_number.in_(cases) & table.c.kind.in_(CHAIR_KINDS)
                in_round = and_(in_round, of_case)
            shown.append(in_round)
        if self.others is None or self.others:
            of_kind = true() if self.others is None else table.c.kind.in_(self.others)
            shown.append(and_(table.c.round.is_(None), of_kind))
        if self.always:
            shown.append(table.c.kind.in_(self.always))
        return or_(false(), *shown)


def _staffs_view(rounds: Mapping[int, RoundState], early: frozenset[int]) -> View:
    """All of the closed rounds, and of those whose scores two of them opened early; what cannot be
    read, such as of a newer version, when none is open; questions and their own acts, which hold
    no score, at any time."""
    closed = {number for number, state in rounds.items() if state.closed is not None}
    opened = {number for number, state in rounds.items() if state.opened is not None}
    others: tuple[str, ...] | None = (AcceptancePacket.kind,) if closed else ()
    if closed and opened <= closed:
        others = None
    always = (QuestionPacket.kind, *STAFF_KINDS)
    return View(dict.fromkeys(sorted(closed | early & opened)), others, always)


def _panels_view(connection: Connection, person: Person, rounds: Mapping[int, RoundState]) -> View:
    return View(
        {number: visible_cases(connection, person, number) for number in rounds}, (), STAFF_KINDS
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


def page_of(connection: Connection, log: Log, after: int, condition: ColumnElement[bool]) -> Page:
    """A page of the packets that may be seen, by the leaf that says how they stand."""
    table = schema.packet
    place = func.coalesce(table.c.changed, table.c.leaf)
    query = (
        select(table, place.label("place"))
        .where(place >= after, condition)
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


def _assignments(connection: Connection, seen: View) -> tuple[PanelAssignment, ...]:
    """Who was asked, in the newest of the rounds: the table of a panel shows one round."""
    assignment, person, declaration = schema.assignment, schema.person, schema.declaration
    newest: int | None = connection.execute(
        select(func.max(assignment.c.round)).where(assignment.c.round.in_(seen.rounds))
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
    cases = seen.rounds[newest]
    return tuple(
        PanelAssignment(case=row.case_number, pseudonym=row.pseudonym, declared=row.answer)
        for row in connection.execute(query)
        if cases is None or row.case_number in cases
    )
