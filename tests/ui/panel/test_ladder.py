"""The ladder over real collected packets: order, lines, sentences, and what if."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.palette import PALETTES
from reviewer_app.ui.panel.charts.scale import Scale
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.ladder.ladder import Ladder
from reviewer_app.ui.panel.ladder.rung import paint_rung
from tests.builders.panel import APanel, a_panel
from tests.ui.panel.faces import Room, press, turn, words

MARKS = {
    1: (9, 8, 6, 3, 5, 8, 4, 7),
    2: (7, 6, 3, 2, 4, 5, 2, 6),
    3: (10, 8, 6, 5, 6, 8, 4, 7),
    4: (8, 7, 5, 3, 6, 7, 4, 8),
}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("ladder"), cases=8, experts=4) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if (pseudonym + at) % 4:
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        yield made


def climb(room: Room) -> Ladder:
    """Turn to the ladder as a person does."""
    found = turn(room, "Ladder").findChild(Ladder)
    assert found is not None
    return found


def test_cases_stand_in_order_with_a_line_at_each_target(faced: Room) -> None:
    rows = climb(faced).table.rows
    assert [rung.case.place for rung in rows] == sorted(rung.case.place for rung in rows)
    targets = faced.model.state.comparison.targets
    lines = [at for at, rung in enumerate(rows, 1) if rung.last_of]
    assert lines == [target for target in targets if target < len(rows)]


def test_the_chosen_case_says_why_it_stands_there(faced: Room) -> None:
    faced.view.resize(943, 600)  # too narrow for a case beside: it is told below
    ladder = climb(faced)
    faced.qtbot.keyClick(ladder.table, Qt.Key.Key_Down)
    rung = ladder.current()
    said = words(faced)
    assert rung.case.place == 2
    assert f"{rung.case.number}  Mean" in said
    assert "stricter than their colleagues" in said
    assert "usually" in said
    assert "Where it stands among all cases: when the head has issued the comparison." in said


def test_a_case_opens_from_the_ladder_and_comes_back_to_it(faced: Room) -> None:
    ladder = climb(faced)
    faced.qtbot.keyClick(ladder.table, Qt.Key.Key_Return)
    faced.settle()
    assert faced.model.case.state.opened.row.number == ladder.table.rows[0].case.number
    faced.model.case.close()
    assert isinstance(faced.view.page(), FacePage)


def test_headers_sort_and_lines_are_drawn_only_in_the_lists_order(faced: Room) -> None:
    ladder = climb(faced)
    header = ladder.table.horizontalHeader()
    header.sectionClicked.emit(3)  # the raw mean
    rows = ladder.table.rows
    assert [rung.case.raw for rung in rows] == sorted(rung.case.raw for rung in rows)
    assert {rung.last_of for rung in rows} == {None}


def test_what_if_stands_beside_and_is_taken_back(faced: Room) -> None:
    climb(faced)
    before = faced.model.state.comparison
    press(faced, "By raw means")
    raw = [case.raw for case in faced.model.state.comparison.cases]
    assert raw == sorted(raw, reverse=True)
    press(faced, "By raw means")
    assert faced.model.state.comparison == before


def test_an_expert_is_left_out(faced: Room) -> None:
    climb(faced)
    page = faced.view.page()
    page._bar._without.changed.emit(("2",))
    faced.settle()
    assert [each.pseudonym for each in faced.model.state.comparison.experts] == [1, 3, 4]
    assert page._bar._without.text() == "Expert 02"


def test_the_whole_ladder_is_copied_as_a_table(faced: Room) -> None:
    climb(faced)
    faced.press("Copy table")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 9
    assert lines[0].split("\t")[:2] == ["In panel", "Case"]


def test_it_speaks_chinese(faced: Room) -> None:
    climb(faced)
    languages = Languages(QApplication.instance())
    languages.use("zh_CN")
    try:
        said = words(faced)
        assert "校正" in said
        assert "Mean" not in said
        assert (
            faced.view.page()
            .findChild(Ladder)
            .table.model()
            .headerData(0, Qt.Orientation.Horizontal)
        )
    finally:
        languages.use("en")


def test_before_any_score_it_says_what_will_come(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=1) as empty:
        faced = Room(qtbot, empty)
        faced.load()
        press(faced, "Ladder")
        assert "Nothing can be compared yet" in words(faced)
        assert faced.model.state.face is Face.LADDER
        focused = QApplication.focusWidget()  # not on a button that happens to come first
        assert isinstance(focused, Toggle)
        assert focused.text() == "Ladder"
        faced.database.close()
        faced.network.close()


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_dot_and_ring_are_apart_by_shape_in_every_theme(faced: Room, palette) -> None:
    climb(faced)
    case = max(faced.model.state.comparison.cases, key=lambda each: abs(each.raw - each.adjusted))
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    box = QRectF(0, 0, 400, 30)
    paint_rung(painter, box, case, Scale(1, 10), palette)
    painter.end()
    scale = Scale(1, 10)
    dot = image.pixelColor(round(scale.at(case.adjusted, box)), 15)
    ring = image.pixelColor(round(scale.at(case.raw, box)), 15)
    assert dot == QColor(palette.accent)
    assert ring != QColor(palette.accent)


def test_the_scale_names_both_ends_and_what_has_room_between() -> None:
    assert Scale(1, 10).figures(400) == tuple(range(1, 11))
    assert Scale(3, 10).figures(100) == (3, 6, 8, 10)
    assert Scale(1, 10).figures(30) == (1, 10)
    signed = Scale(-1, 1, signed=True)
    assert [signed.figure(point) for point in signed.figures(200)] == ["−1", "0", "+1"]


def test_the_header_of_the_rungs_is_their_scale_and_words_name_the_marks(faced: Room) -> None:
    table = climb(faced).table
    header = table.horizontalHeader()
    place = next(i for i, column in enumerate(table.model().columns) if column.key == "rung")
    box = (header.sectionViewportPosition(place), 0, header.sectionSize(place), header.height())
    before = header.grab().toImage().copy(*box)
    table.parentWidget()._scale = Scale(1, 10)
    header.viewport().update()
    assert header.grab().toImage().copy(*box) != before
    said = words(faced)
    assert "● adjusted mean   ○ raw mean   ━ where it lies with 90%" in said
    found = faced.model.state.comparison
    lines = [f"The thick line: here the best {each} end." for each in found.targets if each < 8]
    assert [line for line in lines if line in said] == lines
