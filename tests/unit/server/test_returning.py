"""What desks hand back to a restored server that has lost it."""

import sqlite3
from pathlib import Path

import pytest

from central_server.backup_reading import BackupRecord
from central_server.batches import Issuer
from central_server.home import Home
from central_server.notices import Telling, tell, words
from central_server.restored import NUMBERS_SKIPPED
from central_server.revocation import revoke
from central_server.trusts import eras
from central_server.verifying_home import sha256_of
from review_protocol.documents.answers import (
    BatchAnswer,
    RefusalCode,
)
from review_protocol.documents.notice import NoticeKind
from review_protocol.keys import SigningKey
from review_protocol.numbering import STEP
from review_protocol.opening import sealed
from review_protocol.returning import Returned
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.desks import TestDesk, manifest_of
from tests.builders.restoring import NOW, Story, come_back
from tests.builders.server import a_server_folder

pytestmark = pytest.mark.campaign


@pytest.fixture
def story(tmp_path) -> Story:
    return Story(a_server_folder(tmp_path, declared=True), tmp_path)


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
        assert story.desk.enrol().code is RefusalCode.USED_INVITATION  # its device has spoken


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


def test_a_certificate_that_is_here_needs_no_proof_of_a_log_that_is_not(story):
    """The server was restored twice, and the second time from the older backup again."""
    story.restored("first")
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        of_the_second_log = story.hand_back(story.desk).receipt
    story.restored("second")
    with story.serving(story.home) as transport:
        come_back(story, story.desk, transport)
        returned = story.hand_back(story.desk, receipt=of_the_second_log)
        assert isinstance(returned, Returned)
        come_back(story, story.late, transport)
        refused = story.hand_back(story.late, receipt=of_the_second_log)
        assert refused.code is RefusalCode.MALFORMED


def test_a_second_restore_from_the_same_backup_gives_higher_numbers(story):
    """Desks have seen what was issued after the first, and take no other under its number."""
    numbers = []
    for name in ("first", "second"):
        story.restored(name)
        with story.serving(story.home) as transport:
            come_back(story, story.desk, transport)
            story.confirm()
            numbers.append(manifest_of(story.desk).document.number)
    assert numbers[1] >= numbers[0] + NUMBERS_SKIPPED


def told(story: Story) -> int:
    """The number under which the first desk's person is told something."""
    with story.server.log.appending(story.server.store) as group:
        message = Telling(NoticeKind.MESSAGE, text=words(None, "Maintenance tonight"))
        (notice,) = tell(group, story.server.issuer, [story.desk.certificate.person], message, NOW)
        return notice.number


def test_notices_go_on_above_all_that_desks_may_have_seen(story):
    with story.serving(story.folder.path):
        seen = [told(story) for _ in range(9)]  # none of them is in the backup
    assert seen == [*range(1, 10)]
    for name in ("first", "second"):
        story.restored(name)
        with story.serving(story.home):
            before, number = seen[-1], told(story)
            assert number > before
            assert number % STEP == 1
            seen += [number, told(story)]
            assert seen[-1] == number + 1
