"""A full disk, for a person without privileges: it is said each time, and nothing is lost."""

import sys
from pathlib import Path

import pytest

from tests.builders.desk import a_desk
from tests.builders.server import a_server_folder
from tests.e2e.world import World
from tests.system.conftest import Disk
from tests.system.disk_acts import fill_but
from tests.system.people import Person, class_of

SERVER = (sys.executable, "-m", "central_server")
CLOSING = ("--before-deadline", "--reason", "x")


@pytest.fixture
def profile(disk: Disk, reviewer: Person) -> tuple[Path, Path, str]:
    """A reviewer's own desk on a small disk of their own: the disk, the profile, a case."""
    small = disk("16m")
    with a_desk(small, cases=2) as desk:
        number = desk.numbers[0]
        desk.receive(desk.score(desk.numbers[1], 7))
    reviewer.own(small)
    return small, small / "profile", number


def test_autosave_and_signing(profile: tuple[Path, Path, str], reviewer: Person):
    small, folder, number = profile
    told = reviewer.act("disk_acts.score_on_a_full_disk", profile=folder, disk=small, number=number)
    found = told.answer
    assert found["with ballast"] is None  # the ballast's room was for this
    assert class_of(found["autosave"]) == "DiskFull"
    assert class_of(found["signature"]) == "DiskFull"
    assert found["unchanged while full"] == {"packets": True, "marks": True}
    assert (found["new packets"], found["state"]) == (True, True)
    assert found["marks"] == [9, 9, 9]
    again = reviewer.act("disk_acts.look", profile=folder, number=number).answer
    assert again["marks"] == [9, 9, 9]


def test_a_start(profile: tuple[Path, Path, str], reviewer: Person):
    small, folder, number = profile
    kept = reviewer.act("disk_acts.keep", profile=folder, number=number, mark=4).answer
    told = reviewer.act("disk_acts.open_on_a_full_disk", profile=folder, disk=small, number=number)
    assert told.answer["with ballast"] == [4, 4, 4]
    assert class_of(told.answer["without"]) == "DiskFull"
    assert reviewer.act("disk_acts.look", profile=folder, number=number).answer == kept


def test_migration(profile: tuple[Path, Path, str], reviewer: Person):
    small, folder, number = profile
    before = reviewer.act("disk_acts.look", profile=folder, number=number).answer
    told = reviewer.act("disk_acts.migrate_on_a_full_disk", profile=folder, disk=small).answer
    assert class_of(told["refused"]) == "DiskFull"
    assert told["left"] == []  # half a copy would only take more of the room
    assert reviewer.act("disk_acts.look", profile=folder, number=number).answer == before


def test_evidence(profile: tuple[Path, Path, str], reviewer: Person):
    target = profile[0] / "stick"
    target.mkdir()
    reviewer.own(target)
    (profile[1] / "ballast").unlink()  # it would be given up, and the evidence have room
    fill_but(profile[0], 40_000)
    told = reviewer.act("disk_acts.evidence", profile=profile[1], target=target).answer
    assert class_of(told["refused"]) == "DiskFull"
    assert told["left"] == []


def test_reports(reviewer: Person, open_folder: Path, disk: Disk):
    target = disk("64k")
    reviewer.own(target)
    fill_but(target, 8192)
    work = open_folder / "staff"
    work.mkdir()
    reviewer.own(work)
    told = reviewer.act("disk_acts.report", work=work, target=target).answer
    assert class_of(told["refused"]) == "CannotWriteReport"
    assert told["refused"]["facts"]["reason"] == "no_space"
    assert told["left"] == ["filler"]


def test_enrolment_and_download(world: World, reviewer: Person, disk: Disk):
    small = disk("24m")
    reviewer.own(small)
    letter, folder = world.letter("Ada"), small / "profile"
    enrolled = reviewer.act(
        "disk_acts.enrol", profile=folder, server=letter.server, code=letter.code, full=small
    ).answer
    assert class_of(enrolled["refused"]) == "DiskFull"
    assert {"profile.json", "desk.db"} <= set(enrolled["files"])
    told = reviewer.act("disk_acts.download", profile=folder, disk=small, room=150_000).answer
    assert class_of(told["refused"]) == "DiskFull"
    whole = [name for name in told["while full"] if not name.endswith(".part")]
    assert set(whole) < set(told["blobs"])
    assert not [name for name in told["blobs"] if name.endswith(".part")]


def test_the_servers_own_disk(operator: Person, disk: Disk):
    """The reviewer is told that it is busy, the packet waits, and counts once when there is room.

    Its story with a desk is in `test_another_user_serves.py`; here are the operator's commands.
    """
    small = disk("4m")
    built = a_server_folder(small)
    operator.own(small)
    fill_but(small, 0)
    for language, words in (("en", "is full"), ("zh", "已满")):
        done = operator.run(
            *SERVER, "--home", built.path, "--lang", language, "close-round", "1", *CLOSING
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1
    (small / "filler").unlink()
    done = operator.run(*SERVER, "--home", built.path, "close-round", "1", *CLOSING)
    assert done.returncode == 0, done.stderr
