"""A server restored from a backup: a new log goes on, desks hand back, nothing opens by itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from central_server.backup import back_up
from central_server.backup_reading import BackupRecord
from central_server.batches import Issuer
from central_server.escrow import declare
from central_server.failures import HomeExists
from central_server.home import Home
from central_server.http.app import create_app
from central_server.restore import CannotRestore, Restored, next_origin, open_root, restore
from central_server.restored import NUMBERS_SKIPPED, NothingToConfirm, confirm
from central_server.revocation import revoke
from central_server.server import Server, open_server
from central_server.trusts import eras, log_verifier, open_trusts
from central_server.verifying_home import sha256_of, verify_home
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import (
    BatchAnswer,
    PacketsAnswer,
    Refusal,
    RefusalCode,
    StateAnswer,
)
from review_protocol.documents.batch import Manifest
from review_protocol.documents.people import EnrolmentAnswer, KeyPurpose, Trust
from review_protocol.keys import ExchangeKey, SigningKey, VerifyKey
from review_protocol.opening import opened, sealed
from review_protocol.returning import CERTIFICATES, CertificatePost, Returned
from review_protocol.translog import Receipt, open_checkpoint, verify_receipt
from review_protocol.translog.succession import Successor, continues
from tests.builders.desks import TestDesk, in_process
from tests.builders.server import PASSPHRASE, ServerFolder, a_server_folder
from tests.unit.server.conftest import manifest_of

NOW = "2026-07-12T08:00:00Z"


class Story:
    """A server with a backup in the middle of its life; after it came a device, a revocation and
    two packets, and then the disk was lost."""

    def __init__(self, folder: ServerFolder, tmp_path: Path) -> None:
        self.folder = folder
        self.place = tmp_path
        with self.serving(folder.path) as transport:
            self.desk = TestDesk(transport, folder.people["reviewer"].secret)
            self.desk.enrol()
            self.numbers = [manifest_of(self.desk).document.number]
            self.before = self.desk.chain.score(folder.cases[0], folder.rubric)
            self.early = self.desk.deliver(self.before).arrived[0]
            self.old_trust = self.desk.trust
            self.backup = back_up(folder.home, tmp_path / "backups", now=NOW).path
            self.after = self.desk.chain.score(folder.cases[1], folder.rubric)
            self.lost = self.desk.deliver(self.after).arrived[0]
            self.late = TestDesk(transport, folder.people["second"].secret)
            self.late.enrol()
            self.lates = self.late.chain.score(folder.cases[0], folder.rubric)
            self.late.deliver(self.lates)
            known = self.desk.ask("GET", "/v1/state", StateAnswer).log.checkpoint
            self.known = open_checkpoint(known, [log_verifier(self.old_trust)])

    @contextmanager
    def serving(self, path: Path) -> Iterator:
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

    def hand_back(self, desk: TestDesk, **changed: str):
        answer = desk.enrolled
        fields = {
            "nonce": desk.nonce(),
            "certificate": answer.certificate,
            "receipt": answer.log_proof,
            "device_name": desk.name,
        } | changed
        post = CertificatePost(**fields).model_dump_json().encode()
        desk.last = desk.transport("POST", CERTIFICATES, {}, post)
        return desk.open_clear(desk.last.body, Returned if desk.last.status == 200 else Refusal)

    def confirm(self) -> None:
        with self.server.log.appending(self.server.store) as group:
            confirm(group, now=NOW)

    def check(self):
        with self.server.store.read() as connection:
            return verify_home(connection, Home(self.home), keys=self.server.keys)


@pytest.fixture
def story(tmp_path) -> Story:
    return Story(a_server_folder(tmp_path, declared=True), tmp_path)


def come_back(story: Story, desk: TestDesk, transport) -> Trust:
    """The desk says hello to the restored server."""
    desk.transport = transport
    desk.hello()
    return desk.trust


def test_the_new_log_begins_with_the_old_leaves_under_a_new_name_and_key(story):
    done = story.restored()
    assert (done.origin, done.trust_number) == ("reviews.example.org/log/2", 2)
    assert done.record == story.place / "root.key.trust-2.json"
    with story.serving(story.home) as transport:
        trust = come_back(story, story.desk, transport)
        assert trust.key_for(KeyPurpose.LOG) != story.old_trust.key_for(KeyPurpose.LOG)
        assert trust.key_for(KeyPurpose.SERVER) == story.old_trust.key_for(KeyPurpose.SERVER)
        assert story.old_trust.key_for(KeyPurpose.LOG) not in [each.key for each in trust.keys]
        found = continues(story.old_trust, trust, story.known)
        assert isinstance(found, Successor)
        assert (found.kept, found.lost) == (done.size, story.known.size - done.size)
        note = story.desk.ask("GET", "/v1/state", StateAnswer).log.checkpoint
        assert open_checkpoint(note, [eras([story.old_trust, trust])[1].verifier]).size > done.size
        assert story.check().right


def test_desks_hand_back_packets_at_once(story):
    story.restored()
    with story.serving(story.home) as transport:
        trust = come_back(story, story.desk, transport)
        first, second = story.desk.deliver(story.before, story.after).arrived
        assert first == story.early  # byte for byte, in the words of the old log
        assert second.receipt != story.lost.receipt
        logs = eras([story.old_trust, trust])
        verify_receipt(Receipt.parse(second.receipt), [logs[1].verifier])
        assert story.check().log.packets == 2
        assert story.check().right


def test_nobody_is_given_cases_before_the_operator_confirmed(story):
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        state = story.desk.ask("GET", "/v1/state", StateAnswer)
        assert state.manifest is None
        assert [each.kid for each in state.devices] == [story.desk.signing.key_id]
        for target, model in (("/v1/batch", BatchAnswer), ("/v1/packets", PacketsAnswer)):
            refusal = story.desk.ask("GET", target, model)
            assert refusal.code is RefusalCode.BUSY
            assert story.desk.last.headers["retry-after"] == "600"
        story.confirm()
        manifest = manifest_of(story.desk).document
        assert manifest.number > story.numbers[0] + NUMBERS_SKIPPED
        assert story.desk.ask("GET", "/v1/state", StateAnswer).manifest == manifest.id
        assert manifest_of(story.desk).document == manifest  # once given, it stays
        assert story.check().right


def test_there_is_one_thing_to_confirm(story):
    story.restored()
    with story.serving(story.home):
        story.confirm()
        with pytest.raises(NothingToConfirm):
            story.confirm()


def test_a_lost_certificate_is_taken_back_on_the_old_logs_proof(story):
    story.restored()
    with story.serving(story.home) as transport:
        trust = come_back(story, story.late, transport)
        assert story.late.deliver(story.lates).code is RefusalCode.UNKNOWN_DEVICE
        returned = story.hand_back(story.late)
        assert returned.kid == story.late.signing.key_id
        verify_receipt(
            Receipt.parse(returned.receipt), [eras([story.old_trust, trust])[1].verifier]
        )
        assert story.hand_back(story.late).kid == returned.kid  # as often as it likes
        (arrived,) = story.late.deliver(story.lates).arrived
        assert arrived.disposition.counts
        assert story.check().right


def test_a_device_that_comes_back_after_the_confirmation_waits_for_its_own(story):
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        come_back(story, story.late, transport)
        story.confirm()
        story.hand_back(story.late)
        assert story.late.ask("GET", "/v1/batch", BatchAnswer).code is RefusalCode.BUSY
        assert isinstance(story.desk.ask("GET", "/v1/batch", BatchAnswer), BatchAnswer)
        story.confirm()
        assert manifest_of(story.late).document.number > NUMBERS_SKIPPED


def test_a_revocation_that_was_lost_is_entered_again(story):
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.late, transport)
        story.hand_back(story.late)
        with story.server.log.appending(story.server.store) as group:
            revoke(
                group,
                story.late.signing.key_id,
                from_leaf=group.first,
                reason="stolen",
                issuer=Issuer(story.server.issuer.deployment, story.server.keys.server),
                now=NOW,
            )
        story.confirm()
        refusal = story.late.ask("GET", "/v1/batch", BatchAnswer)
        assert refusal.code is RefusalCode.REVOKED_DEVICE
        assert story.check().right


def test_an_invitation_that_may_have_been_used_since_is_over(story):
    story.restored()
    story.folder.clock.forward(days=3)
    with story.serving(story.home) as transport:
        again = TestDesk(transport, story.late.secret, seed=b"\x02" * 32)  # the letter's finder
        assert again.enrol().code is RefusalCode.EXPIRED_INVITATION
        come_back(story, story.desk, transport)
        assert isinstance(story.desk.enrol(), EnrolmentAnswer)  # used before: as ever


def test_only_what_the_old_log_proves_is_taken_back(story):
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.late, transport)
        other = story.desk.enrolled
        cases = (
            {"receipt": other.log_proof},
            {"certificate": other.certificate},
            {"receipt": story.lost.receipt},
            {"receipt": "nothing"},
            {"certificate": "eyJ9"},
        )
        for changed in cases:
            assert story.hand_back(story.late, **changed).code is RefusalCode.MALFORMED
        # and who only guesses is slowed
        assert story.hand_back(story.late).code is RefusalCode.TOO_MANY_TRIES
        story.folder.clock.forward(minutes=10)
        assert isinstance(story.hand_back(story.late), Returned)


def test_a_server_that_was_not_restored_takes_nothing_back(story):
    with story.serving(story.folder.path) as transport:
        story.late.transport = transport
        story.late.hello()
        assert story.hand_back(story.late).code is RefusalCode.NOT_FOUND


def test_somebody_invited_after_the_backup_is_kept_under_their_id(story):
    with story.serving(story.folder.path):
        pass
    person = story.late.certificate.person
    copy = Home(story.backup)
    with sqlite3.connect(copy.database) as connection:
        for table, column in (("assignment", "person"), ("declaration", "person")):
            connection.execute(f"DELETE FROM {table} WHERE {column}=?", (person,))
        connection.execute("DELETE FROM invitation WHERE person=?", (person,))
        connection.execute("DELETE FROM person WHERE id=?", (person,))
    connection.close()
    repair(story.backup, story.folder.home.load_keys().server)
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.late, transport)
        story.hand_back(story.late)
        (arrived,) = story.late.deliver(story.lates).arrived
        assert arrived.disposition.value == "held:not-assigned"  # kept, and shown to staff
        assert story.check().right


def repair(backup: Path, key: SigningKey) -> None:
    """Let the record name the database that was changed for a test."""
    record = BackupRecord.find(backup)
    digest = sha256_of(Home(backup).database)
    changed = record.model_copy(update={"database_sha256": digest})
    (backup / "backup.json").write_bytes(sealed(changed, key).to_bytes())


def test_the_same_backup_twice_gives_two_names_and_numbers(story):
    first, second = story.restored("one"), story.restored("two")
    assert (first.trust_number, second.trust_number) == (2, 3)
    assert (first.origin, second.origin) == (
        "reviews.example.org/log/2",
        "reviews.example.org/log/3",
    )
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        assert story.check().right


def test_a_restored_server_can_be_backed_up_and_restored_again(story):
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        story.desk.deliver(story.after)
        story.confirm()
        number = manifest_of(story.desk).document.number
    story.backup = back_up(Home(story.home), story.place / "backups", now=NOW).path
    story.folder = ServerFolder(
        story.home,
        story.folder.programme,
        story.folder.rubric,
        story.folder.round,
        (),
        {},
        story.folder.clock,
    )
    assert story.restored("third").origin == "reviews.example.org/log/3"
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        with story.server.store.read() as connection:
            trusts = [each.document for each in open_trusts(connection)]
        assert [each.number for each in trusts] == [1, 2, 3]
        assert [era.until is None for era in eras(trusts)] == [False, False, True]
        story.confirm()
        assert manifest_of(story.desk).document.number > number + NUMBERS_SKIPPED - 1
        assert story.check().right


def test_without_the_old_keys_new_ones_are_made_and_old_certificates_hold(story):
    story.restored(keys=False)
    with story.serving(story.home) as transport:
        trust = come_back(story, story.desk, transport)
        servers = [each.key for each in trust.keys if each.purpose is KeyPurpose.SERVER]
        assert len(servers) == 2
        assert servers[0] == story.old_trust.key_for(KeyPurpose.SERVER)
        assert len(story.desk.deliver(story.before, story.after).arrived) == 2
        story.late.transport = transport
        story.late.hello()
        assert isinstance(story.hand_back(story.late), Returned)
        story.confirm()
        batch = story.desk.ask("GET", "/v1/batch", BatchAnswer)
        newest = VerifyKey(from_base64(servers[1]))
        opened(from_base64(batch.manifest), Manifest, newest)
        assert story.check().right


def test_nothing_is_made_where_something_is_wrong(story, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    a_server_folder(tmp_path / "elsewhere")
    home = story.place / "never"

    def tried(root: Path, passphrase: str, keys=None) -> str:
        with pytest.raises(CannotRestore) as refused:
            restore(story.backup, home, root, passphrase, keys_for=lambda _: keys, now=NOW)
        return refused.value.reason

    other = Home(tmp_path / "elsewhere" / "server")
    assert tried(story.place / "root.key", "wrong horse battery") == "passphrase"
    assert tried(story.backup / "backup.json", PASSPHRASE) == "no-root"
    assert tried(tmp_path / "elsewhere" / "root.key", PASSPHRASE) == "other-root"
    assert tried(story.place / "root.key", PASSPHRASE, other.load_keys()) == "keys"
    with pytest.raises(HomeExists):
        restore(
            story.backup,
            story.folder.path,
            story.place / "root.key",
            PASSPHRASE,
            keys_for=lambda _: None,
            now=NOW,
        )
    assert not home.exists()
    assert [name for name in story.place.iterdir() if name.name.startswith(".")] == []
    assert not list(story.place.glob("root.key.trust-*"))


@pytest.mark.parametrize(
    ("origin", "steps", "after"),
    [
        ("a.example/log/1", 1, "a.example/log/2"),
        ("a.example/log/9", 3, "a.example/log/12"),
        ("a.example", 1, "a.example/log/2"),
    ],
)
def test_the_name_of_the_next_log(origin, steps, after):
    assert next_origin(origin, steps) == after


def test_an_escrow_key_that_was_named_since_does_not_take_the_number(story):
    root = story.place / "root.key"
    with (
        story.serving(story.folder.path),
        story.server.log.appending(story.server.store) as group,
    ):
        key = ExchangeKey(b"\x07" * 32)
        named = declare(group, key, open_root(root, PASSPHRASE), root, NOW)
    assert named.number == 2
    done = story.restored()
    assert done.trust_number == 3
    assert done.origin == "reviews.example.org/log/3"
    assert sorted(path.name for path in story.place.glob("root.key.trust-*")) == [
        "root.key.trust-2.json",
        "root.key.trust-3.json",
    ]
    with story.serving(story.folder.path), story.server.store.read() as connection:
        assert verify_home(connection, story.folder.home).right
