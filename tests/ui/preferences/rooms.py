"""The preferences of an open desk, and a hand on their buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer_app.ui.preferences.screen import PreferencesScreen
from tests.ui.screens import Supplied


class PreferencesRoom:
    """The screen, shown."""

    def __init__(self, given: Supplied, qtbot: QtBot) -> None:
        self.given, self.qtbot = given, qtbot
        self.view = given.show(PreferencesScreen(given.supplies), qtbot)

    def press(self, words: str) -> None:
        (button,) = [b for b in self.view.findChildren(QPushButton) if b.text() == words]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.given.settle()
