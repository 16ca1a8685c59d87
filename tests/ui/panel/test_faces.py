"""The other faces of the comparison: experts, disagreements, links and sureness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.view import PanelView
from tests.builders.panel import APanel, a_panel
from tests.ui.panel.faces import Room, turn, words

pytestmark = pytest.mark.campaign

MARKS = {
    1: (9, 8, 6, 3, 5, 8, 9, 9),
    2: (7, 6, 3, 2, 4, 5, 2, 8),
    3: (10, 8, 6, 5, 6, 8, 9, 10),
    4: (8, 7, 5, 3, 6, 7, 2, 8),
}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """Four experts score seven cases, of which one divides them; two others one alone."""
    with a_panel(tmp_path_factory.mktemp("faces"), cases=8, experts=6) as made:
        for pseudonym, marks in MARKS.items():
            for at in range(7):
                made.experts[pseudonym].score(made.case(at), marks[at])
        for pseudonym in (5, 6):
            made.experts[pseudonym].score(made.case(7), 2 + 4 * (pseudonym == 6))
        made.collect()
        yield made


def table(page: FacePage) -> Table:
    return page.body.findChild(Table)


def test_experts_stand_by_pseudonym_with_their_strictness(faced: Room) -> None:
    page = turn(faced, "Experts")
    rows = table(page).rows
    assert [each.pseudonym for each in rows] == [1, 2, 3, 4, 5, 6]
    assert [each.colleagues for each in rows] == [3, 3, 3, 3, 1, 1]
    faced.qtbot.keyClick(table(page), Qt.Key.Key_Down)
    assert "Expert 02: strict by" in words(faced)
    assert "against the 3 colleagues who scored the same ones" in words(faced)
    assert "bias" not in words(faced).casefold()


def test_experts_are_never_ranked(faced: Room) -> None:
    page = turn(faced, "Experts")
    assert {column.sort for column in page.body._columns} == {""}


def test_a_case_that_divides_is_told_and_opens(faced: Room, panel: APanel) -> None:
    page = turn(faced, "Disagreements")
    torn = next(row for row in table(page).rows if "Two groups" in row.what)
    assert torn.number == panel.case(6).number
    assert torn.what.startswith("Two groups of experts stand 7.0 points apart.")
    table(page).choose(torn.key)
    faced.qtbot.keyClick(table(page), Qt.Key.Key_Return)
    faced.settle()
    assert faced.model.case.state.opened.row.number == torn.number


def test_links_count_shared_cases_and_name_what_would_tie_groups(faced: Room) -> None:
    page = turn(faced, "Links")
    rows = {row.expert: row for row in table(page).rows}
    assert rows[1].with_(2) == 7
    assert rows[1].with_(5) == 0
    said = words(faced)
    assert "2 groups of experts share no case with each other." in said
    assert "These reviews would tie the groups:" in said


def test_sureness_names_where_one_more_review_helps(faced: Room, panel: APanel) -> None:
    page = turn(faced, "Sureness")
    first = table(page).rows[0]
    assert (first.case, first.apart) == (panel.case(7).number, 4.0)
    said = words(faced)
    assert "Agreement (Krippendorff’s alpha)" in said
    parts = {chip.text() for chip in page.findChildren(Toggle) if chip.isVisible()}
    assert {"One more review would help most here", "What single changes would move"} <= parts


def test_sureness_says_why_where_no_review_would_help(faced: Room) -> None:
    page = turn(faced, "Sureness")
    compared = faced.model.state.compared
    none = replace(compared, asked=replace(compared.asked, suggestions=()))
    page.body.show_comparison(none, faced.model.state.table)
    assert not table(page).isVisible()
    assert "No case asks for one more review" in words(faced)


@pytest.mark.parametrize("name", ["Experts", "Disagreements", "Links", "Sureness"])
def test_every_face_is_copied_as_a_table(faced: Room, name: str) -> None:
    page = turn(faced, name)
    faced.press("Copy table")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + len(table(page).rows)


@pytest.mark.parametrize("name", ["Experts", "Links", "Sureness"])
def test_pictures_are_drawn(faced: Room, name: str) -> None:
    page = turn(faced, name)
    picture = table(page).grab().toImage()
    colours = {
        QColor(picture.pixel(x, y)).name()
        for x in range(0, picture.width(), 3)
        for y in range(40, picture.height(), 3)
    }
    assert len(colours) > 8


def test_a_what_if_holds_for_all_faces(faced: Room) -> None:
    page = turn(faced, "Experts")
    page._bar._without.changed.emit(("2",))
    faced.settle()
    assert [each.pseudonym for each in table(page).rows] == [1, 3, 4, 5, 6]
    page = turn(faced, "Links")
    assert [row.expert for row in table(page).rows] == [1, 3, 4, 5, 6]


def test_every_face_has_a_page(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=1, experts=1) as empty:
        faced = Room(qtbot, empty)
        faced.load()
        assert isinstance(faced.view, PanelView)
        for face in Face:
            faced.model.turn(face)
            faced.settle()
            assert faced.view.page().isVisible()
        faced.database.close()
        faced.network.close()
