"""Conflicts that somebody declared and took back alone: staff are told, and may ask why."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.known import declared_by
from central_server.store import schema
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, DeclarationPacket, RecusalPacket
from review_protocol.envelope import read_envelope
from review_protocol.opening import signed_document


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Who has no conflict on a case any more, since a declaration of that round arrived."""

    case: str
    round: int
    received: str
    name: str


def conflicts_taken_back(connection: Connection) -> tuple[TakenBack, ...]:
    """Those that were declared, or recused for, and that no declaration holds up now, in the order
    in which they were taken back."""
    packet, person, declaration = schema.packet.c, schema.person.c, schema.declaration.c
    rows = connection.execute(
        select(packet.envelope, packet.person, packet.received, person.name)
        .join(schema.person, person.id == packet.person)
        .where(
            packet.kind.in_((DeclarationPacket.kind, RecusalPacket.kind)),
            packet.disposition == Disposition.COUNTED.value,
        )
        .order_by(packet.leaf)
    )
    standing = connection.execute(
        select(declaration.person, declaration.case_number).where(
            declaration.answer == ConflictAnswer.CONFLICT.value
        )
    )
    held_up = {(row.person, row.case_number) for row in standing}
    declared: set[tuple[str, int, str]] = set()
    found: dict[tuple[str, str], TakenBack] = {}
    for row in rows:
        document = signed_document(read_envelope(row.envelope))
        for key, answer in declared_by(document, row.person).items():
            _, number, case = key
            if answer is ConflictAnswer.CONFLICT:
                declared.add(key)
            elif key in declared and (row.person, case) not in held_up:
                declared.remove(key)
                found[row.person, case] = TakenBack(case, number, row.received, row.name)
    return tuple(sorted(found.values(), key=lambda each: (each.received, each.case, each.name)))
