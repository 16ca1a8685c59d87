"""A server that goes back on its word: by real folders put in place of the real one."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer_app.errors import LogSplit, ManifestRolledBack
from tests.e2e.world import PROGRAMME, Desk, World, never, nobody

pytestmark = pytest.mark.campaign

CORRECTED = "WIC-2026-001"


@pytest.fixture
def world(new_world) -> World:
    return new_world()


def put_in_place(world: World, folder: Path) -> None:
    """Serve another state of the same server, the copy of its checkpoint with it."""
    world.server.stop()
    shutil.rmtree(world.server.home)
    shutil.copytree(folder, world.server.home)
    world.server.start()


def kept(world: World, folder: Path) -> Path:
    world.server.stop()
    shutil.copytree(world.server.home, folder)
    world.server.start()
    return folder


def refuses_and_keeps(desk: Desk, told) -> str:
    """Nothing more is delivered; the packet signed meanwhile waits."""
    waiting = desk.score(desk.numbers[1], 8)
    for _ in range(2):
        with pytest.raises(LogSplit) as split:
            desk.sync()
    told(split.value)
    assert desk.services.devices.look().split
    assert desk.receipts()[waiting] is None
    return waiting


def test_yesterdays_folder_without_the_command_that_restores(world: World, tmp_path: Path, told):
    desk = world.desk("Ada").ready()
    yesterday = kept(world, tmp_path / "yesterday")
    today_packet = desk.score(desk.numbers[0], 5)
    desk.sync()
    today = kept(world, tmp_path / "today")
    put_in_place(world, yesterday)
    waiting = refuses_and_keeps(desk, told)
    assert not {today_packet, waiting} & set(world.packets())
    put_in_place(world, today)
    assert desk.sync().received == (waiting,)
    assert {today_packet, waiting} <= set(world.packets())


def test_another_history_is_shown(world: World, tmp_path: Path, told):
    """Two people are shown two logs that begin alike, the second no shorter than the first."""
    desk = world.desk("Ada").ready()
    world.desk("Ben").ready()
    before = kept(world, tmp_path / "before")
    packet = desk.score(desk.numbers[0], 5)
    desk.sync()
    honest = kept(world, tmp_path / "honest")
    put_in_place(world, before)
    ben = world.desk("Ben")
    for number in ben.numbers[:3]:
        ben.score(number, 6)
    ben.sync()
    waiting = refuses_and_keeps(desk, told)
    assert not {packet, waiting} & set(world.packets())
    put_in_place(world, honest)
    assert desk.sync().received == (waiting,)
    with pytest.raises(LogSplit):
        ben.sync()  # the other half of the lie


def test_a_batch_of_an_older_or_the_same_number(world: World, told):
    desk = world.desk("Ada").ready()
    correct(world)
    desk.sync()
    for older_too in (False, True):
        forget_manifests(world, desk, older_too=older_too)
        with pytest.raises(ManifestRolledBack) as rolled_back:
            desk.services.batch.fetch(nobody, never)
        told(rolled_back.value)
        assert (rolled_back.value.offered < rolled_back.value.seen) == older_too
    packet = desk.score(desk.numbers[1], 6)
    assert desk.numbers
    assert packet in {row.packet for row in desk.services.handin.outbox()}


def correct(world: World) -> None:
    path = world.folder / PROGRAMME / "cases" / CORRECTED / "case.json"
    form = json.loads(path.read_text(encoding="utf-8"))
    form["elements"]["background"]["en"][0]["paragraphs"][0] += " One sentence more."
    path.write_text(json.dumps(form), encoding="utf-8")
    world.server.run("import", str(world.folder / PROGRAMME))


def forget_manifests(world: World, desk: Desk, *, older_too: bool) -> None:
    """The operator takes the newest manifest of a person out of the database, or all of them."""
    world.server.stop()
    with closing(sqlite3.connect(world.server.home / "central.db")) as database:
        person = database.execute("SELECT id FROM person WHERE name = 'Ada'").fetchone()[0]
        newest = "" if older_too else "AND number = (SELECT max(number) FROM manifest AS other "
        newest += "" if older_too else "WHERE other.person = manifest.person)"
        gone = f"SELECT id FROM manifest WHERE person = ? {newest}"
        database.execute(f"DELETE FROM release WHERE manifest IN ({gone})", (person,))
        database.execute(f"DELETE FROM manifest WHERE id IN ({gone})", (person,))
        database.commit()
    world.server.start()
