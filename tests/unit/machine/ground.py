"""A server and one reviewer's two devices, ready to work; each run of the machine takes a copy."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from central_server.backup import back_up
from central_server.home import Home
from central_server.http.app import create_app
from central_server.people import invite
from central_server.restore import restore
from central_server.restored import NothingToConfirm, confirm
from central_server.server import Server
from review_protocol.crockford import encode_code
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import Vault, open_vault
from reviewer_app.services.assembly import Services
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.sync.clock import utc_now
from reviewer_app.sync.engine import SyncEngine
from tests.builders.desk import CHEAP, PASSPHRASE
from tests.builders.desks import in_process
from tests.builders.documents import CLOSES, NOW
from tests.builders.enrolled import Enrolled
from tests.builders.server import PASSPHRASE as SERVER_PASSPHRASE
from tests.builders.server import InvitedPerson, ServerFolder, a_server_folder
from tests.unit.sync.network import Network

DEVICES = ("laptop", "tablet")
CASES = 3
ROOT_KEY = "root.key"


class Device:
    """A profile on the disk, and its services while it is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open()

    @property
    def vault(self) -> Vault:
        """The keys of today."""
        return self.keys.unsealed()

    def open(self) -> None:
        self.keys = keys = Keys(self.folder, open_vault(self.folder, PASSPHRASE))
        self.store: Store = open_store(self.folder, self.vault.database_key)
        self.services = Services(
            self.store,
            keys,
            lambda aids: SyncEngine(self.store, keys, aids, clock=utc_now, scatter=lambda: 0.0),
            clock=utc_now,
            randomness=token_bytes,
        )

    def close(self) -> None:
        self.store.close()

    def packets(self) -> tuple[StoredPacket, ...]:
        with self.store.read() as connection:
            return all_packets(connection)


@dataclass(frozen=True)
class Template:
    """What a run copies: the folders of the server and of both devices, all at rest."""

    folder: Path
    server: ServerFolder
    network: Network

    @contextmanager
    def copied(self, place: Path) -> Iterator[Running]:
        """A run of its own in `place`."""
        for name in ("server", *DEVICES):
            shutil.copytree(self.folder / name, place / name)
        shutil.copy(self.folder / ROOT_KEY, place / ROOT_KEY)
        running = Running(place, self)
        try:
            yield running
        finally:
            running.stop()


class Running:
    """The server and the devices of one run."""

    def __init__(self, place: Path, template: Template) -> None:
        self.place = place
        self.home = place / "server"
        self.backups: list[Path] = []
        self._template = template
        self._open = ExitStack()
        self.start_server()
        self.devices = {name: Device(place / name) for name in DEVICES}

    @property
    def network(self) -> Network:
        return self._template.network

    def start_server(self) -> None:
        folder = self._template.server
        here = ServerFolder(
            self.home, folder.programme, folder.rubric, folder.round, folder.cases, folder.people
        )
        self.server: Server = self._open.enter_context(here.open())
        self.network.upstream = in_process(create_app(self.server))

    def stop_server(self) -> None:
        self.network.upstream = None
        self._open.close()

    def back_up_server(self) -> None:
        folder = self.place / "backups" / str(len(self.backups))
        folder.mkdir(parents=True)
        self.backups.append(back_up(Home(self.home), folder, now=NOW).path)

    def restore_server(self, backup: Path) -> None:
        """On another machine, from a backup and the keys that were kept elsewhere; the operator
        confirms at once that nothing else was lost."""
        self.stop_server()
        old, self.home = self.home, self.home.with_name(f"{self.home.name}-again")
        restore(
            backup,
            self.home,
            self.place / ROOT_KEY,
            SERVER_PASSPHRASE,
            keys_for=lambda _: Home(old).load_keys(),
            now=NOW,
        )
        self.start_server()
        self.confirm_restored()

    def confirm_restored(self) -> None:
        """Also for devices that handed something back meanwhile."""
        with (
            suppress(NothingToConfirm),
            self.server.log.appending(self.server.store) as group,
        ):
            confirm(group, now=NOW, key=self.server.keys.server)

    def stop(self) -> None:
        for device in self.devices.values():
            device.close()
        self.stop_server()


def a_template(folder: Path, network: Network) -> Template:
    """The reviewer enrolled both devices, declared on all cases, and has their texts."""
    built = a_server_folder(folder, cases=CASES)
    with built.open() as server:
        network.upstream = in_process(create_app(server))
        reviewer = built.people["reviewer"]
        _enrolled(folder / "laptop", network.address, reviewer, declares=True)
        with server.store.write() as connection:
            again = b"\x42" * 16
            invite(connection, reviewer.id, secret=again, now=NOW, expires=CLOSES)
        second = InvitedPerson(reviewer.id, reviewer.name, reviewer.role, again)
        _enrolled(folder / "tablet", network.address, second, declares=False)
    network.upstream = None
    return Template(folder, built, network)


def _enrolled(folder: Path, server: str, person: InvitedPerson, *, declares: bool) -> None:
    code = encode_code(person.secret)
    Enrolment(folder, cost=CHEAP).accept(server, code, folder.name, PASSPHRASE)
    device = Device(folder)
    try:
        desk = Enrolled(device.services)
        desk.sync()
        if declares:
            desk.declare()
            desk.sync()
        assert set(desk.states().values()) == {"unread"}, desk.states()
    finally:
        device.close()
