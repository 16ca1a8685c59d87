"""The composition root: opens what the application needs, connects the screens, closes it all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from review_protocol.documents.people import Role
from reviewer_app.command_line import Options
from reviewer_app.crash_notes import note_crash
from reviewer_app.errors import ExpectedFailure, ProfileInUse
from reviewer_app.models.lock import profile_lock
from reviewer_app.models.vault import is_profile
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.rows import DeskOverview, SyncReport
from reviewer_app.services.settings import Settings
from reviewer_app.ui import terms
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS, Appearance, Theme
from reviewer_app.ui.keeping import KeptSettings, default_folder
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.collector import GuiCollector
from reviewer_app.ui.kit.crash import CrashHook
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.strip import StripState
from reviewer_app.ui.rooms import ROOMS, Room
from reviewer_app.ui.routes import Routes
from reviewer_app.ui.screen import Lanes, Place, Screen, ScreenModule, Supplies, Visit
from reviewer_app.ui.status import Status, StatusViewModel, strip_state
from reviewer_app.ui.syncing import LateWire, Syncing
from reviewer_app.ui.unlock.screen import UnlockScreen
from reviewer_app.ui.window import Window

SETTINGS_FILE: Final = "settings.json"
UNLOCK: Final = "unlock"
WELCOME: Final = "welcome"
ACCEPT: Final = "accept"
APP_NAME: Final = "reviewer-workstation"
EXIT_IN_USE: Final = 3


def run(options: Options) -> int:
    """Start Qt, show the window, and stay until it is closed; answers the exit code."""
    app = QApplication([APP_NAME])
    app.setApplicationName(APP_NAME)
    with application(app, options) as opened:
        crashes = CrashHook(partial(note_crash, opened.folder))
        crashes.install()
        gc.freeze()  # what the start made stays; no later search for garbage passes over it
        garbage = GuiCollector()
        try:
            code = app.exec()
        finally:
            garbage.stop()
            crashes.uninstall()
        return EXIT_IN_USE if opened.in_use else code


@contextmanager
def application(app: QApplication, options: Options) -> Iterator[Application]:
    """The application in its window; everything that it opened is closed at the end."""
    opened = Application(app, options)
    try:
        opened.start()
        yield opened
    finally:
        opened.close()


class Application(QObject):
    """Connects what was made; what a screen does, it does not know."""

    def __init__(self, app: QApplication, options: Options) -> None:
        super().__init__()
        self._options = options
        self.folder = options.folder or default_folder(APP_NAME)
        self.in_use = False
        self._held = ExitStack()
        self.lanes = Lanes(Lane("desk", 1), Lane("network", 3))
        settings = Settings(self.folder / SETTINGS_FILE)
        self._keeps = KeptSettings(settings, self.lanes.database)
        self._appearance = Appearance(app, self._keeps)
        self._appearance.start(options.language, Theme(options.theme) if options.theme else None)
        self.window = Window(self._keeps, LANGUAGE_OPTIONS)
        self.inside: Inside | None = None
        self._strip = self.window.frame.strip
        self._strip.show_language(self._appearance.language)
        self._strip.language_chosen.connect(self._appearance.use_language)
        self._appearance.changed.connect(self._show_language)
        self.window.closing.connect(self._leave)

    def start(self) -> None:
        """Show the first screen: the welcome, or the lock."""
        self.window.frame.show_rail(visible=False)
        if is_profile(self.folder):
            self._ask_passphrase()
        else:
            self._welcome()
        self.window.show()

    def close(self) -> None:
        """End all work, and close everything that was opened."""
        if self.inside is not None:
            self.inside.stop()
        self.window.close()
        self.lanes.network.close(finish=False)
        self.lanes.database.close()
        self._held.close()
        delete(self.window)  # at once: its screens would answer to what comes next
        self._appearance.release()

    def _ask_passphrase(self) -> None:
        screen = UnlockScreen(partial(open_desk, self.folder), self.lanes.database)
        screen.opened.connect(self._enter)
        self._show_before(UNLOCK, screen)
        try:
            self._held.enter_context(profile_lock(self.folder))
        except ExpectedFailure as failure:
            self.in_use = isinstance(failure, ProfileInUse)
            screen.refuse(failure)

    def _welcome(self) -> None:
        # only a first start needs these
        from reviewer_app.services.enrolment import Enrolment
        from reviewer_app.ui.welcome.screen import WelcomeScreen

        languages = ChoiceRow[str](LANGUAGE_OPTIONS, value=self._appearance.language, quiet=True)
        languages.chosen.connect(self._appearance.use_language)
        screen = WelcomeScreen(
            Enrolment(self.folder),
            partial(open_desk, self.folder),
            self.lanes,
            languages,
            server=self._options.server or "",
        )
        screen.opened.connect(self._enter_enrolled)
        self._strip.hide()
        self._show_before(WELCOME, screen)
        if self._options.letter is not None:
            screen.take_letter(self._options.letter)

    def _enter_enrolled(self, desk: OpenDesk) -> None:
        """The profile is new: it is locked for this process, and the settings find their folder."""
        self._held.enter_context(profile_lock(self.folder))
        self._keeps.keep_again()
        self._strip.show()
        self._enter(desk)

    def _enter(self, desk: OpenDesk) -> None:
        """The profile is open: from here on there are rooms."""
        self._held.callback(desk.store.close)
        syncing = Syncing(LateWire(desk.services), self.lanes.network, self.lanes.database)
        supplies = Supplies(
            desk.services,
            self.lanes,
            self._keeps,
            syncing,
            self._appearance,
            self.folder,
        )
        self.inside = Inside(self.window, supplies, desk.overview)
        self.inside.start()

    def _show_before(self, key: str, screen: Screen) -> None:
        self.window.frame.add_screen(key, screen.view)
        self.window.frame.show_screen(key)
        screen.enter(None)

    def _show_language(self, _nothing: None) -> None:
        self._strip.show_language(self._appearance.language)

    def _leave(self, _nothing: None) -> None:
        if self.inside is not None:
            self.inside.leave()


class Inside(QObject):
    """The open desk: its rooms, its status strip, its syncs."""

    def __init__(self, window: Window, supplies: Supplies, overview: DeskOverview) -> None:
        super().__init__()
        self._window = window
        self._supplies = supplies
        self._overview = overview
        self._begun = False
        self._status = StatusViewModel(supplies.services.desk, supplies.lanes.database)
        rooms = tuple(room for room in ROOMS if room.is_for(overview.roles) and _is_built(room))
        self.routes = Routes(window.frame, rooms, self._make, supplies.keeps)
        self._connect()

    def start(self) -> None:
        """Show the rooms; whoever has not accepted the undertaking does that first."""
        self._name_programme()
        self._status.refresh()
        if self._overview.accepted or Role.STAFF in self._overview.roles:
            self._begin(self._overview)
            return
        # only a first start needs it
        from reviewer_app.ui.welcome.accepting import AcceptScreen

        screen = AcceptScreen(self._supplies, self._overview)
        screen.finished.connect(self._begin_anew)
        self._window.frame.add_screen(ACCEPT, screen.view)
        self._window.frame.show_screen(ACCEPT)
        screen.enter(None)

    def stop(self) -> None:
        """No more syncs."""
        self._supplies.syncing.stop()

    def leave(self) -> None:
        """The window closes: what is being typed is kept."""
        self.routes.leave()

    def _begin_anew(self, _nothing: None) -> None:
        """After the acceptance: the desk is read again, for it has cases now."""
        desk, lane = self._supplies.services.desk, self._supplies.lanes.database
        lane.run(desk.overview, owner=self, done=self._begin, failed=_raise)

    def _begin(self, overview: DeskOverview) -> None:
        self._overview = overview
        self._begun = True
        self._window.frame.show_rail(visible=True)
        self.routes.go(self._first_visit())
        self._supplies.syncing.start()

    def _first_visit(self) -> Visit:
        roles = self._overview.roles
        if Role.STAFF in roles:
            return self.routes.remembered() or Visit(Place.STAFF)
        if Role.HEAD in roles:
            return self.routes.remembered() or Visit(Place.PANEL)
        if self._overview.undeclared and self._overview.next_case is None:
            return Visit(Place.DECLARE)
        return self.routes.remembered() or Visit(Place.DESK)

    def _connect(self) -> None:
        syncing, strip = self._supplies.syncing, self._window.frame.strip
        syncing.changed.connect(self._status.take_sync)
        syncing.synced.connect(self._read_again)
        self._status.changed.connect(self._show_status)
        self._supplies.appearance.changed.connect(self._rename)
        self.routes.wrote.connect(self._wrote)
        strip.acted.connect(syncing.sync)
        strip.cancelled.connect(syncing.cancel)

    def _make(self, room: Room) -> Screen:
        """The room's screen, imported now; raises TypeError for a module that makes none."""
        module: object = import_module(_module(room))
        if not isinstance(module, ScreenModule):
            raise TypeError(f"{_module(room)} has no make_screen")
        return module.make_screen(self._supplies)

    def _show_status(self, status: Status) -> None:
        if not self._begun:  # there is a desk, and nothing on it yet
            self._window.frame.strip.show_state(StripState(act=status.sync.act))
            return
        self._window.frame.strip.show_state(strip_state(status))
        waiting = status.overview.waiting if status.overview is not None else 0
        self._window.frame.rail.set_note(
            Place.HANDIN, QLocale().toString(waiting) if waiting else ""
        )

    def _rename(self, _nothing: None) -> None:
        self._name_programme()
        self._show_status(self._status.status)

    def _name_programme(self) -> None:
        programme = self._overview.programme
        self._window.set_programme(terms.own(programme.name) if programme is not None else "")

    def _read_again(self, _report: SyncReport) -> None:
        self._status.refresh()
        self.routes.refresh()

    def _wrote(self, _nothing: None) -> None:
        self._status.refresh()


def _raise(error: Exception) -> None:
    raise error


def _is_built(room: Room) -> bool:
    return find_spec(_module(room)) is not None


def _module(room: Room) -> str:
    return f"reviewer_app.ui.{room.place}.screen"
