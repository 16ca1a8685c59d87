"""The server is restored from a backup: the desks hand back what it lost, by themselves."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from central_server.home import Home
from review_protocol.documents.batch import Manifest
from review_protocol.envelope import read_envelope
from review_protocol.failures import BadSignature
from review_protocol.opening import sealed
from review_protocol.translog import (
    Checkpoint,
    NoteSigner,
    Receipt,
    parse_note,
    sign_checkpoint,
)
from reviewer_app.errors import LogSplit
from reviewer_app.models.facts import FactName, fact_of, keep_fact, text_of
from reviewer_app.models.schema import past_receipt
from reviewer_app.services.believed import trust_of
from reviewer_app.services.rows import CaseState
from reviewer_app.services.standing import standing_manifest
from reviewer_app.sync.trust import opened_by_server
from tests.e2e.world import PASSPHRASE, Desk, World, never, nobody

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


def restored(world: World, backup: Path, name: str = "restored", *options: str) -> None:
    """The machine is lost: the newest backup is restored, and serves at the old address."""
    world.server.kill()
    world.server.home = world.folder / name
    root = ("--root-key", str(world.folder / "root.key"))
    world.server.run("restore", str(backup), *root, *options)
    world.server.start()


def backed_up(world: World) -> Path:
    backup = world.folder / "backup.tar"
    world.server.run("backup", str(backup), "--with-keys")
    return backup


def origins(desk: Desk) -> list[str]:
    return [Receipt.parse(text or "").checkpoint.split("\n")[0] for text in receipts(desk)]


def receipts(desk: Desk) -> list[str | None]:
    return list(desk.receipts().values())


def test_what_the_backup_had_not_is_handed_in_again_and_old_receipts_stay(world):
    desk = world.desk("Ada").ready()
    numbers = desk.numbers
    first = desk.score(numbers[0], 7)
    desk.sync()
    backup = backed_up(world)
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
        past = {each.subject: each for each in connection.execute(select(past_receipt))}
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


def test_what_had_come_in_time_counts_and_a_device_from_between_two_restores_comes_back(world):
    """The round is closed before anybody hands anything back, and the backup is used twice."""
    desk = world.desk("Ada").ready()
    backup = backed_up(world)
    lost = desk.score(desk.numbers[0], 7)
    desk.sync()
    restored(world, backup, "first")
    world.server.run("confirm-restore", "--yes")
    code = world.invite("Cleo", "--role", "reviewer")
    world.enrolment("Cleo").accept(world.server.address, code, "laptop", PASSPHRASE)
    between = world.desk("Cleo")
    desk.sync()
    then = desk.score(desk.numbers[1], 5)
    desk.sync()
    restored(world, backup, "second")
    world.server.run("close-round", "1", "--before-deadline", "--reason", "All are in")
    desk.sync()
    assert [world.packets()[each] for each in (lost, then)] == ["counted", "counted"]
    between.sync()
    world.server.run("confirm-restore", "--yes")
    between.sync()
    assert "All is right" in world.server.run("verify")
    never_sent = desk.score(desk.numbers[2], 5)
    desk.sync()
    assert world.packets()[never_sent] == "held:late"


def test_after_a_restore_with_new_keys_the_old_ones_are_believed_nothing(world):
    desk = world.desk("Ada").ready()
    backup = backed_up(world)
    kept = desk.score(desk.numbers[0], 7)
    desk.sync()
    old = Home(world.server.home).load_keys()
    restored(world, backup, "restored", "--new-keys")
    desk.sync()
    assert world.packets()[kept] == "counted"
    world.server.run("confirm-restore", "--yes")
    desk.sync()
    with desk.open.store.read() as connection:
        trust, number = trust_of(connection), standing_manifest(connection).document.number
        forged = standing_manifest(connection).document.model_copy(update={"number": number + 1})
        certificate = read_envelope(fact_of(connection, FactName.CERTIFICATE))
    assert certificate.keyid != old.server.key_id
    with pytest.raises(BadSignature):
        opened_by_server(sealed(forged, old.server).to_bytes(), Manifest, trust)
    assert "All is right" in world.server.run("verify")
    evidence = desk.services.evidence.save(world.folder, None, nobody, never)
    assert evidence.packets == evidence.verified > 1


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
