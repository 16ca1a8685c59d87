"""The secret of a code is forgotten when nobody can need it any more, also by the disk."""

from pathlib import Path

import pytest
from sqlalchemy import select

from central_server.http.app import create_app
from central_server.store import schema
from review_protocol.documents.answers import RefusalCode, StateAnswer
from tests.builders.desks import TestDesk, in_process


@pytest.fixture
def stranger(transport, folder) -> TestDesk:
    """A device that is not enrolled yet."""
    return TestDesk(transport, folder.people["chair"].secret)


def lies_on_the_disk(folder, secret: bytes) -> bool:
    paths = Path(folder.path).glob("central.db*")
    return any(secret in path.read_bytes() for path in paths)


def test_the_secret_is_forgotten_when_the_device_has_spoken(stranger, folder, server, transport):
    """Before that the answer may have been lost, and is given again."""
    certificate = stranger.enrol().certificate
    assert stranger.enrol().certificate == certificate
    assert lies_on_the_disk(folder, stranger.secret)
    stranger.ask("GET", "/v1/state", StateAnswer)
    # what was given to the writer before is done, then what waited for who read meanwhile
    for _ in range(2):
        server.commit(lambda group: lambda _: None)
    assert not lies_on_the_disk(folder, stranger.secret)
    assert stranger.enrol().code is RefusalCode.USED_INVITATION
    other = TestDesk(transport, stranger.secret, seed=b"\x07" * 32)
    assert other.enrol().code is RefusalCode.USED_INVITATION


def test_a_code_that_nobody_used_is_forgotten_when_it_has_expired(folder):
    folder.clock.forward(days=40_000)
    with folder.open() as server:
        desk = TestDesk(in_process(create_app(server)), folder.people["chair"].secret)
        assert desk.enrol().code is RefusalCode.EXPIRED_INVITATION
        with server.store.read() as connection:
            kept = connection.execute(select(schema.invitation.c.secret)).scalars().all()
        assert set(kept) == {b""}
        assert not lies_on_the_disk(folder, folder.people["chair"].secret)
