"""The server is restored from a backup: the desks hand back what it lost, by themselves."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from central_server.home import Home
from review_protocol.translog import (
    Checkpoint,
    NoteSigner,
    Receipt,
    parse_note,
    sign_checkpoint,
)
from reviewer_app.errors import LogSplit
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.past_receipts import past_receipts
from reviewer_app.services.rows import CaseState
from tests.e2e.world import Desk, World, never, nobody

pytestmark = pytest.mark.campaign

BACKUP_WORD = "kept in the other drawer"


@pytest.fixture
def world(new_world: Callable[[], World]) -> World:
    made = new_world()
    made.server.environment = {
        **made.server.environment,
        "CENTRAL_BACKUP_PASSPHRASE": BACKUP_WORD,
    }
    return made


def restored(world: World, backup: Path) -> None:
    """The machine is lost: the newest backup is restored, and serves at the old address."""
    world.server.kill()
    world.server.home = world.folder / "restored"
    root = ("--root-key", str(world.folder / "root.key"))
    world.server.run("restore", str(backup), *root)
    world.server.start()


def origins(desk: Desk) -> list[str]:
    return [Receipt.parse(text or "").checkpoint.split("\n")[0] for text in receipts(desk)]


def receipts(desk: Desk) -> list[str | None]:
    return list(desk.receipts().values())


def test_what_the_backup_had_not_is_handed_in_again_and_old_receipts_stay(world):
    desk = world.desk("Ada").ready()
    numbers = desk.numbers
    first = desk.score(numbers[0], 7)
    desk.sync()
    backup = world.folder / "backup.tar"
    world.server.run("backup", str(backup), "--with-keys")
    second = desk.score(numbers[1], 4)
    desk.sync()
    late = world.desk("Ben")  # enrolled after the backup: its certificate is lost
    late.sync()
    before = desk.receipts()
    restored(world, backup)
    desk.sync()
    held = world.packets()
    assert (held[first], held[second]) == ("counted", "counted")
    assert set(origins(desk)) == {"e2e.example.org/log/2"}
    look = desk.services.devices.look()
    assert look.restored == 1
    assert desk.services.devices.alarm() is not None
    with desk.open.store.read() as connection:
        past = {each.subject: each for each in past_receipts(connection)}
    assert {id: past[id].receipt for id in before} == before
    assert past[second].origin == "e2e.example.org/log/1"
    desk.services.devices.understood()
    assert desk.services.devices.look().restored is None
    late.sync()
    assert late.services.devices.look().restored == 0
    world.server.run("confirm-restore", "--yes")
    for each in (desk, late):
        each.sync()
    late.ready()
    assert desk.services.desk.row(numbers[1]).state is CaseState.RECEIVED
    assert "All is right" in world.server.run("verify")
    evidence = desk.services.evidence.save(world.folder, None, nobody, never)
    assert evidence.packets == evidence.verified > 2


def test_a_server_whose_record_contradicts_itself_gets_nothing_and_both_records_are_kept(
    world, tmp_path
):
    desk = world.desk("Ada").ready()
    with desk.open.store.write() as connection:
        keep_fact(connection, FactName.CHECKPOINT, forged(world, connection))
    with pytest.raises(LogSplit):
        desk.sync()
    waiting = desk.score(desk.numbers[0], 7)
    with pytest.raises(LogSplit):
        desk.sync()
    look = desk.services.devices.look()
    assert look.split
    assert desk.services.devices.alarm() == look
    folder = desk.services.devices.save_split(tmp_path)
    saved = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    with desk.open.store.read() as connection:
        assert saved["record-known.txt"] == text_of(connection, FactName.CHECKPOINT)
        assert saved["record-shown-later.txt"] == text_of(connection, FactName.SPLIT)
    assert json.loads(saved["trust-known.json"])["payloadType"]
    assert "两份记录" in saved["README.txt"]
    assert desk.receipts()[waiting] is None
    assert waiting not in world.packets()


def forged(world: World, connection) -> str:
    """A checkpoint that the log's own key signed, of leaves that it never had."""
    note = text_of(connection, FactName.CHECKPOINT)
    known = Checkpoint.parse(parse_note(note).text)
    keys = Home(world.server.home).load_keys()
    return sign_checkpoint(replace(known, root=bytes(32)), NoteSigner(known.origin, keys.log))
