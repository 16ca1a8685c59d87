"""The hand-in screen: every packet's way, syncing, receipts, evidence, the connection."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import ConnectionStep, NoConnection
from reviewer_app.services.rows import DeliveryState
from reviewer_app.ui import dates
from reviewer_app.ui.handin.columns import packet_columns
from reviewer_app.ui.handin.files_card import FilesCard
from reviewer_app.ui.handin.files_view_model import FilesViewModel
from reviewer_app.ui.handin.receipts import receipt_facts
from reviewer_app.ui.handin.state import Part
from reviewer_app.ui.handin.view import HandInView
from reviewer_app.ui.handin.view_model import HandInViewModel
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.syncing import Syncing
from reviewer_app.ui.wording import arrival
from tests.ui.handin.files import FilesInMemory
from tests.ui.handin.outboxes import OutboxInMemory, a_receipt, an_outbox


class Room:
    """The screen with its collaborators."""

    def __init__(self, qtbot: QtBot, folder: Path, outbox: OutboxInMemory) -> None:
        Languages(QApplication.instance()).use("en")
        self.qtbot, self.outbox, self.opened = qtbot, outbox, []
        self.database, self.network = Lane("database"), Lane("network", 3)
        self.syncing = Syncing(outbox, self.network, self.database)
        self.model = HandInViewModel(
            outbox,
            outbox,
            self.syncing,
            looking=outbox,
            database=self.database,
            network=self.network,
        )
        self.given = FilesInMemory(outbox)
        self.files = FilesViewModel(
            self.given, lambda _now: self.given.offers, self.syncing, self.database
        )
        card = FilesCard(
            self.files,
            choose=lambda *_: (folder / "reply.review-receipts",),
            choose_target=lambda _parent, _title, name: folder / name,
        )
        self.view = HandInView(
            self.model,
            self.files,
            choose=lambda *_: folder,
            show_folder=self.opened.append,
            files_card=card,
        )
        qtbot.addWidget(self.view)
        self.view.resize(1286, 728)
        self.view.show()

    def load(self) -> None:
        self.model.load()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            assert self.database.wait_idle()
            assert self.network.wait_idle()

    def press(self, text: str) -> None:
        button = next(b for b in self.view.findChildren(Button) if b.text() == text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    @property
    def table(self) -> Table:
        return self.view.findChild(Table, "packets")

    def words(self) -> str:
        labels = self.view.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path, OutboxInMemory(an_outbox()))
    yield room
    room.outbox.go.set()
    room.database.close()
    room.network.close()


def test_every_packet_says_where_it_is(room: Room) -> None:
    room.load()
    state = packet_columns()[-1]
    assert [(state.text(row), state.detail(row)) for row in room.table.rows[:5]] == [
        ("On this computer", ""),
        ("On this computer", f"Tries: 3, next {dates.clock('2026-07-20T10:05:00Z')}"),
        ("Being sent", "Tries: 1"),
        ("Received", "Receipt no. 1,204"),
        ("Held: arrived after the round closed", "Receipt no. 1,205"),
    ]


def test_the_list_shows_a_part(room: Room) -> None:
    room.load()
    room.view._parts.findChild(object, Part.HELD.value).click()
    assert [row.leaf for row in room.table.rows] == [1205, 1207]
    room.view._parts.findChild(object, Part.HERE.value).click()
    assert [row.leaf for row in room.table.rows] == [None, None, None]


def test_a_sync_delivers_and_the_list_follows(room: Room) -> None:
    room.load()
    room.press("Sync now")
    room.settle()
    assert {row.state for row in room.table.rows} == {DeliveryState.RECEIVED}
    assert "Delivered: 3" in room.words()
    assert not room.syncing.state.running


def test_a_sync_shows_how_far_it_is_and_can_be_stopped(room: Room) -> None:
    room.load()
    room.outbox.go.clear()
    room.press("Sync now")
    room.qtbot.waitUntil(lambda: "Sending what you signed…" in room.words())
    room.press("Cancel")
    room.outbox.go.set()
    room.settle()
    assert room.syncing.history.entries[0].report is None
    assert "Stopped" in room.words()


def test_a_sync_before_the_screen_was_made_is_in_its_list(qtbot: QtBot, room: Room) -> None:
    room.syncing.sync()
    room.settle()
    view = HandInView(room.model, room.files)
    qtbot.addWidget(view)
    view.show()
    assert any("Delivered: 3" in label.text() for label in view.findChildren(QLabel))


def test_a_receipt_says_that_it_is_being_read_till_it_is_there(room: Room) -> None:
    room.load()
    row = next(row for row in room.table.rows if row.leaf == 1204)
    room.table.selectRow(room.table.rows.index(row))
    assert "the receipt is being read…" in room.words()
    room.settle()
    assert "the receipt is being read…" not in room.words()
    assert "1,204" in room.words()


def test_a_failed_sync_says_that_the_work_is_safe(room: Room) -> None:
    room.load()
    room.outbox.failure = NoConnection("reviews.example.org", ConnectionStep.NAME)
    room.press("Sync now")
    room.settle()
    assert room.view.banner.isVisible()
    assert "Your work is safe here" in room.words()


def test_a_chosen_packet_shows_its_receipt_and_copies_it(room: Room) -> None:
    room.load()
    row = next(row for row in room.table.rows if row.leaf == 1204)
    room.table.selectRow(room.table.rows.index(row))
    room.settle()
    facts = receipt_facts(a_receipt(row))
    assert room.model.state.receipt == facts
    assert (facts.number, facts.size, facts.received) == (1204, 1300, "2026-07-20T08:00:00Z")
    room.press("Copy receipt")
    assert QGuiApplication.clipboard().text() == a_receipt(row)


def test_a_chosen_packet_that_is_held_says_why_that_it_is_kept_and_what_to_do(room: Room) -> None:
    room.load()
    row = next(row for row in room.table.rows if row.leaf == 1205)
    room.table.selectRow(room.table.rows.index(row))
    room.settle()
    said = arrival(Disposition.HELD_LATE)
    assert said is not None
    assert said.whole in room.words()


def test_evidence_of_the_selected_cases_is_saved_and_its_folder_opened(
    room: Room, tmp_path: Path
) -> None:
    room.load()
    for place in (3, 5):
        mode = room.table.selectionModel().SelectionFlag
        index = room.table.model().index(place, 0)
        room.table.selectionModel().select(index, mode.Select | mode.Rows)
    room.table.selectionModel().select(room.table.model().index(0, 0), mode.Deselect | mode.Rows)
    room.view._some.trigger()
    room.settle()
    rows = an_outbox()
    assert room.outbox.saved == [(tmp_path, tuple(sorted((rows[3].case, rows[5].case))))]
    room.press("Open folder")
    assert room.opened == [tmp_path / "evidence"]


def test_the_way_to_the_connection_page(room: Room) -> None:
    asked: list[None] = []
    room.view.connection_wanted.connect(asked.append)
    room.press("Check")
    assert len(asked) == 1
    room.outbox.failure = NoConnection("reviews.example.org", ConnectionStep.PROXY_SIGN_IN)
    room.press("Sync now")
    room.settle()
    room.qtbot.waitUntil(lambda: "No connection to reviews.example.org." in room.words())
    room.press("Find out why")
    assert len(asked) == 2


def test_an_empty_outbox_says_what_will_come(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path, OutboxInMemory(()))
    room.load()
    assert "Nothing is signed yet" in room.words()
    room.database.close()
    room.network.close()
