"""The ladder over real collected packets: order, lines, sentences, and what if."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.palette import PALETTES
from reviewer_app.ui.panel.face_page import FacePage
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.ladder.ladder import Ladder
from reviewer_app.ui.panel.ladder.rung import Scale, paint_rung
from tests.builders.panel import APanel, a_panel
from tests.ui.panel.test_panel import Room

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


@pytest.fixture
def room(qtbot: QtBot, panel: APanel) -> Iterator[Room]:
    made = Room(qtbot, panel)
    made.load()
    yield made
    made.database.close()
    made.network.close()


def climb(room: Room) -> Ladder:
    """Turn to the ladder as a person does."""
    face = next(b for b in room.view.page().findChildren(Toggle) if b.text() == "Ladder")
    room.qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
    room.settle()
    assert isinstance(room.view.page(), FacePage)
    found = room.view.page().findChild(Ladder)
    assert found is not None
    return found


def press(room: Room, text: str) -> None:
    chip = next(b for b in room.view.page().findChildren(Toggle) if b.text() == text)
    room.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    room.settle()


def shown(room: Room) -> str:
    labels = room.view.page().findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_cases_stand_in_order_with_a_line_at_each_target(room: Room) -> None:
    rows = climb(room).table.rows
    assert [rung.case.place for rung in rows] == sorted(rung.case.place for rung in rows)
    targets = room.model.state.comparison.targets
    lines = [at for at, rung in enumerate(rows, 1) if rung.last_of]
    assert lines == [target for target in targets if target < len(rows)]


def test_the_chosen_case_says_why_it_stands_there(room: Room) -> None:
    ladder = climb(room)
    room.qtbot.keyClick(ladder.table, Qt.Key.Key_Down)
    rung = ladder.current()
    said = shown(room)
    assert rung.case.place == 2
    assert f"{rung.case.number}  Mean" in said
    assert "stricter than their colleagues" in said
    assert "usually" in said
    assert "Among the best" in said


def test_a_case_opens_from_the_ladder_and_comes_back_to_it(room: Room) -> None:
    ladder = climb(room)
    room.qtbot.keyClick(ladder.table, Qt.Key.Key_Return)
    room.settle()
    assert room.model.case.state.opened.row.number == ladder.table.rows[0].case.number
    room.model.case.close()
    assert isinstance(room.view.page(), FacePage)


def test_headers_sort_and_lines_are_drawn_only_in_the_lists_order(room: Room) -> None:
    ladder = climb(room)
    header = ladder.table.horizontalHeader()
    header.sectionClicked.emit(3)  # the raw mean
    rows = ladder.table.rows
    assert [rung.case.raw for rung in rows] == sorted(rung.case.raw for rung in rows)
    assert {rung.last_of for rung in rows} == {None}


def test_what_if_stands_beside_and_is_taken_back(room: Room) -> None:
    climb(room)
    before = room.model.state.comparison
    press(room, "By raw means")
    raw = [case.raw for case in room.model.state.comparison.cases]
    assert raw == sorted(raw, reverse=True)
    press(room, "By raw means")
    assert room.model.state.comparison == before


def test_an_expert_is_left_out(room: Room) -> None:
    climb(room)
    page = room.view.page()
    page._bar._without.changed.emit(("2",))
    room.settle()
    assert [each.pseudonym for each in room.model.state.comparison.experts] == [1, 3, 4]
    assert page._bar._without.text() == "Expert 02"


def test_the_whole_ladder_is_copied_as_a_table(room: Room) -> None:
    climb(room)
    room.press("Copy table")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 9
    assert lines[0].split("\t")[:2] == ["Place", "Case"]


def test_it_speaks_chinese(room: Room) -> None:
    climb(room)
    languages = Languages(QApplication.instance())
    languages.use("zh_CN")
    try:
        said = shown(room)
        assert "校正" in said
        assert "Mean" not in said
        assert (
            room.view.page()
            .findChild(Ladder)
            .table.model()
            .headerData(0, Qt.Orientation.Horizontal)
        )
    finally:
        languages.use("en")


def test_before_any_score_it_says_what_will_come(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=1) as empty:
        room = Room(qtbot, empty)
        room.load()
        face = next(b for b in room.view.page().findChildren(Toggle) if b.text() == "Ladder")
        room.qtbot.mouseClick(face, Qt.MouseButton.LeftButton)
        room.settle()
        assert "Nothing can be compared yet" in shown(room)
        assert room.model.state.face is Face.LADDER
        room.database.close()
        room.network.close()


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_dot_and_ring_are_apart_by_shape_in_every_theme(room: Room, palette) -> None:
    climb(room)
    case = max(room.model.state.comparison.cases, key=lambda each: abs(each.raw - each.adjusted))
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
