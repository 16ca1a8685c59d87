"""The panel's room: real collected packets compared, opened, decided and signed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QStyleOptionViewItem,
)
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.rows import CellState
from reviewer_app.ui.defending import Defending
from reviewer_app.ui.kit.buttons import Button, Toggle
from reviewer_app.ui.kit.cells import PAD
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.panel.decision_box import DecisionBox
from reviewer_app.ui.panel.deliberating import Deliberating
from reviewer_app.ui.panel.listing.scores_cell import cell_under, cells_in_sight, slot_width
from reviewer_app.ui.panel.listing.table import ListTable
from reviewer_app.ui.panel.opinion_card import OpinionCard
from reviewer_app.ui.panel.view import PanelView
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.syncing import Syncing
from tests.builders.panel import APanel, a_panel, one_round


class Room:
    """The chair's screen over a desk with collected packets."""

    def __init__(self, qtbot: QtBot, panel: APanel) -> None:
        Languages(QApplication.instance()).use("en")
        self.qtbot, self.panel, self.asked = qtbot, panel, []
        self.answer = True
        self.database, self.network = Lane("database"), Lane("network", 3)
        services = panel.desk.services
        self.syncing = Syncing(services.handin, self.network, self.database)
        self.model = PanelViewModel(services.panel, self.syncing, database=self.database)
        deliberating = Deliberating(services, self.model.case, self.database)
        self.defending = Defending(services, self.syncing)
        self.view = PanelView(self.model, deliberating, self.defending, ask=self._asked)
        self.deliberating = deliberating
        qtbot.addWidget(self.view)
        self.view.resize(1286, 728)
        self.view.show()

    def _asked(self, question, _parent) -> bool:
        self.asked.append(question)
        return self.answer

    def load(self) -> None:
        self.model.load()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            assert self.database.wait_idle()
            assert self.network.wait_idle()

    @property
    def scores(self) -> ListTable:
        return self.view.findChild(ListTable)

    def open(self, at: int = 0) -> None:
        table = self.scores.table
        numbers = [row.number for row in table.rows]
        table.selectRow(numbers.index(self.panel.case(at).number))
        table.setFocus()
        self.qtbot.keyClick(table, Qt.Key.Key_Return)
        self.settle()

    def press(self, text: str) -> None:
        page = self.view.page()
        named = [b for b in page.findChildren(Button) if b.text() == text]
        button = next((b for b in named if b.isVisible()), named[0])
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press_named(self, start: str) -> None:
        """A button that is called by something that begins so."""
        buttons = self.view.page().findChildren(Button)
        button = next(b for b in buttons if b.text().startswith(start) and b.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def words(self) -> str:
        labels = self.view.page().findChildren(QLabel)
        return "\n".join(label.text() for label in labels)

    def write_reason(self, reason: str) -> None:
        self.view.findChild(DecisionBox).findChild(QPlainTextEdit).setPlainText(reason)

    def choose_outcome(self, outcome: str) -> None:
        button = next(b for b in self.view.findChildren(QRadioButton) if b.text() == outcome)
        button.click()

    def sign_button(self) -> Button:
        buttons = self.view.findChild(DecisionBox).findChildren(Button)
        return next(b for b in buttons if b.text() == "Read back and sign…")


@contextmanager
def a_scored_panel(folder: Path) -> Iterator[APanel]:
    """One case with an expert in every state, and one with five scores."""
    with a_panel(folder, experts=5, rules=one_round()) as panel:
        one, two, three, four, _five = panel.experts.values()
        one.amend(panel.case(0), one.score(panel.case(0), 3), 8)
        two.score(panel.case(0), 6)
        three.score(panel.case(0), 2, disposition=Disposition.HELD_LATE)
        four.recuse(panel.case(0))
        for expert, mark in zip(panel.experts.values(), (2, 3, 4, 5, 9), strict=True):
            expert.score(panel.case(1), mark)
        panel.collect()
        yield panel


@contextmanager
def a_room(qtbot: QtBot, panel: APanel) -> Iterator[Room]:
    room = Room(qtbot, panel)
    yield room
    room.database.close()
    room.network.close()


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """One panel for all that only look."""
    with a_scored_panel(tmp_path_factory.mktemp("panel")) as panel:
        yield panel


@pytest.fixture
def room(qtbot: QtBot, looked_at: APanel) -> Iterator[Room]:
    with a_room(qtbot, looked_at) as room:
        yield room


@pytest.fixture
def deciding(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A room in which decisions are signed."""
    with a_scored_panel(tmp_path) as panel, a_room(qtbot, panel) as room:
        yield room


def cells(room: Room, at: int) -> dict[str, str]:
    """The row of a case as it is read out, by the columns' titles."""
    table = room.scores.table
    place = [row.number for row in table.rows].index(room.panel.case(at).number)
    model = table.model()
    return {
        model.headerData(column, Qt.Orientation.Horizontal): model.index(place, column).data()
        for column in range(model.columnCount())
    }


def click(room: Room, title: str) -> None:
    """The header of a column."""
    table = room.scores.table
    model = table.model()
    titles = [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]
    table.horizontalHeader().sectionClicked.emit(titles.index(title))
    room.settle()


def listed(room: Room) -> list[int]:
    """Which cases are listed, by their place among the panel's."""
    numbers = [case.number for case in room.panel.desk.cases]
    return [numbers.index(row.number) for row in room.scores.table.rows]


def test_every_score_is_shown_as_it_stands_with_raw_and_adjusted_beside(room: Room) -> None:
    room.load()
    shown = cells(room, 0)
    assert shown["Scores"] == (
        "Expert 01: 8.0 · amended; Expert 02: 6.0; Expert 03: Held: arrived after the round "
        "closed; Expert 04: Recused; Expert 05: Not received"
    )
    figures = [shown[title] for title in ("n", "Mean", "Median", "Range", "SD")]
    assert figures == ["2", "7.00", "7.0", "6.0–8.0", "1.41"]
    compared = room.panel.desk.services.panel.compare()
    case = next(each for each in compared.cases if each.number == room.panel.case(0).number)
    assert shown["Adjusted"] == f"{case.adjusted:.2f}"
    assert (shown["Place"], case.place) == ("–", None)  # two reviews count, the rules ask for three
    assert shown["Decision"] == "Undecided"
    assert "Your panel’s cases only" in room.words()
    assert "Round 1 · Signed packets on cases:" in room.words()
    assert "compared " in room.words()


def test_a_case_that_nobody_scored_has_no_place(room: Room) -> None:
    room.load()
    shown = cells(room, 2)
    assert [shown[title] for title in ("n", "Mean", "Adjusted", "Place")] == ["0", "–", "–", "–"]


def test_another_figure_is_compared(room: Room) -> None:
    room.load()
    toggles = room.view.page().findChildren(Toggle)
    next(b for b in toggles if b.text() == "Conceptual fit").click()
    room.settle()
    assert cells(room, 0)["Scores"].startswith("Expert 01: 8 · amended; Expert 02: 6;")
    assert cells(room, 0)["Range"] == "6–8"


def test_the_pointer_tells_whose_a_score_is(room: Room) -> None:
    room.load()
    table = room.scores.table
    row = table.row(listed(room).index(0))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 196, 44)
    slot = slot_width(196, len(row.cells))
    assert cell_under(row, PAD + 2.5 * slot, option).pseudonym == 3
    assert cell_under(row, 2, option) is None
    assert cell_under(row, PAD + 5.5 * slot, option) is None


def test_of_many_experts_those_stand_there_who_said_something(room: Room) -> None:
    room.load()
    row = room.scores.table.row(listed(room).index(0))
    asked = tuple(
        replace(row.cells[2], pseudonym=number, state=CellState.MISSING) for number in range(6, 30)
    )
    crowded = (*asked[:12], *row.cells, *asked[12:])
    seen = cells_in_sight(crowded, 220)
    assert [cell.pseudonym for cell in seen] == [
        cell.pseudonym for cell in row.cells if cell.state is not CellState.MISSING
    ]
    assert cells_in_sight(crowded, 2_000) == crowded


def test_the_table_sorts_by_any_figure_with_gaps_last(room: Room) -> None:
    room.load()
    click(room, "Mean")
    assert listed(room) == [1, 0, 2]
    click(room, "Mean")
    assert listed(room) == [0, 1, 2]


def test_few_reviews_are_filtered_and_search_finds_in_both_languages(room: Room) -> None:
    room.load()
    room.view.findChild(object, "few").click()
    room.settle()
    assert listed(room) == [0, 2]
    room.view.findChild(object, "all").click()
    title = room.panel.case(1).headers.name.zh
    search = room.view.findChild(SearchField)
    search.setText(title)
    room.qtbot.keyClick(search, Qt.Key.Key_Return)
    room.settle()
    assert listed(room) == [1]
    search.setText("no such words")
    room.qtbot.keyClick(search, Qt.Key.Key_Return)
    room.settle()
    assert "No case is like this" in room.words()


def test_the_copied_table_has_every_case_and_words_for_every_state(room: Room) -> None:
    room.load()
    room.press("Copy table")
    room.settle()
    head, *lines = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["Number", "Case", "Scores"]
    assert len(lines) == 3
    row = next(line for line in lines if line.startswith(room.panel.case(0).number)).split("\t")
    assert "Expert 03: Held: arrived after the round closed" in row[2]
    assert "Undecided" in row


def test_a_list_that_stands_opens_without_being_checked(room: Room) -> None:
    room.load()
    again = PanelViewModel(room.panel.desk.services.panel, room.syncing, database=room.database)
    again.load()
    room.settle()
    assert again.listing.state.listing.total == 3
    assert again.state.table is None  # nothing was verified again, nothing compared


def test_a_list_is_shown_while_it_is_checked_anew(deciding: Room) -> None:
    deciding.load()
    deciding.panel.experts[5].score(deciding.panel.case(2), 9)
    deciding.panel.collect()
    seen = []
    deciding.model.listing.changed.connect(lambda _: seen.append(deciding.words()))
    deciding.load()
    assert any("being checked anew" in words for words in seen)
    assert cells(deciding, 2)["n"] == "1"
    assert "being checked anew" not in deciding.words()


def test_a_case_shows_every_opinion_and_escape_goes_back(room: Room) -> None:
    room.load()
    room.open(0)
    cards = room.view.findChildren(OpinionCard)
    assert len(cards) == 5
    words = room.words()
    assert "Held: arrived after the round closed" in words
    assert "Amended" in words
    assert "Receipt no." in words
    assert room.view.window().focusWidget().accessibleName() == "Opinions"
    opened = room.view.page()
    room.qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert room.view.page() is not opened
    assert room.scores.table.current().number == room.panel.case(0).number


def test_where_the_decision_stands_below_an_opinion_can_still_be_read(room: Room) -> None:
    room.view.resize(620, 600)  # as high as a page in the smallest window
    room.load()
    room.open(0)
    card = room.view.page().findChildren(OpinionCard)[0]
    room.qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() >= 120)


