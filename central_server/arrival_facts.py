"""Looks up, in a few queries for a whole delivery, the facts by which its packets are judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, select

from central_server.arrival import CaseFacts, Earlier, Incoming, Known, Link
from central_server.devices import find_devices
from central_server.documents import current_programme
from central_server.facts import Fact, read_fact
from central_server.rounds import all_rounds
from central_server.store import schema
from central_server.store.listed import among, listed
from review_protocol.canonical import document_id
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import CasePacket, ConflictAnswer, DeclarationPacket
from review_protocol.documents.programme import Rubric
from review_protocol.documents.text import Area

_versions, _asked, _declarations, _arrived = (
    schema.case_version.c,
    schema.assignment.c,
    schema.declaration.c,
    schema.packet.c,
)
_CASES = select(
    _versions.number, _versions.headers, _versions.case_hash, _versions.area, _versions.current
).where(among(_versions.number, "numbers"))
_ASSIGNED = select(_asked.person, _asked.round, _asked.case_number).where(
    among(_asked.person, "people"), among(_asked.case_number, "numbers")
)
_DECLARED = select(
    _declarations.person, _declarations.round, _declarations.case_number, _declarations.answer
).where(among(_declarations.person, "people"), among(_declarations.case_number, "numbers"))
_EARLIER = select(
    _arrived.id,
    _arrived.person,
    _arrived.case_number,
    _arrived.kind,
    _arrived.round,
    _arrived.disposition,
).where(among(_arrived.person, "people"), among(_arrived.case_number, "numbers"))
_LINKS = (
    select(_arrived.id, _arrived.seq, _arrived.prev)
    .where(
        _arrived.chain == bindparam("chain"),
        _arrived.seq.between(bindparam("first"), bindparam("last")),
        _arrived.kid == bindparam("kid"),
    )
    .order_by(_arrived.leaf.desc())
)


def look_up(connection: Connection, deployment: str, packets: Sequence[Incoming]) -> Known:
    """Everything that the decision on these packets may ask for; raises NotFounded."""
    devices = find_devices(connection, {packet.header.kid for packet in packets})
    people = {device.person.id for device in devices.values()}
    numbers = _case_numbers(packets)
    asked = {"people": listed(people), "numbers": listed(numbers)}
    rubric = read_fact(connection, Fact.RUBRIC)
    return Known(
        deployment=deployment,
        rubric=Rubric.from_body(rubric),
        rubric_id=document_id(rubric),
        devices=devices,
        rounds=all_rounds(connection),
        cases=_cases(connection, asked) if numbers else {},
        assigned=frozenset(
            (row[0], row[1], row[2]) for row in connection.execute(_ASSIGNED, asked)
        ),
        declared={
            (row[0], row[1], row[2]): ConflictAnswer(row[3])
            for row in connection.execute(_DECLARED, asked)
        },
        links=_links(connection, packets),
        earlier=_earlier(connection, asked),
    )


def _case_numbers(packets: Sequence[Incoming]) -> set[str]:
    numbers: set[str] = set()
    for packet in packets:
        document = packet.document
        if isinstance(document, CasePacket):
            numbers.add(document.case)
        elif isinstance(document, DeclarationPacket):
            numbers |= {each.case for each in document.declarations}
    return numbers


def _cases(connection: Connection, asked: Mapping[str, str]) -> dict[str, CaseFacts]:
    programme = current_programme(connection)
    rows = connection.execute(_CASES, {"numbers": asked["numbers"]}).all()
    headers: dict[str, set[str]] = {}
    for number, version, *_ in rows:
        headers.setdefault(number, set()).add(version)
    panels = {area.value: panel.code for area in Area if (panel := programme.panel_of(area))}
    return {
        number: CaseFacts(case_hash, frozenset(headers[number]), panels.get(area))
        for number, _, case_hash, area, current in rows
        if current
    }


def _links(connection: Connection, packets: Sequence[Incoming]) -> dict[tuple[str, str, int], Link]:
    """The stored packets at, before and behind the packets' places in their chains."""
    chains: dict[tuple[str, str], list[int]] = {}
    for packet in packets:
        chains.setdefault((packet.header.kid, packet.header.chain), []).append(packet.header.seq)
    links: dict[tuple[str, str, int], Link] = {}
    for (kid, chain), places in chains.items():
        rows = connection.execute(
            _LINKS,
            {"kid": kid, "chain": chain, "first": min(places) - 1, "last": max(places) + 1},
        )
        links |= {(kid, chain, row.seq): Link(row.id, row.prev) for row in rows}
    return links


def _earlier(
    connection: Connection, asked: Mapping[str, str]
) -> dict[tuple[str, str], dict[str, Earlier]]:
    found: dict[tuple[str, str], dict[str, Earlier]] = {}
    for id, person, number, kind, round, disposition in connection.execute(_EARLIER, asked):
        found.setdefault((person, number), {})[id] = Earlier(kind, round, Disposition(disposition))
    return found
