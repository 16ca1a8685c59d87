"""Declaring: nothing is signed unseen, every answer is kept, one signature for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from review_protocol.documents.own_tables import NamedCountries, NamedCountry
from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from reviewer_app.services.rows import CaseState
from reviewer_app.ui.declare.row_view import DeclareRowView
from reviewer_app.ui.declare.screen import DeclareScreen
from reviewer_app.ui.declare.view_model import DeclareViewModel
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.syncing import Syncing
from tests.builders.desk import ADesk, a_desk
from tests.ui.screens import Supplied, press, supplied, words_of
from tests.ui.wires import Wire


class Room:
    """The screen on a desk with five cases, of which nothing is declared."""

    def __init__(self, desk: ADesk, given: Supplied, qtbot: QtBot) -> None:
        self.desk, self.given, self.qtbot = desk, given, qtbot
        self.screen = DeclareScreen(given.supplies)
        self.view = given.show(self.screen, qtbot)

    @property
    def rows(self) -> list[DeclareRowView]:
        return [row for row in self.view.findChildren(DeclareRowView) if row.isVisibleTo(self.view)]

    def choose(self, row: DeclareRowView, words: str) -> None:
        (button,) = [b for b in row.findChildren(QPushButton) if b.text() == words]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.given.settle()

    def button(self, words: str) -> Button:
        return next(b for b in self.view.findChildren(Button) if b.text().startswith(words))

    def look_at_everything(self) -> None:
        bar = self.view.findChild(QScrollArea).verticalScrollBar()
        for value in range(0, bar.maximum() + 120, 120):
            bar.setValue(value)

    def drafts(self) -> dict[str, ConflictAnswer | None]:
        return {row.headers.number: row.answer for row in self.desk.services.declaring.rows()}


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with a_desk(tmp_path, cases=5, released=False) as desk, supplied(desk) as given:
        yield Room(desk, given, qtbot)


def test_names_are_shown_in_both_languages_and_no_content(room: Room):
    words = words_of(room.view)
    for case in room.desk.cases:
        headers = case.headers
        for name in (headers.name.zh, headers.name.en, headers.applicant.name.zh):
            assert name is None or name in words
    assert room.desk.cases[0].elements.background.zh[0].paragraphs[0] not in words


def test_none_for_the_rest_waits_until_every_row_was_on_the_screen(room: Room):
    rest = room.button("No conflict for the rest")
    assert not rest.isEnabled()
    room.look_at_everything()
    assert rest.isEnabled()
    room.choose(room.rows[0], "Conflict of interest")
    room.qtbot.mouseClick(rest, Qt.MouseButton.LeftButton)
    room.given.settle()
    answers = [row.answer for row in room.screen.model.state.rows or ()]
    assert answers == [ConflictAnswer.CONFLICT] + [ConflictAnswer.NONE] * 4


def test_an_answer_is_kept_at_once(room: Room):
    first = room.rows[0]
    room.choose(first, "No conflict")
    assert room.drafts()[first.number] is ConflictAnswer.NONE


def test_a_tie_needs_its_kind_and_another_tie_a_comment(room: Room):
    row = room.rows[0]
    room.choose(row, "A tie, but I can judge")
    sign = room.button("Sign")
    assert not sign.isEnabled()
    kinds = row.findChild(QComboBox)
    kinds.setCurrentIndex(kinds.findData(ConflictKind.OTHER))
    kinds.activated.emit(kinds.currentIndex())
    assert not sign.isEnabled()
    comment = row.findChild(QLineEdit)
    comment.setText("We wrote a book together")
    comment.editingFinished.emit()
    room.given.settle()
    assert sign.isEnabled()
    assert room.drafts()[row.number] is ConflictAnswer.DISCLOSED


def test_signing_offline_says_that_it_is_signed_and_what_comes(room: Room):
    room.look_at_everything()
    room.qtbot.mouseClick(room.button("No conflict for the rest"), Qt.MouseButton.LeftButton)
    room.given.settle()
    room.qtbot.mouseClick(room.button("Sign"), Qt.MouseButton.LeftButton)
    room.given.settle()
    assert "Your declaration is signed. The texts open with the next sync." in words_of(room.view)
    assert room.desk.services.declaring.rows() == ()
    assert {row.state for row in room.desk.services.desk.cases()} == {CaseState.AWAITING_RELEASE}
    press(room.qtbot, room.view, "Sync now")
    room.given.settle()
    assert (
        len([row for row in room.desk.services.handin.outbox() if row.kind == "declaration"]) == 1
    )


def test_what_is_not_answered_stays_undeclared(room: Room):
    first = room.rows[0]
    room.choose(first, "No conflict")
    room.qtbot.mouseClick(room.button("Sign"), Qt.MouseButton.LeftButton)
    room.given.settle()
    assert first.number not in room.drafts()
    assert len(room.drafts()) == 4


def test_with_nothing_to_declare_the_way_leads_to_the_desk(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=1) as desk, supplied(desk) as given:
        room = Room(desk, given, qtbot)
        assert "Nothing to declare" in words_of(room.view)
        press(qtbot, room.view, "To the desk")
        assert given.visits == [Visit(Place.DESK)]


def test_a_sync_that_began_before_the_signature_is_no_release(tmp_path: Path, qtbot: QtBot):
    wire, left_after = Wire(), []
    with a_desk(tmp_path, cases=2, released=False) as desk, supplied(desk) as given:
        lanes = given.supplies.lanes
        syncing = Syncing(wire, lanes.network, lanes.database)
        model = DeclareViewModel(
            desk.services.declaring, desk.services.tables, syncing, lanes.database
        )
        model.left.connect(lambda _visit: left_after.append(wire.syncs))
        model.refresh()
        assert lanes.database.wait_idle()
        wire.go.clear()
        syncing.sync()
        model.note_seen(frozenset(row.headers.number for row in model.state.rows))
        model.none_for_the_rest()
        model.sign()
        assert lanes.database.wait_idle()
        wire.go.set()
        given.settle()
        assert left_after == [2]


def test_a_later_sync_leads_nowhere(tmp_path: Path, qtbot: QtBot):
    left = []
    with a_desk(tmp_path, cases=2, released=False) as desk, supplied(desk) as given:
        lanes = given.supplies.lanes
        syncing = Syncing(Wire(), lanes.network, lanes.database)
        model = DeclareViewModel(
            desk.services.declaring, desk.services.tables, syncing, lanes.database
        )
        model.left.connect(left.append)
        model.refresh()
        assert lanes.database.wait_idle()
        model.note_seen(frozenset(row.headers.number for row in model.state.rows))
        model.none_for_the_rest()
        model.sign()
        given.settle()
        assert left == [Visit(Place.DESK)]
        syncing.sync()
        given.settle()
        assert left == [Visit(Place.DESK)]


def test_countries_have_the_names_of_the_organisers_table(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=1, released=False) as desk, supplied(desk) as given:
        home = desk.cases[0].headers.applicant.country
        row = NamedCountry(code=home, zh="本会国名", en="The organiser's name", aliases=())
        desk.bring(NamedCountries(countries=(row,), traps=()))
        view = given.show(DeclareScreen(given.supplies), qtbot)
        (drawn,) = view.findChildren(DeclareRowView)
        assert drawn._facts[0].text().endswith(" · The organiser's name")
