"""The log, its copy apart, the store, and the server's folder."""

import os
import shutil
import stat

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import SAWarning

from central_server.failures import (
    DamagedKeyFile,
    LogNotTrusted,
    NewerDatabase,
    NoHome,
    NotFounded,
    PublicAddress,
)
from central_server.home import Home
from central_server.log import Log, log_size
from central_server.people import add_person
from central_server.server import open_server
from central_server.serving import Address
from central_server.store import schema
from central_server.store.engine import open_engine
from central_server.store.store import open_store
from review_protocol.documents.people import Role
from review_protocol.keys import SigningKey
from review_protocol.translog import EMPTY_ROOT, Checkpoint, NoteSigner, sign_checkpoint
from tests.builders.documents import NOW
from tests.builders.server import ORIGIN, a_server_folder


@pytest.fixture
def store(folder):
    store = open_store(folder.home.database_url)
    yield store
    store.close()


def grow(folder, store, *entries: bytes) -> None:
    log = Log(ORIGIN, folder.home.load_keys().log, folder.home.checkpoint)
    with log.appending(store) as group:
        for entry in entries:
            group.add(entry)


def test_the_copy_follows_every_group(folder, store):
    grow(folder, store, b"one", b"two")
    kept = folder.home.checkpoint.read_text(encoding="utf-8")
    assert kept.split("\n")[:2] == [ORIGIN, "3"]
    with store.read() as connection:
        assert (
            connection.execute(
                select(schema.checkpoint.c.note).where(schema.checkpoint.c.size == 3)
            ).scalar()
            == kept
        )


def test_what_a_killed_server_left_beside_the_copy_goes_at_the_next_start(folder):
    """But for what somebody may be writing now."""
    old, new = (folder.home.path / f".checkpoint.{name}.part" for name in ("0a0a0a0a", "0b0b0b0b"))
    old.write_bytes(b"half a")
    new.write_bytes(b"half a")
    os.utime(old, (0, 0))
    with folder.open():
        assert (old.exists(), new.exists()) == (False, True)


def test_a_log_that_extends_the_copy_is_trusted(folder, store):
    older = folder.home.checkpoint.read_text(encoding="utf-8")
    grow(folder, store, *(b"%d" % number for number in range(300)))
    folder.home.checkpoint.write_text(older, encoding="utf-8")
    with folder.open() as server:
        assert server.log.origin == ORIGIN


def refuses(folder) -> LogNotTrusted:
    with pytest.raises(LogNotTrusted) as refused, folder.open():
        pass
    return refused.value


def test_a_shorter_log_refuses_to_run(folder, store):
    grow(folder, store, b"one", b"two")
    with store.write() as connection:
        connection.execute(delete(schema.leaf).where(schema.leaf.c.position == 2))
        connection.execute(delete(schema.checkpoint).where(schema.checkpoint.c.size == 3))
    failure = refuses(folder)
    assert (failure.reason, failure.copy_size, failure.log_size) == ("leaves are missing", 3, 2)
    assert "restored from a backup" in str(failure)


def test_nothing_is_appended_to_a_log_that_went_back(folder):
    earlier = shutil.copy(folder.home.database, folder.path.parent / "earlier.db")
    store = open_store(folder.home.database_url)
    grow(folder, store, b"one", b"two")
    store.close()
    kept = folder.home.checkpoint.read_bytes()
    restored = open_store(f"sqlite:///{earlier}")
    try:
        with pytest.raises(LogNotTrusted, match="leaves are missing"):
            grow(folder, restored, b"three", b"four", b"five")
        with restored.read() as connection:
            assert log_size(connection) == 1
    finally:
        restored.close()
    assert folder.home.checkpoint.read_bytes() == kept


def test_other_leaves_refuse_to_run(folder, store):
    with store.write() as connection:
        connection.execute(update(schema.tile).values(hashes=b"\x07" * 32))
    assert refuses(folder).reason == "leaves were changed"


def test_a_checkpoint_of_another_tree_refuses_to_run(folder, store):
    note = sign_checkpoint(
        Checkpoint(ORIGIN, 1, b"\x01" * 32), NoteSigner(ORIGIN, folder.home.load_keys().log)
    )
    with store.write() as connection:
        connection.execute(update(schema.checkpoint).values(note=note))
    assert refuses(folder).reason == "its checkpoint does not fit its leaves"


@pytest.mark.parametrize("copy", [b"", b"\xff\xfe", b"reviews.example.org/log/1\n1\nAAAA\n"])
def test_a_damaged_copy_refuses_to_run(folder, copy):
    folder.home.checkpoint.write_bytes(copy)
    assert refuses(folder).reason == "the copy is damaged or of another log"


