"""The desk: asks for the list as it is wanted, and says where the person goes from here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from review_protocol.documents.text import Area, Language
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.desk import Desk
from reviewer_app.services.desk_rows import CaseRow, CaseSort, CaseState, DeskLook, DeskOverview
from reviewer_app.sync.clock import Clock, moment, utc_now
from reviewer_app.ui.desk.state import Counts, DeskState, Filter, Next, Urgency
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.stateful import Stateful

WARN_BEFORE: Final = timedelta(hours=48)
_SHUT = (CaseState.CONFLICT, CaseState.AWAITING_RELEASE)


class DeskViewModel(Stateful[DeskState]):
    """Moves from state to state; every list is read, filtered and sorted in the database."""

    left = Event(Visit)
    sync_wanted: Event[None] = Event()
    file_wanted: Event[None] = Event()

    def __init__(
        self, desk: Desk, lane: Lane, clock: Clock = utc_now, look: DeskLook | None = None
    ) -> None:
        """`look` is what the desk was found to be a moment ago, for the first drawing."""
        super().__init__(DeskState() if look is None else _seen(DeskState(), look, clock()))
        self._desk = desk
        self._lane = lane
        self._clock = clock
        self._language = Language.EN
        self._reading: Job | None = None

    def refresh(self) -> None:
        """Read the desk again; an older question that still waits is dropped."""
        if self._reading is not None:
            self._reading.cancel()
        work = partial(self._desk.look, self._state.query, self._language)
        self._reading = self._lane.run(work, owner=self, done=self._take, failed=self._fail)

    def use_language(self, language: Language) -> None:
        """Titles are sorted in this language."""
        if language is not self._language:
            self._language = language
            if self._state.sort is CaseSort.TITLE:
                self.refresh()

    def choose_chip(self, chip: Filter) -> None:
        self._ask(replace(self._state, chip=chip))

    def choose_areas(self, areas: frozenset[Area]) -> None:
        """Show these areas only; none means all."""
        self._ask(replace(self._state, areas=areas))

    def search(self, text: str) -> None:
        self._ask(replace(self._state, search=text))

    def sort(self, key: CaseSort, *, descending: bool) -> None:
        self._ask(replace(self._state, sort=key, descending=descending))

    def show_everything(self) -> None:
        """Take chips and search away."""
        plain = replace(self._state, chip=Filter.ALL, areas=frozenset(), search="")
        self._ask(plain)

    def open(self, row: CaseRow) -> None:
        """Go to where this case is worked on, or say why it is not open here."""
        if row.state is CaseState.UNDECLARED:
            self.left.emit(Visit(Place.DECLARE))
        elif row.state is CaseState.CASE_WITHDRAWN:
            self._show(replace(self._state, withdrawn=row.number, refused=None))
        elif row.state in _SHUT:
            self._show(replace(self._state, refused=row.number, withdrawn=None))
        else:
            self._show(replace(self._state, refused=None, withdrawn=None))
            self.left.emit(Visit(Place.READING, row.number))

    def go_on(self) -> None:
        """Do the one thing that comes next."""
        match self._state.next:
            case Next.READ if self._state.overview is not None:
                self.left.emit(Visit(Place.READING, self._state.overview.next_case))
            case Next.DECLARE:
                self.declare()
            case Next.HAND_IN:
                self.left.emit(Visit(Place.HANDIN))
            case _:
                pass

    def declare(self) -> None:
        self.left.emit(Visit(Place.DECLARE))

    def _ask(self, state: DeskState) -> None:
        if state != self._state:
            self._show(state)
            self.refresh()

    def _take(self, look: DeskLook) -> None:
        self._show(_seen(self._state, look, self._clock()))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, failure=error))


def _seen(state: DeskState, look: DeskLook, now: datetime) -> DeskState:
    """The state with what the desk was found to be."""
    return replace(
        state,
        overview=look.overview,
        rows=look.rows,
        counts=Counts(look.states, look.areas),
        urgency=_urgency(look.overview, now),
        failure=None,
    )


def _urgency(overview: DeskOverview, now: datetime) -> Urgency:
    if not overview.waiting or overview.round is None:
        return Urgency.NONE
    closes = moment(overview.round.closes)
    if overview.round.closed is not None or now >= closes:
        return Urgency.LATE
    return Urgency.SOON if now >= closes - WARN_BEFORE else Urgency.NONE
