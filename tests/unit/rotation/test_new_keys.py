"""New keys for a computer: signed by the old one, in use when the server took them."""

import pytest
from sqlalchemy import update

from central_server.revocation import revoke
from central_server.six_words import confirm_device
from central_server.store import schema
from review_protocol.documents.acts import RotationPacket
from review_protocol.envelope import read_envelope
from reviewer_app.errors import NoConnection, ServerRefused, WrongPassphrase
from reviewer_app.models.backups import Reason, verified_counts
from reviewer_app.models.facts import FactName, forget_fact
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import open_vault
from reviewer_app.services.backups import BackupKept
from reviewer_app.services.device_rows import KeysStanding
from reviewer_app.services.restoring import Restoring
from tests.builders.desk import CHEAP, PASSPHRASE
from tests.builders.documents import NOW
from tests.unit.rotation.ground import CASES, COUNTED, REVOKED, Rotating
from tests.unit.sync.network import TRIES, lost

pytestmark = pytest.mark.campaign

SETTLED, UNDER_WAY, REFUSED = KeysStanding


def kid_of(rotating: Rotating, packet: str) -> str:
    (found,) = (each for each in rotating.desk.packets() if each.id == packet)
    return read_envelope(found.envelope).keyid


def test_after_a_sync_the_computer_signs_with_new_keys(rotating: Rotating):
    old, before = rotating.kid, rotating.score(CASES[0])
    rotating.make()
    assert (rotating.kid, rotating.standing) == (old, UNDER_WAY)
    rotating.sync()
    after = rotating.score(CASES[1])
    rotating.sync()
    assert rotating.kid != old
    assert rotating.standing is SETTLED
    assert (kid_of(rotating, before), kid_of(rotating, after)) == (old, rotating.kid)
    assert {before, after} <= rotating.counted()
    assert rotating.is_revoked(old)
    assert not rotating.is_revoked(rotating.kid)
    rotating.again()
    rotating.sync()
    assert set(rotating.held().values()) == {COUNTED}


def test_the_earlier_keys_are_no_stranger(rotating: Rotating):
    old = rotating.kid
    rotating.make()
    rotating.sync()
    rotating.sync()
    lines = {each.kid: each for each in rotating.desk.services.devices.look().devices}
    assert (lines[old].earlier, lines[old].is_stranger) == (True, False)
    assert (lines[rotating.kid].here, lines[rotating.kid].proved) == (True, True)
    assert not rotating.desk.services.at_rest.enrolling_again.is_needed()
    strangers = {each.kid for each in rotating.desk.services.devices.look().strangers}
    assert strangers == {rotating.run.devices["tablet"].vault.kid}


def test_a_chain_belongs_to_one_key(rotating: Rotating):
    rotating.make()
    rotating.sync()
    rotating.score(CASES[0])
    *_, change, score = rotating.desk.packets()
    assert change.chain != score.chain
    assert score.seq == 1
    assert score.chain[16:] == change.id[:16]


def test_without_a_connection_the_old_keys_work_on(rotating: Rotating):
    upstream, rotating.run.network.upstream = rotating.run.network.upstream, None
    old = rotating.kid
    rotating.make()
    with pytest.raises(NoConnection):
        rotating.sync()
    later = rotating.score(CASES[0])
    rotating.again()
    assert (rotating.kid, rotating.standing) == (old, UNDER_WAY)
    latest = rotating.score(CASES[1])
    rotating.run.network.upstream = upstream
    rotating.sync()
    assert rotating.kid != old
    assert {later, latest} <= rotating.counted()
    assert set(rotating.held().values()) == {COUNTED}


@pytest.mark.parametrize("path", ["/v1/packets", "/v1/packets?after", "/v1/state", "/v1/batch"])
def test_a_lost_answer_is_harmless(rotating: Rotating, path: str):
    old = rotating.kid
    rotating.make()
    rotating.run.network.spoil(path, *[lost] * TRIES)
    with pytest.raises(NoConnection):
        rotating.sync()
    rotating.run.network.mend()
    rotating.again()
    rotating.sync()
    assert rotating.kid != old
    score = rotating.score(CASES[0])
    rotating.sync()
    assert score in rotating.counted()


