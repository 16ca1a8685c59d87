"""The desk: what is left, what comes next, and the list as the person wants it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from review_protocol.documents.score import CANNOT_JUDGE
from reviewer_app.services.rows import CaseRow
from reviewer_app.ui import terms
from reviewer_app.ui.desk.columns import case_columns
from reviewer_app.ui.desk.filters import Filter
from reviewer_app.ui.desk.screen import DeskScreen
from reviewer_app.ui.desk.state import Urgency
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.cells import PAD
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.table import Sort, Table
from reviewer_app.ui.screen import Place, Visit
from tests.builders.desk import a_desk, some_answers
from tests.ui.desk.room import DeskRoom
from tests.ui.screens import press, supplied, words_of


class Room(DeskRoom):
    """The desk's screen on a desk with four released cases."""

    @property
    def table(self) -> Table[CaseRow]:
        return self.view.findChild(Table, "cases")

    def numbers(self) -> list[str]:
        self.given.settle()
        return [row.number for row in self.table.rows]

    def column(self, key: str) -> int:
        return [column.key for column in case_columns()].index(key)

    def chip(self, key: str) -> None:
        self.qtbot.mouseClick(self.view.findChild(QPushButton, key), Qt.MouseButton.LeftButton)

    def search(self, words: str) -> None:
        field = self.view.findChild(SearchField)
        field.setText(words)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with a_desk(tmp_path, cases=4) as desk, supplied(desk) as given:
        yield Room(desk, given, qtbot)


def test_all_cases_stand_in_the_reviewers_own_order(room: Room):
    assert room.numbers() == list(room.desk.numbers)
    assert [row.position for row in room.table.rows] == [1, 2, 3, 4]
    model = room.table.model()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "#"
    assert [model.index(at, 0).data() for at in range(4)] == ["1", "2", "3", "4"]


def test_what_is_left_is_said_with_the_deadline_in_the_secretariats_zone(room: Room):
    first = room.numbers()[0]
    room.desk.score(first)
    room.screen.refresh()
    room.given.settle()
    assert "1 of 4 signed · round 1 closes" in words_of(room.view)
    assert "Beijing" in words_of(room.view)


def test_the_marks_stand_by_the_letters_of_their_criteria_in_the_rubrics_order(room: Room):
    answers = some_answers(6)
    given = zip(answers.criteria, (6, 10, CANNOT_JUDGE), strict=True)
    for answer, mark in given:
        answers = answers.replaced(answer.model_copy(update={"mark": mark}))
    room.desk.services.scoring.keep(room.numbers()[0], answers)
    room.screen.refresh()
    room.numbers()
    model, place = room.table.model(), room.column("marks")
    cell = model.index(0, place)
    assert cell.data() == "F 6\u2002C 10\u2002B ?"
    full = (
        "Conceptual fit: 6\nInternational cooperativeness: 10\nBenefits to humankind: Cannot judge"
    )
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == full
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"Your marks, {full}"
    about = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "International cooperativeness" in about
    room.given.supplies.appearance.use_language("zh_CN")
    assert cell.data() == "契6\u2002合10\u2002惠?"


@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_number_is_never_cut_and_what_has_no_room_is_in_the_tip(room: Room, size: int):
    room.given.supplies.appearance.use_size(size)
    view = room.given.show(DeskScreen(room.given.supplies), room.qtbot)
    view.resize(1278, 728)
    table = view.findChild(Table, "cases")
    room.given.settle()
    number, area = room.column("number"), room.column("area")
    wide = table.fontMetrics().horizontalAdvance("WIC-2026-000")
    assert table.columnWidth(number) >= wide + 2 * PAD
    table.horizontalHeader().resizeSection(number, 60)
    assert table.columnWidth(number) >= wide + 2 * PAD
    assert table.isColumnHidden(area) is (size > 100)
    tip = table.model().index(0, room.column("title")).data(Qt.ItemDataRole.ToolTipRole)
    assert terms.area(table.rows[0].area) in tip
    room.given.supplies.appearance.use_size(100)


def test_a_column_that_was_left_out_comes_back_as_wide_as_it_was(room: Room):
    area = room.column("area")
    for width in (1278, 900, 1278):
        room.view.resize(width, 728)
        room.given.settle()
    wide = room.table.columnWidth(area)
    room.screen.refresh()
    again = room.given.show(DeskScreen(room.given.supplies), room.qtbot)
    table = again.findChild(Table, "cases")
    assert (table.columnWidth(area), wide) == (208, 208)


