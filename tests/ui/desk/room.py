"""The desk's screen in sight, on a desk with real services."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.desk.screen import DeskScreen
from tests.builders.desk import ADesk
from tests.ui.screens import Supplied


class DeskRoom:
    """Knows the desk, its screen and the view; each test's own room has hands for what it tries."""

    def __init__(self, desk: ADesk, given: Supplied, qtbot: QtBot) -> None:
        self.desk, self.given, self.qtbot = desk, given, qtbot
        self.screen = DeskScreen(given.supplies)
        self.view: QWidget = given.show(self.screen, qtbot)
