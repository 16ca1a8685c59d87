"""A founded server with many cases, and desks enrolled there whose outboxes are full."""

import secrets
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, insert

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
from review_protocol.documents.packet import ChainHeader, ScorePacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer, LanguageRead
from review_protocol.passphrase import Argon2Cost
from reviewer_app.models import outbox
from reviewer_app.models.store import Store
from reviewer_app.models.store import open_store as open_desk_store
from reviewer_app.models.vault import Vault, open_vault
from reviewer_app.services.enrolment import Enrolment

ORIGIN = "benchmark.example.org/log/1"
PROGRAMME = Path(__file__).resolve().parents[1] / "resources" / "sample_programme"
CHEAP = Argon2Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "nothing worth guarding"
LATER = "2099-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Ground:
    """A founded server's folder, what can be scored there, and a code for each desk."""

    home: Path
    cases: tuple[tuple[str, str], ...]
    """Number and hash of each case."""
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


def _repeat_cases(connection: Connection, count: int, now: str) -> tuple[tuple[str, str], ...]:
    table = schema.case_version
    known = connection.execute(table.select().order_by(table.c.number)).all()
    texts = [read_document(connection, row.case_hash, Case) for row in known]
    rows: list[dict[str, object]] = []
    scored = []
    for number in range(count):
        text = texts[number % len(texts)]
        headers = text.headers.model_copy(update={"number": f"B-{number:05d}"})
        case = text.model_copy(update={"headers": headers})
        scored.append((case.number, keep_document(connection, case)))
        rows.append(
            {
                "number": case.number,
                "version": headers.version,
                "headers": keep_document(connection, headers),
                "case_hash": case.id,
                "area": headers.area.value,
                "current": 1,
                "imported": now,
            }
        )
    connection.execute(insert(table), rows)
    return tuple(scored)


def _invited(connection: Connection, cases: tuple[tuple[str, str], ...], now: str) -> str:
    """A new reviewer of all cases; answers their code."""
    person = add_person(connection, name="Expert", role=Role.REVIEWER, now=now)
    secret = new_secret()
    invite(connection, person, secret=secret, now=now, expires=LATER)
    rows = [
        {"round": 1, "case_number": number, "person": person, "country_tie": 0, "made": now}
        for number, _ in cases
    ]
    connection.execute(insert(schema.assignment), rows)
    return encode_code(secret)


def a_full_desk(folder: Path, server: str, code: str, ground: Ground) -> FullDesk:
    """Enrol over the network, then sign one score on each case, all on the desk's chain."""
    Enrolment(folder, cost=CHEAP).accept(server, code, "laptop", PASSPHRASE)
    vault = open_vault(folder, PASSPHRASE)
    store = open_desk_store(folder, vault.database_key)
    now = timestamp(utc_now())
    with store.write() as connection:
        for number, case_hash in ground.cases:
            build = partial(
                a_score, number=number, case_hash=case_hash, rubric=ground.rubric, now=now
            )
            outbox.append(connection, build, vault.signing_key, now)
    return FullDesk(store, vault)


def a_score(
    header: ChainHeader, *, number: str, case_hash: str, rubric: str, now: str
) -> ScorePacket:
    """A complete sheet with a comment of some 70 characters on each criterion."""
    comment = "理由充分，两国共建，数据可核。 The figures agree and the partners are named."
    return ScorePacket(
        header=header,
        nonce=secrets.token_hex(16),
        checkpoint=None,
        claimed=now,
        round=1,
        manifest="0" * 64,
        case=number,
        case_hash=case_hash,
        rubric=rubric,
        answers=Answers(
            criteria=tuple(CriterionAnswer(criterion=c, mark=7, comment=comment) for c in CRITERIA),
            recommendation=Recommendation.CASEBOOK,
            familiarity=2,
        ),
        language_read=LanguageRead.BOTH,
    )
