"""Preferences take effect at once and are remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from reviewer_app.services.settings import EN_SIZE, INTERFACE_SIZE, LANGUAGE, THEME, ZH_SIZE
from reviewer_app.ui.kit.fonts import READING_PX
from reviewer_app.ui.kit.palette import DARK
from reviewer_app.ui.kit.stylesheet import TEXT_PX, palette_in_use
from tests.builders.desk import a_desk
from tests.ui.preferences.rooms import PreferencesRoom
from tests.ui.screens import supplied, words_of


class Room(PreferencesRoom):
    def press_icon(self, name: str) -> None:
        (button,) = [b for b in self.view.findChildren(QToolButton) if b.accessibleName() == name]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def kept(self, key: str) -> str | None:
        return self.given.supplies.keeps.get(key)


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with a_desk(tmp_path, cases=1) as desk, supplied(desk) as given:
        yield Room(given, qtbot)


def test_the_language_changes_every_word_and_is_kept(room: Room, qapp: QApplication):
    assert "Preferences" in words_of(room.view)
    room.press("简体中文")
    room.qtbot.waitUntil(lambda: "Preferences" not in words_of(room.view))
    assert room.kept(LANGUAGE) == "zh_CN"


def test_the_theme_dresses_the_windows_and_is_kept(room: Room):
    room.press("Dark")
    assert palette_in_use() is DARK
    assert room.kept(THEME) == "dark"


def test_each_language_has_its_own_size(room: Room):
    room.press_icon("Chinese: larger")
    room.press_icon("English: smaller")
    assert (room.kept(ZH_SIZE), room.kept(EN_SIZE)) == ("18", "15")
    assert "18 px" in words_of(room.view)


def test_a_size_ends_at_the_largest(room: Room):
    for _ in range(40):
        room.press_icon("Chinese: larger")
    assert room.kept(ZH_SIZE) == str(READING_PX[1])


def test_the_reading_text_grows_with_the_interface_until_a_size_is_chosen(room: Room):
    assert {"17 px", "16 px"} <= set(words_of(room.view).splitlines())
    room.press("150%")
    assert {"26 px", "25 px"} <= set(words_of(room.view).splitlines())
    room.press_icon("Chinese: smaller")
    room.press("100%")
    assert {"25 px", "16 px"} <= set(words_of(room.view).splitlines())


def test_the_folder_of_the_profile_is_told(room: Room):
    assert str(room.given.supplies.folder) in words_of(room.view)


def test_the_interface_grows_at_once_and_is_kept(room: Room, qapp: QApplication):
    (button,) = [b for b in room.view.findChildren(QPushButton) if b.text() == "Dark"]
    usual = button.sizeHint()
    room.press("200%")
    assert qapp.font().pixelSize() == 2 * TEXT_PX
    assert button.sizeHint().height() > 1.3 * usual.height()
    assert room.kept(INTERFACE_SIZE) == "200"
    room.press("100%")
    assert button.sizeHint() == usual
