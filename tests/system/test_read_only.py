"""Folders that may be read and not written, for a person without privileges."""

from pathlib import Path

import pytest

from tests.builders.desk import a_desk
from tests.e2e.world import World
from tests.system.people import Person, class_of, give_back_writing, take_away_writing


@pytest.fixture
def profile(open_folder: Path, reviewer: Person) -> tuple[Path, str]:
    """A reviewer's own desk, and a case of it."""
    with a_desk(open_folder, cases=2) as desk:
        number = desk.numbers[0]
        desk.receive(desk.score(desk.numbers[1], 7))
    reviewer.own(open_folder / "profile")
    return open_folder / "profile", number


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("act", ["look", "keep"])
def test_a_desk_in_a_read_only_folder(profile: tuple[Path, str], reviewer: Person, act: str):
    folder, number = profile
    before = content(folder)
    take_away_writing(folder)
    facts = {"profile": folder, "number": number} | ({"mark": 3} if act == "keep" else {})
    assert reviewer.act(f"disk_acts.{act}", **facts).failure == "FolderReadOnly"
    assert reviewer.act("disk_acts.lock", profile=folder).failure == "FolderReadOnly"
    assert content(folder) == before
    give_back_writing(folder)
    assert reviewer.act("disk_acts.keep", profile=folder, number=number, mark=3).answer[
        "marks"
    ] == [3, 3, 3]


def test_a_folder_that_becomes_read_only(profile: tuple[Path, str], reviewer: Person):
    folder, number = profile
    told = reviewer.act("disk_acts.keep_in_a_closing_folder", profile=folder, number=number).answer
    assert class_of(told["refused"]) == "FolderReadOnly"
    assert (told["kept"], told["marks"]) == ([4, 4, 4], [8, 8, 8])


def test_enrolment(world: World, reviewer: Person, open_folder: Path):
    closed = open_folder / "closed"
    closed.mkdir(mode=0o755)
    letter = world.letter("Ben")
    facts = {"server": letter.server, "code": letter.code}
    refused = reviewer.act("disk_acts.enrol", profile=closed / "profile", **facts)
    assert refused.failure == "FolderReadOnly"
    assert list(closed.iterdir()) == []
    enrolled = reviewer.act("disk_acts.enrol", profile=reviewer.home / "profile", **facts)
    assert "profile.json" in enrolled.answer["files"]  # the code was not used up


def test_download(world: World, reviewer: Person):
    folder, letter = reviewer.home / "profile", world.letter("Chi")
    reviewer.act("disk_acts.enrol", profile=folder, server=letter.server, code=letter.code)
    told = reviewer.act("disk_acts.download_into_a_closed_folder", profile=folder).answer
    assert class_of(told["refused"]) == "FolderReadOnly"
    assert told["blobs"]
    assert not [name for name in told["blobs"] if name.endswith(".part")]


def test_reports(reviewer: Person, open_folder: Path):
    closed, work = open_folder / "closed", open_folder / "staff"
    closed.mkdir(mode=0o755)
    work.mkdir()
    reviewer.own(work)
    told = reviewer.act("disk_acts.report", work=work, target=closed).answer
    assert class_of(told["refused"]) == "CannotWriteReport"
    assert told["refused"]["facts"]["reason"] == "not_allowed"
    assert told["left"] == []


def test_evidence(profile: tuple[Path, str], reviewer: Person, open_folder: Path):
    closed = open_folder / "closed"
    closed.mkdir(mode=0o755)
    told = reviewer.act("disk_acts.evidence", profile=profile[0], target=closed).answer
    assert class_of(told["refused"]) == "FolderReadOnly"
    assert told["left"] == []
