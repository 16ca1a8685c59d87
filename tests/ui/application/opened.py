"""The whole application in its window, with hands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reviewer_app.app import Application
from tests.builders.desk import PASSPHRASE


class Opened:
    """An application that runs, locked or not."""

    def __init__(self, running: Application, qtbot: QtBot) -> None:
        self.running, self.qtbot = running, qtbot
        self.window, self.frame = running.window, running.window.frame

    @property
    def entry(self) -> QLineEdit:
        """Where the lock asks for the passphrase."""
        return self.window.findChild(QLineEdit)

    def unlock(self) -> None:
        """Give the passphrase, and wait for the desk."""
        self.entry.setText(PASSPHRASE)
        self.qtbot.keyClick(self.entry, Qt.Key.Key_Return)
        self.wait_for_desk()

    def wait_for_desk(self) -> None:
        """Until it is unlocked, and everything that begins with that has ended."""
        self.qtbot.waitUntil(lambda: self.running.inside is not None)
        self.settle()

    def settle(self) -> None:
        """Let every lane come to its end, and what follows from it."""
        for _ in range(4):
            assert self.running.lanes.database.wait_idle()
            assert self.running.lanes.network.wait_idle()

    def strip(self) -> list[str]:
        """What the strip at the foot says, part by part."""
        return [part.text for part in self.frame.strip.state.parts]
