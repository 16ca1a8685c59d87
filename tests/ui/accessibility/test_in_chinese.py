"""Every screen in Chinese: nothing that is heard there is left in English."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.accessibility import heard
from tests.ui.accessibility.walk import PEOPLE, walk

pytestmark = pytest.mark.campaign


@pytest.mark.parametrize("who", PEOPLE)
def test_names_and_descriptions_are_chinese(who, qapp: QApplication, tmp_path):
    found: list[str] = []
    screens: list[str] = []

    def look(screen: str, window: QWidget) -> None:
        screens.append(screen)
        found.extend(f"{screen}: {words}" for words in heard.untranslated(window))

    with PEOPLE[who](tmp_path) as (room, rooms):
        room.supplies.appearance.use_language("zh_CN")
        walk(room, rooms, (1366, 768), look)
    assert screens
    assert found == []
