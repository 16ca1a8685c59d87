"""Backups: whole, encrypted, verified, kept in turn; a failed one leaves what was there."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from review_protocol.keys import SigningKey
from reviewer_app.errors import DamagedProfile, DiskFull, UnreadableBackup
from reviewer_app.models.backups import (
    DAYS,
    HOURS,
    NEWEST,
    ROOM_LEFT,
    Backup,
    Counts,
    Reason,
    all_backups,
    back_up,
    counts_of,
    outdated,
    rotate,
    verified_counts,
)
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.drafts import keep_draft
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.outbox import append
from reviewer_app.models.store import Store, open_store
from tests.builders.killing import killed_at
from tests.unit.models.conftest import KEY
from tests.unit.models.disks import fill_disk
from tests.unit.models.packets import CASE, NOW, SOME_HASH, a_score, some_answers

NOON = datetime(2026, 7, 20, 12, tzinfo=UTC)


def sign_and_type(store: Store, device: SigningKey, mark: int = 7) -> None:
    with store.write() as connection:
        keep_draft(connection, CASE, SOME_HASH, some_answers(mark), NOW)
        append(connection, a_score(mark=mark), device, NOW)


def kept(store: Store, now: datetime = NOON) -> Backup:
    return back_up(store.folder / DATABASE_FILE, KEY, Reason.SIGNED, now)


def made(number: int, at: datetime, size: int = 1000) -> Backup:
    return Backup(Path(f"{number}.db"), at, number, Reason.SIGNED, size)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_backup_is_one_encrypted_file_with_all_that_was_there(desk: Store, device: SigningKey):
    with desk.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, "Ingeborg Reviewer" * 500)
    sign_and_type(desk, device)
    backup = kept(desk)
    assert names(desk.folder) == ["desk-20260720T120000Z-000001-signed.db"]
    assert b"Ingeborg" not in backup.path.read_bytes()
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert verified_counts(backup.path, KEY) == Counts(packets=1, revisions=1)
    assert all_backups(desk.folder) == (backup,)


def test_what_is_in_the_write_ahead_log_alone_is_copied_too(desk: Store, device: SigningKey):
    with desk.read() as connection:  # nothing can be folded into the database meanwhile
        connection.execute(text("SELECT * FROM fact")).all()
        sign_and_type(desk, device)
        assert counts_of(kept(desk).path, KEY).packets == 1


def test_a_copy_is_of_one_moment_while_others_write(desk: Store, device: SigningKey):
    done = threading.Event()

    def write_on() -> None:
        for mark in range(60):
            sign_and_type(desk, device, 1 + mark % 10)
        done.set()

    writing = threading.Thread(target=write_on)
    writing.start()
    seen = []
    while not done.is_set():
        counts = verified_counts(kept(desk).path, KEY)
        seen.append(counts.packets == counts.revisions)
    writing.join()
    assert set(seen) == {True}
    assert kept(desk).number == len(seen) + 1


def test_a_backup_with_a_flipped_byte_is_unreadable(desk: Store, device: SigningKey):
    sign_and_type(desk, device)
    path = kept(desk).path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(UnreadableBackup):
        verified_counts(path, KEY)


def test_another_key_does_not_open_a_backup(desk: Store):
    path = kept(desk).path
    with pytest.raises(UnreadableBackup):
        verified_counts(path, bytes(32))
    path.write_bytes(b"")
    with pytest.raises(UnreadableBackup):  # an empty file is a database without our tables
        counts_of(path, KEY)


def test_a_damaged_database_makes_no_backup_and_costs_none(desk: Store, device: SigningKey):
    with desk.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, b"x" * 200_000)
    sign_and_type(desk, device)
    good = kept(desk)
    desk.close()
    path = desk.folder / DATABASE_FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 64] = bytes(64)
    path.write_bytes(content)
    with pytest.raises(DamagedProfile):
        kept(desk)
    assert all_backups(desk.folder) == (good,)
    assert names(desk.folder) == [good.path.name]


def test_the_rotation_keeps_the_newest_then_hours_then_days():
    every_ten_minutes = [made(n, NOON + timedelta(minutes=10 * n)) for n in range(30 * 144)][::-1]
    given_up = set(outdated(every_ten_minutes))
    left = [each for each in every_ten_minutes if each not in given_up]
    assert left[:NEWEST] == every_ten_minutes[:NEWEST]
    assert len({each.made_at.date() for each in left}) == DAYS
    hours = {each.made_at.replace(minute=0) for each in left}
    assert HOURS <= len(hours) <= HOURS + DAYS
    assert len(left) <= NEWEST + HOURS + DAYS


def test_a_clock_that_jumps_makes_nothing_old():
    before = [made(n, NOON + timedelta(hours=n)) for n in range(5)]
    ahead = [made(5, NOON + timedelta(days=730))]
    back = [made(n, NOON + timedelta(hours=n)) for n in range(6, 12)]
    assert outdated((*before, *ahead, *back)[::-1]) == ()


def test_all_together_stay_within_their_bytes_but_two_stay_always():
    large = [made(n, NOON + timedelta(hours=n), size=400) for n in range(8)][::-1]
    assert len(outdated(large, most_bytes=1000)) == 6
    assert len(outdated(large, most_bytes=100)) == 6
    assert outdated(large, most_bytes=4000) == ()


def test_what_is_outdated_is_deleted(desk: Store):
    for turn in range(NEWEST + 3):
        kept(desk, NOON + timedelta(minutes=turn))
    rotate(desk.folder)
    assert [each.number for each in all_backups(desk.folder)] == [8, 7, 6, 5, 4]


def test_copies_made_before_a_migration_are_listed_last(desk: Store):
    kept(desk)
    (desk.folder / "backups" / "desk-0001.db").write_bytes(b"older")
    (desk.folder / "backups" / "notes.txt").write_bytes(b"somebody's")
    assert [each.reason for each in all_backups(desk.folder)] == [Reason.SIGNED, Reason.MIGRATION]


def test_a_full_disk_makes_no_backup_and_keeps_the_ballast(small_disk: Path):
    store = open_store(small_disk, KEY)
    filler = fill_disk(small_disk)
    with pytest.raises(DiskFull):
        kept(store)
    with filler.open("r+b") as file:
        file.truncate(filler.stat().st_size - ROOM_LEFT // 2)
    with pytest.raises(DiskFull):  # it would fit, and leave too little for what is typed
        kept(store)
    assert (small_disk / "ballast").is_file()
    assert names(small_disk) == []
    store.close()


@pytest.mark.parametrize(
    ("step", "before"),
    [
        ("copy_database", True),
        ("copy_database", False),
        ("verified_counts", False),
        ("flush_file", False),
        ("flush_folder", True),
        ("flush_folder", False),
    ],
)
def test_killed_at_any_step_there_is_a_whole_backup_or_none(
    desk: Store, device: SigningKey, step: str, before: bool
):
    sign_and_type(desk, device)
    first = kept(desk)
    script = f"""
from datetime import UTC, datetime
from pathlib import Path
from reviewer_app.models.backups import Reason, back_up
back_up(Path({str(desk.folder / DATABASE_FILE)!r}), {KEY!r}, Reason.ASKED, datetime.now(UTC))
"""
    killed_at(f"reviewer_app.models.backups.{step}", script, before=before)
    found = all_backups(desk.folder)
    assert first in found
    assert {verified_counts(each.path, KEY) for each in found} == {Counts(1, 1)}
    assert kept(desk) in all_backups(desk.folder)
    assert not [name for name in names(desk.folder) if not name.endswith(".db")]
