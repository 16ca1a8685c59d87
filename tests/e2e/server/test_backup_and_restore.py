"""The operator's commands on a server that is running: backups under load, and a lost disk."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from central_server.backup import backups_in
from central_server.backup_reading import BackupRecord
from review_protocol.documents.answers import BatchAnswer, Refusal, RefusalCode
from tests.builders.desks import TestDesk
from tests.builders.processes import a_server_process
from tests.builders.server import PASSPHRASE, ServerFolder, a_server_folder

pytestmark = pytest.mark.campaign

BACKUP_WORD = "another long word"


def central_server(home: Path, *arguments: object, **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "central_server", "--home", home, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"LANG": "C.UTF-8"} | variables,
    )


class Load:
    """A desk that delivers without a pause, in a thread."""

    def __init__(self, desk: TestDesk, folder: ServerFolder) -> None:
        self.desk, self.folder = desk, folder
        self.receipted: list[str] = []
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Load":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._enough.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._enough.is_set():
            packets = [
                self.desk.chain.score(self.folder.cases[0], self.folder.rubric) for _ in range(20)
            ]
            self.receipted += [each.packet for each in self.desk.deliver(*packets).arrived]


def test_backups_of_a_server_that_takes_packets_meanwhile(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    target = tmp_path / "backups"
    with a_server_process(built.path) as server:
        desk = TestDesk(server.transport, built.people["reviewer"].secret)
        desk.enrol()
        with Load(desk, built) as load:
            for turn in range(3):
                known = len(load.receipted)
                done = central_server(built.path, "backup", target, "--keep", 2)
                assert done.returncode == 0, done.stderr
                newest = backups_in(target)[0]
                # what was receipted before it began is in it: one leaf each, and more
                assert BackupRecord.find(newest).size > known
                assert turn == 0 or known > 0
        assert server.stop() == 0
    assert len(backups_in(target)) == 2
    for backup in backups_in(target):
        done = central_server(built.path, "verify", "--backup", backup)
        assert (done.returncode, done.stdout[:12]) == (0, "All is right"), done
    whole = central_server(built.path, "verify")
    assert f" {len(load.receipted)} packets" in whole.stdout


def test_a_lost_disk(tmp_path):
    """A backup, two packets later kill -9 and the disk is gone: no packet is lost, none twice."""
    built = a_server_folder(tmp_path, declared=True)
    with a_server_process(built.path) as server:
        desk = TestDesk(server.transport, built.people["reviewer"].secret)
        desk.enrol()
        first, second = (desk.chain.score(case, built.rubric) for case in built.cases)
        early = desk.deliver(first).arrived
        made = central_server(
            built.path,
            "backup",
            tmp_path / "b.tar",
            "--with-keys",
            CENTRAL_BACKUP_PASSPHRASE=BACKUP_WORD,
        )
        assert made.returncode == 0, made.stderr
        desk.deliver(second)
        server.stop(signal.SIGKILL)
    shutil.rmtree(built.path)
    home = tmp_path / "again"
    words = {"CENTRAL_ROOT_PASSPHRASE": PASSPHRASE, "CENTRAL_BACKUP_PASSPHRASE": BACKUP_WORD}
    restored = central_server(
        home, "restore", tmp_path / "b.tar", "--root-key", tmp_path / "root.key", **words
    )
    assert restored.returncode == 0, restored.stderr
    assert "reviews.example.org/log/2" in restored.stdout
    with a_server_process(home) as server:
        desk.transport = server.transport
        desk.hello()
        again = desk.deliver(first, second).arrived
        assert (again[0].packet, again[0].disposition) == (early[0].packet, early[0].disposition)
        refusal = desk.ask("GET", "/v1/batch", BatchAnswer)
        assert isinstance(refusal, Refusal)
        assert refusal.code is RefusalCode.BUSY
        assert "everybody is waiting" in central_server(home, "status").stdout
        asked = central_server(home, "confirm-restore")
        assert (asked.returncode, "Nothing was confirmed" in asked.stdout) == (1, True)
        assert desk.signing.key_id in asked.stdout
        assert central_server(home, "confirm-restore", "--yes").returncode == 0
        assert isinstance(desk.ask("GET", "/v1/batch", BatchAnswer), BatchAnswer)  # while it serves
        server.stop()
    whole = central_server(home, "verify")
    assert " 2 packets" in whole.stdout, whole.stderr


@pytest.mark.parametrize(("language", "words"), [("en", "`restore`"), ("zh", "restore")])
def test_an_old_database_is_refused_and_the_way_out_is_named(tmp_path, language, words):
    built = a_server_folder(tmp_path, declared=True)
    old = built.home.database.read_bytes()
    with a_server_process(built.path) as server:
        TestDesk(server.transport, built.people["reviewer"].secret).enrol()
        server.stop()
    for name in ("central.db-wal", "central.db-shm"):
        (built.path / name).unlink(missing_ok=True)
    built.home.database.write_bytes(old)
    for command in (("serve",), ("invite", "--name", "X"), ("verify",)):
        done = central_server(built.path, "--lang", language, *command)
        assert done.returncode == 1
        assert words in done.stderr
        assert "Traceback" not in done.stderr
    # and that way is open
    target = tmp_path / "way"
    assert central_server(built.path, "backup", target).returncode == 0
    done = central_server(
        tmp_path / "new",
        "restore",
        backups_in(target)[0],
        "--root-key",
        tmp_path / "root.key",
        "--keys",
        built.home.keys,
        CENTRAL_ROOT_PASSPHRASE=PASSPHRASE,
    )
    assert done.returncode == 0, done.stderr
    assert central_server(tmp_path / "new", "verify").returncode == 0


def test_without_keys_the_operator_is_told_how_to_go_on(tmp_path):
    built = a_server_folder(tmp_path)
    central_server(built.path, "backup", tmp_path / "b")
    restore = ("restore", backups_in(tmp_path / "b")[0], "--root-key", tmp_path / "root.key")
    done = central_server(tmp_path / "new", *restore, CENTRAL_ROOT_PASSPHRASE=PASSPHRASE)
    assert (done.returncode, "--keys" in done.stderr, "--new-keys" in done.stderr) == (
        1,
        True,
        True,
    )
    assert not (tmp_path / "new").exists()
    done = central_server(
        tmp_path / "new", *restore, "--new-keys", CENTRAL_ROOT_PASSPHRASE=PASSPHRASE
    )
    assert done.returncode == 0, done.stderr
    assert central_server(tmp_path / "new", "verify").returncode == 0


def test_every_invitation_is_a_leaf_with_its_document(tmp_path):
    built = a_server_folder(tmp_path)
    done = central_server(built.path, "invite", "--name", "Omar Haddad", "--email", "o@example.org")
    assert done.returncode == 0, done.stderr
    person = done.stdout.split()[0]
    assert central_server(built.path, "invite", "--again", person).returncode == 0
    with built.open() as server, server.store.read() as connection:
        leaves = connection.exec_driver_sql("SELECT entry FROM leaf ORDER BY position").scalars()
        acts = [entry for entry in leaves if b'"act":"invite"' in entry]
    assert len(acts) == 2
    assert not any(b"Omar" in entry or b"example.org" in entry for entry in acts)
    assert "3 acts" in central_server(built.path, "verify").stdout
