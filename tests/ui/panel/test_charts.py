"""Every chart is copied, saved as a picture, a drawing or a table, and read as a plain table."""

from __future__ import annotations

import csv
import stat
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from reviewer_app.services.panel.compared_rows import WhatIf
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.palette import DARK
from reviewer_app.ui.kit.stylesheet import apply_theme, palette_in_use
from reviewer_app.ui.panel.charts.chart import chart_of
from reviewer_app.ui.panel.charts.files import FileKind, content_of, image, picture
from reviewer_app.ui.panel.charts.layout import MOST_ROWS
from reviewer_app.ui.panel.charts.provenance import Caption
from reviewer_app.ui.panel.charts.shown import Shown
from reviewer_app.ui.panel.face_page import FacePage
from tests.builders.panel import APanel, a_panel
from tests.builders.world import NOW
from tests.ui.panel.faces import Room, turn

pytestmark = pytest.mark.campaign

FACES = ["Ladder", "Experts", "Disagreements", "Links", "Sureness"]
MARKS = {
    1: (9, 8, 6, 3, 5, 9, 8, 9),
    2: (7, 6, 3, 2, 4, 2, 7, 8),
    3: (10, 8, 6, 5, 6, 9, 8, 10),
    4: (8, 7, 5, 3, 6, 2, 7, 8),
}


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("charts"), cases=8, experts=4) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if at == 5 or (pseudonym + at) % 4:
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        yield made


def shown(page: FacePage) -> Shown:
    found = page.gestures._shown()
    assert found is not None
    return found


def saved(room: Room, page: FacePage, kind: FileKind, target: Path) -> bytes:
    """What a person has in the file after choosing this kind from the menu."""
    page.gestures._choose = lambda _parent, _title, name: target / name
    room.press("Save as…")
    assert page.gestures.kinds.isVisible()
    action = next(each for each in page.gestures.kinds.actions() if each.data() == kind.value)
    action.trigger()
    page.gestures.kinds.close()
    room.settle()
    (file,) = target.iterdir()
    assert file.suffix == f".{kind.value}"
    assert str(file) in room.words()
    return file.read_bytes()


@pytest.mark.parametrize("name", FACES)
def test_a_picture_goes_to_the_clipboard(faced: Room, name: str) -> None:
    page = turn(faced, name)
    faced.press("Copy picture")
    copied = QGuiApplication.clipboard().image()
    wide, high = picture(shown(page)).size
    assert (copied.width(), copied.height()) == (2 * wide, 2 * high)


@pytest.mark.parametrize("name", FACES)
def test_a_drawing_holds_words_and_is_sharp_at_any_size(
    faced: Room, name: str, tmp_path: Path
) -> None:
    page = turn(faced, name)
    content = saved(faced, page, FileKind.SVG, tmp_path)
    assert QSvgRenderer(content).isValid()
    root = ElementTree.fromstring(content)
    text = " ".join(root.itertext())
    assert page.body.heading() in text
    assert "Your panel’s cases only" in text
    assert "Round 1" in text
    assert f"log {faced.model.state.table.log_size}" in text
    assert "image" not in {element.tag.rpartition("}")[2] for element in root.iter()}


@pytest.mark.parametrize("name", FACES)
def test_a_table_for_spreadsheets_says_where_it_comes_from(
    faced: Room, name: str, tmp_path: Path
) -> None:
    page = turn(faced, name)
    content = saved(faced, page, FileKind.CSV, tmp_path)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert "Your panel’s cases only" in {cell for row in rows for cell in row}
    table = rows[rows.index([]) + 1 :]
    chart = page.body.chart()
    assert tuple(table[0]) == chart.titles()
    assert len(table) == 1 + chart.size


def test_a_picture_file_is_crisp(faced: Room, tmp_path: Path) -> None:
    page = turn(faced, "Ladder")
    made = QImage.fromData(saved(faced, page, FileKind.PNG, tmp_path))
    drawn = image(shown(page))
    assert made.width() == 2 * picture(shown(page)).size[0]
    assert made.convertToFormat(drawn.format()) == drawn  # each pixel is as it was drawn
    assert made.dotsPerMeterX() == drawn.dotsPerMeterX()


@pytest.mark.parametrize("name", FACES)
def test_a_chart_is_read_as_a_plain_table(faced: Room, name: str) -> None:
    page = turn(faced, name)
    faced.press("As table")
    table = page.plain.table
    assert [row.texts for row in table.rows] == list(page.body.chart().rows())
    assert table.hasFocus()
    assert table.accessibleName() == page.body.heading()
    faced.press("As picture")
    assert page.body.isVisible()


def test_a_case_opens_from_the_plain_table(faced: Room) -> None:
    page = turn(faced, "Ladder")
    faced.press("As table")
    first = page.plain.table.rows[0].case
    faced.qtbot.keyClick(page.plain.table, Qt.Key.Key_Return)
    faced.settle()
    assert faced.model.case.state.opened.row.number == first


