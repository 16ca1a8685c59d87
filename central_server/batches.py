"""Batches: which cases a person is given, the numbered manifest, and the release of contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import orjson
from sqlalchemy import Connection, insert, select

from central_server.batch_files import KeptFile, find_files, wrap_keys
from central_server.clock import later
from central_server.devices import exchange_keys
from central_server.documents import current_programme
from central_server.facts import Fact, find_fact, read_fact
from central_server.people import Person
from central_server.restored import manifests_above
from central_server.rounds import current_round
from central_server.store import schema
from review_protocol.canonical import canonical, document_id, sha256_hex
from review_protocol.documents.batch import FileEntry, Manifest, ManifestCase
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Programme, RoundState
from review_protocol.envelope import read_envelope
from review_protocol.keys import SigningKey
from review_protocol.opening import sealed

OLDEST_APP = "0.1.0"
"""The oldest app that understands these manifests."""
_SHORTEST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Issuer:
    """In whose name manifests and releases are signed."""

    deployment: str
    key: SigningKey


@dataclass(frozen=True, slots=True)
class IssuedManifest:
    """A manifest as it was signed."""

    id: str
    number: int
    envelope: bytes

    @property
    def document(self) -> Manifest:
        return Manifest.from_body(read_envelope(self.envelope).body)


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything of a manifest but number, times and wrapped keys."""

    person: Person
    round: RoundState
    programme: str
    rubric: str
    rules: str | None
    tables: tuple[str, ...]
    """The programme's own glossary and table of countries (regions), as far as there are any."""
    cases: tuple[ManifestCase, ...]
    files: tuple[KeptFile, ...]
    kids: tuple[str, ...]

    def digest(self) -> str:
        """A hash that changes with the content only."""
        return sha256_hex(
            canonical(
                {
                    "cases": [case.model_dump(mode="json") for case in self.cases],
                    "files": [file.entry.model_dump(mode="json") for file in self.files],
                    "kids": list(self.kids),
                    "oldest_app": OLDEST_APP,
                    "panel": self.person.panel,
                    "programme": self.programme,
                    "role": self.person.role.value,
                    "round": self.round.round.model_dump(mode="json"),
                    "rubric": self.rubric,
                    "rules": self.rules,
                }
            )
        )


def contents_for(connection: Connection, person: Person) -> Contents | None:
    """What a person is given now; None where nothing is assigned to them or no round is open."""
    running = current_round(connection)
    if running is None or (running.opened is None and person.role is not Role.STAFF):
        return None
    cases = cases_for(connection, person, running.round.number)
    if not cases and person.role is Role.REVIEWER:
        return None
    programme = document_id(read_fact(connection, Fact.PROGRAMME))
    rubric = document_id(read_fact(connection, Fact.RUBRIC))
    rules = find_fact(connection, Fact.RULES)
    tables = (find_fact(connection, fact) for fact in (Fact.GLOSSARY, Fact.COUNTRIES))
    contents = Contents(
        person=person,
        round=running,
        programme=programme,
        rubric=rubric,
        rules=None if rules is None else document_id(rules),
        tables=tuple(document_id(body) for body in tables if body is not None),
        cases=cases,
        files=(),
        kids=tuple(exchange_keys(connection, person.id)),
    )
    return replace(contents, files=_files(connection, contents))


def cases_for(connection: Connection, person: Person, number: int) -> tuple[ManifestCase, ...]:
    """The current versions of a person's cases in a round: a reviewer's and a chair's own, a
    chair's panel, for the head all, for staff all without their texts."""
    version, assignment = schema.case_version, schema.assignment
    query = (
        select(
            version.c.number,
            version.c.version,
            version.c.headers,
            version.c.case_hash,
            version.c.area,
            assignment.c.person,
        )
        .outerjoin(
            assignment,
            (assignment.c.case_number == version.c.number)
            & (assignment.c.person == person.id)
            & (assignment.c.round == number),
        )
        .where(version.c.current == 1)
        .order_by(version.c.number)
    )
    areas = panel_areas(connection, person)
    return tuple(
        ManifestCase(
            number=row.number,
            version=row.version,
            headers=row.headers,
            case=None if person.role is Role.STAFF else row.case_hash,
        )
        for row in connection.execute(query)
        if row.person is not None or row.area in areas
    )


def panel_areas(connection: Connection, person: Person) -> frozenset[str]:
    """The areas whose cases a person sees by their role."""
    if person.role is Role.REVIEWER:
        return frozenset()
    return areas_seen(current_programme(connection), person.role, person.panel)


