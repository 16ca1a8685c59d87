"""Where the focus goes when what has it leaves the screen: never to what nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.screen import ReadingScreen
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Leaf
from tests.ui.reading.room import EN, ZH, a_room, pane, select
from tests.unit.services.test_differing import with_more

pytestmark = pytest.mark.campaign

CASE = "WIC-2026-002"


@pytest.fixture
def screen(qtbot, tmp_path: Path) -> Iterator[ReadingScreen]:
    with a_room(qtbot, tmp_path, cases=2) as room:
        made = room.screen(CASE, width=1366)
        made.room = room
        yield made
        made.leave()
        room.settle()


def focused(screen: ReadingScreen) -> QWidget | None:
    return screen.view.focusWidget()


def press(screen: ReadingScreen, keys: str) -> None:
    for key in keys:
        assert focused(screen) is not None
        QTest.keyClick(focused(screen), key)
        screen.room.settle()


def in_sight(screen: ReadingScreen) -> tuple[QWidget, ...]:
    return screen.view.middle.texts.pair.in_sight


def begin_in(screen: ReadingScreen, mode: Mode, place: int) -> None:
    screen.reading.arrange(screen.reading.state.how.in_mode(mode))
    screen.room.settle()
    panes = in_sight(screen)
    panes[min(place, len(panes) - 1)].setFocus()


@pytest.mark.parametrize("mode", list(Mode))
def test_keys_of_the_arrangement_leave_the_focus_in_a_pane(screen, mode: Mode) -> None:
    lost = []
    for place in (0, 1):
        for keys in ("F", "S", "FS", "SF", "FSF", "L", "LF", "SS", ".", "JK", "[]"):
            begin_in(screen, mode, place)
            press(screen, keys.lower())
            if focused(screen) not in in_sight(screen):
                lost.append((place, keys, focused(screen).accessibleName()))
    assert lost == []


def test_a_mode_taken_away_from_a_pane_leaves_its_language_its_focus(screen) -> None:
    begin_in(screen, Mode.ALIGNED, 1)
    right = focused(screen).language
    screen.reading.arrange(screen.reading.state.how.focused(right))
    screen.room.settle()
    assert focused(screen).language is right


def test_the_caret_goes_along_to_what_says_the_same(screen) -> None:
    rows = screen.reading.state.opened.prepared.rows
    row = next(row for row in rows[4:] if row.zh and row.en)
    pane(screen, ZH).put_caret(Pointed(ZH, row.zh[0]))
    pane(screen, ZH).setFocus()
    top = screen.view.middle.texts.pair.anchor()
    press(screen, "f")
    press(screen, "s")
    assert focused(screen) is pane(screen, EN)
    assert pane(screen, EN).caret().block in row.en
    assert screen.view.middle.texts.pair.anchor().element is top.element


def test_a_window_made_narrow_and_wide_again_keeps_the_focus_in_a_pane(screen) -> None:
    begin_in(screen, Mode.ALIGNED, 1)
    seen = []
    for width in (880, 1366):
        screen.view.resize(width, 720)
        screen.room.settle()
        seen.append((screen.reading.state.how.mode, focused(screen) in in_sight(screen)))
    assert [each for _, each in seen] == [True, True]
    assert seen[0][0] is Mode.STACKED


@pytest.mark.parametrize("width", [1024, 1240])
@pytest.mark.parametrize("closed_by", ["button", "escape"])
def test_find_has_the_focus_while_open_and_gives_it_to_the_text(screen, width, closed_by) -> None:
    screen.view.resize(width, 720)
    screen.room.settle()
    begin_in(screen, Mode.ALIGNED, 0)
    press(screen, "/")
    find = screen.view.find_bar
    assert focused(screen) is find.words
    if closed_by == "button":
        find.close_button.setFocus()
        press(screen, " ")
    else:
        QTest.keyClick(find.words, Qt.Key.Key_Escape)
        screen.room.settle()
    assert focused(screen) in in_sight(screen)


def test_a_panel_folded_while_somebody_types_in_it_gives_the_focus_to_the_text(screen) -> None:
    screen.view.panel.cards["benefits"].comment.setFocus()
    screen.view.toolbar._panel.click()
    assert not screen.view.panel.isVisible()
    assert focused(screen) in in_sight(screen)
    screen.reading.show_leaf(Leaf.FACTS)
    screen.view.toolbar._panel.click()
    screen.view.panel.cards["benefits"].comment.setFocus()
    screen.view.toolbar._panel.click()
    facts = screen.view.middle.facts
    assert facts.isAncestorOf(focused(screen)) or focused(screen) is facts


def test_a_difference_put_away_leaves_the_focus_on_the_next_one(room_with_differences) -> None:
    screen = room_with_differences
    screen.reading.show_leaf(Leaf.DIFFERENCES)
    screen.room.settle()
    page = screen.view.middle.differences
    while rows := [row for row in page.rows if row.put.isVisible()]:
        following = rows[1].key if len(rows) > 1 else None
        rows[0].put.setFocus()
        press(screen, " ")
        here = [row.key for row in page.rows if row.put is focused(screen)]
        assert here == ([following] if following else [])
    assert focused(screen) is page


def test_a_mark_taken_away_leaves_the_focus_on_the_next_and_then_on_the_way_back(screen) -> None:
    for block in (3, 4, 5):
        select(screen, ZH, block, 0, 4)
        press(screen, "h")
    screen.reading.show_leaf(Leaf.MARKS)
    screen.room.settle()
    page = screen.view.middle.marks
    ids = [row.highlight.id for row in page.rows]
    page.rows[1].remove.setFocus()
    seen = []
    for _ in ids:
        press(screen, " ")
        seen += [row.highlight.id for row in page.rows if row.remove is focused(screen)]
    assert seen == [ids[2], ids[0]]
    assert focused(screen) is page.undo
    press(screen, " ")
    assert [row.remove for row in page.rows] == [focused(screen)]


def test_a_quote_taken_from_a_criterion_leaves_the_focus_with_it(screen) -> None:
    for block in (3, 4):
        select(screen, ZH, block, 0, 4)
        press(screen, "3")
    card = screen.view.panel.cards["benefits"]
    _first, second = card.chips()
    second.off.setFocus()
    press(screen, " ")
    assert focused(screen) is card.chips()[0].off
    press(screen, " ")
    assert focused(screen) is card.attach


def test_an_amendment_begins_at_the_first_mark_and_ends_where_it_was_begun(screen) -> None:
    screen.room.desk.score(CASE)
    screen.refresh()
    screen.room.settle()
    panel = screen.view.panel
    panel.signed._amend.setFocus()
    press(screen, " ")
    assert panel.cards[panel.order[0]].score.isAncestorOf(focused(screen))
    panel.foot._drop.setFocus()
    press(screen, " ")
    assert focused(screen) is panel.signed._amend


@pytest.fixture
def room_with_differences(qtbot, tmp_path: Path) -> Iterator[ReadingScreen]:
    with a_room(qtbot, tmp_path, cases=1) as room:
        case = with_more(room.desk.cases[0], "共有3.5亿人。", "There are 35 million people.")
        room.desk.correct(case)
        room.desk.correct(with_more(case, "全长120公里。", "It is 150 kilometres long."))
        made = room.screen(case.number, width=1366)
        made.room = room
        yield made
        made.leave()
        room.settle()
