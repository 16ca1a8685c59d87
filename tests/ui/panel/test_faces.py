"""The other faces of the comparison: experts, disagreements, links and sureness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.remarks import Suggestion
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.rows import CellState
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.disagreements.words import split
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.requests.card import RequestCard
from reviewer_app.ui.panel.sureness.words import sureness, waiting
from reviewer_app.ui.panel.view import PanelView
from reviewer_app.ui.panel.writing import Writing
from tests.builders.panel import APanel, a_panel
from tests.builders.panel_tables import a_table
from tests.builders.sample import the_sample
from tests.builders.world import NOW
from tests.ui.panel.faces import Room, press, turn, words

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


def test_sureness_says_what_a_case_lacks_and_leads_to_asking_for_an_expert(
    faced: Room, panel: APanel
) -> None:
    page = turn(faced, "Sureness")
    table_, found = faced.model.state.table, faced.model.state.compared
    number = panel.case(6).number
    row = next(each for each in table_.rows if each.number == number)
    cannot = replace(row, overall=replace(row.overall, n=2, cannot_judge=3))
    shown = replace(table_, rows=tuple(cannot if each is row else each for each in table_.rows))
    lacks = Suggestion(number, None, None, lacking=1)
    asked = replace(found.asked, fewest=3, suggestions=(lacks,))
    page.body.show_comparison(replace(found, asked=asked), shown)
    line = page.body.chart().as_text().splitlines()[1]
    assert "2 of 3 full scores; “cannot judge”: 3" in line
    faced.press("Ask for another expert…")
    faced.settle()
    assert faced.model.case.state.opened.row.number == number
    assert faced.view.findChild(RequestCard).findChild(Writing).isVisible()


def test_sureness_judges_the_line_at_which_a_case_is_most_open(faced: Room, panel: APanel) -> None:
    page = turn(faced, "Sureness")
    shown = faced.model.state.compared
    number = panel.case(0).number
    open_ = Suggestion(number, None, 0.24, target=6)
    cases = tuple(
        replace(each, among={6: 0.41, 20: 1.0}) if each.number == number else each
        for each in shown.asked.cases
    )
    asked = replace(shown.asked, cases=cases, suggestions=(open_,), targets=(6, 20))
    page.body.show_comparison(replace(shown, asked=asked), faced.model.state.table)
    assert "best 6: 41%" in page.body.chart().as_text()


@pytest.mark.parametrize("name", ["Scores", "Ladder", "Experts", "Sureness"])
def test_no_hash_stands_below_a_heading(faced: Room, name: str) -> None:
    press(faced, name)
    said = words(faced)
    found = faced.model.state.comparison
    assert name == "Scores" or "Full scores that count: 30, each verified" in said
    grounds = faced.model.listing.state.listing.head.grounds
    hashes = (grounds.log_root, grounds.rubric)
    if found is not None:
        hashes += (found.inputs, found.rules, found.seed or "none")
    assert [each for each in hashes if each[:8] in said] == []


def test_what_was_checked_has_the_hashes(faced: Room) -> None:
    turn(faced, "Ladder")
    press(faced, "Checked")
    said, found = words(faced), faced.model.state.comparison
    hashes = (found.inputs, found.rules, found.seed, faced.model.state.table.log_root)
    assert all(each[:24] in said for each in hashes)


def test_a_split_of_recommendations_is_named_beside_the_flags() -> None:
    table_ = a_table(3, 8)
    evenly = {Recommendation.CASEBOOK: 2, Recommendation.NOT_IN_CASEBOOK: 2}
    nearly = {Recommendation.CASEBOOK: 4, Recommendation.NOT_IN_CASEBOOK: 1}
    rows = [
        replace(row, recommendations=each)
        for row, each in zip(table_.rows[:2], (evenly, nearly), strict=True)
    ]
    assert split(rows).endswith(f": {rows[0].number}.")
    assert split(rows[1:]) == split([replace(rows[0], withheld=True)]) == ""


def test_a_long_list_of_all_says_so() -> None:
    found = compared(a_table(12, 8), the_sample().rules)
    assert found is not None
    listed = replace(found, long_list=tuple(each.number for each in found.ranked))
    assert f"is all {len(found.ranked)} cases." in "\n".join(sureness(listed))
    fewer = replace(found, long_list=listed.long_list[:3])
    assert "A long list of 3 cases would hold 95%" in "\n".join(sureness(fewer))


def test_sureness_counts_the_cases_whose_reviews_are_still_to_come() -> None:
    table_ = a_table(3, 8)
    assert table_.round is not None
    first, *others = table_.rows
    cells = tuple(replace(cell, state=CellState.MISSING) for cell in first.cells)
    few = replace(first, cells=cells, overall=replace(first.overall, n=0))
    waits = replace(table_, rows=(few, *others))
    assert [line[-3:] for line in waiting(waits, 3)] == [" 1."]
    assert waiting(waits, len(cells) + 1) == waiting(table_, 1) == []
    closed = table_.round.model_copy(update={"closed": NOW})
    assert waiting(replace(waits, round=closed), 3) == []


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
