"""Backups: whole, read again, never half, and what is wrong with one is found."""

import os
import shutil
import sqlite3
import tarfile
from pathlib import Path

import pytest

from central_server.backup import CannotBackUp, back_up, backups_in
from central_server.backup_reading import (
    BackupIsWrong,
    CannotRead,
    open_keys,
    opened_backup,
    verify_backup,
)
from central_server.home import Home
from central_server.verifying_home import Problem, What, verify_home
from review_protocol.documents.leaf import ActLeaf
from review_protocol.passphrase import Argon2Cost
from tests.builders.server import ServerFolder, a_server_folder
from tests.unit.server.conftest import declares

CHEAP = Argon2Cost(memory_kib=8, passes=1, lanes=1)
NOW = "2026-07-11T08:00:00Z"


@pytest.fixture
def used(desk, folder) -> ServerFolder:
    """A server with a device, declarations, a batch and two scores."""
    declares(desk)
    desk.deliver(*(desk.chain.score(case, folder.rubric) for case in folder.cases))
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_whole_and_nothing_else_is_left(used, tmp_path):
    made = back_up(used.home, tmp_path / "backups", now=NOW)
    assert names(tmp_path / "backups") == [made.path.name]
    assert names(made.path) == ["backup.json", "blobs", "central.db", "checkpoint"]
    assert made.checked.right
    assert (made.checked.log.packets, made.record.size) == (3, made.checked.log.leaves)
    assert {path.stat().st_mode & 0o777 for path in made.path.rglob("*") if path.is_file()} == {
        0o600
    }


def test_the_files_take_no_room_where_they_can_be_linked(used, tmp_path):
    made = back_up(used.home, tmp_path / "backups", now=NOW)
    for path in (made.path / "blobs").iterdir():
        assert path.stat().st_ino == (used.home.blobs / path.name).stat().st_ino


def test_a_backup_in_one_file_says_the_same(used, tmp_path):
    made = back_up(used.home, tmp_path / "whole.tar", now=NOW)
    assert made.path == tmp_path / "whole.tar"
    assert made.bytes == made.path.stat().st_size
    with opened_backup(made.path, tmp_path) as (folder, record):
        assert record == made.record
        assert verify_backup(folder) == made.checked
    assert "unpacked" not in names(tmp_path)
    assert [name for name in names(tmp_path) if name.endswith(".part")] == []


def test_the_keys_are_in_it_only_when_asked_for_and_sealed(used, tmp_path):
    plain = back_up(used.home, tmp_path / "plain", now=NOW)
    made = back_up(used.home, tmp_path / "keys", now=NOW, passphrase="a long word", cost=CHEAP)
    seeds = [path.read_text(encoding="ascii").strip() for path in used.home.keys.iterdir()]
    for backup in (plain.path, made.path):
        content = b"".join(path.read_bytes() for path in backup.rglob("*") if path.is_file())
        assert not any(bytes.fromhex(seed) in content or seed.encode() in content for seed in seeds)
    keys = open_keys(made.path, "a long word")
    assert keys.server.seed == used.home.load_keys().server.seed
    with pytest.raises(CannotRead) as refused:
        open_keys(made.path, "another word")
    assert refused.value.reason == "passphrase"
    with pytest.raises(CannotBackUp) as refused:
        back_up(used.home, tmp_path / "keys", now=NOW, passphrase="short", cost=CHEAP)
    assert refused.value.reason == "short-passphrase"


def test_the_newest_stay_and_others_servers_are_left_alone(used, tmp_path):
    target = tmp_path / "backups"
    (tmp_path / "other").mkdir()
    other = a_server_folder(tmp_path / "other", number=2)
    foreign = back_up(other.home, target, now=NOW).path
    (target / "letters").mkdir()
    whole = [
        back_up(used.home, target, now=f"2026-07-11T0{hour}:00:00Z", keep=2).path
        for hour in range(1, 5)
    ]
    assert backups_in(target, used_deployment(used)) == (whole[3], whole[2])
    assert set(names(target)) == {foreign.name, "letters", whole[2].name, whole[3].name}


def test_those_with_keys_and_those_without_are_counted_apart(used, tmp_path):
    target = tmp_path / "backups"
    made = {
        hour: back_up(
            used.home,
            target,
            now=f"2026-07-11T0{hour}:00:00Z",
            keep=2,
            passphrase="a long passphrase" if hour in (1, 3, 5) else None,
            cost=CHEAP,
        )
        for hour in range(1, 7)
    }
    kept = {hour: one.path for hour, one in made.items() if hour > 2}
    assert set(names(target)) == {path.name for path in kept.values()}
    assert backups_in(target, keys=True) == (kept[5], kept[3])
    assert backups_in(target, keys=False) == (kept[6], kept[4])
    assert made[5].removed == (made[1].path,)


def used_deployment(folder: ServerFolder) -> str:
    with folder.open() as server:
        return server.issuer.deployment


@pytest.mark.parametrize(
    ("where", "reason"),
    [("server/backups", "inside"), ("nowhere/at/all", "no-folder"), ("taken.tar", "exists")],
)
def test_a_place_that_cannot_be_is_refused_at_once(folder, tmp_path, where, reason):
    (tmp_path / "taken.tar").write_bytes(b"")
    before = names(tmp_path)
    with pytest.raises(CannotBackUp) as refused:
        back_up(folder.home, tmp_path / where, now=NOW)
    assert refused.value.reason == reason
    assert names(tmp_path) == before


def test_a_full_disk_is_seen_beforehand(folder, tmp_path, monkeypatch):
    usage = type(shutil.disk_usage(tmp_path))
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**9, 10**9 - 500_000, 500_000))
    with pytest.raises(CannotBackUp) as refused:
        back_up(folder.home, tmp_path / "backups", now=NOW)
    assert (refused.value.reason, refused.value.free) == ("no-room", 500_000)
    assert refused.value.needed > 1_000_000
    assert names(tmp_path / "backups") == []


def test_a_server_that_is_not_right_leaves_no_backup(used, tmp_path):
    victim = next(iter(used.home.blobs.iterdir()))
    content = victim.read_bytes()
    victim.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    with pytest.raises(BackupIsWrong) as refused:
        back_up(used.home, tmp_path / "backups", now=NOW)
    assert refused.value.checked.problems == (Problem(What.FILE_CHANGED, victim.name),)
    assert names(tmp_path / "backups") == []


def test_a_missing_file_leaves_no_half_of_a_backup(used, tmp_path):
    next(iter(used.home.blobs.iterdir())).unlink()
    with pytest.raises(CannotBackUp) as refused:
        back_up(used.home, tmp_path / "backups", now=NOW)
    assert refused.value.reason == "write"
    assert names(tmp_path / "backups") == []


@pytest.mark.parametrize("name", ["central.db", "checkpoint", "backup.json"])
def test_each_part_of_a_backup_is_looked_at(used, tmp_path, name):
    made = back_up(used.home, tmp_path / "backups", now=NOW)
    path = made.path / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    try:
        assert not verify_backup(made.path).right
    except CannotRead:
        assert name == "backup.json"


def test_what_a_killed_run_left_is_removed_by_a_later_one(used, tmp_path):
    target = tmp_path / "backups"
    old, new = target / ".backup-0000.part", target / ".backup-1111.part"
    for part in (old, new):
        (part / "blobs").mkdir(parents=True)
    os.utime(old, (1, 1))
    made = back_up(used.home, target, now=NOW)
    assert names(target) == sorted([new.name, made.path.name])
    assert backups_in(target) == (made.path,)


def test_an_archive_with_other_names_is_no_backup(tmp_path):
    (tmp_path / "x").write_bytes(b"x")
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        tar.add(tmp_path / "x", "../outside")
    with (
        pytest.raises(CannotRead),
        opened_backup(tmp_path / "evil.tar", tmp_path / "beside"),
    ):
        pass
    assert not (tmp_path / "outside").exists()


WRONG = [
    ("UPDATE packet SET disposition='held:late' WHERE seq=2", What.DISPOSITION),
    ("UPDATE device SET revoked_from=1", What.REVOCATION),
    ("UPDATE manifest SET id='{other}'", What.DATABASE),
    ("UPDATE device SET certificate=x'7b7d'", What.CERTIFICATE),
    ("DELETE FROM file WHERE role='rules'", None),
    ("UPDATE file SET cipher_length=cipher_length+1 WHERE role='programme'", What.FILE_CHANGED),
]


@pytest.mark.parametrize(("statement", "what"), WRONG)
def test_what_was_changed_behind_the_logs_back_is_found(used, statement, what):
    with sqlite3.connect(used.home.database) as connection:
        connection.execute(statement.format(other="0" * 64))
    connection.close()
    with used.open() as server, server.store.read() as connection:
        checked = verify_home(connection, Home(used.path), keys=server.keys)
    assert {each.what for each in checked.problems} == ({what} if what else set())


def test_an_act_whose_document_is_gone_is_found(used):
    with used.open() as server:
        with server.log.appending(server.store) as group:
            leaf = ActLeaf(type="act/1", act="assign", subject="ab" * 32, received=NOW)
            position = group.add(leaf.entry())
        with server.store.read() as connection:
            checked = verify_home(connection, used.home)
    assert checked.problems == (Problem(What.ACT, str(position)),)


def test_keys_of_another_server_are_found(used, tmp_path):
    (tmp_path / "other").mkdir()
    other = a_server_folder(tmp_path / "other", number=2)
    with used.open() as server, server.store.read() as connection:
        checked = verify_home(connection, used.home, keys=other.home.load_keys())
    assert [each.which for each in checked.problems] == ["server.key", "log.key", "intake.key"]
