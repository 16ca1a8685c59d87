"""Follows where a case is being read and what of it has been; both are kept after a pause."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.anchoring import Anchor, Sight
from reviewer_app.ui.reading.desks import OpensCases
from reviewer_app.ui.reading.kept_place import Known, place_of, renewed
from reviewer_app.ui.reading.pace import Pace, Stretch
from reviewer_app.ui.reading.pausing import after_pause
from reviewer_app.ui.reading.prepared import Prepared

PAUSE_MS = 1000
"""After so long without moving, the place is kept."""


class Whereabouts(QObject):
    """Follows one case at a time; `read` carries the stretches read so far.

    Time is asked for when something moves, and once when the next stretch will have been read.
    """

    read: Event[frozenset[Stretch]] = Event()

    def __init__(
        self,
        desk: OpensCases,
        lane: Lane,
        failed: Callable[[Exception], None],
        steady: Callable[[], float],
    ) -> None:
        super().__init__()
        self._desk, self._lane, self._failed, self._steady = desk, lane, failed, steady
        self._number = ""
        self._pace: Pace | None = None
        self._anchor: Anchor | None = None
        self._apart: tuple[Anchor, ...] = ()
        self._there = self._moved = False
        self._told: frozenset[Stretch] = frozenset()
        self._pause = after_pause(self, PAUSE_MS, self._rest)
        self._due = after_pause(self, PAUSE_MS, self.look)

    @property
    def anchor(self) -> Anchor | None:
        """Where the reader is; None before anything moved."""
        return self._anchor

    def begin(self, number: str, prepared: Prepared, known: Known) -> None:
        """Another case, of which this is known."""
        self.keep()
        self._number = number
        self._follow(known, prepared)

    def renew(self, prepared: Prepared) -> Known:
        """Another version of the open case; where the reader is in it, and what of it was read."""
        pace = self._pace
        if pace is None:
            return Known()
        pace.look()
        known = renewed(Known(self._anchor, self._apart, pace.read), pace.prepared, prepared)
        self._follow(known, prepared)
        self._moved = known.anchor is not None
        self.keep()
        return known

    def see(self, sight: frozenset[Stretch]) -> None:
        """These stretches are in sight; they are read when there was time for them."""
        if self._pace is not None:
            self._pace.see(sight)
            self._wait()
        self._pause.start()

    def move(self, sight: Sight) -> None:
        """The reader has gone here; kept after a pause, and when the screen is left."""
        self._anchor, self._apart, self._moved = sight.anchor, sight.apart, True
        self.see(sight.stretches)

    def attend(self, there: bool) -> None:
        """Whether the text is shown now, in the window in use."""
        if there is not self._there:
            self._there = there
            if self._pace is not None:
                self._pace.attend(there=there)
                self._wait()

    def look(self) -> None:
        """Count the time until now, and tell what else has been read."""
        if self._pace is None:
            return
        self._pace.look()
        if self._pace.read != self._told:
            self._told, self._moved = self._pace.read, True
            self.read.emit(self._told)
            self._pause.start()
        self._wait()

    def keep(self) -> None:
        """Remember where the reader is, and what was read."""
        self._pause.stop()
        pace = self._pace
        if pace is None:
            return
        pace.look()
        if self._moved or pace.read != self._told:
            self._moved = False
            place = place_of(Known(self._anchor, self._apart, pace.read), pace.prepared)
            work = partial(self._desk.mark_read, self._number, place)
            self._lane.run(work, owner=self, done=_nothing, failed=self._failed)

    def _follow(self, known: Known, prepared: Prepared) -> None:
        self._anchor, self._apart, self._told = known.anchor, known.apart, known.read
        self._pace = Pace(prepared, known.read, self._steady)
        self._pace.attend(there=self._there)
        self._moved = False
        self._wait()

    def _wait(self) -> None:
        due = self._pace.due() if self._pace is not None else None
        if due is None:
            self._due.stop()
        else:
            self._due.start(ceil(due * 1000) + 1)

    def _rest(self) -> None:
        self.look()
        self.keep()


def _nothing(_none: None) -> None:
    """A place is kept: there is nothing to show."""
