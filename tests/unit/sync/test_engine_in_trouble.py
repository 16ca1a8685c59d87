"""A sync that is cut short, lied to, or killed: the work is safe, and the next one goes on."""

import shutil
import subprocess
import sys

import pytest

from review_protocol.documents.packet import ConflictAnswer
from review_protocol.opening import sealed
from review_protocol.translog import Checkpoint, NoteSigner, sign_checkpoint
from reviewer_app.errors import (
    AnswerCutOff,
    DamagedFile,
    DamagedProfile,
    LogSplit,
    ManifestRolledBack,
)
from reviewer_app.models.facts import FactName, forget_fact, keep_fact, text_of
from reviewer_app.models.files import blob_path, files_in_batch
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.store import open_store
from reviewer_app.sync.taking_in import known_manifest
from tests.unit.sync.desks import Desk, an_engine
from tests.unit.sync.network import cut_off

pytestmark = pytest.mark.campaign

ALL = {f"n00{number}": ConflictAnswer.NONE for number in (1, 2, 3)}


def files(desk):
    with desk.store.read() as connection:
        return files_in_batch(connection)


def fact(desk, name):
    with desk.store.read() as connection:
        return text_of(connection, name)


def another_log(desk, folder) -> str:
    """A checkpoint that the log's own key signed, over leaves that never were."""
    keys = folder.home.load_keys()
    known = fact(desk, FactName.CHECKPOINT)
    assert known is not None
    origin, size, _ = known.split("\n")[:3]
    lie = Checkpoint(origin, int(size), bytes(32))
    return sign_checkpoint(lie, NoteSigner(origin, keys.log))


def test_a_split_log_is_kept_as_evidence_and_nothing_more_is_delivered(desk, folder, network):
    desk.sync()
    with desk.store.write() as connection:
        honest = fact(desk, FactName.CHECKPOINT)
        keep_fact(connection, FactName.CHECKPOINT, another_log(desk, folder))
    desk.declare(**ALL)
    delivered = network.count("/v1/packets")
    with pytest.raises(LogSplit):
        desk.sync()
    split = fact(desk, FactName.SPLIT)
    assert split is not None
    desk.declare(n001=ConflictAnswer.DISCLOSED)
    with pytest.raises(LogSplit):
        desk.sync()
    assert network.count("/v1/packets") == delivered
    assert desk.packets()[-1].state is DeliveryState.SIGNED
    with desk.store.write() as connection:
        keep_fact(connection, FactName.CHECKPOINT, honest or "")
    assert len(desk.sync().received) == 2
    assert fact(desk, FactName.SPLIT) is None


def test_an_older_batch_is_refused(desk, folder):
    desk.sync()
    manifest = known_manifest(desk.store)
    assert manifest is not None
    with desk.store.write() as connection:
        newer = manifest.model_copy(update={"number": manifest.number + 5})
        envelope = sealed(newer, folder.home.load_keys().server)
        keep_fact(connection, FactName.MANIFEST, envelope.to_bytes())
    with pytest.raises(ManifestRolledBack) as told:
        desk.sync()
    assert told.value.seen == told.value.offered + 5


def test_a_cut_off_file_is_gone_on_with_at_the_next_sync(desk, network):
    network.spoil("/v1/blobs", cut_off(50))
    with pytest.raises(AnswerCutOff):
        desk.sync()
    report = desk.sync()
    assert report.batch is not None
    assert report.batch.files_waiting == 0
    assert "bytes=50-" in {headers.get("range") for headers in network.headers}
    assert set(desk.states().values()) == {"undeclared"}


def test_a_damaged_text_is_fetched_anew_and_stops_no_other(desk):
    desk.sync()
    desk.declare(**ALL)
    harmed = next(file for file in files(desk) if file.entry.role == "case")
    blob_path(desk.store.folder, harmed.entry.cipher_sha256).write_bytes(b"rotten")
    with pytest.raises(DamagedFile) as told:
        desk.sync()
    assert told.value.name == harmed.entry.case
    states = desk.states()
    assert states.pop(harmed.entry.case or "") == "awaiting_release"
    assert set(states.values()) == {"unread"}
    desk.sync()
    assert set(desk.states().values()) == {"unread"}


def test_cancelled_after_any_step_the_next_sync_completes(desk):
    for steps in range(0, 40, 3):
        left = iter(range(steps))
        desk.sync(cancelled=lambda left=left: next(left, None) is None)
    desk.declare(**ALL)
    desk.sync()
    assert set(desk.states().values()) == {"unread"}
    assert fact(desk, FactName.SYNCED_AT) is not None


def test_a_desk_without_its_enrolment_is_damaged(desk):
    with desk.store.write() as connection:
        forget_fact(connection, FactName.TRUST)
    with pytest.raises(DamagedProfile):
        desk.sync()


SYNC = """
import pathlib, sys
from reviewer_app.models.store import open_store
from reviewer_app.models.vault import open_vault
from tests.unit.sync.desks import an_engine

folder = pathlib.Path(sys.argv[1])
vault = open_vault(folder, "a long passphrase")
store = open_store(folder, vault.database_key)
an_engine(store, vault).sync(lambda progress: print(progress.what, flush=True), lambda: False)
"""


@pytest.mark.parametrize("kill_at", [2, 4, 8, 12])
def test_a_killed_sync_is_gone_on_with(desk, network, kill_at: int):
    desk.sync()
    declared = desk.declare(**ALL)
    shutil.rmtree(desk.store.folder / "blobs")
    with desk.store.write() as connection:
        forget_fact(connection, FactName.MANIFEST)
        forget_fact(connection, FactName.MANIFEST_TAKEN)
    with subprocess.Popen(
        [sys.executable, "-c", SYNC, str(desk.store.folder)], stdout=subprocess.PIPE, text=True
    ) as app:
        assert app.stdout is not None
        told = [app.stdout.readline() for _ in range(kill_at)]
        app.kill()
    assert all(told)
    desk.sync()
    assert set(desk.states().values()) == {"unread"}
    (packet,) = desk.packets()
    assert (packet.id, packet.state) == (declared, DeliveryState.RECEIVED)


def test_a_desk_restored_from_a_backup_goes_on_with_a_new_chain(desk):
    desk.sync()
    desk.declare(**ALL)
    desk.sync()
    backup = desk.store.folder.with_name("backup")
    desk.store.close()
    shutil.copytree(desk.store.folder, backup)
    desk.score("WIC-2026-001")
    desk.sync()
    desk.store.close()

    restored = open_store(backup, desk.vault.database_key)
    again = Desk(restored, desk.vault, an_engine(restored, desk.vault), [])
    forked = again.score("WIC-2026-002")
    assert again.sync().held == (forked,)
    onward = again.score("WIC-2026-003")
    assert again.sync().received == (onward,)
    chains = [packet.chain for packet in again.packets()]
    assert chains[0] == chains[1] != chains[2]
    restored.close()
