"""The reading screen on a real desk, and short ways to look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.reading.screen import ReadingScreen, make_screen
from reviewer_app.ui.screen import Lanes
from tests.builders.desk import ADesk, a_desk

ZH, EN = Language.ZH, Language.EN


class Clock:
    """A steady clock that only a test moves on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Room:
    """A desk with its lanes; screens made here are put away at the end."""

    def __init__(self, qtbot, desk: ADesk) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.lanes = Lanes(Lane("database"), Lane("network", 3))
        self.keeps = KeepsInMemory()
        self.clock = Clock()

    @contextmanager
    def afresh(self, qtbot) -> Iterator[None]:
        """The same desk for another test, which remembers nothing of the one before."""
        self.qtbot, self.keeps = qtbot, KeepsInMemory()
        yield
        self.settle()

    def begin(self) -> None:
        """Let the lanes' threads be there before a test looks what it started."""
        owner = QObject()
        for lane in (self.lanes.database, self.lanes.network):
            lane.run(int, owner=owner, done=str, failed=str)
        self.settle()

    def supplies(self, **more):
        given = {"syncing": None, "appearance": None, "folder": Path()}
        return SimpleNamespace(
            services=self.desk.services, lanes=self.lanes, keeps=self.keeps, **{**given, **more}
        )

    def screen(self, number: str | None = None, *, width: int = 1280) -> ReadingScreen:
        """A reading screen in sight, with this case open."""
        made = make_screen(self.supplies(), self.clock)
        self.qtbot.addWidget(made.view)
        made.view.resize(width, 720)
        with self.qtbot.waitExposed(made.view):
            made.view.show()
        if number is not None:
            made.enter(number)
            self.settle()
        return made

    def settle(self) -> None:
        """Until everything given to the lanes is done and drawn."""
        for lane in (self.lanes.database, self.lanes.network, self.lanes.database):
            assert lane.wait_idle(20)
        QApplication.sendPostedEvents()

    def read_on(self, screen: ReadingScreen, seconds: float) -> None:
        """Somebody sits before the screen so long."""
        with self.qtbot.waitActive(screen.view):
            screen.view.activateWindow()
        self.clock.now += seconds
        screen.reading.whereabouts.look()

    def answers(self, number: str):
        """What the desk keeps."""
        return self.desk.services.desk.open(number).answers

    def close(self) -> None:
        self.lanes.database.close()
        self.lanes.network.close()


@contextmanager
def a_room(qtbot, tmp_path: Path, cases: int = 4) -> Iterator[Room]:
    """A released desk with the first cases of the sample."""
    apply_theme(QApplication.instance(), LIGHT)
    with a_desk(tmp_path, cases=cases) as desk:
        room = Room(qtbot, desk)
        yield room
        room.close()


def pane(screen: ReadingScreen, language: Language):
    return screen.view.middle.texts.pair.panes[language]


def select(screen: ReadingScreen, language: Language, block: int, start: int, end: int) -> None:
    """Select by UTF-16 offsets of a block, as a person drags."""
    there = pane(screen, language)
    cursor = QTextCursor(there.document().findBlockByNumber(block))
    at = cursor.position()
    cursor.setPosition(at + start)
    cursor.setPosition(at + end, QTextCursor.MoveMode.KeepAnchor)
    there.setTextCursor(cursor)
    there.setFocus()
