"""A founded central server in a folder, with cases, people and an open round."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert

from central_server.batch_files import take_file
from central_server.clock import moment
from central_server.documents import keep_document
from central_server.facts import Fact, write_fact
from central_server.founding import found
from central_server.home import Home
from central_server.people import add_person, give_pseudonym, invite
from central_server.server import Server, open_server
from central_server.store import schema
from central_server.store.store import open_store
from review_protocol.documents.base import Document
from review_protocol.documents.batch import FileRole
from review_protocol.documents.case import Case
from review_protocol.documents.case_files import files_of
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Programme, Round, Rubric
from review_protocol.passphrase import Argon2Cost
from tests.builders.documents import (
    CLOSES,
    NOW,
    PDF,
    a_case,
    a_programme,
    a_round,
    a_rubric,
    an_attachment,
)

ORIGIN = "reviews.example.org/log/1"
PASSPHRASE = "correct horse battery"


@dataclass
class SettableClock:
    """A clock that goes when it is told to."""

    now: datetime = field(default_factory=lambda: moment(NOW))

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)

    def forward(self, **units: float) -> None:
        self.now += timedelta(**units)


@dataclass(frozen=True)
class InvitedPerson:
    """A person of the server, and the secret of their invitation."""

    id: str
    name: str
    role: Role
    secret: bytes


@dataclass
class ServerFolder:
    """What was put into a server's folder."""

    path: Path
    programme: Programme
    rubric: Rubric
    round: Round
    cases: tuple[Case, ...]
    people: dict[str, InvitedPerson]
    clock: SettableClock = field(default_factory=SettableClock)

    @property
    def home(self) -> Home:
        return Home(self.path)

    @contextmanager
    def open(self) -> Iterator[Server]:
        """The server in this folder, with a clock that stands still."""
        with open_server(self.path, clock=self.clock) as server:
            yield server


def a_server_folder(
    folder: Path,
    *,
    cases: tuple[Case, ...] | int = 2,
    people: dict[str, Role | tuple[Role, str]] | None = None,
    assigned: dict[str, tuple[str, ...]] | None = None,
    opened: bool = True,
    closes: str = CLOSES,
    declared: bool = False,
    confirm_devices: bool = False,
    number: int = 1,
) -> ServerFolder:
    """Found a server in `folder/server`, and fill it.

    `people` maps names to roles, or to role and panel; by default one each: "reviewer",
    "second" (a reviewer too), "chair" (of panel-a), "head" and "staff". `assigned` maps names to
    case numbers; by default every reviewer gets all cases. Case 1 has an attachment, `PDF`.
    Where `declared`, everybody has declared without a conflict on what they were assigned.

    Equal folders are made once in a process and copied: with one and the same keys, unless a
    `number` of its own makes it another server.
    """
    texts = some_cases(cases) if isinstance(cases, int) else cases
    given = None if assigned is None else tuple(assigned.items())
    roles = tuple((people or _one_each()).items())
    pattern = _pattern(texts, roles, given, opened, closes, declared, confirm_devices, number)
    for path, content in pattern.files.items():
        target = folder / path
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod(0o600)
    (folder / "server" / "blobs").mkdir(mode=0o700, exist_ok=True)
    built = pattern.built
    return replace(built, path=folder / "server", people=dict(built.people), clock=SettableClock())


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A server's folder that was filled, and its files."""

    built: ServerFolder
    files: Mapping[Path, bytes]


@cache
def _pattern(
    cases: tuple[Case, ...],
    people: tuple[tuple[str, Role | tuple[Role, str]], ...],
    assigned: tuple[tuple[str, tuple[str, ...]], ...] | None,
    opened: bool,
    closes: str,
    declared: bool,
    confirm_devices: bool,
    number: int,
) -> _Pattern:
    with TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / "server"
        found(
            path,
            folder / "root.key",
            PASSPHRASE,
            origin=ORIGIN,
            now=NOW,
            confirm_devices=confirm_devices,
            cost=Argon2Cost(memory_kib=8, passes=1, lanes=1),
        )
        built = ServerFolder(path, a_programme(), a_rubric(), a_round(closes=closes), cases, {})
        store = open_store(built.home.database_url)
        try:
            with store.write() as connection:
                _fill(connection, built)
                _open_round(connection, built, opened)
                for name, role in people:
                    built.people[name] = _invited(connection, name, role)
                rows = _assign(connection, built, None if assigned is None else dict(assigned))
                if declared:
                    _declare(connection, rows)
        finally:
            store.close()
        files = {
            file.relative_to(folder): file.read_bytes()
            for file in folder.rglob("*")
            if file.is_file()
        }
    return _Pattern(built, files)


