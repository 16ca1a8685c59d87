"""The server as a service runs it: a user of its own, nothing writable but its folder."""

import shutil
import sys
from pathlib import Path

import pytest

from central_server.home import Home
from reviewer_app.demo.server import serving
from reviewer_app.errors import ServerRefused
from tests.builders.server import a_server_folder
from tests.e2e.world import World, server_in
from tests.system.conftest import Disk
from tests.system.disk_acts import fill
from tests.system.people import Person, give_back_writing, take_away_writing

COMMAND = (sys.executable, "-m", "central_server")
CLOSING = ("--before-deadline", "--reason", "done")


def world_of(operator: Person, founded: Path, folder: Path, home: Path | None = None) -> World:
    """The founded programme in `folder`, owned and served by the operator, perhaps elsewhere."""
    shutil.copytree(founded, folder)
    server = server_in(folder)
    if home is not None:
        shutil.move(server.home, home)
        server.home = home
        operator.own(home)
    operator.own(folder)
    server.log = folder.with_suffix(".log")
    server.command = (*operator.prefix, *COMMAND)
    server.environment = {**operator.surroundings, **server.environment, "HOME": "/nonexistent"}
    return World(folder, server)


def test_two_people_of_one_machine(
    founded: Path, operator: Person, reviewer: Person, open_folder: Path
):
    world = world_of(operator, founded, open_folder / "programme")
    take_away_writing(operator.home)
    with serving(world.server):
        facts = {"profile": reviewer.home / "profile"}
        letter = world.letter("Ada")
        packet = reviewer.act(
            "network_acts.enrol_and_score", server=letter.server, code=letter.code, **facts
        ).answer["packet"]
        assert reviewer.act("network_acts.sync", **facts).answer["received"] == [packet]
        assert world.packets()[packet] == "counted"
    owners = {path.stat().st_uid for path in world.server.home.rglob("*")}
    assert owners == {operator.uid}
    home = Home(world.server.home)
    assert {path.stat().st_mode & 0o077 for path in (home.path, *home.keys.iterdir())} == {0}
    assert reviewer.run("ls", home.path).returncode != 0  # and nobody else looks in


@pytest.mark.parametrize(
    ("language", "words"), [("en", "cannot be written to"), ("zh", "未作任何更改")]
)
def test_a_read_only_home_is_said_in_one_sentence(
    operator: Person, open_folder: Path, language: str, words: str
):
    built = a_server_folder(open_folder)
    operator.own(built.path)
    before = {path: path.read_bytes() for path in built.path.rglob("*") if path.is_file()}
    take_away_writing(built.path)
    base = (*COMMAND, "--home", built.path, "--lang", language)
    for command in (("serve",), ("status",), ("close-round", "1", *CLOSING)):
        done = operator.run(*base, *command)
        assert (done.returncode, done.stdout) == (1, ""), done
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in built.path.rglob("*") if path.is_file()} == before
    give_back_writing(built.path)
    assert operator.run(*base, "status").returncode == 0


def test_a_full_disk_of_the_server_makes_packets_wait(
    founded: Path, operator: Person, disk: Disk, told, open_folder: Path
):
    small = disk("16m")
    operator.own(small)
    world = world_of(operator, founded, open_folder / "programme", small / "server")
    with serving(world.server), world.held:
        desk = world.desk("Ben").ready()
        world.server.stop()  # folds the write-ahead log, in which there would be room
        world.server.start()
        packet = desk.score(desk.numbers[0], 6)
        filler = fill(small)
        with pytest.raises(ServerRefused) as refused:
            desk.sync()
        told(refused.value)
        assert refused.value.code == "busy"
        filler.unlink()
        assert packet not in world.packets()
        assert desk.sync().received == (packet,)
        assert list(world.packets()).count(packet) == 1