def test_asked_for_twice_they_are_made_once(rotating: Rotating):
    rotating.make()
    coming = rotating.desk.vault.coming
    rotating.make()
    assert rotating.desk.vault.coming == coming
    changes = [each for each in rotating.desk.packets() if each.kind == RotationPacket.kind]
    assert len(changes) == 1


def test_once_more_next_year(rotating: Rotating):
    kids = [rotating.kid]
    for case in CASES[:2]:
        rotating.make()
        rotating.sync()
        kids.append(rotating.kid)
        rotating.score(case)
        rotating.sync()
        rotating.again()
    assert len(set(kids)) == 3
    assert [each.kid for each in rotating.desk.vault.earlier] == kids[:2]
    assert set(rotating.held().values()) == {COUNTED}


def test_the_passphrase_is_proved_first(rotating: Rotating):
    before = (rotating.folder / "profile.json").read_bytes()
    with pytest.raises(WrongPassphrase):
        rotating.desk.services.at_rest.new_keys.make("not the passphrase")
    assert (rotating.folder / "profile.json").read_bytes() == before
    assert rotating.standing is SETTLED


def test_the_passphrase_may_be_changed_meanwhile(rotating: Rotating):
    old, new = rotating.kid, "nine arches over the river"
    rotating.make()
    rotating.desk.keys.change_passphrase(PASSPHRASE, new, CHEAP)
    rotating.sync()
    assert open_vault(rotating.folder, new).kid == rotating.kid != old


def test_a_computer_that_was_revoked_meanwhile_is_told(rotating: Rotating):
    old = rotating.kid
    rotating.make()
    with rotating.run.server.log.appending(rotating.run.server.store) as group:
        issuer = rotating.run.server.issuer
        revoke(group, old, from_leaf=group.first, reason="Lost", issuer=issuer, now=NOW)
    with pytest.raises(ServerRefused):
        rotating.sync()
    look = rotating.look()
    assert (look.standing, look.why) == (REFUSED, REVOKED)
    coming = rotating.desk.vault.coming
    assert coming is not None
    assert not rotating.is_certified(coming.kid)
    assert rotating.kid == old


def test_a_computer_that_awaits_its_six_words_changes_keys_and_awaits_those_of_the_new(
    rotating: Rotating,
):
    """The words are those of the keys: the operator hears the new ones, as the desk shows them."""
    old = rotating.kid
    with rotating.run.server.store.write() as connection:
        connection.execute(update(schema.device).values(awaits_words=1))
    with rotating.desk.store.write() as connection:
        forget_fact(connection, FactName.WORDS_SETTLED)
    rotating.make()
    rotating.sync()
    assert rotating.kid != old
    rotating.sync()
    look = rotating.desk.services.devices.words()
    assert look.awaited is True
    heard = [word.en for word in look.words]
    server = rotating.run.server
    with server.log.appending(server.store) as group:
        deployment = server.issuer.deployment
        confirm_device(group, rotating.kid, heard, deployment=deployment, now=NOW)
    rotating.sync()
    assert rotating.desk.services.devices.words().awaited is False


def test_a_round_that_closed_meanwhile_does_not_matter(rotating: Rotating):
    old = rotating.kid
    rotating.make()
    with rotating.run.server.store.write() as connection:
        connection.execute(update(schema.review_round).values(closed=NOW))
    rotating.sync()
    assert rotating.kid != old
    assert rotating.is_revoked(old)


