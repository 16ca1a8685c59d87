"""The practice case: everything can be tried on it, and nothing of it is ever handed in."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from sqlalchemy import text

from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact, Verdict
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.whole_schema import metadata
from reviewer_app.reading.case_comparison import FIGURES
from reviewer_app.services.practice import practice_case
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.practice.screen import make_screen
from reviewer_app.ui.reading.state import Leaf
from tests.ui.reading.room import EN, pane, select

LEFT = Qt.MouseButton.LeftButton
NUMBER = practice_case().number


def everything_kept(room):
    with room.desk.store.read() as connection:
        return {
            name: connection.execute(text(f"SELECT * FROM {name}")).all()
            for name in metadata.tables
        }


@pytest.fixture
def practice(room, qtbot):
    made = make_screen(room.supplies())
    made.view = made._pages.reader
    qtbot.addWidget(made._pages)
    made._pages.resize(1280, 720)
    made._pages.show()
    made.enter(None)
    room.settle()
    yield made
    made.leave()
    room.settle()


def fill_in(screen, qtbot, room):
    panel = screen.view.panel
    for card in panel.cards.values():
        qtbot.mouseClick(card.score._buttons[6], LEFT)
        card.comment.insertPlainText("Because.")
    qtbot.mouseClick(panel.last.levels[0], LEFT)
    qtbot.mouseClick(panel.last.options[1], LEFT)
    screen.scoring.flush()
    room.settle()


def test_it_is_read_quoted_and_scored_and_nothing_is_written(room, practice, qtbot):
    before = everything_kept(room)
    select(practice, EN, 2, 0, 9)
    qtbot.keyClick(pane(practice, EN), Qt.Key.Key_1)
    fill_in(practice, qtbot, room)
    quotes = practice.scoring.state.answers.answer("conceptual_fit").quotes
    assert [quote.exact for quote in quotes] == ["Villages"]
    select(practice, EN, 2, 12, 20)
    qtbot.keyClick(pane(practice, EN), Qt.Key.Key_H)
    practice.facts.judge(Fact.PARTNERS, Verdict.CONFIRMED)
    practice.leave()
    room.settle()
    assert practice.facts.state.stated
    marks = room.desk.services.practice.marks.of(NUMBER)
    assert [each.place.exact for each in marks] == ["mangrove"]
    assert everything_kept(room) == before


def test_its_sheet_leads_to_a_commentary_and_not_to_a_signature(room, practice, qtbot):
    foot = practice.view.panel.foot
    assert foot.sign.text() == "Compare with the commentary"
    assert not foot.sign.isEnabled()
    assert not foot._recuse.isVisible()
    fill_in(practice, qtbot, room)
    qtbot.mouseClick(foot.sign, LEFT)
    commentary = practice._pages.commentary
    assert commentary.isVisible()
    said = [label.text() for label in commentary.findChildren(QLabel)]
    assert "You: 7 · The commentary: 8 to 9" in said
    assert practice.wiring
    qtbot.mouseClick(commentary._again, LEFT)
    room.settle()
    assert practice.scoring.state.answers.recommendation is None
    assert practice.view.isVisible()


@pytest.mark.parametrize(
    "hand_in",
    [
        lambda services: services.signing.read_back(NUMBER),
        lambda services: services.signing.sign(NUMBER, LanguageRead.BOTH),
        lambda services: services.signing.state_facts(NUMBER),
        lambda services: services.scoring.keep(NUMBER, services.practice.open(NUMBER).answers),
        lambda services: services.facts_beside.keep(NUMBER, ()),
    ],
)
def test_it_cannot_be_handed_in(room, hand_in):
    before = everything_kept(room)
    with pytest.raises(CaseNotOpen):
        hand_in(room.desk.services)
    assert everything_kept(room) == before


def test_its_languages_differ_in_two_places_that_the_reader_marks(room, practice):
    sheet = practice.reading.state.opened.facts
    assert sheet.differences.only_en == ("VN",)
    room.settle()
    assert len([d for d in practice.reading.state.differences.left if d.theme in FIGURES]) == 1
    practice.reading.show_leaf(Leaf.FACTS)
    assert practice.view.middle.facts.isVisible()


def test_the_list_of_keys_leads_to_it(room, qtbot):
    screen = room.screen("WIC-2026-002")

    def press_practice():
        listed = QApplication.activeModalWidget()
        qtbot.mouseClick(listed._practise, LEFT)

    QTimer.singleShot(0, screen, press_practice)
    with qtbot.waitSignal(screen._event_left) as left:
        qtbot.keyClick(screen.view, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert left.args[0].place == "reading.practice"


def test_its_toolbar_works_and_prints_nothing(practice, qtbot):
    left, bar = practice.reading.state.how.left, practice.view.toolbar
    qtbot.mouseClick(bar._swap, LEFT)
    assert practice.reading.state.how.left is not left
    assert not bar._print.isVisible()


def test_a_screen_reader_that_came_later_is_heeded(room, qtbot):
    listens = []
    screen = make_screen(room.supplies(), lambda: bool(listens))
    qtbot.addWidget(screen._pages)
    screen.enter(None)
    room.settle()
    assert screen.reading.state.how.mode is Mode.ALIGNED
    listens.append(True)
    screen.enter(None)
    room.settle()
    assert screen.reading.state.how.mode is Mode.STACKED
    screen.leave()
    room.settle()
