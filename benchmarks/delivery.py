"""Packets taken in a second, beside bare verifying and bare inserting of the same bytes."""

import argparse
import json
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from nacl.bindings import crypto_sign_open
from sqlalchemy import Connection, insert
from sqlcipher3 import dbapi2

from central_server.clock import timestamp, utc_now
from central_server.delivery import TakeIn, open_packets
from central_server.documents import current_rubric, read_document
from central_server.founding import found
from central_server.home import Home
from central_server.intake.importing import import_programme
from central_server.log import Log
from central_server.people import add_person
from central_server.server import Server, open_server
from central_server.store import schema
from central_server.store.store import open_store
from review_protocol.documents.case import Case
from review_protocol.documents.packet import ChainHeader, ScorePacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation, Rubric
from review_protocol.documents.score import CRITERIA, Answers, CriterionAnswer, LanguageRead
from review_protocol.envelope import Envelope, pae
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import sealed
from review_protocol.passphrase import Argon2Cost

ORIGIN = "benchmark.example.org/log/1"
PROGRAMME = Path(__file__).resolve().parents[1] / "resources" / "sample_programme"
DEVICES = 50
GROUP = 100

Sheets = tuple[list[Case], Rubric, str]


def founded(folder: Path) -> Home:
    """A server with the sample programme, and an empty log but for its beginning."""
    home, now = Home(folder / "server"), timestamp(utc_now())
    cost = Argon2Cost(memory_kib=8, passes=1, lanes=1)
    found(home.path, folder / "root.key", "benchmark only", origin=ORIGIN, now=now, cost=cost)
    store = open_store(home.database_url)
    try:
        log = Log(ORIGIN, home.load_keys().log, home.checkpoint)
        import_programme(store, home, log, PROGRAMME, now=now)
    finally:
        store.close()
    return home


def sheets_of(server: Server) -> Sheets:
    """What can be scored: the cases, by which rubric, in which deployment."""
    with server.store.read() as connection:
        table = schema.case_version
        ids = connection.execute(table.select().order_by(table.c.number)).all()
        cases = [read_document(connection, row.case_hash, Case) for row in ids]
        return cases, current_rubric(connection), server.issuer.deployment


def certified(connection: Connection, cases: Sequence[Case]) -> SigningKey:
    """A device of a new reviewer to whom all cases are assigned; no leaf is spent on it."""
    key, now = SigningKey.generate(), timestamp(utc_now())
    person = add_person(connection, name="Expert", role=Role.REVIEWER, now=now)
    connection.execute(
        insert(schema.device).values(
            kid=key.key_id,
            person=person,
            signing_key=key.public.raw,
            exchange_key=ExchangeKey.generate().public.raw,
            name="laptop",
            certificate=b"",
            leaf=0,
            issued=now,
        )
    )
    rows = [
        {"round": 1, "case_number": case.number, "person": person, "country_tie": 0, "made": now}
        for case in cases
    ]
    connection.execute(insert(schema.assignment), rows)
    return key


def scores(key: SigningKey, sheets: Sheets) -> list[Envelope]:
    """A signed score on every case, one chain."""
    cases, rubric, deployment = sheets
    chain, signed = secrets.token_hex(16), list[Envelope]()
    comment = "理由充分，两国共建，数据可核。 The figures agree and the partners are named." * 2
    answers = Answers(
        criteria=tuple(CriterionAnswer(criterion=c, mark=7, comment=comment) for c in CRITERIA),
        recommendation=Recommendation.CASEBOOK,
        familiarity=2,
    )
    for seq, case in enumerate(cases, 1):
        previous = signed[-1].document_id if signed else None
        packet = ScorePacket(
            header=ChainHeader(
                deployment=deployment, kid=key.key_id, chain=chain, seq=seq, prev=previous
            ),
            nonce=secrets.token_hex(16),
            checkpoint=None,
            claimed=timestamp(utc_now()),
            round=1,
            manifest="0" * 64,
            case=case.number,
            case_hash=case.id,
            rubric=rubric.id,
            answers=answers,
            language_read=LanguageRead.BOTH,
        )
        signed.append(sealed(packet, key))
    return signed


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def take_in(server: Server, keys: dict[str, SigningKey], envelopes: Sequence[bytes]) -> None:
    """What a delivery does behind the request: open, judge, log, commit, give receipts."""
    for at in range(0, len(envelopes), GROUP):
        delivery = open_packets(
            envelopes[at : at + GROUP], lambda kid: keys[kid].public if kid in keys else None
        )
        server.commit(TakeIn(delivery, server.issuer.deployment, server.clock), weight=GROUP)


def bare(folder: Path, keys: dict[str, SigningKey], envelopes: Sequence[Envelope]) -> None:
    """Only verifying by libsodium, and inserting the bytes in groups, flushed to the disk."""
    connection = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE packet (id INTEGER PRIMARY KEY, body BLOB, receipt TEXT)")
    for at in range(0, len(envelopes), GROUP):
        group = envelopes[at : at + GROUP]
        for each in group:
            signed = each.signature + pae(each.payload_type, each.body)
            crypto_sign_open(signed, keys[each.keyid].public.raw)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO packet (body, receipt) VALUES (?, ?)",
            [(each.body, "r" * 1200) for each in group],
        )
        connection.execute("COMMIT")
    connection.close()


def measured(devices: int) -> dict[str, float]:
    """Packets a second, here and bare, and their ratio."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with open_server(founded(folder).path) as server:
            sheets = sheets_of(server)
            with server.store.write() as connection:
                made = [certified(connection, sheets[0]) for _ in range(devices)]
            keys = {key.key_id: key for key in made}
            signed = [envelope for key in made for envelope in scores(key, sheets)]
            raw = [envelope.to_bytes() for envelope in signed]
            own = seconds(lambda: take_in(server, keys, raw))
            again = seconds(lambda: take_in(server, keys, raw))
            least = seconds(lambda: bare(folder, keys, signed))
    count = len(signed)
    return {
        "packets": count,
        "per_second": round(count / own),
        "known_per_second": round(count / again),
        "bare_per_second": round(count / least),
        "ratio": round(own / least, 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--devices", type=int, default=DEVICES)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    figures = measured(wanted.devices)
    sys.stdout.write(
        "{packets} packets: {per_second}/s new, {known_per_second}/s known, "
        "bare {bare_per_second}/s, ratio {ratio}\n".format(**figures)
    )
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "delivery", **figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
