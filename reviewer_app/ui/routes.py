"""The ways between the rooms of an open desk: makes screens when they are first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.frame import Frame
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.last_case import LastCase
from reviewer_app.ui.rooms import Room, rail_entries
from reviewer_app.ui.screen import Place, Screen, Visit, WhileClosed

LAST_PLACE = "last.place"
_NEEDS_CASE = (Place.READING, Place.SIGNING, Place.CORRECTION, Place.DISCUSSION)


class Routes(QObject):
    """Shows one room at a time in the frame, and remembers where the person was."""

    wrote: Event[None] = Event()
    closing = Event(WhileClosed)

    def __init__(
        self,
        frame: Frame,
        rooms: Sequence[Room],
        make: Callable[[Room], Screen],
        keeps: Keeps,
        last_case: LastCase,
    ) -> None:
        super().__init__()
        self._last_case = last_case
        self._frame = frame
        self._rooms = {room.place: room for room in rooms}
        self._home = next((room.place for room in rooms if room.title is not None), Place.DESK)
        self._make = make
        self._keeps = keeps
        self._screens: dict[Place, Screen] = {}
        self._here: Place | None = None
        self._case: str | None = None
        frame.rail.set_entries(rail_entries(rooms))
        frame.wanted.connect(self._go_to_key)
        frame.shown.connect(self._arrive)

    def go(self, visit: Visit) -> None:
        """Go there; nothing happens where these roles have no such room. Who has no desk goes to
        their first room instead."""
        if visit.place is Place.DESK and Place.DESK not in self._rooms:
            visit = Visit(self._home)
        room = self._rooms.get(visit.place)
        if room is None:
            return
        if visit.place not in self._screens:
            self._add(room)
        self._case = visit.case
        self._screens[visit.place].expect(visit)
        if self._frame.current == visit.place:
            self._arrive(visit.place)
        else:
            self._frame.show_screen(visit.place)

    def remembered(self) -> Visit | None:
        """Where the person was when the application closed, if one can go there."""
        kept, case = self._keeps.get(LAST_PLACE), self._last_case.number
        place = Place(kept) if kept in set(Place) else None
        if place is None or place not in self._rooms or (place in _NEEDS_CASE and not case):
            return None
        return Visit(place, case)

    @property
    def here(self) -> Screen | None:
        """The screen in sight."""
        return None if self._here is None else self._screens[self._here]

    def standing(self) -> Visit | None:
        """Where one is now, to come back to; with the case, also one that a screen has in front."""
        visit = self.remembered()
        if visit is None or self.here is None:
            return visit
        return replace(visit, case=visit.case or self.here.here(), part=self.here.part())

    def refresh(self) -> None:
        """The desk changed: let the screen in sight read it again."""
        if self._here is not None:
            self._screens[self._here].refresh()

    def make_anew(self, _nothing: None = None) -> None:
        """Let go of all screens, and make the one in sight again, at the same case."""
        if self._here is None:
            return
        here, visit = self._here, self.standing()
        self._screens[here].leave()
        self._frame.drop_others()
        self._screens.clear()
        self._here = None
        self._add(self._rooms[here])
        if visit is not None:
            self._case = visit.case
            self._screens[here].expect(visit)
        self._arrive(here)

    def leave(self) -> None:
        """The application closes: let the screen in sight keep what is being typed."""
        if self._here is not None:
            self._screens[self._here].leave()

    def _add(self, room: Room) -> None:
        screen = self._make(room)
        screen.left.connect(self.go)
        screen.wrote.connect(self.wrote.emit)
        screen.closing.connect(self.closing.emit)
        self._screens[room.place] = screen
        self._frame.add_screen(room.place, screen.view, under=room.under or room.place)

    def _go_to_key(self, key: str) -> None:
        self.go(Visit(Place(key)))

    def _arrive(self, key: str) -> None:
        """Also after the rail was pressed, which shows a screen by itself."""
        if key not in self._screens:
            return  # what comes before the desk is open
        place, case = Place(key), self._case
        if self._here is not None and self._here is not place:
            self._screens[self._here].leave()
        self._here, self._case = place, None
        self._keeps.set(LAST_PLACE, place.value)
        self._last_case.turn(case)
        self._screens[place].enter(case)
