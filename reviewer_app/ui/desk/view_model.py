"""The desk: asks for the list as it is wanted, and says where the person goes from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from review_protocol.documents.text import Language
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.desk import Desk
from reviewer_app.services.desk_rows import (
    CaseRow,
    CaseSort,
    CaseState,
    DeskLook,
    DeskOverview,
)
from reviewer_app.sync.clock import Clock, moment, utc_now
from reviewer_app.ui.desk.filters import Filters, keep_filters, kept_filters
from reviewer_app.ui.desk.finding import Finding, Learnt
from reviewer_app.ui.desk.state import Counts, DeskState, Next, Urgency
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.screen import Place, Visit
from reviewer_app.ui.stateful import Stateful

if TYPE_CHECKING:
    from reviewer_app.services.search import FoundCase, Search
    from reviewer_app.services.search_hits import Hit

WARN_BEFORE: Final = timedelta(hours=48)
_SHUT = (CaseState.CONFLICT, CaseState.AWAITING_RELEASE)


class DeskViewModel(Stateful[DeskState]):
    """Moves from state to state; every list is read, filtered and sorted in the database."""

    left = Event(Visit)
    sync_wanted: Event[None] = Event()
    file_wanted: Event[None] = Event()

    def __init__(
        self,
        desk: Desk,
        search: Callable[[], Search],
        lane: Lane,
        keeps: Keeps,
        clock: Clock = utc_now,
        look: DeskLook | None = None,
    ) -> None:
        """`look` is what the whole desk was found to be a moment ago, for the first drawing;
        `search` is made when somebody searches."""
        super().__init__(_first(DeskState(filters=kept_filters(keeps)), look, clock()))
        self.finding = Finding(search, lane)
        self._desk = desk
        self._lane = lane
        self._keeps = keeps
        self._clock = clock
        self._language = Language.EN
        self._reading: Job | None = None
        self.finding.learnt.connect(self._take_learnt)
        self.finding.failed.connect(self._fail)

    def refresh(self) -> None:
        """Read the desk again, and find again; an older question that still waits is dropped."""
        self.finding.renew()
        self._read()
        self._find(self._state)

    def use_language(self, language: Language) -> None:
        """Titles are sorted in this language."""
        if language is not self._language:
            self._language = language
            if self._state.sort is CaseSort.TITLE:
                self._read()

    def narrow(self, filters: Filters) -> None:
        """Show what passes these filters only; they are remembered."""
        if filters != self._state.filters:
            keep_filters(self._keeps, filters)
            self._show(replace(self._state, filters=filters))
            self._find(self._state)  # what is in sight while somebody searches comes first
            self._read()

    def search(self, text: str) -> None:
        """Find these words; without any, the list stands again as it was."""
        if text != self._state.search:
            state = replace(self._state, search=text)
            self._state = state if state.is_searching else replace(state, found=None)
            self._find(self._state)
            if not self.finding.hurry():  # else both were told at once
                self.changed.emit(self._state)

    def sort(self, key: CaseSort, *, descending: bool) -> None:
        state = replace(self._state, sort=key, descending=descending)
        if state != self._state:
            self._show(state)
            self._read()

    def open(self, row: CaseRow | FoundCase, hit: Hit | None = None) -> None:
        """Go to where this case is worked on, to a hit in it, or say why it is not open here."""
        if row.state is CaseState.UNDECLARED:
            self.left.emit(Visit(Place.DECLARE))
        elif row.state is CaseState.CASE_WITHDRAWN:
            self._show(replace(self._state, withdrawn=row.number, refused=None))
        elif row.state in _SHUT:
            self._show(replace(self._state, refused=row.number, withdrawn=None))
        else:
            self._show(replace(self._state, refused=None, withdrawn=None))
            self.left.emit(Visit(Place.READING, row.number, hit=hit))

    def go_on(self) -> None:
        """Do the one thing that comes next."""
        match self._state.next:
            case Next.READ if self._state.overview is not None:
                self.left.emit(Visit(Place.READING, self._state.overview.next_case))
            case Next.DECLARE:
                self.left.emit(Visit(Place.DECLARE))
            case Next.HAND_IN:
                self.left.emit(Visit(Place.HANDIN))
            case _:
                pass

    def visit(self, place: Place) -> None:
        """Go to the practice case, or to see one's own marks side by side."""
        self.left.emit(Visit(place))

    def discuss(self) -> None:
        """Read what is new in a discussion."""
        overview = self._state.overview
        if overview is not None and overview.said:
            self.left.emit(Visit(Place.DISCUSSION, overview.said[0]))

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        work = partial(self._desk.look, self._state.query, self._language)
        self._reading = self._lane.run(work, owner=self, done=self._take, failed=self._fail)

    def _find(self, state: DeskState) -> None:
        if state.is_searching:
            self.finding.ask(state.sought)
        else:
            self.finding.stop()

    def _take(self, look: DeskLook) -> None:
        self._show(_seen(self._state, look, self._clock()))

    def _take_learnt(self, learnt: Learnt) -> None:
        """What was found for the latest question, or what else the list can be narrowed by."""
        found, facets = learnt.found, learnt.facets
        if facets is not None:
            self._show(replace(self._state, facets=facets))
        elif found is not None and found.query == self._state.sought:
            self._show(replace(self._state, found=found, failure=None))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, failure=error))


def _first(state: DeskState, look: DeskLook | None, now: datetime) -> DeskState:
    """What is drawn first; rows only where no filter leaves any of them out."""
    if look is None:
        return state
    seen = _seen(state, look, now)
    return replace(seen, rows=None) if seen.narrowed else seen


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
