"""A founded server with many cases, and desks enrolled there whose outboxes are full."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert

from benchmarks._bare_delivery import Sent
from central_server.clock import timestamp, utc_now
from central_server.documents import current_rubric, keep_document, read_document
from central_server.founding import found
from central_server.home import Home
from central_server.intake.importing import import_programme
from central_server.log import Log
from central_server.people import add_person, invite
from central_server.store import schema
from central_server.store.store import open_store
from review_protocol.crockford import encode_code, new_secret
from review_protocol.documents.case import Case
from review_protocol.documents.packet import (
    ChainHeader,
    ConflictAnswer,
    Declaration,
    DeclarationPacket,
    ScorePacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer, LanguageRead
from review_protocol.passphrase import Argon2Cost
from reviewer_app.models import outbox
from reviewer_app.models.store import Store
from reviewer_app.models.store import open_store as open_desk_store
from reviewer_app.models.vault import Vault, open_vault
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.delivering import Delivering
from reviewer_app.sync.http import Http, Reply, Transport
from reviewer_app.sync.knowledge import read_knowledge
from reviewer_app.sync.lines import Lines
from reviewer_app.sync.reports import Progress
from reviewer_app.sync.session import DeviceSession

ORIGIN = "benchmark.example.org/log/1"
PROGRAMME = Path(__file__).resolve().parents[1] / "resources" / "sample_programme"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "nothing worth guarding"
LATER = "2099-01-01T00:00:00Z"
_MOST_DECLARATIONS = 1000


@dataclass(frozen=True, slots=True)
class Scored:
    """A case by its number and the hashes of its headers and its text."""

    number: str
    headers: str
    case_hash: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A founded server's folder, what can be scored there, and a code for each desk."""

    home: Path
    cases: tuple[Scored, ...]
    rubric: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FullDesk:
    """An enrolled desk, opened; close its store."""

    store: Store
    vault: Vault


def a_ground(folder: Path, *, cases: int, desks: int) -> Ground:
    """Found a server, import the sample programme, and repeat its cases under other numbers until
    there are `cases`; invite one reviewer a desk, and assign all cases to each in round 1."""
    home, now = Home(folder / "server"), timestamp(utc_now())
    found(home.path, folder / "root.key", PASSPHRASE, origin=ORIGIN, now=now, cost=CHEAP)
    store = open_store(home.database_url)
    try:
        log = Log(ORIGIN, home.load_keys().log, home.checkpoint)
        import_programme(store, home, log, PROGRAMME, now=now)
        with store.write() as connection:
            scored = _repeat_cases(connection, cases, now)
            codes = [_invited(connection, scored, now) for _ in range(desks)]
            table = schema.review_round
            times = {"opens": now, "closes": LATER, "opened": now}
            connection.execute(table.update().where(table.c.number == 1).values(**times))
            rubric = current_rubric(connection).id
    finally:
        store.close()
    return Ground(home.path, scored, rubric, tuple(codes))


def _repeat_cases(connection: Connection, count: int, now: str) -> tuple[Scored, ...]:
    table = schema.case_version
    known = connection.execute(table.select().order_by(table.c.number)).all()
    texts = [read_document(connection, row.case_hash, Case) for row in known]
    rows: list[dict[str, object]] = []
    scored = []
    for number in range(count):
        text = texts[number % len(texts)]
        headers = text.headers.model_copy(update={"number": f"B-{number:05d}"})
        case = text.model_copy(update={"headers": headers})
        kept = keep_document(connection, headers), keep_document(connection, case)
        scored.append(Scored(case.number, *kept))
        rows.append(
            {
                "number": case.number,
                "version": headers.version,
                "headers": kept[0],
                "case_hash": kept[1],
                "area": headers.area.value,
                "current": 1,
                "imported": now,
            }
        )
    connection.execute(insert(table), rows)
    return tuple(scored)


