"""A small programme on a real server process, and desks enrolled with it through the services."""

import json
import shutil
import sqlite3
from collections.abc import Container, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.people import InvitationLetter
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import Answers, CriterionAnswer, LanguageRead
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.demo.experts import CHEAP
from reviewer_app.demo.founding import sample_programme
from reviewer_app.demo.holdings import packets_held
from reviewer_app.demo.server import CentralServer
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.assembly import Services
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.rows import CaseState, DeclareRow, SyncReport

NUMBERS = tuple(f"WIC-2026-{number:03d}" for number in (1, 2, 4, 6, 18, 28))
"""One with an attachment, one in English and one in Chinese only, one of one country."""
REVIEWERS = ("Ada", "Ben", "Chi", "Dov", "Eve", "Fay")
CHAIR, STAFF, COLLEAGUE = "Hana", "Sol", "Tao"
PANEL = "connect"
PASSPHRASE = "a bridge of nine arches"
ROOT_PASSPHRASE = "kept in a drawer elsewhere"
LETTERS, PROGRAMME = "letters", "programme"


def found(folder: Path, *, now: datetime) -> None:
    """Found a server in `folder` by its commands: six cases, six reviewers of all of them."""
    server = server_in(folder)
    programme = small_programme(folder / PROGRAMME, now=now)
    people = folder / "people.json"
    people.write_text(json.dumps(_people()), encoding="utf-8")
    server.run("init", "--root-key", str(folder / "root.key"), "--origin", "e2e.example.org/log/1")
    server.run("import", str(programme))
    server.run(
        *("invite", "--from", str(people), "--server", "http://127.0.0.1:1"),
        *("--letters", str(folder / LETTERS)),
    )
    server.run("assign", "--round", "1", "--reviews", str(len(REVIEWERS)))
    server.run("open-round", "1")


def small_programme(target: Path, *, now: datetime, numbers: Container[str] = NUMBERS) -> Path:
    """The sample programme with some of its cases, its first round open."""
    sample_programme(target, now=now)
    for case in (target / "cases").iterdir():
        if case.name not in numbers:
            shutil.rmtree(case)
    return target


def server_in(folder: Path) -> CentralServer:
    return CentralServer(
        home=folder / "server",
        log=folder / "server.log",
        environment={"CENTRAL_ROOT_PASSPHRASE": ROOT_PASSPHRASE},
    )


def _people() -> dict[str, object]:
    reviewers = [
        {"name": name, "role": "reviewer", "organisations": [f"{name}'s Institute"]}
        for name in REVIEWERS
    ]
    others = [
        {"name": CHAIR, "role": "chair", "panel": PANEL},
        {"name": STAFF, "role": "staff"},
        {"name": COLLEAGUE, "role": "staff"},
    ]
    return {"format": "practice-people/1", "people": reviewers + others}