def test_a_copy_signed_by_another_key_refuses_to_run(folder):
    stranger = NoteSigner(ORIGIN, SigningKey(b"\x08" * 32))
    note = sign_checkpoint(Checkpoint(ORIGIN, 0, EMPTY_ROOT), stranger)
    folder.home.checkpoint.write_text(note, encoding="utf-8")
    assert refuses(folder).reason == "the copy is damaged or of another log"


def test_a_missing_copy_refuses_to_run(folder):
    folder.home.checkpoint.unlink()
    assert refuses(folder).reason == "the copy is missing"


def test_what_breaks_inside_an_act_leaves_no_leaf(folder, store):
    log = Log(ORIGIN, folder.home.load_keys().log, folder.home.checkpoint)

    def break_inside() -> None:
        with log.appending(store) as group:
            group.add(b"never")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_inside()
    with store.read() as connection:
        assert log.view(connection).checkpoint.split("\n")[1] == "1"


def test_migrated_tables_are_those_of_the_schema(folder):
    engine = open_engine(folder.home.database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        # an index of an expression is not read back: `test_pages` sees that it is used
        with pytest.warns((SAWarning, UserWarning), match="packet_place"):
            assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_a_newer_database_is_left_alone(folder, store):
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabase) as refused:
        open_store(folder.home.database_url)
    assert (refused.value.found, refused.value.known) == ("9999", "0007")


def test_reading_sees_one_state_and_writing_rolls_back(store):
    table = schema.fact
    with store.read() as reading:
        before = reading.execute(select(table.c.name)).all()
        with store.write() as connection:
            connection.execute(insert(table).values(name="new", content=b"1"))
        assert reading.execute(select(table.c.name)).all() == before

    def break_inside() -> None:
        with store.write() as connection:
            connection.execute(delete(table))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_inside()
    with store.read() as reading:
        assert len(reading.execute(select(table.c.name)).all()) == len(before) + 1


def test_a_folder_that_is_no_server_says_what_is_missing(tmp_path):
    with pytest.raises(NoHome) as refused, open_server(tmp_path):
        pass
    assert refused.value.missing == "server.key"


def test_a_server_without_trust_does_not_open(folder, store):
    with store.write() as connection:
        connection.execute(delete(schema.fact).where(schema.fact.c.name == "trust"))
    with pytest.raises(NotFounded), folder.open():
        pass


def test_keys_are_the_owners_alone_and_damage_is_told(folder):
    for name in ("server.key", "log.key", "intake.key"):
        assert stat.S_IMODE((folder.home.keys / name).stat().st_mode) == 0o600
    with folder.open():
        files = [folder.path, *folder.path.rglob("*")]
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in files}
    private = {name for name, mode in modes.items() if mode & 0o077}
    assert private == set()
    assert {"central.db", "central.db-wal", "checkpoint", "keys", "blobs"} <= set(modes)
    (folder.home.keys / "log.key").write_text("not hex")
    with pytest.raises(DamagedKeyFile) as refused:
        folder.home.load_keys()
    assert refused.value.path.name == "log.key"


def test_numbers_of_reviewers_are_dense_and_shuffled_until_a_round_opens(tmp_path):
    people = dict.fromkeys("abcdefgh", Role.REVIEWER)
    numbers = []
    for trial in range(4):
        (place := tmp_path / str(trial)).mkdir()
        built = a_server_folder(place, people=people, number=trial)
        store = open_store(built.home.database_url)
        table = schema.person
        with store.write() as connection:
            late = add_person(connection, name="z", role=Role.REVIEWER, now=NOW)
            found = (
                connection.execute(select(table.c.pseudonym).order_by(table.c.name)).scalars().all()
            )
            assert (
                connection.execute(select(table.c.pseudonym).where(table.c.id == late)).scalar()
                == 9
            )
        store.close()
        assert sorted(found) == list(range(1, 10))
        numbers.append(tuple(found))
    assert len(set(numbers)) == 1  # the round was open: numbers stay in the order of entering


def test_numbers_are_shuffled_before_a_round_opens(tmp_path):
    home = Home(tmp_path / "plain")
    home.create()
    store = open_store(home.database_url)
    table = schema.person
    with store.write() as connection:
        for name in "abcdefgh":
            add_person(connection, name=name, role=Role.REVIEWER, now=NOW, chance=lambda bound: 0)
        found = connection.execute(select(table.c.pseudonym).order_by(table.c.name)).scalars()
        assert found.all() == [2, 3, 4, 5, 6, 7, 8, 1]
    store.close()


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        (Address("127.0.0.1"), True),
        (Address("::1"), True),
        (Address("localhost"), True),
        (Address("0.0.0.0"), False),
        (Address("reviews.example.org"), False),
        (Address("0.0.0.0", behind_proxy=True), True),
    ],
)
def test_beyond_this_machine_tls_is_needed(address, safe):
    if safe:
        address.require_safe()
    else:
        with pytest.raises(PublicAddress):
            address.require_safe()
