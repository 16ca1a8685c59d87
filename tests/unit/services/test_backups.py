"""Backups beside the work: due after a signature or an hour, and never in the way of either."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import DiskFull, RolledBackDesk
from reviewer_app.models.backups import Reason, counts_of
from reviewer_app.models.chain_tips import TIPS_FILE, ChainTips
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.services.assembly import Services
from reviewer_app.services.backups import BackupKept, Backups, BackupSkipped
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.unit.models.disks import fill_disk, small_disk

__all__ = ["small_disk"]


def copies_of(desk: ADesk) -> dict[str, bytes]:
    """The database as it is now, to put back later."""
    desk.store.close()
    path = desk.store.folder / DATABASE_FILE
    return {path.name: path.read_bytes()}


def put_back(desk: ADesk, copies: dict[str, bytes]) -> None:
    desk.store.close()
    for name, content in copies.items():
        (desk.store.folder / name).write_bytes(content)


def again(desk: ADesk) -> Services:
    """The services of the next start."""
    return Services(
        desk.store, desk.services.keys, desk.services._connect, clock=desk.clock, randomness=bytes
    )


def test_after_a_signature_one_is_due_and_then_none(desk: ADesk):
    backups = desk.services.at_rest.backups
    desk.score(desk.numbers[0])
    assert backups.due() is Reason.SIGNED
    outcome = backups.keep_if_due()
    assert isinstance(outcome, BackupKept)
    assert outcome.backup.reason is Reason.SIGNED
    assert backups.keep_if_due() is None
    assert Backups(desk.store, desk.clock).keep_if_due() is None  # nor after the next start
    assert backups.list() == (outcome.backup,)


def test_what_is_typed_is_copied_within_the_hour(desk: ADesk):
    backups = desk.services.at_rest.backups
    backups.keep(Reason.ASKED)
    desk.services.scoring.keep(desk.numbers[0], some_answers(3))
    assert backups.due() is None
    desk.clock.now += timedelta(hours=1)
    assert backups.due() is Reason.HOURLY
    backups.keep_if_due()
    desk.clock.now += timedelta(hours=5)
    assert backups.due() is None  # nothing was typed since


def test_a_clock_that_was_put_back_holds_no_backup_up(desk: ADesk):
    desk.services.at_rest.backups.keep(Reason.ASKED)
    desk.services.scoring.keep(desk.numbers[0], some_answers(3))
    desk.clock.now -= timedelta(days=365)
    assert desk.services.at_rest.backups.due() is Reason.HOURLY


def test_a_full_disk_skips_the_backup_and_not_the_signature(small_disk: Path):
    with a_desk(small_disk) as desk:
        filler = fill_disk(small_disk)
        os.truncate(filler, filler.stat().st_size - (1 << 20))
        packet = desk.score(desk.numbers[0])
        outcome = desk.services.at_rest.backups.keep_if_due()
        assert isinstance(outcome, BackupSkipped)
        assert isinstance(outcome.failure, DiskFull)
        assert desk.services.at_rest.backups.last == outcome
        assert (desk.store.folder / "ballast").is_file()
        assert packet in {row.packet for row in desk.services.handin.outbox()}
        filler.unlink()
        assert isinstance(desk.services.at_rest.backups.keep_if_due(), BackupKept)


def test_a_folder_that_cannot_be_made_hurts_nothing(desk: ADesk):
    (desk.store.folder / "backups").write_bytes(b"a file is in the way")
    packet = desk.score(desk.numbers[0])
    assert isinstance(desk.services.at_rest.backups.keep_if_due(), BackupSkipped)
    assert packet in {row.packet for row in desk.services.handin.outbox()}


def test_a_damaged_newest_backup_is_not_counted_on(desk: ADesk):
    desk.score(desk.numbers[0])
    kept = desk.services.at_rest.backups.keep_if_due()
    assert isinstance(kept, BackupKept)
    kept.backup.path.write_bytes(b"")
    later = Backups(desk.store, desk.clock)
    assert later.due() is Reason.SIGNED
    made = later.keep_if_due()
    assert isinstance(made, BackupKept)
    assert counts_of(made.backup.path, desk.store.key).packets == 2  # the declaration too


def test_yesterdays_database_signs_nothing(desk: ADesk):
    yesterday = copies_of(desk)
    desk.score(desk.numbers[0])
    desk.score(desk.numbers[1])
    put_back(desk, yesterday)
    services = again(desk)
    services.scoring.keep(desk.numbers[2], some_answers(4))  # typing goes on
    with pytest.raises(RolledBackDesk) as told:
        services.signing.sign(desk.numbers[2], LanguageRead.BOTH)
    assert told.value.packets == 2


def test_a_database_that_came_further_than_its_word_is_right(desk: ADesk):
    before = (desk.store.folder / TIPS_FILE).read_bytes()
    desk.score(desk.numbers[0])
    (desk.store.folder / TIPS_FILE).write_bytes(before)  # ended between commit and word
    services = again(desk)
    services.scoring.keep(desk.numbers[1], some_answers(4))
    assert services.signing.sign(desk.numbers[1], LanguageRead.BOTH)


@pytest.mark.parametrize("harm", ["gone", "emptied", "forged"])
def test_without_a_word_of_its_own_nothing_is_alarming(desk: ADesk, harm: str):
    desk.score(desk.numbers[0])
    path = desk.store.folder / TIPS_FILE
    content = path.read_bytes()
    path.unlink()
    if harm != "gone":
        path.write_bytes(content.replace(b":2", b":9") if harm == "forged" else b"")
    with desk.store.read() as connection:
        assert ChainTips(desk.store.folder, desk.store.key).lost(connection) is None


def test_drafts_that_are_gone_are_told_and_stop_no_signature(desk: ADesk):
    yesterday = copies_of(desk)
    desk.services.scoring.keep(desk.numbers[0], some_answers(3))
    desk.services.at_rest.backups.keep(Reason.ASKED)
    put_back(desk, yesterday)
    tips = ChainTips(desk.store.folder, desk.store.key)
    with desk.store.read() as connection:
        lost = tips.lost(connection)
        tips.require(connection)
    assert lost is not None
    assert (lost.packets, lost.drafts) == (0, 1)
