"""The newest declaration of each person on each case, so that a release is one look-up."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from central_server.known import Incoming, declared_in
from central_server.store import schema
from review_protocol.documents.packet import CasePacket, DeclarationPacket


def keep_declarations(
    connection: Connection, packet: Incoming, person: str, *, only_missing: bool = False
) -> None:
    """Keep what a packet that counts declares, in place of what was declared before.

    `only_missing` keeps what was declared meanwhile: the packet is an older one.
    """
    document = packet.document
    declared = dict(declared_in(document))
    if not declared or not isinstance(document, DeclarationPacket | CasePacket):
        return
    table = schema.declaration
    same = (table.c.person == person, table.c.round == document.round)
    if only_missing:
        there = set(connection.execute(select(table.c.case_number).where(*same)).scalars())
        declared = {number: answer for number, answer in declared.items() if number not in there}
    if not declared:
        return
    connection.execute(delete(table).where(*same, table.c.case_number.in_(list(declared))))
    connection.execute(
        insert(table),
        [
            {
                "person": person,
                "case_number": number,
                "round": document.round,
                "answer": answer.value,
                "packet": packet.id,
            }
            for number, answer in declared.items()
        ],
    )
