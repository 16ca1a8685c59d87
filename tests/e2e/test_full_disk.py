"""A disk that is full, or that becomes read-only, during the work: it is said, nothing is lost."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import DiskFull, FolderReadOnly, StorageFault
from reviewer_app.services.enrolment import Enrolment
from tests.e2e.world import CHEAP, PASSPHRASE, Desk, World, a_sheet, opened_desk

pytestmark = pytest.mark.campaign

SIZE = "24m"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own; only root may mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if not made or made.returncode != 0:
        pytest.skip("a small file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def a_desk_on(disk: Path, world: World, name: str) -> Iterator[Desk]:
    """A person's desk, enrolled on this disk and ready to score."""
    letter = world.letter(name)
    Enrolment(disk / "profile", cost=CHEAP).accept(letter.server, letter.code, "laptop", PASSPHRASE)
    with opened_desk(disk / "profile") as desk:
        yield desk.ready()


def fill(folder: Path) -> Path:
    """Leave no byte."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        while room := shutil.disk_usage(folder).free:
            file.write(bytes(min(1 << 20, room)))
    return filler


def keep_until_full(desk: Desk, number: str) -> tuple[DiskFull, object]:
    """Keep one sheet after another; answers what was said, and the last sheet that was kept."""
    kept = None
    for turn in range(5000):
        sheet = a_sheet(1 + turn % 10).model_copy(update={"comment": "x" * 15_000 + str(turn)})
        try:
            kept = desk.services.scoring.keep(number, sheet).answers
        except DiskFull as full:
            return full, kept
    raise AssertionError("the disk never was full")


def test_a_full_disk_is_said_and_what_was_kept_stays(world: World, small_disk: Path, told):
    with a_desk_on(small_disk, world, "Ben") as desk:
        first, second, *_ = desk.numbers
        signed = desk.score(first, 8)
        filler = fill(small_disk)
        full, kept = keep_until_full(desk, second)
        told(full)
        assert kept is not None  # the ballast gave room for at least one more
        assert desk.services.desk.open(second).answers == kept
        filler.unlink()
        desk.services.scoring.keep(second, a_sheet(6))
        later = desk.services.signing.sign(second, LanguageRead.BOTH)
        assert {signed, later} <= set(desk.sync().received)


def test_a_disk_that_becomes_read_only(world: World, small_disk: Path, told):
    with a_desk_on(small_disk, world, "Chi") as desk:
        number = desk.numbers[0]
        desk.services.scoring.keep(number, a_sheet(5))
        desk.open.store.close()  # what is open for writing would keep the disk writable
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        try:
            with pytest.raises((FolderReadOnly, StorageFault)) as said:
                desk.services.scoring.keep(number, a_sheet(9))
            told(said.value)
        finally:
            subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
        assert desk.services.desk.open(number).answers == a_sheet(5)
        desk.services.scoring.keep(number, a_sheet(9))


def test_a_read_only_folder_takes_no_profile(world: World, small_disk: Path, told):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    letter = world.letter("Ada")
    with pytest.raises(FolderReadOnly) as said:
        Enrolment(small_disk / "profile", cost=CHEAP).accept(
            letter.server, letter.code, "laptop", PASSPHRASE
        )
    told(said.value)
    world.desk("Ada").ready()  # the code is as good as before