def some_cases(count: int) -> tuple[Case, ...]:
    return tuple(
        a_case(f"WIC-2026-{number:03d}", attachments=(an_attachment(),) if number == 1 else ())
        for number in range(1, count + 1)
    )


def _one_each() -> dict[str, Role | tuple[Role, str]]:
    return {
        "reviewer": Role.REVIEWER,
        "second": Role.REVIEWER,
        "chair": (Role.CHAIR, "panel-a"),
        "head": Role.HEAD,
        "staff": Role.STAFF,
    }


def _fill(connection: Connection, built: ServerFolder) -> None:
    def take(role: FileRole, document: Document, case: str | None = None) -> str:
        take_file(connection, built.home, role=role, case_number=case, plaintext=document.body())
        return keep_document(connection, document)

    take(FileRole.PROGRAMME, built.programme)
    take(FileRole.RUBRIC, built.rubric)
    write_fact(connection, Fact.PROGRAMME, built.programme.body())
    write_fact(connection, Fact.RUBRIC, built.rubric.body())
    for case in built.cases:
        put_case(connection, built.home, case)


def put_case(connection: Connection, home: Home, case: Case) -> None:
    """Keep a case as an import does; an older version is current no more."""
    number = case.number
    for role, document in ((FileRole.HEADERS, case.headers), (FileRole.CASE, case)):
        take_file(connection, home, role=role, case_number=number, plaintext=document.body())
        keep_document(connection, document)
    for attachment in files_of(case):
        assert attachment.sha256 == hashlib.sha256(PDF).hexdigest()
        take_file(connection, home, role=FileRole.ATTACHMENT, case_number=number, plaintext=PDF)
    table = schema.case_version
    connection.execute(table.update().where(table.c.number == number).values(current=0))
    connection.execute(
        insert(table).values(
            number=number,
            version=case.headers.version,
            headers=case.headers.id,
            case_hash=case.id,
            area=case.headers.area.value,
            current=1,
            imported=NOW,
        )
    )


def _open_round(connection: Connection, built: ServerFolder, opened: bool) -> None:
    times = {"opened": NOW if opened else None, "closed": None}
    connection.execute(insert(schema.review_round).values(**built.round.model_dump() | times))


def _invited(connection: Connection, name: str, role: Role | tuple[Role, str]) -> InvitedPerson:
    plain, panel = role if isinstance(role, tuple) else (role, None)
    person = add_person(connection, name=name, role=plain, panel=panel, now=NOW)
    secret = hashlib.sha256(name.encode()).digest()[:16]
    invite(connection, person, secret=secret, now=NOW, expires=CLOSES)
    return InvitedPerson(person, name, plain, secret)


def _assign(
    connection: Connection, built: ServerFolder, assigned: dict[str, tuple[str, ...]] | None
) -> list[dict[str, object]]:
    everything = tuple(case.number for case in built.cases)
    wanted = assigned
    if wanted is None:
        wanted = {
            name: everything
            for name, person in built.people.items()
            if person.role is Role.REVIEWER
        }
    for name in wanted:
        give_pseudonym(connection, built.people[name].id)
    rows = [
        {
            "round": 1,
            "case_number": number,
            "person": built.people[name].id,
            "country_tie": 0,
            "made": NOW,
        }
        for name, numbers in wanted.items()
        for number in numbers
    ]
    if rows:
        connection.execute(insert(schema.assignment), rows)
    return rows


def _declare(connection: Connection, assigned: list[dict[str, object]]) -> None:
    connection.execute(
        insert(schema.declaration),
        [
            {
                "person": row["person"],
                "case_number": row["case_number"],
                "round": row["round"],
                "answer": "none",
                "packet": "0" * 64,
            }
            for row in assigned
        ],
    )