def test_the_next_case_is_begun_and_then_continued(room: Room, qtbot: QtBot):
    first = room.numbers()[0]
    press(qtbot, room.view, f"Begin with {first}")
    room.desk.services.scoring.keep(first, some_answers(None))
    room.screen.refresh()
    room.given.settle()
    press(qtbot, room.view, f"Continue with {first}")
    assert room.given.visits == [Visit(Place.READING, first)] * 2


def test_a_chip_shows_what_is_signed_here(room: Room):
    first, *rest = room.numbers()
    room.desk.score(first)
    room.chip(Filter.HERE)
    assert room.numbers() == [first]
    room.chip(Filter.TO_DO)
    assert room.numbers() == rest
    room.chip(Filter.ALL)
    assert room.numbers() == [first, *rest]


def test_a_header_sorts_in_both_directions(room: Room):
    room.numbers()
    for descending in (False, True):
        room.table.sort_requested.emit(Sort("countries", descending=descending))
        room.given.settle()
        counts = [row.countries for row in room.table.rows]
        assert counts == sorted(counts, reverse=descending)


def test_enter_opens_the_case_under_the_keyboard(room: Room, qtbot: QtBot):
    second = room.numbers()[1]
    room.table.choose(second)
    qtbot.keyClick(room.table, Qt.Key.Key_Return)
    assert room.given.visits == [Visit(Place.READING, second)]


def test_the_list_follows_the_language(room: Room, qtbot: QtBot):
    room.numbers()
    room.given.supplies.appearance.use_language("zh_CN")
    model, first = room.table.model(), room.table.rows[0]
    qtbot.waitUntil(lambda: model.index(0, 2).data() == first.name.zh)
    room.given.supplies.appearance.use_language("en")
    qtbot.waitUntil(lambda: model.index(0, 2).data() == first.name.en)


def test_undeclared_cases_are_declared_first(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=2, released=False) as desk, supplied(desk) as given:
        room = Room(desk, given, qtbot)
        room.table.choose(room.numbers()[0])
        qtbot.keyClick(room.table, Qt.Key.Key_Return)
        buttons = room.view.findChildren(Button)
        (onward,) = [each for each in buttons if each.text().startswith("Declare before")]
        qtbot.mouseClick(onward, Qt.MouseButton.LeftButton)
        assert given.visits == [Visit(Place.DECLARE), Visit(Place.DECLARE)]


def test_a_case_that_awaits_its_release_says_so(tmp_path: Path, qtbot: QtBot):
    with a_desk(tmp_path, cases=1, released=False) as desk, supplied(desk) as given:
        desk.declare()
        room = Room(desk, given, qtbot)
        (number,) = room.numbers()
        room.table.choose(number)
        qtbot.keyClick(room.table, Qt.Key.Key_Return)
        assert f"{number} is not open on this computer." in words_of(room.view)
        assert given.visits == []


@pytest.mark.parametrize(
    ("before", "urgency"),
    [
        (timedelta(days=3), Urgency.NONE),
        (timedelta(hours=47), Urgency.SOON),
        (timedelta(hours=-1), Urgency.LATE),
    ],
)
def test_unsent_work_is_urgent_two_days_before_the_round_closes(
    room: Room, before: timedelta, urgency: Urgency
):
    room.desk.score(room.numbers()[0])
    closes = datetime.strptime("2026-07-31T15:00:00Z", "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    round_now = room.desk.services.desk.overview().round
    assert round_now is not None
    assert round_now.closes == "2026-07-31T15:00:00Z"
    supplies, services = room.given.supplies, room.desk.services
    model = DeskViewModel(
        services.desk,
        lambda: services.search,
        supplies.lanes.database,
        supplies.keeps,
        lambda: closes - before,
    )
    model.refresh()
    room.given.settle()
    assert model.state.urgency is urgency


def test_ctrl_f_goes_to_the_search(room: Room, qtbot: QtBot):
    room.view.activateWindow()
    qtbot.keyClick(room.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(room.view.findChild(SearchField).hasFocus)


def test_nothing_is_chosen_by_drawing(room: Room):
    room.numbers()
    room.screen.refresh()
    room.given.settle()
    assert room.given.visits == []
    assert [b for b in room.view.findChildren(QToolButton) if b.hasFocus()] == []
