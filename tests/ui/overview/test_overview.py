"""One's own marks side by side, before they are handed in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from review_protocol.documents.score import LanguageRead
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.columns import CellRole
from reviewer_app.ui.overview.screen import make_screen
from tests.builders.desk import some_answers
from tests.ui.reading.room import a_room

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def overview(qtbot, tmp_path):
    def made(marks):
        for number, mark in zip(room.desk.numbers, marks, strict=False):
            room.desk.services.scoring.keep(number, some_answers(mark))
        screen = make_screen(room.supplies())
        qtbot.addWidget(screen.view)
        screen.view.resize(1080, 640)
        screen.view.show()
        screen.enter(None)
        room.settle()
        return room, screen

    with a_room(qtbot, tmp_path, cases=10) as room:
        yield made


def words_in(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def links_in(card):
    return [link for link in card.findChildren(Button) if link.isVisibleTo(card)]


def test_ties_and_near_ties_lead_into_their_cases(overview, qtbot):
    room, screen = overview([7, 7, 4])
    one, two, three = room.desk.numbers[:3]
    assert [row.number for row in screen.view.table.rows][:3] == [*sorted([one, two]), three]
    assert any("These 2 have the same marks" in text for text in words_in(screen.view.same))
    links = links_in(screen.view.same)
    assert {link.text() for link in links} == {one, two}
    assert any("No two cases are that close" in text for text in words_in(screen.view.near))
    assert any("Too few cases" in text for text in words_in(screen.view.drift))
    with qtbot.waitSignal(screen._event_left) as left:
        qtbot.mouseClick(links[0], LEFT)
    assert (left.args[0].place, left.args[0].case) == ("reading", links[0].text())


def test_drift_is_told_in_a_sentence_and_drawn(overview):
    _room, screen = overview([3, 3, 4, 6, 6, 6, 8, 8, 9, 9])
    drift = screen.view.drift
    assert drift.sentence.text().startswith("Your last cases have marks higher by 5.3.")
    assert all(strip.isVisible() for strip in drift.strips)
    assert drift.strips[1].accessibleName() == "3 cases, mean 8.7, spread 0.6"


def test_what_is_missing_is_listed(overview):
    room, screen = overview([7, 5])
    room.desk.services.signing.sign(room.desk.numbers[0], LanguageRead.BOTH)
    screen.refresh()
    room.settle()
    said = words_in(screen.view.lacking)
    assert "Ready to sign" in said
    assert "not begun" in said
    assert room.desk.numbers[0] not in {link.text() for link in links_in(screen.view.lacking)}


def test_with_fewer_than_two_cases_there_is_nothing_to_compare(overview):
    _room, screen = overview([7])
    assert screen.view._empty.isVisible()
    assert not screen.view.table.isVisible()


def test_a_mean_that_has_no_column_of_its_own_stands_below_the_marks(overview):
    room, screen = overview([7, 7, 4])
    table = screen.view.table
    model = table.model()

    def below_the_marks(width: int) -> str:
        screen.view.resize(width, 640)
        room.settle()
        return model.data(model.index(0, 1), CellRole.DETAIL) or ""

    assert (below_the_marks(1080), table.isColumnHidden(2)) == ("", False)
    assert (below_the_marks(960), table.isColumnHidden(2)) == ("Mean 7.0", True)
