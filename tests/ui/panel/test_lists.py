"""The lists of the rule file over real collected packets: places, firmness, minima, two rounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.text import Area, Bilingual
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.rows import DecisionView
from reviewer_app.ui.kit.buttons import IconButton, Toggle
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.lists.arranged import Arranged
from reviewer_app.ui.panel.lists.consequences import Consequences
from reviewer_app.ui.panel.lists.page import ListsPage
from reviewer_app.ui.panel.lists.rows import rows_of
from reviewer_app.ui.panel.lists.shares import AreaRow
from reviewer_app.ui.panel.lists.state import ListsState, Which
from tests.builders.panel import APanel, a_panel
from tests.builders.panel_tables import NOW, a_table
from tests.builders.sample import the_sample
from tests.ui.panel.faces import Room, press, words

pytestmark = pytest.mark.campaign

MARKS = {
    1: (9, 8, 6, 3, 5, 8, 4, 7),
    2: (7, 6, 3, 2, 4, 5, 2, 6),
    3: (10, 8, 6, 5, 6, 8, 4, 7),
    4: (8, 7, 5, 3, 6, 7, 4, 8),
}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """Every case but the last has three reviews; that one has two."""
    with a_panel(tmp_path_factory.mktemp("lists"), cases=8, experts=4, role=Role.HEAD) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if (pseudonym + at) % 4 and (pseudonym, at) != (2, 7):
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        chair = made.colleague(Role.CHAIR, "connect")
        chair.decide(made.case(0), Recommendation.OUTSTANDING, reason="the best by far")
        made.collect()
        yield made


def listed(room: Room) -> ListsPage:
    """Turn to the lists as a person does."""
    press(room, "Lists")
    room.qtbot.waitUntil(lambda: room.model.lists.state.lists is not None)
    room.settle()
    page = room.view.page()
    assert isinstance(page, ListsPage)
    return page


def places(page: ListsPage) -> Arranged:
    found = page.findChild(Arranged)
    assert found is not None
    return found


def test_the_casebook_stands_in_order_and_says_what_it_rests_on(faced: Room) -> None:
    page = listed(faced)
    rows = places(page).places.table.rows
    adjusted = [row.place.compared.adjusted for row in rows]
    assert adjusted == sorted(adjusted, reverse=True)
    said = words(faced)
    assert "7 cases by adjusted mean, from the reviews of round 1." in said
    assert "On no list, with fewer than 3 full scores: " + faced.panel.case(7).number in said
    assert "There are no more cases than the 20 places." in said


def test_outstanding_has_its_line_its_reserves_and_its_firmness(faced: Room) -> None:
    page = listed(faced)
    press(faced, "Outstanding Cases: 6")
    table = places(page).places.table
    assert [row.is_last for row in table.rows] == [False] * 5 + [True, False]
    assert [row.reserve for row in table.rows] == [None] * 6 + [1]
    faced.qtbot.waitUntil(lambda: faced.model.state.compared.sensitivity is not None)
    assert all(row.stability is not None for row in table.rows)
    said = words(faced)
    assert "Of these 6 we expect" in said
    assert "It stays on this side of the line in all 9 checks" in said  # 2, 4 experts, 3 reviews
    assert "Round 2 decides; so it stands now." in said


def test_a_decision_marks_its_case(faced: Room) -> None:
    page = listed(faced)
    copied = []
    for list_name in ("Casebook: 20", "Outstanding Cases: 6"):
        press(faced, list_name)
        faced.press("Copy table")
        copied.append(QGuiApplication.clipboard().text().splitlines())
    assert copied[1][1].endswith("Outstanding")
    assert copied[1][7].endswith("Reserve 1")
    assert len(copied[0]) == 8
    assert not any(row.differs for row in places(page).places.table.rows)


@pytest.mark.parametrize(
    ("of", "place", "now", "before", "differs"),
    [
        (Recommendation.CASEBOOK, 1, Recommendation.CASEBOOK, None, False),
        (Recommendation.CASEBOOK, 1, Recommendation.OUTSTANDING, None, False),
        (Recommendation.CASEBOOK, 1, Recommendation.NOT_IN_CASEBOOK, None, True),
        (Recommendation.CASEBOOK, 21, None, Recommendation.CASEBOOK, True),
        (Recommendation.OUTSTANDING, 1, Recommendation.CASEBOOK, None, True),
        (Recommendation.OUTSTANDING, 1, None, Recommendation.CASEBOOK, False),
        (Recommendation.OUTSTANDING, 1, None, Recommendation.NOT_IN_CASEBOOK, True),
        (Recommendation.OUTSTANDING, 7, Recommendation.OUTSTANDING, None, True),
        (Recommendation.OUTSTANDING, 7, None, None, False),
    ],
)
def test_a_decision_against_the_order_is_marked(
    of: Recommendation,
    place: int,
    now: Recommendation | None,
    before: Recommendation | None,
    differs: bool,
) -> None:
    lists = proposed(a_table(60, 15), the_sample().rules, lambda code: Bilingual(zh=code, en=code))
    assert lists is not None
    shown = lists.casebook if of is Recommendation.CASEBOOK else lists.outstanding
    rows = rows_of(shown, {})
    found = next(row for row in rows if row.place.position == place)
    decided = replace(found.place.row, decision=decided_as(now), decided_before=decided_as(before))
    assert replace(found, place=replace(found.place, row=decided)).differs is differs


def decided_as(outcome: Recommendation | None) -> DecisionView | None:
    return None if outcome is None else DecisionView("a" * 64, outcome, "agreed", (), NOW, 1)


def test_a_minimum_stands_beside_and_changes_no_list(faced: Room) -> None:
    """A chair's panel has one area: what is asked for there is met as it is."""
    page = listed(faced)
    press(faced, "Outstanding Cases: 6")
    before = [row.number for row in places(page).places.table.rows]
    (area,) = (row for row in page.findChildren(AreaRow) if row.isVisible())
    fewer, more = area.findChildren(IconButton)
    assert not fewer.isEnabled()
    for _ in range(6):
        faced.qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert "at least 6" in words(faced)
    assert "The list meets these minima as it is." in words(faced)
    assert not more.isEnabled()  # there are no more places
    assert [row.number for row in places(page).places.table.rows] == before
    for _ in range(6):
        faced.qtbot.mouseClick(fewer, Qt.MouseButton.LeftButton)
    assert "The list meets" not in words(faced)


