"""The panel beside the text: it shows what a key did, and begins anew with every case."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from reviewer_app.ui.kit import hearing
from tests.ui.reading.room import ZH, pane, select

CASE, OTHER = "WIC-2026-002", "WIC-2026-001"
KEYS = {
    "conceptual_fit": Qt.Key.Key_1,
    "international_cooperativeness": Qt.Key.Key_2,
    "benefits": Qt.Key.Key_3,
}


def bar(screen):
    return screen.view.panel.area.verticalScrollBar()


def is_in_sight(screen, part):
    """Whether a part of the sheet is whole within what is shown of it."""
    port = screen.view.panel.area.viewport()
    top = part.mapTo(port, QPoint(0, 0)).y()
    return part.isVisible() and top >= 0 and top + part.height() <= port.height()


@pytest.mark.parametrize("scrolled", [0.0, 1.0])
def test_a_quote_made_by_a_key_is_brought_into_sight_and_said(room, qtbot, monkeypatch, scrolled):
    said = []
    monkeypatch.setattr(hearing, "send", lambda event: said.append(event.message()))
    screen = room.screen(CASE)
    panel = screen.view.panel
    for code in panel.order:
        bar(screen).setValue(round(bar(screen).maximum() * scrolled))
        select(screen, ZH, 2, 0, 5)
        qtbot.keyClick(pane(screen, ZH), KEYS[code])
        assert is_in_sight(screen, panel.cards[code].chips()[-1])
        assert panel.foot.last_act.text == f"Attached to {panel.cards[code]._name.text()}"
        assert said[-1] == panel.foot.last_act.text
        assert screen.view.focusWidget() is pane(screen, ZH)


def test_what_was_done_last_is_said_till_something_else_is_done(room, qtbot):
    screen = room.screen(CASE)
    told = screen.view.panel.foot.last_act
    select(screen, ZH, 2, 0, 5)
    qtbot.keyClick(pane(screen, ZH), Qt.Key.Key_1)
    room.settle()
    assert told.isVisible()
    card = screen.view.panel.cards["benefits"]
    qtbot.mouseClick(card.score._buttons[3], Qt.MouseButton.LeftButton)
    assert not told.isVisible()


def test_each_case_begins_at_the_top_of_its_sheet(room):
    room.desk.score(OTHER)
    screen = room.screen(CASE)
    bar(screen).setValue(bar(screen).maximum())
    screen.enter(OTHER)
    room.settle()
    assert is_in_sight(screen, screen.view.panel.signed)
    place = bar(screen).maximum() // 2
    bar(screen).setValue(place)
    screen.enter(OTHER)
    room.settle()
    assert bar(screen).value() == place


def test_the_panel_says_why_the_criteria_stand_so_and_which_key_is_whose(room):
    screen = room.screen(CASE)
    words = [each.text() for each in screen.view.panel.findChildren(QLabel) if each.isVisible()]
    assert any("varies by reviewer" in each for each in words)
    keys = [card._key_word.text() for card in screen.view.panel.cards.values()]
    assert sorted(keys) == ["Key 1", "Key 2", "Key 3"]
    assert screen.view.panel.cards["benefits"]._key_word.text() == "Key 3"


def test_a_link_that_has_no_room_in_one_line_takes_two(room):
    foot = room.screen("WIC-2026-002").view.panel.foot
    foot.set_room(300)
    whole = foot._links.itemAt(0).widget().sizeHint().width()
    foot.resize(whole, foot.height())
    link = foot._links.itemAt(0).widget()
    assert link.text().count("\n") == 1
    assert link.sizeHint().width() < whole
    assert link.accessibleName() == link.text().replace("\n", " ")
