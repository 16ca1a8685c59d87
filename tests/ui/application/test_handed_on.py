"""A file opened by the system while the app runs goes to the window that is there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.handed_on import OPENED_FOLDER, HandedOn, hand_on
from reviewer_app.ui.screen import Place
from tests.ui.application.test_application import folder, opened
from tests.ui.screens import words_of

__all__ = ["folder"]


def test_a_second_start_hands_its_files_to_the_first(
    folder: Path, qapp: QApplication, qtbot: QtBot, tmp_path: Path
):
    letter = tmp_path / "notes.txt"
    letter.write_text("See you in Nairobi.\n")
    with opened(folder, qapp, qtbot) as app:
        app.unlock()
        with opened(folder, qapp, qtbot, files=(letter,)) as second:
            assert second.running.handed_on
            assert not second.window.isVisible()
        qtbot.waitUntil(lambda: app.frame.current == Place.HANDIN)
        qtbot.waitUntil(lambda: "notes.txt cannot be used." in words_of(app.window))
        assert list((folder / OPENED_FOLDER).iterdir()) == []


def test_without_files_the_second_start_says_that_the_desk_is_open(
    folder: Path, qapp: QApplication, qtbot: QtBot
):
    with opened(folder, qapp, qtbot), opened(folder, qapp, qtbot) as second:
        assert (second.running.in_use, second.running.handed_on) == (True, False)
        assert second.window.isVisible()


def test_what_came_before_the_desk_was_open_is_told_once(tmp_path: Path, qtbot: QtBot):
    files = (tmp_path / "a.review-batch", tmp_path / "b.review-receipts")
    assert hand_on(tmp_path, files)
    assert not hand_on(tmp_path, ())
    (tmp_path / OPENED_FOLDER / "x.json").write_text('{"not": "a list"}')
    came: list[tuple[Path, ...]] = []
    handed = HandedOn(tmp_path)
    handed.came.connect(came.append)
    handed.start()
    handed.look()
    handed.stop()
    assert came == [files]


def test_where_nothing_can_be_written_nothing_is_handed_on(tmp_path: Path):
    tmp_path.joinpath(OPENED_FOLDER).write_text("a file in the way")
    assert not hand_on(tmp_path, (tmp_path / "a.review-batch",))