def _invited(connection: Connection, cases: tuple[Scored, ...], now: str) -> str:
    """A new reviewer of all cases; answers their code."""
    person = add_person(connection, name="Expert", role=Role.REVIEWER, now=now)
    secret = new_secret()
    invite(connection, person, secret=secret, now=now, expires=LATER)
    rows = [
        {"round": 1, "case_number": case.number, "person": person, "country_tie": 0, "made": now}
        for case in cases
    ]
    connection.execute(insert(schema.assignment), rows)
    return encode_code(secret)


def a_full_desk(folder: Path, server: str, code: str, ground: Ground) -> FullDesk:
    """Enrol over the network, deliver a declaration of no conflict on every case, then sign one
    score on each, all on the desk's chain."""
    Enrolment(folder, cost=CHEAP).accept(server, code, "laptop", PASSPHRASE)
    vault = open_vault(folder, PASSPHRASE)
    desk = FullDesk(open_desk_store(folder, vault.database_key), vault)
    now = timestamp(utc_now())
    with desk.store.write() as connection:
        for at in range(0, len(ground.cases), _MOST_DECLARATIONS):
            some = ground.cases[at : at + _MOST_DECLARATIONS]
            outbox.append(
                connection, partial(_declared, cases=some, now=now), vault.signing_key, now
            )
    deliver(desk, [])
    with desk.store.write() as connection:
        for case in ground.cases:
            build = partial(a_score, case=case, rubric=ground.rubric, now=now)
            outbox.append(connection, build, vault.signing_key, now)
    return desk


def deliver(desk: FullDesk, sent: list[Sent]) -> None:
    """Meet the server and hand in what waits, as a sync does; `sent` collects the requests.

    Raises ValueError unless every packet was counted.
    """
    known = read_knowledge(desk.store, desk.vault)
    client = ServerClient(known.server)
    client.http = NotingHttp(client.http.server, client.http.transport, sent)
    try:
        session = DeviceSession(client, client.meet(known.trust), desk.vault)
        done = Delivering(desk.store, utc_now, lambda: 0.0).deliver(session, _to_nobody, _never)
    finally:
        client.close()
    if len(done.received) != done.sent or done.sent == 0:
        raise ValueError(f"{len(done.received)} of {done.sent} packets were counted")


class NotingHttp(Http):
    """Notes method and size of each request that goes out."""

    def __init__(self, server: str, transport: Transport, sent: list[Sent]) -> None:
        super().__init__(server, transport, Lines())
        self._sent = sent

    def beside(self) -> Http:
        """Notes in the same list."""
        return NotingHttp(self.server, self.transport, self._sent)

    def ask(
        self, method: str, target: str, *, body: bytes = b"", headers: Mapping[str, str]
    ) -> Reply:
        """As any request."""
        self._sent.append(Sent(method, len(body)))
        return super().ask(method, target, body=body, headers=headers)


def _to_nobody(progress: Progress) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def _declared(header: ChainHeader, *, cases: Sequence[Scored], now: str) -> DeclarationPacket:
    return DeclarationPacket(
        header=header,
        nonce=secrets.token_hex(16),
        checkpoint=None,
        claimed=now,
        round=1,
        manifest="0" * 64,
        declarations=tuple(
            Declaration(
                case=case.number,
                headers=case.headers,
                answer=ConflictAnswer.NONE,
                conflict=None,
                comment="",
            )
            for case in cases
        ),
    )


def a_score(header: ChainHeader, *, case: Scored, rubric: str, now: str) -> ScorePacket:
    """A complete sheet with a comment of some 70 characters on each criterion."""
    comment = "理由充分，两国共建，数据可核。 The figures agree and the partners are named."
    return ScorePacket(
        header=header,
        nonce=secrets.token_hex(16),
        checkpoint=None,
        claimed=now,
        round=1,
        manifest="0" * 64,
        case=case.number,
        case_hash=case.case_hash,
        rubric=rubric,
        answers=Answers(
            criteria=tuple(CriterionAnswer(criterion=c, mark=7, comment=comment) for c in CRITERIA),
            recommendation=Recommendation.CASEBOOK,
            familiarity=2,
        ),
        language_read=LanguageRead.BOTH,
    )
