"""The newest declaration of each person on each case, so that a release is one look-up."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from central_server.acts import Changes
from central_server.known import Incoming, Named, declared_by
from central_server.store import schema


def keep_declarations(
    connection: Connection, packet: Incoming, person: str, *, arrived: int | None = None
) -> None:
    """Keep what a packet that counts declares, in place of what was declared before.

    `arrived` is the leaf of one that counts later than it came: what was declared since stays.
    """
    declared = declared_by(packet.document, person)
    if not declared:
        return
    table = schema.declaration
    (round,) = {round for _, round, _ in declared}
    same = (table.c.person == person, table.c.round == round)
    if arrived is not None:
        since = select(table.c.case_number).where(
            *same, table.c.packet == schema.packet.c.id, schema.packet.c.leaf > arrived
        )
        there = set(connection.execute(since).scalars())
        declared = {key: answer for key, answer in declared.items() if key[2] not in there}
    if not declared:
        return
    numbers = [number for _, _, number in declared]
    connection.execute(delete(table).where(*same, table.c.case_number.in_(numbers)))
    connection.execute(
        insert(table),
        [
            {
                "person": person,
                "case_number": number,
                "round": round,
                "answer": answer.value,
                "packet": packet.id,
            }
            for (_, _, number), answer in declared.items()
        ],
    )


def keep_older_declarations(
    connection: Connection, named: Iterable[Named], changes: Changes
) -> None:
    """Keep what those of these packets declare that count by now, in the order of the log; what
    was declared since each of them came stays."""
    for each in sorted(named, key=lambda each: each.leaf):
        found = changes.get(each.packet.id)
        if found is not None and found.counts:
            keep_declarations(connection, each.packet, each.person, arrived=each.leaf)
