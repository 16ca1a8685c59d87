"""A server restored from a backup: a new log goes on, desks hand back, nothing opens by itself."""

from pathlib import Path

import pytest

from central_server.backup import back_up
from central_server.escrow import declare
from central_server.failures import HomeExists
from central_server.home import Home
from central_server.restore import CannotRestore, next_origin, restore
from central_server.restored import NUMBERS_SKIPPED, NothingToConfirm
from central_server.root_records import CannotUseRoot, open_root
from central_server.trusts import eras, log_verifier, open_trusts
from central_server.verifying_home import verify_home
from review_protocol.documents.answers import (
    BatchAnswer,
    PacketsAnswer,
    RefusalCode,
    StateAnswer,
)
from review_protocol.documents.people import KeyPurpose
from review_protocol.keys import ExchangeKey
from review_protocol.translog import Receipt, open_checkpoint, verify_receipt
from review_protocol.translog.succession import Successor, continues
from tests.builders.desks import TestDesk, manifest_of
from tests.builders.restoring import NOW, Story, come_back
from tests.builders.server import PASSPHRASE, ServerFolder, a_server_folder

pytestmark = pytest.mark.campaign


@pytest.fixture
def story(tmp_path) -> Story:
    return Story(a_server_folder(tmp_path, declared=True), tmp_path)


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
        assert (first.packet, first.disposition) == (story.early.packet, story.early.disposition)
        assert second.receipt != story.lost.receipt
        newest = [eras([story.old_trust, trust])[1].verifier]
        for each in (first, second):
            verify_receipt(Receipt.parse(each.receipt), newest)
        old, new = Receipt.parse(story.early.receipt), Receipt.parse(first.receipt)
        assert (old.leaf, old.index) == (new.leaf, new.index)  # where it was, as it was
        verify_receipt(old, [log_verifier(story.old_trust)])
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


def test_a_chair_can_verify_what_came_before_the_restore(story):
    secret = story.folder.people["head"].secret
    with story.serving(story.folder.path) as transport:
        head = TestDesk(transport, secret)
        head.enrol()
        manifest = manifest_of(head)
        head.deliver(head.chain.declare(manifest.document, manifest.id))
    story.backup = back_up(story.folder.home, story.place / "later", now=NOW).path
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, head, transport)
        story.confirm()
        answer = head.ask("GET", "/v1/packets?after=0", PacketsAnswer)
        assert len(answer.packets) == 3
        verifier = [log_verifier(head.trust)]
        for each in (*answer.packets, *answer.experts):
            verify_receipt(Receipt.parse(each.receipt), verifier)


def test_there_is_one_thing_to_confirm(story):
    story.restored()
    with story.serving(story.home):
        story.confirm()
        with pytest.raises(NothingToConfirm):
            story.confirm()


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


def test_nothing_is_made_where_something_is_wrong(story, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    a_server_folder(tmp_path / "elsewhere", number=2)
    home = story.place / "never"

    def tried(root: Path, passphrase: str, keys=None) -> str:
        with pytest.raises((CannotRestore, CannotUseRoot)) as refused:
            restore(story.backup, home, root, passphrase, keys_for=lambda _: keys, now=NOW)
        return refused.value.reason

    other = Home(tmp_path / "elsewhere" / "server")
    assert tried(story.place / "root.key", "wrong horse battery") == "passphrase"
    assert tried(story.backup / "backup.json", PASSPHRASE) == "not-a-key"
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