def test_backups_from_before_open_and_go_on_with_the_new_keys(rotating: Rotating):
    score = rotating.score(CASES[0])
    kept = rotating.desk.services.at_rest.backups.keep(Reason.ASKED)
    assert isinstance(kept, BackupKept)
    rotating.make()
    rotating.sync()
    later, key = rotating.score(CASES[1]), rotating.desk.vault.database_key
    assert verified_counts(kept.backup.path, key).packets
    rotating.desk.close()
    Restoring(rotating.folder, key).restore(kept.backup)
    rotating.desk.open()
    assert rotating.desk.services.at_rest.put_back.lost() is None
    latest = rotating.score(CASES[2])
    assert kid_of(rotating, latest) == rotating.kid
    rotating.sync()
    assert {score, later, latest} <= rotating.counted()


def put_back(rotating: Rotating, database: bytes) -> None:
    """Somebody, or a backup of the whole computer, puts the database of an earlier day there."""
    rotating.desk.close()
    for path in rotating.folder.glob("desk.db*"):
        path.unlink()
    (rotating.folder / "desk.db").write_bytes(database)
    rotating.desk.open()
    assert rotating.desk.services.at_rest.put_back.lost() is not None
    rotating.desk.services.at_rest.put_back.go_on()


def database_of(rotating: Rotating) -> bytes:
    rotating.desk.close()
    content = (rotating.folder / "desk.db").read_bytes()
    assert not (rotating.folder / "desk.db-wal").exists()
    rotating.desk.open()
    return content


def test_a_database_put_back_to_before_goes_on_with_the_new_keys(rotating: Rotating):
    yesterday = database_of(rotating)
    rotating.make()
    rotating.sync()
    put_back(rotating, yesterday)
    assert not rotating.desk.services.at_rest.enrolling_again.is_needed()
    score = rotating.score(CASES[0])
    assert kid_of(rotating, score) == rotating.kid
    rotating.sync()
    rotating.sync()
    assert score in rotating.counted()
    assert rotating.held()[score] is COUNTED


def test_a_database_put_back_finds_new_keys_that_the_server_has(rotating: Rotating):
    """The answer was lost, so the profile still has them as coming ones."""
    yesterday, old = database_of(rotating), rotating.kid
    rotating.make()
    rotating.run.network.spoil("/v1/packets", *[lost] * TRIES)
    with pytest.raises(NoConnection):
        rotating.sync()
    put_back(rotating, yesterday)
    assert rotating.kid == old
    rotating.sync()
    assert rotating.kid != old
    score = rotating.score(CASES[0])
    rotating.sync()
    assert score in rotating.counted()


def test_a_profile_file_put_back_takes_the_new_keys_again(rotating: Rotating):
    """The copy was made while the change was under way, so both pairs are in it."""
    rotating.make()
    copied = (rotating.folder / "profile.json").read_bytes()
    rotating.sync()
    new = rotating.kid
    (rotating.folder / "profile.json").write_bytes(copied)
    rotating.again()
    assert rotating.kid != new
    rotating.sync()
    assert rotating.kid == new


def test_what_waited_signs_on_when_the_keys_were_opened_by_the_keyring(rotating: Rotating):
    """Keys stay sealed there until the passphrase; the change shows all the same."""
    rotating.make()
    rotating.desk.services.keys.seal()
    assert rotating.standing is UNDER_WAY
    keys = Keys(rotating.folder)
    keys.unseal(PASSPHRASE)
    assert keys.unsealed().coming is not None


def test_asked_for_again_in_a_database_put_back_they_are_the_ones_that_the_server_has(
    rotating: Rotating,
):
    yesterday = database_of(rotating)
    rotating.make()
    coming = rotating.desk.vault.coming
    rotating.run.network.spoil("/v1/packets", *[lost] * TRIES)
    with pytest.raises(NoConnection):
        rotating.sync()
    put_back(rotating, yesterday)
    rotating.make()
    assert rotating.desk.vault.coming == coming
    rotating.sync()
    assert coming is not None
    assert rotating.kid == coming.kid
    score = rotating.score(CASES[0])
    rotating.sync()
    assert score in rotating.counted()
