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

_packet, _person, _declaration = schema.packet.c, schema.person.c, schema.declaration.c
_DECLARING = (
    select(
        _packet.envelope,
        _packet.received,
        _packet.leaf,
        _person.id,
        _person.name,
        _person.role,
        _person.panel,
        _person.pseudonym,
        _person.deputy,
    )
    .join(schema.person, _person.id == _packet.person)
    .where(
        found(
            _packet.kind.in_((DeclarationPacket.kind, RecusalPacket.kind)),
            _packet.disposition == Disposition.COUNTED.value,
        )
    )
    .order_by(_packet.leaf)
)
_HELD_UP = select(_declaration.person, _declaration.case_number).where(
    _declaration.answer == ConflictAnswer.CONFLICT.value
)


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
    held_up = {tuple(row) for row in connection.execute(_HELD_UP)}
    declared: set[tuple[str, int, str]] = set()
    taken: dict[tuple[str, str], TakenBack] = {}
    for row in connection.execute(_DECLARING):
        document = signed_document(read_envelope(row.envelope))
        for key, answer in declared_by(document, row.id).items():
            _, number, case = key
            if answer is ConflictAnswer.CONFLICT:
                declared.add(key)
            elif key in declared and (row.id, case) not in held_up:
                declared.remove(key)
                who = Person(
                    row.id, row.name, Role(row.role), row.panel, row.pseudonym, bool(row.deputy)
                )
                taken[row.id, case] = TakenBack(case, number, row.received, row.leaf, who)
    return tuple(sorted(taken.values(), key=lambda each: (each.leaf, each.case)))
