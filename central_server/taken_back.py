"""Conflicts that somebody declared and took back alone: staff and a panel are told, and may ask."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.known import declared_by
from central_server.people import Person
from central_server.store import schema
from central_server.store.found import found
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import ConflictTakenBack
from review_protocol.documents.packet import ConflictAnswer, DeclarationPacket, RecusalPacket
from review_protocol.documents.people import Role
from review_protocol.envelope import read_envelope
from review_protocol.opening import signed_document


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Who has no conflict on a case any more, since a declaration of that round arrived."""

    case: str
    round: int
    received: str
    leaf: int
    person: Person

    def told(self, *, names: bool) -> ConflictTakenBack:
        """As staff are told of it, or a panel: never a name beside a number."""
        person = self.person
        return ConflictTakenBack(
            round=self.round,
            case=self.case,
            person=person.id if names else None,
            role=person.role,
            deputy=person.deputy,
            pseudonym=None if names else person.pseudonym,
            received=self.received,
            leaf=self.leaf,
        )


def conflicts_taken_back(connection: Connection) -> tuple[TakenBack, ...]:
    """Those that were declared, or recused for, and that no declaration holds up now, in the order
    in which they were taken back."""
    packet, person, declaration = schema.packet.c, schema.person.c, schema.declaration.c
    rows = connection.execute(
        select(
            packet.envelope,
            packet.received,
            packet.leaf,
            person.id,
            person.name,
            person.role,
            person.panel,
            person.pseudonym,
            person.deputy,
        )
        .join(schema.person, person.id == packet.person)
        .where(
            found(
                packet.kind.in_((DeclarationPacket.kind, RecusalPacket.kind)),
                packet.disposition == Disposition.COUNTED.value,
            )
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
    taken: dict[tuple[str, str], TakenBack] = {}
    for envelope, received, leaf, id, name, role, panel, pseudonym, deputy in rows:
        document = signed_document(read_envelope(envelope))
        for key, answer in declared_by(document, id).items():
            _, number, case = key
            if answer is ConflictAnswer.CONFLICT:
                declared.add(key)
            elif key in declared and (id, case) not in held_up:
                declared.remove(key)
                who = Person(id, name, Role(role), panel, pseudonym, bool(deputy))
                taken[id, case] = TakenBack(case, number, received, leaf, who)
    return tuple(sorted(taken.values(), key=lambda each: (each.leaf, each.case)))
