"""The open desk in its window: its rooms, its status strip, its syncs, connected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from review_protocol.documents.words import Role
from reviewer_app.services.desk_rows import DeskOverview
from reviewer_app.sync.reports import SyncReport
from reviewer_app.ui import terms
from reviewer_app.ui.backing_up import BackingUp
from reviewer_app.ui.devices_alarm import DevicesAlarm
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.strip import StripState
from reviewer_app.ui.last_case import LastCase
from reviewer_app.ui.rooms import ROOMS, Room
from reviewer_app.ui.routes import Routes
from reviewer_app.ui.screen import Place, Screen, ScreenModule, Supplies, Visit
from reviewer_app.ui.status import Status, StatusViewModel, rail_notes, strip_state
from reviewer_app.ui.warming import Warming
from reviewer_app.ui.window import Window

if TYPE_CHECKING:
    from reviewer_app.services.assembly import Services

ACCEPT: Final = "accept"
LOCK: Final = "reviewer_app.ui.locking.guard"


MakeAccept = Callable[[Supplies, DeskOverview, Callable[[None], None]], Screen]
"""Makes the screen on which the undertaking is accepted, and what comes after it."""


class Inside(QObject):
    """The open desk: its rooms, its status strip, its syncs."""

    begun: Event[None] = Event()
    """There are rooms now and what is to be locked, and what locks it is loaded."""

    def __init__(
        self,
        window: Window,
        supplies: Supplies,
        overview: DeskOverview,
        accept: MakeAccept,
        back_to: Visit | None = None,
    ) -> None:
        """`back_to` is where the person was when the desk was locked."""
        super().__init__()
        self._back_to = back_to
        self._accept = accept
        self._window = window
        self._supplies = supplies
        self._overview = overview
        self._begun = False
        self._files: tuple[Path, ...] = ()
        self._status = StatusViewModel(supplies.services.desk, supplies.lanes.database)
        rooms = tuple(room for room in ROOMS if room.is_for(overview.roles))
        last_case = LastCase(supplies.services.desk, supplies.lanes.database, overview.last_case)
        self.routes = Routes(window.frame, rooms, self._make, supplies.keeps, last_case)
        self._warming = Warming(
            supplies.services,
            [LOCK, *(_module(room) for room in rooms)],
            supplies.lanes.network,
        )
        self._alarm = DevicesAlarm(supplies.services, supplies.lanes.database, window.frame.notice)
        at_rest = partial(_keep_if_due, supplies.services)
        self._backing_up = BackingUp(at_rest, supplies.lanes.network)
        self._connect()

    def start(self) -> None:
        """Show the rooms; whoever has not accepted the undertaking does that first."""
        self._name_programme()
        if self._overview.accepted or Role.STAFF in self._overview.roles:
            self._begin(self._overview)
            return
        screen = self._accept(self._supplies, self._overview, self._begin_anew)
        self._window.frame.add_screen(ACCEPT, screen.view)
        self._window.frame.show_screen(ACCEPT)
        screen.enter(None)

    def stop(self) -> tuple[str, ...]:
        """Nothing more begins by itself; answers what else was stopped, in words."""
        self._warming.stop()
        self._backing_up.stop()
        self._alarm.stop()
        return self._supplies.syncing.stop()

    def catch_up(self, _unsealed: None) -> None:
        """What waited for the passphrase is synced; nothing before there is a desk."""
        if self._begun:
            self._supplies.syncing.catch_up()

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Take in what these files bring; where there is no desk yet, as soon as there is."""
        if self._begun:
            self.routes.go(Visit(Place.HANDIN, files=paths))
        else:
            self._files += paths

    def leave(self) -> None:
        """The window closes: what is being typed is kept."""
        self.routes.leave()

    def _begin_anew(self, _nothing: None) -> None:
        """After the acceptance: the desk is read again, for it has cases now."""
        self._supplies = replace(self._supplies, look=None)
        desk, lane = self._supplies.services.desk, self._supplies.lanes.database
        lane.run(desk.overview, owner=self, done=self._begin, failed=_raise)

    def _begin(self, overview: DeskOverview) -> None:
        self._overview = overview
        self._begun = True
        self._status.take(overview)
        self._window.frame.show_rail(visible=True)
        self.routes.go(self._first_visit())
        self._supplies = replace(self._supplies, look=None)
        self._supplies.syncing.start()
        self._warming.start()
        self._backing_up.start()
        self._alarm.start()
        if self._files:
            self.take_files(self._files)

    def _first_visit(self) -> Visit:
        roles = self._overview.roles
        if self._back_to is not None:
            return self._back_to
        if Role.STAFF in roles:
            return self.routes.remembered() or Visit(Place.STAFF)
        if Role.HEAD in roles:
            return self.routes.remembered() or Visit(Place.PANEL)
        if self._overview.undeclared and self._overview.next_case is None:
            return Visit(Place.DECLARE)
        if self._overview.only_chairs:
            return self.routes.remembered() or Visit(Place.PANEL)
        return self.routes.remembered() or Visit(Place.DESK)

    def _connect(self) -> None:
        syncing, strip = self._supplies.syncing, self._window.frame.strip
        syncing.changed.connect(self._status.take_sync)
        syncing.synced.connect(self._read_again)
        self._status.changed.connect(self._show_status)
        self._warming.loaded.connect(self.begun.emit)
        self._supplies.appearance.changed.connect(self._rename)
        self._supplies.appearance.resized.connect(self.routes.make_anew)
        self.routes.wrote.connect(self._status.refresh)
        self.routes.wrote.connect(self._backing_up.note)
        syncing.changed.connect(self._alarm.take_sync)
        self.routes.wrote.connect(self._alarm.refresh)
        self._alarm.left.connect(self.routes.go)
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
        for place, note in rail_notes(status.overview).items():
            self._window.frame.rail.set_note(place, note)

    def _rename(self, _nothing: None) -> None:
        self._name_programme()
        self._alarm.retranslate()
        self._show_status(self._status.status)

    def _name_programme(self) -> None:
        programme = self._overview.programme
        self._window.set_programme(terms.own(programme.name) if programme is not None else "")

    def _read_again(self, _report: SyncReport) -> None:
        self._status.refresh()
        self._alarm.refresh()
        self.routes.refresh()


def _keep_if_due(services: Services) -> object:
    # from a thread of the lane: what makes backups is loaded with the first
    return services.at_rest.backups.keep_if_due()


def _raise(error: Exception) -> None:
    raise error


def _module(room: Room) -> str:
    return f"reviewer_app.ui.{room.place}.screen"