def test_an_answer_to_a_question_is_marked_as_that(faced: Room) -> None:
    page = turn(faced, "Ladder")
    case = faced.panel.case(5).number
    faced.model.comparing.ask(WhatIf(skipped=frozenset({(case, 2), (case, 4)})))
    faced.settle()
    assert shown(page).caption.warnings[1] == (
        f"What if, not the figures that count: without Expert 02 on {case}; "
        f"without Expert 04 on {case}"
    )
    assert "Place that counts" in page.body.chart().titles()


def test_a_picture_is_on_paper_in_a_dark_room_too(faced: Room) -> None:
    page, before = turn(faced, "Ladder"), palette_in_use()
    light = image(shown(page))
    apply_theme(QApplication.instance(), DARK)
    try:
        assert image(shown(page)) == light
    finally:
        apply_theme(QApplication.instance(), before)


def test_pictures_speak_chinese(faced: Room) -> None:
    page = turn(faced, "Ladder")
    languages = Languages(QApplication.instance())
    languages.use("zh_CN")
    try:
        assert "仅限本组案例" in shown(page).caption.warnings[0]
    finally:
        languages.use("en")


@pytest.mark.parametrize("kind", FileKind)
def test_a_chart_is_its_owners_alone(faced: Room, kind: FileKind, tmp_path: Path) -> None:
    saved(faced, turn(faced, "Ladder"), kind, tmp_path)
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_that_it_was_saved_is_told_until_something_else_is_done(
    faced: Room, panel: APanel, tmp_path: Path
) -> None:
    def is_told() -> bool:
        return str(tmp_path) in faced.words()

    def save() -> None:
        page.gestures._choose = lambda _parent, _title, name: tmp_path / name
        page.gestures.save(FileKind.CSV)
        faced.settle()
        assert is_told()

    page = turn(faced, "Ladder")
    save()
    turn(faced, "Experts")
    assert not is_told()
    turn(faced, "Ladder")
    assert not is_told()
    save()
    faced.model.comparing.ask(WhatIf(raw=True))
    faced.settle()
    assert not is_told()
    save()
    faced.model.case.open(panel.case(0).number)
    faced.settle()
    faced.model.case.close()
    assert not is_told()
    save()
    languages = Languages(QApplication.instance())
    languages.use("zh_CN")
    try:
        assert not is_told()
    finally:
        languages.use("en")


def test_what_cannot_be_written_is_told(faced: Room, tmp_path: Path) -> None:
    page = turn(faced, "Ladder")
    page.gestures._choose = lambda _parent, _title, name: tmp_path / "none" / name
    page.gestures.save(FileKind.CSV)
    faced.settle()
    assert faced.model.state.failure is not None
    assert faced.model.charts.saved_in is None


def test_no_cell_becomes_a_formula(faced: Room) -> None:
    turn(faced, "Ladder")
    column = Column[str]("name", lambda: "Case", lambda row: row)
    chart = chart_of("evil", [column], ["=1+1", "@cmd", "-0.35"])
    around = Caption("=heading", (), (), "", ())
    table = faced.model.state.table
    content = content_of(FileKind.CSV, Shown(chart, around, table), faced.model.clock())()
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[-3:]] == ["'=1+1", "'@cmd", "-0.35"]
    assert rows[0] == ["'=heading"]
    assert chart.as_text().splitlines()[1:] == ["'=1+1", "'@cmd", "-0.35"]


def test_a_picture_of_very_many_rows_says_that_it_is_a_part(faced: Room) -> None:
    turn(faced, "Ladder")
    column = Column[int]("n", lambda: "n", str)
    chart = chart_of("long", [column], range(3_000))
    around = Caption("Long", (), ("Not the official list",), NOW, ())
    made = picture(Shown(chart, around, faced.model.state.table))
    assert made.layout.more == f"The first {MOST_ROWS} of 3,000 rows; the table has all."
    drawn = image(Shown(chart, around, faced.model.state.table))
    assert drawn.width() * drawn.height() <= 24_000_000


def test_the_figures_of_a_case_are_taken_away(faced: Room, panel: APanel, tmp_path: Path) -> None:
    turn(faced, "Ladder")
    number = panel.case(5).number
    faced.model.case.open(number)
    faced.settle()
    faced.press("Copy picture")
    assert QGuiApplication.clipboard().image().width() >= 1520
    faced.view.gestures._choose = lambda _parent, _title, name: tmp_path / name
    faced.view.gestures.save(FileKind.CSV)
    faced.settle()
    (file,) = tmp_path.iterdir()
    assert file.name.startswith(number)
    assert str(file) in faced.words()
    rows = list(csv.reader(StringIO(file.read_text("utf-8-sig"))))
    told = {cell for row in rows for cell in row}
    assert {"Not the official list", "In all", "Benefits to humankind"} <= told
    assert any("usually" in cell and "counts" in cell for cell in told)


def test_a_case_without_a_place_has_no_figures_to_take(faced: Room, panel: APanel) -> None:
    turn(faced, "Ladder")
    faced.model.case.open(panel.case(7).number)
    faced.settle()
    buttons = faced.view.gestures.buttons
    assert [button.isEnabled() for button in buttons] == [True, True]
    faced.model.case.compare_with(None)
    assert [button.isEnabled() for button in buttons] == [False, False]