def test_the_application_is_asked_for_in_the_reading_room(room: Room) -> None:
    room.load()
    room.open(0)
    with room.qtbot.waitSignal(room.model.case._event_read_wanted) as asked:
        room.press("Read the application")
    assert asked.args == [room.panel.case(0).number]


def test_a_decision_is_read_back_and_signed_with_its_reason(deciding: Room) -> None:
    deciding.load()
    deciding.open(0)
    deciding.choose_outcome("Outstanding")
    assert not deciding.sign_button().isEnabled()
    assert "Needed: fewer reviews count than the rule file asks for." in deciding.words()
    recommended = "Recommended by the experts: Outstanding 0 · Casebook 2 · Not in the Casebook 0."
    stays = "A final list is signed already; it stays as it is until the head signs a new one."
    assert recommended in deciding.words()
    deciding.write_reason("The evidence is complete.")
    deciding.answer = False
    deciding.press("Read back and sign…")
    deciding.settle()
    assert deciding.model.case.state.opened.row.decision is None
    deciding.model.official.found.emit(True)
    deciding.answer = True
    deciding.press("Read back and sign…")
    deciding.settle()
    question = deciding.asked[-1]
    assert "Reason: The evidence is complete." in question.consequences
    assert recommended in question.consequences
    assert stays in question.consequences
    assert stays not in deciding.asked[0].consequences
    decision = deciding.model.case.state.opened.row.decision
    assert (decision.outcome, decision.reason) == (
        Recommendation.OUTSTANDING,
        "The evidence is complete.",
    )
    assert "Decided by you: Outstanding" in deciding.words()
    assert deciding.model.state.table.rows[0].decision == decision


