"""What tests of a single screen need: lanes, the supplies of an open desk, and hands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.looks import Theme
from reviewer_app.ui.appearance import Appearance
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.screen import Lanes, Screen, Supplies, Visit
from reviewer_app.ui.syncing import Syncing
from tests.builders.desk import ADesk


@dataclass
class Supplied:
    """Supplies, and where the screen wanted to go."""

    supplies: Supplies
    visits: list[Visit] = field(default_factory=list)

    def settle(self) -> None:
        """Let every lane come to its end, and what follows from it."""
        for _ in range(4):
            assert self.supplies.lanes.database.wait_idle()
            assert self.supplies.lanes.network.wait_idle()

    def show(self, screen: Screen, qtbot: QtBot, case: str | None = None) -> QWidget:
        """Bring a screen up as the frame does."""
        screen.left.connect(self.visits.append)
        qtbot.addWidget(screen.view)
        screen.view.resize(1286, 728)
        screen.view.show()
        qtbot.waitExposed(screen.view)
        screen.enter(case)
        self.settle()
        return screen.view


@contextmanager
def supplied(desk: ADesk) -> Iterator[Supplied]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    lanes = Lanes(Lane("database"), Lane("network", 3))
    keeps = KeepsInMemory()
    appearance = Appearance(app, keeps)
    appearance.start("en", Theme.LIGHT)
    syncing = Syncing(desk.services.handin, lanes.network, lanes.database)
    try:
        yield Supplied(
            Supplies(desk.services, lanes, keeps, syncing, appearance, desk.store.folder)
        )
    finally:
        syncing.stop()
        lanes.network.close(finish=False)
        lanes.database.close()
        appearance.use_language("en")
        appearance.deleteLater()


def press(qtbot: QtBot, view: QWidget, words: str) -> None:
    """Click the visible button that says so."""
    buttons = [b for b in view.findChildren(Button) if b.text() == words and b.isVisible()]
    assert len(buttons) == 1, [b.text() for b in view.findChildren(Button) if b.isVisible()]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def words_of(view: QWidget) -> str:
    """All words in sight, a line for each label."""
    labels = [label for label in view.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels if label.text())
