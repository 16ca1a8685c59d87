"""Reads one's own marks side by side, and leads into a case."""

from __future__ import annotations

from dataclasses import replace

from reviewer_app.errors import Failure
from reviewer_app.services.looking_back import LookBack, LookingBack
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.overview.state import OverviewState
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.stateful import Stateful


class OverviewViewModel(Stateful[OverviewState]):
    """Moves from state to state; `left` says where the person goes."""

    left = Event(Visit)

    def __init__(self, looking: LookingBack, lane: Lane) -> None:
        super().__init__(OverviewState())
        self._looking = looking
        self._lane = lane

    def refresh(self) -> None:
        """Read everything anew."""
        self._lane.run(self._looking.look, owner=self, done=self._take, failed=self._fail)

    def open(self, number: str) -> None:
        """Go into a case."""
        self.left.emit(Visit(Place.READING, number))

    def go_back(self) -> None:
        self.left.emit(Visit(Place.DESK))

    def hand_in(self) -> None:
        self.left.emit(Visit(Place.HANDIN))

    def _take(self, look: LookBack) -> None:
        self._show(OverviewState(look))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))
