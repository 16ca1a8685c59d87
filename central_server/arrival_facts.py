"""Looks up, in a few queries for a whole delivery, the facts by which its packets are judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, select

from central_server.devices import Device, find_devices
from central_server.facts import Fact, find_fact, read_fact
from central_server.known import CaseFacts, Incoming, Known, Link
from central_server.lineage import Earlier, Lineage
from central_server.named import find_named, kids_in, named_in
from central_server.people import Person, of_panels
from central_server.proved_arrivals import find_proved
from central_server.rounds import all_rounds
from central_server.said import cases_named
from central_server.said_facts import find_said
from central_server.store import schema
from central_server.store.listed import among, listed
from review_protocol.canonical import document_id
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, DeclarationPacket
from review_protocol.documents.programme import Programme, Rubric, Rules
from review_protocol.documents.text import Area

_versions, _asked, _declarations, _arrived = (
    schema.case_version.c,
    schema.assignment.c,
    schema.declaration.c,
    schema.packet.c,
)
_ANSWERS = {answer.value: answer for answer in ConflictAnswer}
_CASES = (
    select(
        _versions.number,
        _versions.headers,
        _versions.case_hash,
        _versions.area,
        _versions.current,
        _versions.declares,
        _versions.imported,
    )
    .where(among(_versions.number, "numbers"))
    .order_by(_versions.number, _versions.version)
)
_ASSIGNED = select(_asked.person, _asked.round, _asked.case_number).where(
    among(_asked.person, "people"), among(_asked.case_number, "numbers")
)
_DECLARED = select(
    _declarations.person, _declarations.round, _declarations.case_number, _declarations.answer
).where(among(_declarations.person, "people"), among(_declarations.case_number, "numbers"))
_EARLIER = (
    select(
        _arrived.id,
        _arrived.person,
        _arrived.case_number,
        _arrived.kind,
        _arrived.round,
        _arrived.disposition,
        _arrived.supersedes,
    )
    .where(among(_arrived.person, "people"), among(_arrived.case_number, "numbers"))
    .order_by(_arrived.leaf)
)
_LINKS = (
    select(_arrived.id, _arrived.seq, _arrived.prev)
    .where(
        _arrived.chain == bindparam("chain"),
        _arrived.seq.between(bindparam("first"), bindparam("last")),
        _arrived.kid == bindparam("kid"),
    )
    .order_by(_arrived.leaf.desc())
)


class ArrivalFacts:
    """Finds what arrival must know of some packets. One thread at a time.

    Rubric, programme and rules are parsed anew only where their bytes are other ones than before.
    """

    def __init__(self, deployment: str) -> None:
        self._deployment = deployment
        self._rubric: tuple[bytes, Rubric, str] | None = None
        self._panels: tuple[bytes, Mapping[str, str]] | None = None
        self._rules: tuple[bytes, Rules] | None = None

    def look_up(self, connection: Connection, packets: Sequence[Incoming]) -> Known:
        """Everything that the decision on these packets may ask for; raises NotFounded."""
        named = find_named(connection, named_in(packets))
        devices = find_devices(connection, kids_in(packets, named.values()))
        principals = _principals(connection, devices.values())
        people = {device.person.id for device in devices.values()}
        people |= {person.id for person in principals}
        numbers = _case_numbers([*packets, *(each.packet for each in named.values())])
        asked = {"people": listed(people), "numbers": listed(numbers)}
        rubric, rubric_id = self._current_rubric(connection)
        panels = self._current_panels(connection)
        return Known(
            deployment=self._deployment,
            rubric=rubric,
            rubric_id=rubric_id,
            devices=devices,
            rounds=all_rounds(connection),
            cases=_cases(connection, asked, panels) if numbers else {},
            assigned=frozenset(
                (person, round, number)
                for person, round, number in connection.execute(_ASSIGNED, asked)
            ),
            declared={
                (person, round, number): _ANSWERS[answer]
                for person, round, number, answer in connection.execute(_DECLARED, asked)
            },
            links=_links(connection, packets),
            earlier=_earlier(connection, asked),
            named=named,
            proved=find_proved(connection, {*named, *(packet.id for packet in packets)}),
            said=find_said(connection, packets),
            stood_in_for=principals,
            rules=self._current_rules(connection),
        )

    def _current_rubric(self, connection: Connection) -> tuple[Rubric, str]:
        body = read_fact(connection, Fact.RUBRIC)
        if self._rubric is None or self._rubric[0] != body:
            self._rubric = body, Rubric.from_body(body), document_id(body)
        return self._rubric[1:]

    def _current_rules(self, connection: Connection) -> Rules | None:
        body = find_fact(connection, Fact.RULES)
        if body is None:
            return None
        if self._rules is None or self._rules[0] != body:
            self._rules = body, Rules.from_body(body)
        return self._rules[1]

    def _current_panels(self, connection: Connection) -> Mapping[str, str]:
        """The panel of each area that has one."""
        body = read_fact(connection, Fact.PROGRAMME)
        if self._panels is None or self._panels[0] != body:
            programme = Programme.from_body(body)
            panels = {area.value: programme.panel_of(area) for area in Area}
            self._panels = body, {area: panel.code for area, panel in panels.items() if panel}
        return self._panels[1]


def _principals(connection: Connection, devices: Iterable[Device]) -> tuple[Person, ...]:
    asked = any(device.person.deputy for device in devices)
    everybody = of_panels(connection) if asked else ()
    return tuple(person for person in everybody if not person.deputy)


def _case_numbers(packets: Sequence[Incoming]) -> set[str]:
    numbers: set[str] = set()
    for packet in packets:
        document = packet.document
        if isinstance(document, DeclarationPacket):
            numbers |= {each.case for each in document.declarations}
        else:
            numbers |= cases_named(document)
    return numbers


def _cases(
    connection: Connection, asked: Mapping[str, str], panels: Mapping[str, str]
) -> dict[str, CaseFacts]:
    """A withdrawn case has versions, and none is current: it is as its last one was."""
    rows = connection.execute(_CASES, {"numbers": asked["numbers"]}).all()
    newest = {number: rest for number, *rest in rows}
    declared_on: dict[str, set[str]] = {}
    texts: dict[str, list[tuple[str, str]]] = {}
    for number, headers, case_hash, _, _, declares, imported in rows:
        texts.setdefault(number, []).append((imported, case_hash))
        if declares == newest[number][4]:
            declared_on.setdefault(number, set()).add(headers)
    return {
        number: CaseFacts(
            case_hash,
            frozenset(declared_on[number]),
            panels.get(area),
            not current,
            tuple(texts[number]),
        )
        for number, (_, case_hash, area, current, _, _) in newest.items()
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


def _earlier(connection: Connection, asked: Mapping[str, str]) -> dict[tuple[str, str], Lineage]:
    found: dict[tuple[str, str], Lineage] = {}
    for id, person, number, kind, round, disposition, old in connection.execute(_EARLIER, asked):
        packet = Earlier(kind, round, Disposition(disposition), old)
        found.setdefault((person, number), Lineage()).add(id, packet)
    return found