@dataclass
class World:
    """A founded server, serving, and the folder where desks lie."""

    folder: Path
    server: CentralServer
    held: ExitStack = field(default_factory=ExitStack)
    desks: dict[str, "Desk"] = field(default_factory=dict)

    def letter(self, name: str) -> InvitationLetter:
        """A person's invitation, at the server's real address."""
        path = next(self.folder.joinpath(LETTERS).glob(f"*-{name.lower()}.invitation"))
        letter = InvitationLetter.from_body(path.read_bytes())
        return letter.model_copy(update={"server": self.server.address})

    def letter_file(self, name: str) -> Path:
        """The same as a file."""
        path = self.folder / f"{name}.invitation"
        path.write_bytes(self.letter(name).body())
        return path

    def invite(self, name: str, *words: str) -> str:
        """Invite one more reviewer while the server runs; answers the code."""
        path = self.folder / f"{name}.letter"
        address = ("--server", self.server.address, "--letter", str(path))
        self.server.run("invite", "--name", name, *address, *words)
        return InvitationLetter.from_body(path.read_bytes()).code

    def expire(self, name: str) -> None:
        """A month has passed since this person was invited."""
        with closing(sqlite3.connect(self.server.home / "central.db", timeout=10)) as database:
            database.execute(
                "UPDATE invitation SET expires = '2026-01-01T00:00:00Z' "
                "WHERE person = (SELECT id FROM person WHERE name = ?)",
                (name,),
            )
            database.commit()

    def profile(self, name: str) -> Path:
        """Where a person's desk lies, or will lie."""
        return self.folder / "desks" / name

    def enrolment(self, name: str) -> Enrolment:
        return Enrolment(self.profile(name), cost=CHEAP)

    def enrol(self, name: str) -> Path:
        """Enrol a person by their letter; answers the profile's folder."""
        letter = self.letter(name)
        self.enrolment(name).accept(letter.server, letter.code, "laptop", PASSPHRASE)
        return self.profile(name)

    def desk(self, name: str) -> "Desk":
        """A person's desk, enrolled when it is first wanted; closed with the world."""
        if name not in self.desks:
            if not self.profile(name).exists():
                self.enrol(name)
            self.desks[name] = self.held.enter_context(opened_desk(self.profile(name)))
        return self.desks[name]

    def close_desk(self, name: str) -> None:
        """Close a desk, so that the application may open it."""
        self.desks.pop(name).open.store.close()

    def packets(self) -> dict[str, str]:
        """What the server holds now: disposition by packet id, read from its log's bytes."""
        held = packets_held(self.server.home)
        return {packet: each.disposition for packet, each in held.items()}


@contextmanager
def opened_desk(folder: Path) -> Iterator["Desk"]:
    desk = open_desk(folder, PASSPHRASE)
    try:
        yield Desk(desk)
    finally:
        desk.store.close()


@dataclass
class Desk:
    """What a person does at an enrolled desk, by its services."""

    open: OpenDesk

    @property
    def services(self) -> Services:
        return self.open.services

    @property
    def numbers(self) -> tuple[str, ...]:
        """The cases that can be read."""
        closed = {CaseState.UNDECLARED, CaseState.CONFLICT, CaseState.AWAITING_RELEASE}
        return tuple(row.number for row in self.services.desk.cases() if row.state not in closed)

    def sync(self) -> SyncReport:
        return self.services.handin.sync(nobody, never)

    def ready(self, *, conflict: str | None = None) -> "Desk":
        """Accept, download, declare and get the release."""
        if self.services.accepting.accepted():
            return self
        name = Bilingual(zh=None, en="A Reviewer")
        self.services.accepting.confirm(name, ("An Institute",), tuple(Language), "networks")
        return self.begin(conflict=conflict)

    def begin(self, *, conflict: str | None = None) -> "Desk":
        """Download what is new, declare on it and get the release, as when a round opens."""
        self.services.batch.fetch(nobody, never)
        rows = tuple(
            DeclareRow(row.headers, ConflictAnswer.CONFLICT, ConflictKind.FAMILY, "")
            if row.headers.number == conflict
            else DeclareRow(row.headers, ConflictAnswer.NONE, None, "")
            for row in self.services.declaring.rows()
        )
        if rows:
            self.services.declaring.sign(rows)
        self.sync()
        return self

    def score(self, number: str, mark: int) -> str:
        """Keep a whole sheet and sign it; answers the packet's id."""
        self.services.scoring.keep(number, a_sheet(mark))
        return self.services.signing.sign(number, LanguageRead.BOTH)

    def receipts(self) -> dict[str, str | None]:
        """The receipt of each signed packet, None where there is none yet."""
        handin = self.services.handin
        return {row.packet: handin.receipt(row.packet) for row in handin.outbox()}


def a_sheet(mark: int) -> Answers:
    answers = Answers(recommendation=Recommendation.CASEBOOK, familiarity=2)
    for empty in answers.criteria:
        answers = answers.replaced(
            CriterionAnswer(criterion=empty.criterion, mark=mark, comment=f"{mark}: as anchored.")
        )
    return answers


def nobody(progress: object) -> None:
    """Nobody watches."""


def never() -> bool:
    return False