def test_a_later_decision_supersedes_with_a_reason(deciding: Room) -> None:
    deciding.panel.desk.services.panel.decide(
        deciding.panel.case(1).number, Recommendation.CASEBOOK, "As the reviews say."
    )
    deciding.load()
    deciding.open(1)
    deciding.choose_outcome("Outstanding")
    assert "Needed: this takes the place of an earlier decision." in deciding.words()
    deciding.write_reason("A new document came.")
    deciding.press("Read back and sign…")
    deciding.settle()
    assert "It takes the place of the earlier decision: Casebook." in deciding.asked[0].consequences
    assert deciding.model.case.state.opened.row.decision.outcome is Recommendation.OUTSTANDING


def test_no_network_is_said_and_the_table_stays(room: Room) -> None:
    room.load()
    room.press("Collect reviews")
    room.settle()
    assert "No connection" in room.words()
    assert room.scores.table.rows


def test_an_arrow_leads_from_expert_to_expert(room: Room) -> None:
    room.load()
    room.open()
    room.view.resize(943, 599)
    area = room.view.focusWidget()
    cards = room.view.findChildren(OpinionCard)
    room.qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > cards[0].width())
    room.qtbot.keyClick(area, Qt.Key.Key_Right)
    assert area.horizontalScrollBar().value() == cards[1].x() - cards[0].x()