def test_minima_name_who_would_enter_and_who_would_leave(qtbot: QtBot) -> None:
    rules = the_sample().rules
    lists = proposed(a_table(60, 15), rules, lambda code: Bilingual(zh=code, en=f"Land {code}"))
    assert lists is not None
    shown = lists.casebook
    least = min(shown.areas, key=lambda share: share.listed)
    area = Area(least.group)
    state = ListsState(lists=lists, minima={Which.CASEBOOK: {area: least.listed + 1}})
    side = Consequences()
    qtbot.addWidget(side)
    side.show_list(shown, state)
    side.show()
    said = "\n".join(label.text() for label in side.findChildren(QLabel) if label.isVisible())
    beside = shown.with_minima({area: least.listed + 1})
    enters, leaves = beside.enter[0], beside.leave[0]
    assert f"Would enter: {enters.number} (place {enters.position})" in said
    assert f"Would leave: {leaves.number} (place {leaves.position})" in said
    assert "Of that list we expect" in said
    assert f"{least.listed} of {least.among}" in said
    assert "Land " in said


def test_the_long_list_is_explained(faced: Room) -> None:
    page = listed(faced)
    toggles = [toggle.text() for toggle in page.findChildren(Toggle) if not toggle.isHidden()]
    press(faced, next(text for text in toggles if text.startswith("Long list")))
    assert "The smallest set that holds 95% of those that belong among the best 20." in words(faced)
    assert "Round 2 would read these 8 cases; 0 are left out." in words(faced)


def test_no_question_beside_the_comparison_moves_a_list(faced: Room) -> None:
    page = listed(faced)
    before = [row.number for row in places(page).places.table.rows]
    press(faced, "Ladder")
    press(faced, "By raw means")
    again = listed(faced)
    assert [row.number for row in places(again).places.table.rows] == before


def test_a_case_opens_from_its_place(faced: Room) -> None:
    page = listed(faced)
    table = places(page).places.table
    table.setFocus()
    faced.qtbot.keyClick(table, Qt.Key.Key_Return)
    faced.settle()
    assert faced.model.case.state.opened.row.number == table.rows[0].number


def test_list_and_consequences_take_turns_where_there_is_no_room(faced: Room) -> None:
    faced.view.resize(900, 700)
    arranged = places(listed(faced))
    assert arranged.turn.isVisible()
    assert arranged.places.isVisible()
    assert not arranged.side.isVisible()
    press(faced, "Areas, countries (regions) and minima")
    assert arranged.side.isVisible()
    assert not arranged.places.isVisible()


def test_it_speaks_chinese(faced: Room) -> None:
    listed(faced)
    languages = Languages(QApplication.instance())
    languages.use("zh_CN")
    try:
        said = words(faced)
        assert "个案例按校正平均分排列" in said
        assert "cases" not in said
    finally:
        languages.use("en")


def test_without_scores_it_says_what_will_come(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=1, role=Role.HEAD) as empty:
        faced = Room(qtbot, empty)
        faced.load()
        press(faced, "Lists")
        assert "Nothing can be proposed yet" in words(faced)
        assert faced.model.state.face is Face.LISTS
        faced.database.close()
        faced.network.close()
