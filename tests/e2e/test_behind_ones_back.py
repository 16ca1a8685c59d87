"""The operator certifies a device in somebody's name and hides it: the log tells its person."""

import sqlite3
from contextlib import closing

import pytest

from reviewer_app.services.device_rows import Listed
from tests.e2e.second_laptop import again, kid_of
from tests.e2e.world import World

pytestmark = pytest.mark.campaign


def alter(world: World, statement: str, *values: object) -> None:
    """Change the server's database by hand, while it serves."""
    with closing(sqlite3.connect(world.server.home / "central.db", timeout=10)) as database:
        assert database.execute(statement, values).rowcount == 1
        database.commit()


def test_a_device_that_the_list_leaves_out_is_an_alarm(world: World):
    desk = world.desk("Ada").ready()
    desk.sync()
    assert desk.services.devices.alarm() is None
    theirs = again(world, "Ada", "a laptop of the operator")
    alter(world, "UPDATE device SET revoked_from = 0 WHERE kid = ?", kid_of(theirs))
    desk.sync()
    look = desk.services.devices.alarm()
    assert look is not None
    (stranger,) = look.strangers
    assert (stranger.kid, stranger.name) == (kid_of(theirs), None)
    assert (stranger.listed, stranger.proved) == (Listed.LEFT_OUT, True)


def test_a_leaf_put_in_the_place_of_its_certificate_does_not_add_up(world: World, tmp_path):
    desk = world.desk("Ben").ready()
    desk.sync()
    theirs = again(world, "Ben", "a laptop of the operator")
    alter(world, "UPDATE device SET revoked_from = 0 WHERE kid = ?", kid_of(theirs))
    alter(
        world,
        "UPDATE leaf SET entry = (SELECT entry FROM leaf WHERE position = 0)"
        " WHERE CAST(entry AS TEXT) LIKE ?",
        f'%"kid":"{kid_of(theirs)}"%certificate/1%',
    )
    score = desk.score(desk.numbers[0], 7)
    desk.sync()
    look = desk.services.devices.alarm()
    assert look is not None
    assert (look.record.unfit, look.strangers) == (True, ())
    assert desk.receipts()[score] is not None
    saved = desk.services.devices.save_record(tmp_path)
    names = {path.name for path in saved.iterdir()}
    assert {"answer.json", "record-of-the-answer.txt", "record-leaves.txt"} <= names
