"""The server's disk is full or fails while it serves: it says so, signed, and halves nothing."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from review_protocol.documents.answers import Refusal, RefusalCode, StateAnswer
from tests.builders.desks import TestDesk
from tests.builders.processes import ServerProcess, a_server_process
from tests.builders.server import ServerFolder, a_server_folder

pytestmark = pytest.mark.campaign


@contextmanager
def no_file_grows(server: ServerProcess) -> Iterator[None]:
    """Every write of the server behind a file's first bytes fails, as on a faulty disk."""
    pid, kind = server.process.pid, resource.RLIMIT_FSIZE
    before = resource.prlimit(pid, kind)
    resource.prlimit(pid, kind, (16, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, kind, before)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Four megabytes; only root may mount them."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    words = [mount, "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", str(folder)]
    if mount is None or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def no_room(disk: Path) -> Iterator[None]:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        while room := shutil.disk_usage(disk).free:
            file.write(bytes(min(1 << 16, room)))
    try:
        yield
    finally:
        filler.unlink()


def enrolled(server: ServerProcess, built: ServerFolder) -> TestDesk:
    desk = TestDesk(server.transport, built.people["reviewer"].secret)
    desk.enrol()
    desk.ask("GET", "/v1/state", StateAnswer)  # that it was seen is written now, not later
    return desk


def delivered_in_trouble(server, built, trouble) -> None:
    """Refused in the trouble, signed; taken afterwards; each packet once."""
    desk = enrolled(server, built)
    first = desk.chain.score(built.cases[0], built.rubric)
    (before,) = desk.deliver(first).arrived
    more = [desk.chain.score(built.cases[1], built.rubric) for _ in range(200)]
    with trouble:
        for _ in range(3):
            refusal = desk.deliver(*more)  # its signature and nonce are verified
            assert isinstance(refusal, Refusal)
            assert (refusal.code, desk.last.status) == (RefusalCode.BUSY, 503)
            assert int(desk.last.headers["retry-after"]) > 0
        hello = server.transport("GET", f"/v1/hello?nonce={'ab' * 16}", {}, b"")
        assert hello.status == 200
    assert len(desk.deliver(*more).arrived) == 200
    assert desk.deliver(first).arrived == (before,)
    assert server.stop() == 0


def verified(home: Path) -> str:
    command = [sys.executable, "-m", "central_server", "--home", home, "--lang", "en", "verify"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_writes_that_fail(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with a_server_process(built.path) as server:
        delivered_in_trouble(server, built, no_file_grows(server))
    assert " 201 packets" in verified(built.path)


def test_a_full_disk(tmp_path, small_disk):
    built = a_server_folder(small_disk, declared=True)
    with a_server_process(built.path, log=tmp_path / "server.log") as server:
        delivered_in_trouble(server, built, no_room(small_disk))
    assert " 201 packets" in verified(built.path)


def test_a_backup_to_a_disk_that_is_too_small(tmp_path, small_disk):
    built = a_server_folder(tmp_path)
    with no_room(small_disk):
        done = backup(built, small_disk / "b")
        assert (done.returncode, "MiB free" in done.stderr) == (1, True)
        assert len(done.stderr.splitlines()) == 1
    assert not list((small_disk / "b").iterdir())
    assert backup(built, small_disk / "b").returncode == 0


def test_a_backup_that_is_cut_off_leaves_nothing(tmp_path):
    built = a_server_folder(tmp_path)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    done = backup(built, tmp_path / "b", preexec_fn=small)
    assert done.returncode == 1
    assert "What was begun is removed" in done.stderr
    assert "Error" not in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "b").iterdir())


def backup(built: ServerFolder, target: Path, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [
            *(sys.executable, "-m", "central_server", "--lang", "en"),
            *("--home", built.path, "backup", target),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )
