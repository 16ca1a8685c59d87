"""Without a connection: hand-in files out, batches and receipts in, each with its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reviewer_app.errors import ConnectionStep, FileProblem, NoConnection, UnusableFile
from reviewer_app.ui import dates
from reviewer_app.ui.handin.columns import packet_columns
from reviewer_app.ui.kit.buttons import Button
from tests.ui.handin.files import AT, BATCH, NOTHING, RELEASED
from tests.ui.handin.outboxes import OutboxInMemory, an_outbox, received
from tests.ui.handin.test_handin import Room

REPLY = "reply.review-receipts"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path, OutboxInMemory(an_outbox()))
    room.files.wrote.connect(room.model.load)
    room.load()
    yield room
    room.given.go.set()
    room.outbox.go.set()
    room.database.close()
    room.network.close()


def test_what_a_saved_file_holds_is_told_and_stays_on_this_computer(
    room: Room, tmp_path: Path
) -> None:
    assert "Without a receipt: 3." in room.words()
    room.press("Save hand-in file…")
    room.settle()
    words = room.words()
    assert "The hand-in file is saved: hand-in-" in words
    assert "Packets in it: 3." in words
    assert f"In a hand-in file ({dates.day_and_time(AT)}): 3." in words
    state = packet_columns()[-1]
    (first, *_) = room.table.rows
    assert (state.text(first), state.detail(first)) == (
        "On this computer",
        f"In a hand-in file of {dates.day_and_time(AT)}",
    )
    room.press("Open folder")
    assert room.opened == [tmp_path]


def test_the_text_for_a_mail_is_on_the_clipboard(room: Room) -> None:
    room.press("Copy as text for a mail")
    room.settle()
    assert QGuiApplication.clipboard().text().startswith("-----BEGIN PRACTICE REVIEW HAND-IN-----")
    assert "paste it into a mail" in room.words()


@pytest.mark.parametrize(
    ("brings", "said"),
    [
        (BATCH, ("New cases: 12", "Files that are not here yet: 4")),
        (RELEASED, ("Receipts: 2 · Held: 1 · Cases that can be read now: 11",)),
        (NOTHING, ("Nothing in this file is new",)),
        (
            UnusableFile(Path(REPLY), FileProblem.CUT),
            (f"{REPLY} cannot be used.", "end is missing"),
        ),
        (
            UnusableFile(Path(REPLY), FileProblem.OTHER_COMPUTER),
            (f"{REPLY} is not for this desk.", "Nothing was changed."),
        ),
    ],
)
def test_what_a_file_brought_is_said(
    room: Room, tmp_path: Path, brings: object, said: tuple[str, ...]
) -> None:
    room.given.brings = brings
    room.press("Take in a file…")
    room.settle()
    assert room.given.taken == [(tmp_path / REPLY,)]
    for words in said:
        assert words in room.words()


def test_a_file_waits_for_the_sync_that_runs(room: Room, tmp_path: Path) -> None:
    room.outbox.go.clear()
    room.press("Sync now")
    room.files.take((tmp_path / REPLY,))
    assert room.given.taken == []
    room.outbox.go.set()
    room.settle()
    room.qtbot.waitUntil(lambda: room.given.taken == [(tmp_path / REPLY,)])


def test_while_a_file_comes_in_another_waits_and_the_buttons_rest(
    room: Room, tmp_path: Path
) -> None:
    room.given.go.clear()
    first, second = (tmp_path / "a",), (tmp_path / "b",)
    room.files.take(first)
    room.files.take(second)
    resting = {
        button.text(): button.isEnabled()
        for button in room.view.findChildren(Button)
        if button.text().endswith("file…")
    }
    assert resting == {"Save hand-in file…": False, "Take in a file…": False}
    room.given.go.set()
    room.qtbot.waitUntil(lambda: room.given.taken == [first, second])


def test_a_file_is_offered_when_the_network_has_failed_for_long(room: Room, tmp_path: Path) -> None:
    assert "a file can go by mail or stick" not in room.words()
    room.given.offers = True
    room.outbox.failure = NoConnection("reviews.example.org", ConnectionStep.NAME)
    room.press("Sync now")
    room.settle()
    assert "The network has failed for long: a file can go by mail or stick." in room.words()
    room.view.banner.acted.emit(room.view.banner._message)
    room.settle()
    assert "The hand-in file is saved: hand-in-" in room.words()


def test_with_everything_receipted_there_is_nothing_to_copy(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path, OutboxInMemory((received(1), received(2))))
    room.load()
    assert "Everything that you signed has its receipt." in room.words()
    (copy,) = [b for b in room.view.findChildren(Button) if b.text().startswith("Copy as text")]
    assert not copy.isEnabled()
    room.database.close()
    room.network.close()


def test_what_a_file_brought_is_seen_though_a_sync_failed_before(room: Room) -> None:
    room.outbox.failure = NoConnection("reviews.example.org", ConnectionStep.NAME)
    room.press("Sync now")
    room.settle()
    room.given.brings = RELEASED
    room.press("Take in a file…")
    room.settle()
    assert "Cases that can be read now: 11" in room.words()
