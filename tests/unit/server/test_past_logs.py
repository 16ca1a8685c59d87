"""Which leaves of the logs before are in the one that goes on, where a backup knew few of them."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from central_server.facts import Fact, write_fact
from central_server.past_logs import past_logs
from central_server.server import Server
from central_server.trusts import succeed
from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.documents.people import KeyPurpose, Trust, TrustedKey
from review_protocol.envelope import Envelope
from review_protocol.keys import SigningKey
from review_protocol.opening import sealed
from review_protocol.translog import Checkpoint, NoteSigner, sign_checkpoint
from tests.builders.documents import NOW

ROOT, LOG = SigningKey(b"\x31" * 32), SigningKey(b"\x32" * 32)
ORIGIN = "reviews.example.org/log/"


def trust(number: int, *, follows: int | None = None, kept: int = 0) -> Envelope:
    """That of the log of this number, which begins with `kept` leaves of the one it follows."""
    note = None
    if follows is not None:
        checkpoint = Checkpoint(f"{ORIGIN}{follows}", kept, b"\x05" * 32)
        note = sign_checkpoint(checkpoint, NoteSigner(checkpoint.origin, LOG))
    key = TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(LOG.public.raw))
    document = Trust(
        deployment=sha256_hex(ROOT.public.der()),
        number=number,
        origin=f"{ORIGIN}{number}",
        keys=(key,),
        last_good=note,
        issued=NOW,
    )
    return sealed(document, ROOT)


@pytest.fixture
def connection(server: Server):
    with server.store.write() as connection:
        yield connection


def known(connection: Connection, first: Envelope, *later: Envelope) -> None:
    """The server has these documents, oldest first."""
    write_fact(connection, Fact.ROOT_KEY, ROOT.public.der())
    write_fact(connection, Fact.TRUST, first.to_bytes())
    for each in later:
        succeed(connection, each)


def shared(connection: Connection, *handed: Envelope) -> dict[int, int]:
    """The leaves that each log before shares with the newest, by its number."""
    found = past_logs(connection, [to_base64(each.to_bytes()) for each in handed])
    return {each.trust.number: each.shared for each in found.logs}


def test_a_log_that_the_backup_knew_ends_where_the_next_began(connection):
    known(connection, trust(1), trust(2, follows=1, kept=10))
    assert shared(connection) == {1: 10}


def test_a_log_in_between_shares_no_more_than_the_one_that_it_followed(connection):
    """Restored from an old backup, then from one of that log, and at last from one of the first:
    what the second and the third log have in common is not in the newest."""
    known(connection, trust(1), trust(4, follows=1, kept=10))
    between = trust(2, follows=1, kept=3), trust(3, follows=2, kept=8)
    assert shared(connection, *between) == {1: 10, 2: 3, 3: 3}


def test_a_log_in_between_shares_no_more_than_the_backup_had(connection):
    known(connection, trust(1), trust(4, follows=1, kept=2))
    between = trust(2, follows=1, kept=3), trust(3, follows=2, kept=8)
    assert shared(connection, *between) == {1: 2, 2: 2, 3: 2}
