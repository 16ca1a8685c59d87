"""A server whose backup is older than its last packets, and what became of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from central_server.backup import back_up
from central_server.clock import moment
from central_server.home import Home
from central_server.http.app import create_app
from central_server.restore import Restored, restore
from central_server.restored import confirm
from central_server.server import Server, open_server
from central_server.trusts import log_verifier
from central_server.verifying_home import Checked, verify_home
from review_protocol.documents.answers import (
    Refusal,
    StateAnswer,
)
from review_protocol.documents.people import Trust
from review_protocol.returning import CERTIFICATES, CertificatePost, Readmitted, Returned
from review_protocol.translog import open_checkpoint
from tests.builders.desks import TestDesk, Transport, in_process, manifest_of
from tests.builders.server import PASSPHRASE, ServerFolder

NOW = "2026-07-12T08:00:00Z"


class Story:
    """A server with a backup in the middle of its life; after it came a device, a revocation and
    two packets, and then the disk was lost."""

    def __init__(self, folder: ServerFolder, tmp_path: Path) -> None:
        self.folder = folder
        folder.clock.now = moment(NOW)
        self.place = tmp_path
        with self.serving(folder.path) as transport:
            self.desk = TestDesk(transport, folder.people["reviewer"].secret)
            self.desk.enrol()
            assert self.desk.chain is not None
            self.numbers = [manifest_of(self.desk).document.number]
            self.before = self.desk.chain.score(folder.cases[0], folder.rubric)
            self.early = self.desk.arrived(self.before)
            self.old_trust = trust_of(self.desk)
            self.backup = back_up(folder.home, tmp_path / "backups", now=NOW).path
            self.after = self.desk.chain.score(folder.cases[1], folder.rubric)
            self.lost = self.desk.arrived(self.after)
            self.late = TestDesk(transport, folder.people["second"].secret)
            self.late.enrol()
            assert self.late.chain is not None
            self.lates = self.late.chain.score(folder.cases[0], folder.rubric)
            self.late.deliver(self.lates)
            state = self.desk.ask("GET", "/v1/state", StateAnswer)
            assert isinstance(state, StateAnswer)
            self.known = open_checkpoint(state.log.checkpoint, [log_verifier(self.old_trust)])

    @contextmanager
    def serving(self, path: Path) -> Iterator[Transport]:
        with open_server(path, clock=self.folder.clock) as server:
            self.server: Server = server
            yield in_process(create_app(server))

    def restored(self, name: str = "new", keys: bool = True) -> Restored:
        self.home = self.place / name
        return restore(
            self.backup,
            self.home,
            self.place / "root.key",
            PASSPHRASE,
            keys_for=lambda folder: self.folder.home.load_keys() if keys else None,
            now=NOW,
        )

    def hand_back(self, desk: TestDesk, **changed: object) -> Readmitted | Returned | Refusal:
        """What the restored server answers to a device that it does not know."""
        answer = desk.enrolled
        assert answer is not None
        fields: dict[str, object] = {
            "nonce": desk.nonce(),
            "certificate": answer.certificate,
            "receipt": answer.log_proof,
            "device_name": desk.name,
        } | changed
        post = CertificatePost.model_validate(fields).model_dump_json().encode()
        desk.last = desk.transport("POST", CERTIFICATES, {}, post)
        if desk.last.status != 200:
            return desk.open_clear(desk.last.body, Refusal)
        if changed.get("anew"):
            return desk.open_clear(desk.last.body, Readmitted)
        return desk.open_clear(desk.last.body, Returned)

    def confirm(self, *let_in: str) -> None:
        with self.server.log.appending(self.server.store) as group:
            confirm(group, now=NOW, key=self.server.keys.server, let_in=let_in)

    def check(self) -> Checked:
        with self.server.store.read() as connection:
            return verify_home(connection, Home(self.home), keys=self.server.keys)


def come_back(story: Story, desk: TestDesk, transport: Transport) -> Trust:
    """The desk says hello to the restored server."""
    desk.transport = transport
    desk.hello()
    return trust_of(desk)


def trust_of(desk: TestDesk) -> Trust:
    assert desk.trust is not None
    return desk.trust