def areas_seen(programme: Programme, role: Role, panel: str | None) -> frozenset[str]:
    """The areas of a chair's own panel; for the head and staff, of all panels."""
    return frozenset(
        area.value
        for each in programme.panels
        if role is not Role.CHAIR or each.code == panel
        for area in each.areas
    )


def find_manifest(connection: Connection, contents: Contents) -> IssuedManifest | None:
    """The person's newest manifest, if it has this content."""
    newest = _newest(connection, contents.person.id)
    if newest is None or newest[1] != contents.digest():
        return None
    if newest[0].number <= manifests_above(connection):
        return None
    return newest[0]


def manifest_for(
    connection: Connection, person: Person, issuer: Issuer, now: str
) -> IssuedManifest | None:
    """The person's manifest: the newest where nothing changed, or else a new one, next in number.

    None where they are given nothing. Writes; `now` is a timestamp.
    """
    contents = contents_for(connection, person)
    if contents is None:
        return None
    found = find_manifest(connection, contents)
    return found or _issue(connection, contents, issuer, now)


def issue_anew(connection: Connection, person: Person, issuer: Issuer, now: str) -> None:
    """Issue a person's manifest under a new number though its content is an earlier one's: its
    time says what is so since when."""
    contents = contents_for(connection, person)
    if contents is not None:
        _issue(connection, contents, issuer, now)


def _issue(connection: Connection, contents: Contents, issuer: Issuer, now: str) -> IssuedManifest:
    newest = _newest(connection, contents.person.id)
    open_files = [file for file in contents.files if not file.entry.role.is_content]
    devices = exchange_keys(connection, contents.person.id)
    manifest = Manifest(
        deployment=issuer.deployment,
        number=1 + max(0 if newest is None else newest[0].number, manifests_above(connection)),
        person=contents.person.id,
        role=contents.person.role,
        panel=contents.person.panel,
        round=contents.round.round,
        programme=contents.programme,
        rubric=contents.rubric,
        rules=contents.rules,
        cases=contents.cases,
        files=tuple(file.entry for file in contents.files),
        wrapped=tuple(wrap_keys(kid, key, open_files) for kid, key in devices.items()),
        oldest_app=OLDEST_APP,
        issued=now,
        expires=max(contents.round.round.closes, later(now, days=_SHORTEST_DAYS)),
    )
    envelope = sealed(manifest, issuer.key)
    issued = IssuedManifest(envelope.document_id, manifest.number, envelope.to_bytes())
    connection.execute(
        insert(schema.manifest).values(
            id=issued.id,
            person=contents.person.id,
            number=issued.number,
            content_digest=contents.digest(),
            envelope=issued.envelope,
        )
    )
    return issued


def _newest(connection: Connection, person: str) -> tuple[IssuedManifest, str] | None:
    table = schema.manifest
    row = connection.execute(
        select(table).where(table.c.person == person).order_by(table.c.number.desc()).limit(1)
    ).one_or_none()
    if row is None:
        return None
    return IssuedManifest(row.id, row.number, row.envelope), row.content_digest


def _files(connection: Connection, contents: Contents) -> tuple[KeptFile, ...]:
    """The files in the order in which they are fetched: what is declared on, texts, attachments."""
    shared = (contents.programme, contents.rubric, contents.rules, *contents.tables)
    wanted: list[tuple[str, str | None]] = [(each, None) for each in shared if each is not None]
    wanted += [(case.headers, case.number) for case in contents.cases]
    texts = {case.case: case.number for case in contents.cases if case.case is not None}
    wanted += texts.items()
    wanted += _attachments(connection, texts)
    kept = find_files(connection, {digest for digest, _ in wanted})
    return tuple(
        replace(kept[digest], entry=_for_case(kept[digest].entry, number))
        for digest, number in wanted
    )


def _for_case(entry: FileEntry, number: str | None) -> FileEntry:
    """The entry under the case that asks for it: two cases may hold the same attachment."""
    return entry if entry.case == number else entry.model_copy(update={"case": number})


def _attachments(connection: Connection, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Hashes of the files of these cases, each with the case's number."""
    table = schema.document
    rows = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(texts))).all()
    return [
        (attachment["sha256"], texts[row.id])
        for row in sorted(rows, key=lambda row: texts[row.id])
        for attachment in _listed(orjson.loads(row.body))
    ]


def _listed(case: Mapping[str, list[dict[str, str]]]) -> list[dict[str, str]]:
    """The files of a case of either kind."""
    return [*case["attachments"], *case.get("other_files", [])]
