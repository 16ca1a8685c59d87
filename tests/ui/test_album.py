"""The album: every room has a picture, the story takes each of them, and none is left out."""

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from reviewer_app.app import UNLOCK, WELCOME
from reviewer_app.demo.album import CHAPTERS, SHOTS, left_out
from reviewer_app.demo.index import TITLES, index, pictures_in
from reviewer_app.demo.looks import FEW, LOOKS
from reviewer_app.demo.pictures import Pictures, seen
from reviewer_app.demo.screens import FORM as SAVED
from reviewer_app.demo.screens import INDEX
from reviewer_app.demo.thinning import STEP, thinned
from reviewer_app.ui.inside import ACCEPT
from reviewer_app.ui.screen import Place

STORY = Path(__file__).parents[2] / "reviewer_app" / "demo"
TAKING = {"picture", "pictures", "picture_opened"}
ONLY_IN_THE_STORY = {"preferences-dark", "desk-dark", "dark"}
FORM = "png"
KEPT = Path(__file__).parents[2] / "docs" / "screens"
MOST_BYTES = 15_000_000


def taken_by_the_story() -> Iterator[str]:
    for path in STORY.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            if named and node.func.attr in TAKING and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant) and isinstance(name.value, str):
                    yield name.value


def test_every_room_has_a_picture():
    assert {shot.room for shot in SHOTS.values()} == {*Place, WELCOME, ACCEPT, UNLOCK}


def test_the_story_takes_every_picture_of_the_album_and_no_other():
    assert set(taken_by_the_story()) - ONLY_IN_THE_STORY == set(SHOTS)


def test_no_name_is_there_twice():
    assert len(SHOTS) == sum(map(len, CHAPTERS.values()))


def test_what_has_no_picture_is_told_with_its_look():
    wanted = {
        (shot.name, look.name) for shot in SHOTS.values() for look in LOOKS if shot.look(look)
    }
    assert left_out(wanted) == []
    assert left_out(wanted - {("desk", "chinese-dark")}) == ["desk (chinese-dark)"]
    without_paper = {(name, look) for name, look in wanted if name != "reading-paper"}
    light = "english, chinese, english-200, chinese-200"
    assert left_out(without_paper) == [f"reading-paper ({light})"]


def test_the_page_leads_to_every_picture(tmp_path: Path, qtbot: QtBot):
    window = QLabel("a window")
    qtbot.addWidget(window)
    camera = Pictures(tmp_path, FORM, numbered=False)
    for name, look in (("desk", "english"), ("welcome", "chinese-dark")):
        camera.take(window, name, look)
    assert pictures_in(tmp_path, FORM) == {("desk", "english"), ("welcome", "chinese-dark")}
    page = index(CHAPTERS, FORM)
    for path in tmp_path.glob(f"*/*.{FORM}"):
        assert f"({path.parent.name}/{path.name})" in page
    assert set(TITLES) == {look.name for look in LOOKS}


def test_all_of_the_album_is_kept_with_the_page_that_leads_to_it():
    kept = {path.relative_to(KEPT).as_posix(): path.stat().st_size for path in KEPT.glob("*/*")}
    assert left_out(pictures_in(KEPT, SAVED)) == []
    wanted = {
        f"{look.name}/{shot.name}.{SAVED}"
        for shot in SHOTS.values()
        for look in LOOKS
        if shot.look(look)
    }
    assert set(kept) == wanted
    assert sum(kept.values()) <= MOST_BYTES
    assert (KEPT / INDEX).read_text(encoding="utf-8") == index(CHAPTERS, SAVED)


def test_every_room_is_seen_in_all_looks():
    for room in {shot.room for shot in SHOTS.values()}:
        assert any(all(map(shot.look, LOOKS)) for shot in SHOTS.values() if shot.room == room), room


def test_another_state_is_pictured_in_each_language_each_colour_and_each_size():
    seen = [look for look in LOOKS if look.name in FEW]
    for kind in ("language", "theme", "size"):
        of_all = {getattr(look, kind) for look in LOOKS}
        assert {getattr(look, kind) for look in seen} == of_all


def test_a_thinned_picture_keeps_its_grounds_and_changes_no_colour_by_more_than_half_a_step(
    qtbot: QtBot,
):
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("#F4F5F7"))
    painter = QPainter(picture)
    painter.fillRect(0, 0, 300, 60, QColor("#0B5CAD"))
    for x in range(256):
        painter.fillRect(x, 100, 1, 1, QColor(x, 255 - x, x // 2))
    painter.end()
    thin = thinned(picture)
    assert thin.size() == picture.size()
    assert thin.pixelColor(10, 10) == QColor("#0B5CAD")
    assert thin.pixelColor(10, 150) == QColor("#F4F5F7")
    for x in range(256):
        was, now = picture.pixelColor(x, 100), thin.pixelColor(x, 100)
        far = max(abs(a - b) for a, b in zip(was.getRgb(), now.getRgb(), strict=True))
        assert far <= STEP // 2


def test_a_picture_shows_the_menu_that_stands_over_the_window(qtbot: QtBot):
    window = QLabel()
    window.resize(400, 300)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    alone = seen(window)
    menu = QMenu(window)
    menu.addAction("Attach")
    with qtbot.waitExposed(menu):
        menu.popup(window.mapToGlobal(window.rect().center()))
    assert seen(window) != alone
    menu.close()
