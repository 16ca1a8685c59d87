"""Goes through every screen of every role in the window's frame, and looks at each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from review_protocol.documents.people import Role
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.panel.listing.table import ListTable
from reviewer_app.ui.reading.outline_entry import OutlineEntry
from reviewer_app.ui.rooms import ROOMS, Room, rail_entries
from reviewer_app.ui.screen import Place, Supplies
from reviewer_app.ui.window import Window
from tests.builders.desk import ADesk, a_desk, some_answers
from tests.builders.panel import a_panel
from tests.ui.screens import Supplied, supplied
from tests.ui.staff.offices import Office

Look = Callable[[str, Window], None]
PARTS = ("Parts", "栏目")
OF_A_CASE = ("What is shown of the case", "显示案例的哪一部分")
CASES = {
    Place.READING: "WIC-2026-002",
    Place.SIGNING: "WIC-2026-002",
    Place.CORRECTION: "WIC-2026-001",
    Place.DISCUSSION: "WIC-2026-001",
}


def reviewers(folder: Path) -> Iterator[tuple[Supplied, tuple[Room, ...]]]:
    """A desk on which something is in every state."""
    with a_desk(folder, cases=4) as desk:
        name = Bilingual(zh=None, en="Amina Diallo")
        desk.services.accepting.confirm(name, ("An Institute",), tuple(Language), "networks")
        desk.receive(desk.score("WIC-2026-001", 8))
        desk.services.scoring.keep("WIC-2026-002", some_answers(6))
        with supplied(desk) as room:
            yield room, tuple(each for each in ROOMS if each.is_for((Role.REVIEWER,)))


def chairs(folder: Path) -> Iterator[tuple[Supplied, tuple[Room, ...]]]:
    """The panel's room, with what experts have sent."""
    with a_panel(folder) as panel:
        for number, expert in panel.experts.items():
            for at in range(3):
                expert.score(panel.case(at), 4 + number)
        panel.collect()
        with supplied(panel.desk) as room:
            yield room, tuple(each for each in ROOMS if each.place is Place.PANEL)


def secretariats(folder: Path) -> Iterator[tuple[Supplied, tuple[Room, ...]]]:
    """The secretariat's room, with progress to show."""
    with a_panel(folder, role=Role.STAFF) as panel, supplied(panel.desk) as room:
        services = _Staffed(panel.desk)
        room.supplies = replace(room.supplies, services=services)
        yield room, tuple(each for each in ROOMS if each.place is Place.STAFF)


class _Staffed:
    """A desk's services with a secretariat in memory."""

    def __init__(self, desk: ADesk) -> None:
        self._services = desk.services
        self.secretariat = Office()

    def __getattr__(self, name: str) -> object:
        return getattr(self._services, name)


PEOPLE = {
    "reviewer": contextmanager(reviewers),
    "chair": contextmanager(chairs),
    "staff": contextmanager(secretariats),
}


@contextmanager
def a_window(supplies: Supplies, width: int, height: int) -> Iterator[Window]:
    window = Window(supplies.keeps, LANGUAGE_OPTIONS)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents()


def walk(room: Supplied, rooms: tuple[Room, ...], size: tuple[int, int], look: Look) -> None:
    """Every room in a window of this size; `look` sees each when it has settled."""
    with a_window(room.supplies, *size) as window:
        window.frame.rail.set_entries(rail_entries(rooms))
        for each in rooms:
            made = import_module(f"reviewer_app.ui.{each.place}.screen").make_screen(room.supplies)
            window.frame.add_screen(each.place, made.view, under=each.under or each.place)
            window.frame.show_screen(each.place)
            made.enter(CASES.get(each.place))
            room.settle()
            let_settle()
            look(each.place.value, window)
            made.leave()
            room.settle()
            window.frame.drop_others()


def let_settle() -> None:
    """Let layouts that follow one another come to their end."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def turned(look: Look, screen: str, window: Window) -> None:
    """Look at a room, and at what it shows when its pages are turned, each by its name."""
    look(screen, window)
    for page in _pages(window):
        page.click()
        let_settle()
        look(f"{screen}, {page.accessibleName() or page.text()}", window)
    table = window.findChild(ListTable)
    if table is not None and table.table is not None and table.isVisible():
        table.opened.emit(table.table.rows[0])
        let_settle()
        look(f"{screen}, a case", window)
        for part in _tabs(window, OF_A_CASE):
            part.click()
            let_settle()
            look(f"{screen}, a case, {part.text()}", window)


def _tabs(window: Window, names: tuple[str, ...]) -> list[Toggle]:
    rows = [row for row in window.findChildren(ChoiceRow) if row.accessibleName() in names]
    return [tab for row in rows for tab in row.findChildren(Toggle) if tab.isVisible()]


def _pages(window: Window) -> list[QAbstractButton]:
    """The outline of a case, and the parts of the secretariat's screen."""
    tabs = _tabs(window, PARTS)
    entries = window.findChildren(OutlineEntry)
    return [each for each in (*tabs, *entries) if each.isVisible() and each.isEnabled()]
