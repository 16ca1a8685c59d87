"""A disk that reports faults (EIO): what could not be written or flushed is not called saved."""

import os
from pathlib import Path

import pytest

from reviewer_app.errors import ServerRefused
from tests.builders.desk import a_desk
from tests.e2e.world import World
from tests.system.failing import FLUSHES, READS, WRITES, can_fail, database, failing
from tests.system.people import Person, class_of


@pytest.fixture(autouse=True)
def _somebody_traces() -> None:
    if not can_fail():
        pytest.skip("processes cannot be traced here: scripts/bootstrap.sh system installs strace")


@pytest.fixture
def person(tmp_path: Path) -> Person:
    home = tmp_path / "home"
    home.mkdir()
    return Person(os.getuid(), home, ())


@pytest.fixture
def profile(tmp_path: Path) -> dict[str, object]:
    """A desk with one case, as an act is given it."""
    with a_desk(tmp_path, cases=1) as desk:
        return {"profile": tmp_path / "profile", "number": desk.numbers[0]}


def on_a_failing_disk(person: Person, calls: str, *files: Path) -> Person:
    """The same person where these calls fail from the start; on all files where none is named."""
    on = [word for file in files for word in ("-P", str(file))]
    inject = ("-e", f"trace={calls}", "-e", f"inject={calls}:error=EIO")
    strace = ("strace", "-f", "-qq", "-o", os.devnull, *inject, *on)
    return Person(person.uid, person.home, strace)


def test_a_fault_is_said_and_the_last_sheet_that_was_kept_stays(
    person: Person, profile: dict[str, object]
):
    kept = person.act("disk_acts.keep", mark=4, **profile).answer
    assert kept["marks"] == [4, 4, 4]
    failing_disk = on_a_failing_disk(person, FLUSHES)
    assert failing_disk.act("disk_acts.keep", mark=9, **profile).failure == "StorageFault"
    assert person.act("disk_acts.look", **profile).answer == kept
    assert person.act("disk_acts.keep", mark=9, **profile).answer["marks"] == [9, 9, 9]


@pytest.mark.parametrize("calls", [READS, WRITES, FLUSHES], ids=["read", "write", "flush"])
def test_a_start(person: Person, profile: dict[str, object], calls: str):
    kept = person.act("disk_acts.keep", mark=4, **profile).answer
    files = database(Path(str(profile["profile"])) / "desk.db")
    failing_disk = on_a_failing_disk(person, calls, *files)
    assert failing_disk.act("disk_acts.keep", mark=9, **profile).failure == "StorageFault"
    assert person.act("disk_acts.look", **profile).answer == kept


@pytest.mark.parametrize("error", ["EIO", "EROFS"])
def test_autosave_and_signing(person: Person, profile: dict[str, object], error: str):
    """EROFS is what Linux answers once it has made a faulty disk read-only under its files."""
    found = person.act("failing_acts.score_while_writes_fail", error=error, **profile).answer
    assert found["failed writes"]
    assert class_of(found["autosave"]) == "StorageFault"
    assert class_of(found["signature"]) == "StorageFault"
    assert found["while failing"] == found["after"] == [[4, 4, 4], True]
    assert found["new packets"]
    again = person.act("disk_acts.look", **profile).answer
    assert (again["marks"], len(again["packets"])) == ([9, 9, 9], 2)  # one is the declaration


@pytest.mark.parametrize(
    ("calls", "error", "said"),
    [
        ("pwrite64", "EIO", "StorageFault"),
        (FLUSHES, "EIO", "StorageFault"),
        ("pwrite64", "ENOSPC", "DiskFull"),
    ],
)
def test_a_backup(person: Person, profile: dict[str, object], calls: str, error: str, said: str):
    where = {"profile": profile["profile"], "calls": calls, "error": error}
    told = person.act("failing_acts.back_up_while_writes_fail", **where).answer
    assert told["failed"]
    assert class_of(told["refused"]) == said
    assert (told["left"], told["listed"]) == (True, True)


def test_a_disk_that_gives_back_something_else(person: Person, profile: dict[str, object]):
    where = {"profile": profile["profile"], "new": "quite another phrase"}
    told = person.act("failing_acts.change_passphrase_on_a_lying_disk", **where).answer
    assert told["lies"]
    assert class_of(told["refused"]) == "StorageFault"
    assert told["as before"]
    opened = person.act("disk_acts.keep", mark=4, **profile)  # with the passphrase before
    assert opened.answer["marks"] == [4, 4, 4]


@pytest.mark.parametrize("calls", ["pwrite64", FLUSHES], ids=["write", "flush"])
def test_a_migration(person: Person, profile: dict[str, object], calls: str):
    before = person.act("disk_acts.keep", mark=4, **profile).answer
    where = {"profile": profile["profile"]}
    told = person.act("failing_acts.migrate_while_writes_fail", calls=calls, **where).answer
    assert told["failed"]
    assert class_of(told["refused"]) == "StorageFault"
    assert person.act("disk_acts.look", **profile).answer == before


def test_a_file_of_the_batch(world: World, person: Person):
    folder, letter = person.home / "profile", world.letter("Dov")
    person.act("disk_acts.enrol", profile=folder, server=letter.server, code=letter.code)
    told = person.act("failing_acts.download_while_writes_fail", profile=folder).answer
    for calls in (WRITES, FLUSHES):
        assert told[calls]["failed"], calls
        assert class_of(told[calls]["refused"]) == "StorageFault"
        assert told[calls]["called whole"] == []
        assert told[calls]["whole again"]


@pytest.mark.parametrize(
    ("name", "calls", "answered"),
    [
        ("Ada", WRITES, False),
        ("Ben", FLUSHES, False),
        ("Chi", WRITES, True),
        ("Eve", FLUSHES, True),
    ],
)
def test_handing_in(world: World, person: Person, name: str, calls: str, *, answered: bool):
    """What could not be noted as being sent does not leave; what was answered counts once."""
    folder, letter = person.home / "profile", world.letter(name)
    facts = {"profile": folder}
    packet = person.act(
        "network_acts.enrol_and_score", server=letter.server, code=letter.code, **facts
    ).answer["packet"]
    told = person.act(
        "failing_acts.sync_while_writes_fail", calls=calls, answered=answered, **facts
    ).answer
    assert class_of(told["refused"]) == "StorageFault"
    assert told["waiting"] == 1
    assert (packet in world.packets()) == answered
    assert person.act("network_acts.sync", **facts).answer["received"] == [packet]
    assert list(world.packets()).count(packet) == 1


@pytest.mark.parametrize("calls", [WRITES, FLUSHES], ids=["write", "flush"])
def test_the_servers_database(world: World, told, calls: str):
    desk = world.desk("Fay").ready()
    packet = desk.score(desk.numbers[calls == WRITES], 6)
    files = database(world.server.home / "central.db")
    with failing(calls, files, of=world.server.pid) as failed:
        with pytest.raises(ServerRefused) as refused:
            desk.sync()
        told(refused.value)
        assert refused.value.code == "busy"
    assert failed
    assert packet not in world.packets()
    assert desk.sync().received == (packet,)
    assert list(world.packets()).count(packet) == 1
    assert "The log is right" in world.server.run("log", "verify")
