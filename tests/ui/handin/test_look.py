"""Hand-in says what may be worth a second look before more is sent, and leads to it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from review_protocol.documents.score import LanguageRead
from reviewer_app.ui.handin.screen import make_screen
from reviewer_app.ui.screen import Place
from tests.builders.desk import a_desk, some_answers
from tests.ui.screens import press, supplied, words_of


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ((7, 7, 4), ["Cases with the same marks: 2", "Not signed yet: 9"]),
        ((7, 4), ["No two cases have marks that are the same or close.", "Not signed yet: 9"]),
        ((3, 3, 4, 6, 6, 6, 8, 8, 9), ["Your last cases are marked higher than the first: 5.0"]),
    ],
)
def test_ties_and_drift_are_told_before_hand_in(
    qtbot: QtBot, tmp_path: Path, marks: tuple[int, ...], said: list[str]
) -> None:
    with a_desk(tmp_path, cases=10) as desk, supplied(desk) as given:
        for number, mark in zip(desk.numbers, marks, strict=False):
            desk.services.scoring.keep(number, some_answers(mark))
        desk.services.signing.sign(desk.numbers[0], LanguageRead.BOTH)
        view = given.show(make_screen(given.supplies), qtbot)
        assert "Before you hand in" in words_of(view)
        assert all(each in words_of(view) for each in said)
        press(qtbot, view, "Look over your marks")
        assert [visit.place for visit in given.visits] == [Place.OVERVIEW]


def test_with_one_case_there_is_nothing_to_compare(qtbot: QtBot, tmp_path: Path) -> None:
    with a_desk(tmp_path, cases=3) as desk, supplied(desk) as given:
        desk.score(desk.numbers[0])
        view = given.show(make_screen(given.supplies), qtbot)
        assert "Before you hand in" not in words_of(view)
