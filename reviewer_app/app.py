"""The composition root: opens what the application needs, connects the screens, closes it all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from reviewer_app.command_line import Options
from reviewer_app.crash_notes import note_crash
from reviewer_app.errors import ExpectedFailure, ProfileInUse
from reviewer_app.looks import Theme
from reviewer_app.models.keys import Keys
from reviewer_app.models.lock import profile_lock
from reviewer_app.models.vault import is_profile
from reviewer_app.opening import OpenDesk, open_desk, open_remembered
from reviewer_app.services.desk_rows import DeskOverview
from reviewer_app.services.settings import REMEMBERED, YES, Settings
from reviewer_app.sync.lines import Lines
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS, Appearance
from reviewer_app.ui.handed_on import HandedOn, hand_on
from reviewer_app.ui.inside import Inside
from reviewer_app.ui.keeping import KeptSettings, default_folder
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.collector import GuiCollector
from reviewer_app.ui.kit.crash import CrashHook
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.screen import Lanes, Screen, Supplies
from reviewer_app.ui.syncing import LateWire, Syncing
from reviewer_app.ui.unlock.screen import UnlockScreen
from reviewer_app.ui.window import Window

if TYPE_CHECKING:
    from reviewer_app.ui.locking.guard import Guard
    from reviewer_app.ui.locking.locking import Left

SETTINGS_FILE: Final = "settings.json"
UNLOCK: Final = "unlock"
WELCOME: Final = "welcome"
APP_NAME: Final = "reviewer-workstation"
EXIT_IN_USE: Final = 3
FILES: Final = frozenset({".review-batch", ".review-receipts", ".review-handin"})
"""Endings of files that an open desk takes in."""
SWITCH_SECONDS: Final = 0.001
"""After so long a lane's thread gives way to the window; Python's own 5 ms, some times for each
thing drawn, made pauses of a fifth of a second while a panel was compared."""
PATIENCE: Final = 2.0
"""Seconds that a request which cannot be ended may hold the end up; then it is left behind."""


def run(options: Options) -> int:
    """Start Qt, show the window, and stay until it is closed; answers the exit code."""
    app = QApplication([APP_NAME])
    app.setApplicationName(APP_NAME)
    with application(app, options) as opened:
        if opened.handed_on:
            return 0
        crashes = CrashHook(partial(note_crash, opened.folder))
        crashes.install()
        garbage = GuiCollector()
        sys.setswitchinterval(SWITCH_SECONDS)
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
        self.handed_on = False
        self._held = ExitStack()
        self._lines = Lines()
        self._desk: OpenDesk | None = None
        self._left: Left | None = None
        self._languages: ChoiceRow[str] | None = None
        """Of the first start; those of the strip come with the desk."""
        self.guard: Guard | None = None
        self.lanes = Lanes(Lane("desk", 1), Lane("network", 3))
        settings = Settings(self.folder / SETTINGS_FILE)
        self._keeps = KeptSettings(settings, self.lanes.database)
        self.appearance = Appearance(app, self._keeps)
        theme = Theme(options.theme) if options.theme else None
        self.appearance.start(options.language, theme, options.size)
        self.window = Window(self._keeps, LANGUAGE_OPTIONS)
        self.inside: Inside | None = None
        self._strip = self.window.frame.strip
        self._strip.show_language(self.appearance.language)
        self._strip.language_chosen.connect(self.appearance.use_language)
        self.appearance.changed.connect(self._show_language)
        self.window.closing.connect(self._leave)
        self.window.dropped.connect(self._take_files)
        self._files = options.files
        self._handed_on = HandedOn(self.folder)
        self._handed_on.came.connect(self._take_files)
        self._held.callback(self._handed_on.stop)

    def start(self) -> None:
        """Show the first screen: the welcome, or the lock."""
        self.window.frame.show_rail(visible=False)
        if is_profile(self.folder):
            self._ask_passphrase()
        else:
            self._welcome()
        if not self.handed_on:
            self.window.show()

    def close(self) -> None:
        """End all work, and close everything that was opened."""
        if self.inside is not None:
            self.inside.stop()
        self.window.close()
        if self.guard is not None:
            self.guard.stop()
        self._lines.end()
        self.lanes.network.close(finish=False, seconds=PATIENCE)
        self.lanes.database.close()
        if self._desk is not None:
            self._desk.store.close()
        self._held.close()
        delete(self.window)  # at once: its screens would answer to what comes next
        self.appearance.release()

    def _ask_passphrase(self) -> None:
        screen = self._lock_screen()
        self._show_before(UNLOCK, screen)
        try:
            self._held.enter_context(profile_lock(self.folder))
        except ExpectedFailure as failure:
            self.in_use = isinstance(failure, ProfileInUse)
            self.handed_on = self.in_use and hand_on(self.folder, self._files)
            screen.refuse(failure)
            return
        if self._keeps.get(REMEMBERED) == YES:
            self._recall(screen)

    def _lock_screen(self) -> UnlockScreen:
        """Each opening has lines of its own: those before were ended."""
        self._lines = Lines()
        opens = partial(open_desk, self.folder, lines=self._lines)
        screen = UnlockScreen(opens, self.lanes.database, self.folder)
        screen.opened.connect(self._enter)
        return screen

    def _recall(self, screen: UnlockScreen) -> None:
        # only who chose to open without the passphrase needs it
        from reviewer_app.services.remembering import recalled

        opens = partial(open_remembered, self.folder, lines=self._lines)
        screen.recall(partial(recalled, self.folder), opens, self.lanes.network)

    def _welcome(self) -> None:
        # only a first start needs these
        from reviewer_app.services.enrolment import Enrolment
        from reviewer_app.ui.welcome.screen import WelcomeScreen

        languages = ChoiceRow[str](LANGUAGE_OPTIONS, value=self.appearance.language, quiet=True)
        languages.chosen.connect(self.appearance.use_language)
        self._languages = languages
        screen = WelcomeScreen(
            Enrolment(self.folder),
            partial(open_desk, self.folder, lines=self._lines),
            self.lanes,
            languages,
            server=self._options.server or "",
        )
        screen.opened.connect(self._enter_enrolled)
        self._strip.hide()
        self._show_before(WELCOME, screen)
        letters = [path for path in self._files if path.suffix not in FILES]
        if letters:
            screen.take_letter(letters[0])
            self._files = tuple(path for path in self._files if path not in letters)

    def _enter_enrolled(self, desk: OpenDesk) -> None:
        """The profile is new: it is locked for this process, and the settings find their folder."""
        self._held.enter_context(profile_lock(self.folder))
        self._keeps.keep_again()
        self._languages = None  # they go with the welcome
        self._strip.show()
        self._enter(desk)

    def _enter(self, desk: OpenDesk) -> None:
        """The profile is open: from here on there are rooms."""
        self._desk = desk
        lanes, keys = self.lanes, desk.services.keys
        syncing = Syncing(
            LateWire(desk.services), lanes.network, lanes.database, is_sealed=keys.is_sealed
        )
        supplies = Supplies(
            desk.services,
            lanes,
            self._keeps,
            syncing,
            self.appearance,
            self.folder,
            desk.look,
        )
        back_to = None if self._left is None else self._left.visit
        self.inside = Inside(self.window, supplies, desk.look.overview, _acceptance, back_to)
        self.inside.begun.connect(self._watch)
        if keys.is_sealed():
            _wait_for_passphrase(keys, self.inside, lanes, self.window)
        self.inside.start()
        waiting, self._files = self._files, ()
        if waiting:
            self.inside.take_files(waiting)
        self._handed_on.start()

    def _take_files(self, paths: tuple[Path, ...]) -> None:
        """Files dropped on the window, or opened elsewhere; they wait until the desk is open."""
        self.window.activateWindow()
        if self.inside is not None:
            self.inside.take_files(paths)
        else:
            self._files += paths

    def _watch(self, _begun: None) -> None:
        """There is something to lock now."""
        # the list of cases is in sight without it
        from reviewer_app.ui.locking.guard import Guard, Opened

        if self.guard is None:
            self.guard = Guard(self.window, self._keeps, self.lanes, self._lock_screen)
            self.guard.locked.connect(self._forget)
        if self.inside is not None and self._desk is not None:
            self.guard.start(Opened(self.inside, self._desk, self._lines), self._left)
            self._left = None

    def _forget(self, left: Left) -> None:
        """The desk is locked: nothing of it stays here but where the person was."""
        self.inside = self._desk = None
        self._left = left

    def _show_before(self, key: str, screen: Screen) -> None:
        self.window.frame.add_screen(key, screen.view)
        self.window.frame.show_screen(key)
        screen.enter(None)

    def _show_language(self, _nothing: None) -> None:
        if self._languages is not None:
            self._languages.set_value(self.appearance.language)
        self._strip.show_language(self.appearance.language)

    def _leave(self, _nothing: None) -> None:
        if self.inside is not None:
            self.inside.leave()


def _wait_for_passphrase(keys: Keys, inside: Inside, lanes: Lanes, window: Window) -> None:
    # only who opened without the passphrase needs it
    from reviewer_app.ui.unsealing import Unsealing

    unsealing = Unsealing(keys, lanes.database, window)
    unsealing.unsealed.connect(inside.catch_up)
    for lane in (lanes.database, lanes.network):
        lane.mend = unsealing.mend


def _acceptance(
    supplies: Supplies, overview: DeskOverview, finished: Callable[[None], None]
) -> Screen:
    # only a first start needs it
    from reviewer_app.ui.welcome.accepting import AcceptScreen

    screen = AcceptScreen(supplies, overview)
    screen.finished.connect(finished)
    return screen
