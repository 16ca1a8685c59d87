"""A founded server, opened in this process, and desks that ask it."""

from collections.abc import Callable, Iterator

import pytest

from central_server.http.app import create_app
from central_server.people import add_person, invite
from central_server.server import Server
from central_server.six_words import require_words
from review_protocol.device_words import DeviceWords, device_words
from review_protocol.envelope import Envelope
from tests.builders.desks import TestDesk, Transport, in_process, manifest_of
from tests.builders.documents import NOW
from tests.builders.server import ServerFolder, a_server_folder

Enrol = Callable[..., TestDesk]


@pytest.fixture
def folder(tmp_path) -> ServerFolder:
    return a_server_folder(tmp_path, declared=True)


@pytest.fixture
def server(folder) -> Iterator[Server]:
    with folder.open() as server:
        yield server


@pytest.fixture
def transport(server) -> Transport:
    return in_process(create_app(server))


@pytest.fixture
def enrol(folder, transport) -> Enrol:
    """Enrols a person of the folder by name."""

    def enrolled(name: str) -> TestDesk:
        desk = TestDesk(transport, folder.people[name].secret)
        assert desk.enrol().person_name == name
        return desk

    return enrolled


@pytest.fixture
def desk(enrol) -> TestDesk:
    return enrol("reviewer")


def declares(desk: TestDesk, *, conflicts: tuple[str, ...] = ()) -> Envelope:
    """The desk declares on all of its cases, and hands that in."""
    manifest = manifest_of(desk)
    declared = desk.chain.declare(manifest.document, manifest.id, conflicts=conflicts)
    desk.deliver(declared)
    return declared


@pytest.fixture
def tablet(server, folder, transport) -> TestDesk:
    """The reviewer's second device: invited, and not enrolled yet."""
    secret = b"\x42" * 16
    with server.store.write() as connection:
        invite(
            connection,
            folder.people["reviewer"].id,
            secret=secret,
            now=NOW,
            expires="2026-08-01T00:00:00Z",
        )
    return TestDesk(transport, secret, name="tablet")


@pytest.fixture
def wanted(server) -> None:
    """The operator wants all new devices confirmed."""
    with server.log.appending(server.store) as group:
        require_words(group, (), now=server.now())


def words_of(desk: TestDesk) -> DeviceWords:
    """What its person reads over the telephone."""
    return device_words(
        desk.trust.deployment,
        signing_key=desk.signing.public.raw,
        exchange_key=desk.exchange.public.raw,
    )


@pytest.fixture
def enrol_staff(server, transport) -> Enrol:
    """Adds and enrols another member of staff."""

    def enrolled(name: str) -> TestDesk:
        with server.store.write() as connection:
            person = add_person(connection, name=name, role="staff", now=NOW)
        return enrol_again(server, transport, person, name)

    return enrolled


def enrol_again(server: Server, transport: Transport, person: str, name: str) -> TestDesk:
    """One more device of a person, enrolled."""
    secret = name.encode().ljust(16)[:16]
    with server.store.write() as connection:
        invite(connection, person, secret=secret, now=NOW, expires="2026-08-01T00:00:00Z")
    desk = TestDesk(transport, secret, name=name)
    desk.enrol()
    return desk


@pytest.fixture
def colleague(enrol_staff) -> TestDesk:
    """Another member of staff, enrolled."""
    return enrol_staff("colleague")
