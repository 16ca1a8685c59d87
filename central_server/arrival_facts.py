"""Looks up, in a few queries for a whole delivery, the facts by which its packets are judged."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from central_server.arrival import CaseFacts, Earlier, Incoming, Known, Link, RoundKey
from central_server.devices import find_devices
from central_server.documents import current_programme
from central_server.facts import Fact, read_fact
from central_server.rounds import all_rounds
from central_server.store import schema
from review_protocol.canonical import document_id
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket, ConflictAnswer, DeclarationPacket
from review_protocol.documents.programme import Rubric
from review_protocol.documents.text import Area

_MOST_NUMBERS = 5000
"""Beyond it, only those that exist are asked for: a database bounds the values of a query."""


def look_up(connection: Connection, deployment: str, packets: Sequence[Incoming]) -> Known:
    """Everything that the decision on these packets may ask for; raises NotFounded."""
    devices = find_devices(connection, {packet.header.kid for packet in packets})
    people = {device.person.id for device in devices.values()}
    numbers = _case_numbers(packets)
    if len(numbers) > _MOST_NUMBERS:
        numbers &= _all_numbers(connection)
    rubric = read_fact(connection, Fact.RUBRIC)
    return Known(
        deployment=deployment,
        rubric=Rubric.from_body(rubric),
        rubric_id=document_id(rubric),
        devices=devices,
        rounds=all_rounds(connection),
        cases=_cases(connection, numbers),
        assigned=_assigned(connection, people, numbers),
        declared=_declared(connection, people, numbers),
        links=_links(connection, packets),
        earlier=_earlier(connection, people, numbers),
    )


def _all_numbers(connection: Connection) -> set[str]:
    return set(connection.execute(select(schema.case_version.c.number).distinct()).scalars())


def _case_numbers(packets: Sequence[Incoming]) -> set[str]:
    numbers: set[str] = set()
    for packet in packets:
        document = packet.document
        if isinstance(document, CasePacket):
            numbers.add(document.case)
        elif isinstance(document, DeclarationPacket):
            numbers |= {each.case for each in document.declarations}
    return numbers


def _cases(connection: Connection, numbers: set[str]) -> dict[str, CaseFacts]:
    if not numbers:
        return {}
    programme = current_programme(connection)
    table = schema.case_version
    rows = connection.execute(
        select(
            table.c.number, table.c.headers, table.c.case_hash, table.c.area, table.c.current
        ).where(table.c.number.in_(numbers))
    ).all()
    headers: dict[str, set[str]] = {}
    for row in rows:
        headers.setdefault(row.number, set()).add(row.headers)
    found = {}
    for row in rows:
        if row.current:
            panel = programme.panel_of(Area(row.area))
            found[row.number] = CaseFacts(
                row.case_hash, frozenset(headers[row.number]), panel.code if panel else None
            )
    return found


def _assigned(connection: Connection, people: set[str], numbers: set[str]) -> frozenset[RoundKey]:
    table = schema.assignment
    rows = connection.execute(
        select(table.c.person, table.c.round, table.c.case_number).where(
            table.c.person.in_(people), table.c.case_number.in_(numbers)
        )
    )
    return frozenset((row.person, row.round, row.case_number) for row in rows)


def _declared(
    connection: Connection, people: set[str], numbers: set[str]
) -> dict[RoundKey, ConflictAnswer]:
    table = schema.declaration
    rows = connection.execute(
        select(table.c.person, table.c.round, table.c.case_number, table.c.answer).where(
            table.c.person.in_(people), table.c.case_number.in_(numbers)
        )
    )
    return {(row.person, row.round, row.case_number): ConflictAnswer(row.answer) for row in rows}


def _links(connection: Connection, packets: Sequence[Incoming]) -> dict[tuple[str, str, int], Link]:
    """The stored packets at, before and behind the packets' places in their chains."""
    chains: dict[tuple[str, str], list[int]] = {}
    for packet in packets:
        chains.setdefault((packet.header.kid, packet.header.chain), []).append(packet.header.seq)
    table = schema.packet
    links: dict[tuple[str, str, int], Link] = {}
    for (kid, chain), places in chains.items():
        rows = connection.execute(
            select(table.c.id, table.c.seq, table.c.prev)
            .where(
                table.c.chain == chain,
                table.c.seq.between(min(places) - 1, max(places) + 1),
                table.c.kid == kid,
            )
            .order_by(table.c.leaf.desc())
        )
        links |= {(kid, chain, row.seq): Link(row.id, row.prev) for row in rows}
    return links


def _earlier(
    connection: Connection, people: set[str], numbers: set[str]
) -> dict[tuple[str, str], dict[str, Earlier]]:
    table = schema.packet
    rows = connection.execute(
        select(
            table.c.id,
            table.c.person,
            table.c.case_number,
            table.c.kind,
            table.c.round,
            table.c.disposition,
        ).where(table.c.person.in_(people), table.c.case_number.in_(numbers))
    )
    found: dict[tuple[str, str], dict[str, Earlier]] = {}
    for row in rows:
        found.setdefault((row.person, row.case_number), {})[row.id] = Earlier(
            row.kind, row.round, Disposition(row.disposition)
        )
    return found
