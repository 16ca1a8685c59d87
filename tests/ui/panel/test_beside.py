"""What stands beside the list: the chosen case, questions and what they move, single changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, WhatIf
from reviewer_app.services.panel.home import Home
from reviewer_app.services.panel.room import PanelRoom
from reviewer_app.services.panel.sensitivity import Change
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel.case_aside import CaseAside
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.ladder.ladder import Ladder
from reviewer_app.ui.panel.opinion_card import OpinionCard
from reviewer_app.ui.panel.sureness.changes import SingleChanges
from tests.builders.panel import APanel, a_panel
from tests.ui.panel.faces import Room, press, turn, words

pytestmark = pytest.mark.campaign

MARKS = {
    1: (9, 8, 7, 3, 8, 8, 7, 8),
    2: (7, 6, 6, 2, 7, 6, 1, 6),
    3: (10, 8, 8, 5, 8, 8, 8, 7),
    4: (8, 7, 7, 3, 8, 7, 8, 7),
}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """Eight cases; expert 2 is strict, and stands far from all others on the seventh."""
    with a_panel(tmp_path_factory.mktemp("beside"), cases=8, experts=4) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if at == 6 or (pseudonym + at) % 4:
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        yield made


def climb(room: Room) -> Ladder:
    found = turn(room, "Ladder").findChild(Ladder)
    assert found is not None
    return found


def aside(room: Room) -> CaseAside:
    return room.view.page().findChild(CaseAside)


def step(room: Room, word: str) -> None:
    """Press a button of the weights by its word."""
    buttons = room.view.page().findChildren(IconButton)
    button = next(each for each in buttons if each.accessibleName() == word)
    room.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    room.settle()


def test_the_chosen_case_stands_beside_the_ladder(faced: Room) -> None:
    ladder = climb(faced)
    faced.qtbot.keyClick(ladder.table, Qt.Key.Key_Down)
    rung = ladder.current()
    assert aside(faced).isVisible()
    said = words(faced)
    assert rung.sentence in said
    assert "How each score counts" in said
    assert "90%:" in said
    assert "Countries (regions)" in said


def test_without_room_it_is_told_below(faced: Room) -> None:
    ladder = climb(faced)
    faced.view.resize(943, 600)
    assert not aside(faced).isVisible()
    assert f"{ladder.current().case.number}  Mean" in words(faced)


def test_a_case_says_how_each_score_counts_and_what_stands_apart(
    faced: Room, panel: APanel
) -> None:
    climb(faced)
    faced.model.case.open(panel.case(6).number)
    faced.settle()
    said = words(faced)
    assert "counts" in next(
        label for label in said.splitlines() if label.startswith("1.00 in all, usually")
    )
    assert "the colleagues’ scores point to" in said
    assert len(faced.view.page().findChildren(OpinionCard)) == 4


def test_a_review_is_left_out_from_its_case(faced: Room, panel: APanel) -> None:
    climb(faced)
    faced.model.case.open(panel.case(6).number)
    faced.settle()
    step(faced, "What if without the review of Expert 02")
    asked = faced.model.comparing._state.what_if
    assert asked == WhatIf(skipped=frozenset({(panel.case(6).number, 2)}))
    assert faced.model.state.face is Face.LADDER
    assert faced.view.page().findChild(Ladder).isVisible()


def test_weights_go_step_by_step_and_back(faced: Room) -> None:
    climb(faced)
    before = faced.model.state.comparison
    press(faced, "Other weights")
    step(faced, "Benefits to humankind: more weight")
    step(faced, "Benefits to humankind: more weight")
    asked = faced.model.state.compared.what_if.weights
    assert asked == {"conceptual_fit": 1, "international_cooperativeness": 1, "benefits": 3}
    assert "3 · 60%" in words(faced)
    faced.press("Back to the figures that count")
    faced.settle()
    assert faced.model.state.compared.what_if == NOTHING_ASKED
    assert faced.model.state.comparison == before


def test_what_moves_is_told_and_marked(faced: Room, panel: APanel) -> None:
    ladder = climb(faced)
    seventh = panel.case(6).number
    faced.model.comparing.ask(WhatIf(skipped=frozenset({(seventh, 2)})))
    faced.settle()
    moved = {each.number for each in faced.model.state.compared.moved}
    assert seventh in moved
    assert "As if: cases at another place in this panel:" in words(faced)
    rows = ladder.table.rows
    assert {rung.case.number for rung in rows if rung.moved} == moved
    place = ladder.chart().columns[0]
    assert place.shapes.count(Shape.WARNING) == len(moved)
    own = next(rung for rung in rows if rung.case.number == seventh)
    assert own.before != own.case.place


def test_the_newest_question_wins(faced: Room) -> None:
    climb(faced)
    for expert in (1, 2, 3, 4):
        faced.model.comparing.ask(WhatIf(without=frozenset({expert})))
    faced.settle()
    assert [each.pseudonym for each in faced.model.state.comparison.experts] == [1, 2, 3]


def test_single_changes_are_listed_and_shown(faced: Room) -> None:
    turn(faced, "Sureness")
    press(faced, "What single changes would move")
    changes = faced.view.page().findChild(SingleChanges)
    rows = changes.table.rows
    assert [row.change for row in rows[:2]] == [Change.RAW, Change.ROBUST]
    reviews = sum(case.reviews for case in faced.model.state.comparison.cases)
    assert f"Left out in turn: experts 4, reviews {reviews}." in words(faced)
    row = next(row for row in rows if row.cases)
    changes.table.choose((row.change.value, row.case or "", row.expert or 0))
    faced.qtbot.keyClick(changes.table, Qt.Key.Key_Return)
    faced.settle()
    assert faced.model.state.face is Face.LADDER
    assert faced.model.state.compared.what_if == row.asks
    crossing = {each.number for each in faced.model.state.compared.moved if each.crosses}
    assert {case.case for _, cases in row.crossed for case in cases} == crossing


def test_the_own_country_is_said_to_be_unknown(faced: Room) -> None:
    turn(faced, "Experts")
    assert "is not known here" in words(faced)


def test_where_it_is_told_the_own_country_is_measured_and_marked(
    faced: Room, panel: APanel
) -> None:
    desk = panel.desk.services.panel
    homes = {(panel.case(at).number, 3): Home.APPLICANT for at in (0, 2, 4)}
    faced.model.comparing._panel = PanelRoom(
        desk._store, desk._signer, desk._network, desk._preparing, homes=lambda _: homes
    )
    turn(faced, "Experts")
    said = words(faced)
    assert "Reviews from the applicant’s country (region): " in said
    assert "points against what colleagues from elsewhere say, in" in said
    assert "p = " in said
    assert "Reviews from another country (region) involved: too few to tell." in said
    turn(faced, "Ladder")
    faced.view.page().body.chosen.emit(panel.case(0).number)
    assert "Expert 03: from the applicant’s country (region)" in words(faced)


def test_a_case_beside_a_question_says_that_it_is_as_if(faced: Room) -> None:
    climb(faced)
    faced.model.comparing.ask(WhatIf(raw=True))
    faced.settle()
    assert "As if: by raw means. These are not the figures that count." in words(faced)
    faced.press("Back to the figures that count")
    faced.settle()
    assert "As if:" not in words(faced)
