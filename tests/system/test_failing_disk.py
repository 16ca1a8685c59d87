"""A disk that reports faults: what could not be flushed is not called saved."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.builders.desk import a_desk
from tests.system.people import Person

FLUSHES = "fsync,fdatasync"


@pytest.fixture
def on_a_failing_disk(tmp_path: Path) -> Person:
    """Somebody whose disk takes what is written and fails to flush it."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("there is no strace: scripts/bootstrap.sh system installs it")
    inject = ("-e", f"trace={FLUSHES}", "-e", f"inject={FLUSHES}:error=EIO")
    prefix = (strace, "-f", "-qq", "-o", os.devnull, *inject)
    if subprocess.run((*prefix, "true"), capture_output=True, check=False).returncode != 0:
        pytest.skip("processes cannot be traced here")
    home = tmp_path / "home"
    home.mkdir()
    return Person(os.getuid(), home, prefix)


def test_a_fault_is_said_and_the_last_sheet_that_was_kept_stays(
    on_a_failing_disk: Person, tmp_path: Path
):
    with a_desk(tmp_path, cases=1) as desk:
        (number,) = desk.numbers
    sound = Person(os.getuid(), on_a_failing_disk.home, ())
    facts = {"profile": tmp_path / "profile", "number": number}
    kept = sound.act("disk_acts.keep", mark=4, **facts).answer
    assert kept["marks"] == [4, 4, 4]
    assert on_a_failing_disk.act("disk_acts.keep", mark=9, **facts).failure == "StorageFault"
    assert sound.act("disk_acts.look", **facts).answer == kept
    assert sound.act("disk_acts.keep", mark=9, **facts).answer["marks"] == [9, 9, 9]
