"""The encrypted database: two doors, and the disk's bad hours told as failures."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from reviewer_app.errors import (
    DamagedProfile,
    DiskFull,
    FolderReadOnly,
    NewerDatabase,
    StorageFault,
)
from reviewer_app.models import migrate
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.store import Store, open_store
from tests.unit.models.conftest import KEY
from tests.unit.models.disks import fill_disk


def fill_up(store: Store) -> None:
    """Let the database itself have no more pages: SQLite then answers as on a full disk."""
    with store.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))


def keep_much(store: Store) -> None:
    with store.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, b"x" * 200_000)


def test_what_is_written_is_there_after_reopening(tmp_path: Path):
    store = open_store(tmp_path, KEY)
    with store.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, "王芳")
    store.close()
    again = open_store(tmp_path, KEY)
    with again.read() as connection:
        assert text_of(connection, FactName.PERSON_NAME) == "王芳"
    again.close()


def test_an_exception_leaves_nothing_behind(store: Store):
    def half(connection):
        keep_fact(connection, FactName.PERSON_NAME, "half")
        raise KeyError

    with pytest.raises(KeyError):
        store.perform(half)
    with store.read() as connection:
        assert text_of(connection, FactName.PERSON_NAME) is None


def test_no_word_lies_readable_on_the_disk(tmp_path: Path, store: Store):
    with store.write() as connection:
        keep_fact(connection, FactName.PERSON_NAME, "Ingeborg Reviewer" * 500)
    files = [path for path in tmp_path.iterdir() if path.name.startswith(DATABASE_FILE)]
    assert len(files) >= 2
    assert not any(b"Ingeborg" in path.read_bytes() for path in files)


def test_settings_that_must_hold(store: Store):
    with store.read() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


def test_another_key_and_another_file_are_damage(tmp_path: Path, store: Store):
    store.close()
    with pytest.raises(DamagedProfile):
        open_store(tmp_path, bytes(32))
    (tmp_path / DATABASE_FILE).write_bytes(b"SQLite format 3\0" + bytes(8000))
    with pytest.raises(DamagedProfile):
        open_store(tmp_path, KEY)


def test_damage_in_the_middle_shows_at_the_read(tmp_path: Path, store: Store):
    keep_much(store)
    store.close()
    path = tmp_path / DATABASE_FILE
    content = bytearray(path.read_bytes())
    middle = len(content) * 3 // 4  # behind the tables that are empty
    content[middle : middle + 64] = bytes(64)
    path.write_bytes(content)
    again = open_store(tmp_path, KEY)
    with pytest.raises(DamagedProfile), again.read() as connection:
        connection.execute(text("SELECT * FROM fact")).all()
    with pytest.raises(DamagedProfile), again.glance() as bare:
        bare.execute("SELECT * FROM fact").fetchall()
    again.close()


def test_nothing_is_written_by_who_asks_at_every_letter(store: Store):
    with pytest.raises(FolderReadOnly), store.glance() as connection:
        connection.execute("DELETE FROM case_text")


def test_a_missing_folder_is_a_storage_fault(tmp_path: Path):
    with pytest.raises(StorageFault):
        open_store(tmp_path / "gone", KEY)


def test_a_full_database_says_so_and_gives_up_its_ballast(tmp_path: Path, store: Store):
    assert (tmp_path / "ballast").is_file()
    fill_up(store)
    with pytest.raises(DiskFull):
        keep_much(store)
    assert not (tmp_path / "ballast").exists()
    with store.read() as connection:
        assert text_of(connection, FactName.PERSON_NAME) is None


def test_work_on_a_full_disk_is_done_again_in_the_place_of_the_ballast(
    tmp_path: Path, store: Store
):
    """The limit on pages goes with the ballast, as the space of a real disk would come."""
    fill_up(store)
    tries = []

    def work(connection):
        if not (tmp_path / "ballast").exists():
            connection.execute(text("PRAGMA max_page_count = 4294967294"))
        tries.append(connection)
        keep_fact(connection, FactName.PERSON_NAME, b"x" * 200_000)
        return "done"

    assert store.perform(work) == "done"
    assert len(tries) == 2


def test_without_ballast_there_is_no_second_try(tmp_path: Path, store: Store):
    (tmp_path / "ballast").unlink()
    fill_up(store)
    tries = []

    def work(connection):
        tries.append(connection)
        keep_fact(connection, FactName.PERSON_NAME, b"x" * 200_000)

    with pytest.raises(DiskFull):
        store.perform(work)
    assert len(tries) == 1


def test_a_really_full_disk_takes_one_more_write(small_disk: Path):
    store = open_store(small_disk, KEY)
    fill_disk(small_disk)
    with pytest.raises(DiskFull):
        keep_much(store)
    assert not (small_disk / "ballast").exists()
    keep_much(store)
    with store.read() as connection:
        assert len(text_of(connection, FactName.PERSON_NAME) or "") == 200_000
    store.close()


def test_a_read_only_disk_says_so(small_disk: Path):
    store = open_store(small_disk, KEY)
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(FolderReadOnly):
        open_store(small_disk, KEY)


def test_a_disk_that_becomes_read_only_says_so_at_the_next_write(small_disk: Path):
    store = open_store(small_disk, KEY)
    keep_much(store)
    store.close()
    (small_disk / DATABASE_FILE).chmod(0o400)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises((FolderReadOnly, StorageFault)):
        keep_much(store)
    store.close()


def test_a_newer_database_is_left_alone(tmp_path: Path, store: Store):
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    before = (tmp_path / DATABASE_FILE).read_bytes()
    with pytest.raises(NewerDatabase) as told:
        open_store(tmp_path, KEY)
    assert (told.value.found, told.value.known) == ("9999", migrate.REVISIONS[-1])
    assert (tmp_path / DATABASE_FILE).read_bytes() == before


@pytest.mark.parametrize("table", ["packet", "draft_revision"])
@pytest.mark.parametrize("act", ["UPDATE {} SET case_number = 'x'", "DELETE FROM {}"])
def test_signed_and_typed_rows_stay_as_they_are(store: Store, table: str, act: str):
    rows = {
        "packet": "INSERT INTO packet (id, chain, seq, kind, envelope, signed_at) "
        "VALUES ('a', 'b', 1, 'score', x'00', 'now')",
        "draft_revision": "INSERT INTO draft_revision "
        "(case_number, case_hash, answers, marks, missing, kept_at) "
        "VALUES ('a', 'b', x'00', '[]', 0, 'now')",
    }
    with store.write() as connection:
        connection.execute(text(rows[table]))
    with pytest.raises(IntegrityError, match="append-only"), store.write() as connection:
        connection.execute(text(act.format(table)))


def test_replacing_a_packet_is_deleting_it(store: Store):
    row = (
        "INTO packet (id, chain, seq, kind, envelope, signed_at) "
        "VALUES ('a', 'b', 1, 'score', x'00', 'now')"
    )
    with store.write() as connection:
        connection.execute(text(f"INSERT {row}"))
    with pytest.raises(IntegrityError, match="append-only"), store.write() as connection:
        connection.execute(text(f"INSERT OR REPLACE {row}"))


def test_our_own_mistakes_are_no_failure_of_the_disk(store: Store):
    with pytest.raises(OperationalError, match="no such table"), store.read() as connection:
        connection.execute(text("SELECT * FROM nowhere"))


def test_alembic_is_imported_only_when_something_is_to_do(tmp_path: Path, store: Store):
    store.close()
    script = (
        "import sys, pathlib; from reviewer_app.models.store import open_store\n"
        f"store = open_store(pathlib.Path({str(tmp_path)!r}), bytes(range(32))); store.close()\n"
        "slow = {'alembic', 'requests', 'keyring', 'truststore', 'numpy'}\n"
        "sys.exit(', '.join(sorted(slow & set(sys.modules))) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
