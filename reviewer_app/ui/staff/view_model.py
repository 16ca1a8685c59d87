"""Moves the secretariat's screen from state to state: progress, closing, results, reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from review_protocol.documents.answers import ProgressAnswer
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.text import Bilingual
from reviewer_app.errors import Failure
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.questions import AskedQuestion
from reviewer_app.services.rows import SyncReport
from reviewer_app.services.staff_acts import StaffActs
from reviewer_app.sync.clock import Clock
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import JobEnd, Lane
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel_order import Selection
from reviewer_app.ui.staff.reports_model import Exports, ReportsViewModel
from reviewer_app.ui.staff.state import UNSORTED, StaffState, Tab
from reviewer_app.ui.syncing import Syncing

_Signs = Callable[[Report, Cancelled], str | None]


class Decides(Protocol):
    """The service `Matters`, as the screen needs it."""

    def look(self) -> MattersAnswer | None: ...
    def rule(
        self, review: str, reason: str, report: Report, cancelled: Cancelled, *, counts: bool
    ) -> str: ...


class Oversees(Exports, Protocol):
    """The service `Secretariat`, as the screen needs it."""

    @property
    def matters(self) -> Decides: ...
    def progress(self) -> ProgressAnswer: ...
    def close_round(self, reason: str, report: Report, cancelled: Cancelled) -> str: ...
    def reopen_round(self, reason: str, report: Report, cancelled: Cancelled) -> str | None: ...
    def open_scores(self, reason: str, report: Report, cancelled: Cancelled) -> str: ...
    def answer(
        self, request: str, reason: str, report: Report, cancelled: Cancelled, *, agrees: bool
    ) -> str: ...
    def staff_acts(self) -> StaffActs: ...
    def refresh(self, report: Report, cancelled: Cancelled) -> int: ...
    def results(self) -> PanelTable: ...
    def collect(self, report: Report, cancelled: Cancelled) -> int: ...
    def questions(self) -> tuple[AskedQuestion, ...]: ...
    def titles(self) -> Mapping[str, Bilingual]: ...


@dataclass(frozen=True, slots=True)
class Told:
    """What the server tells."""

    progress: ProgressAnswer
    matters: MattersAnswer | None


_Look = Callable[[Report, Cancelled], Told]


@dataclass(frozen=True, slots=True)
class _Read:
    titles: Mapping[str, Bilingual]
    questions: tuple[AskedQuestion, ...]
    acts: StaffActs
    results: PanelTable | None


class RoundActs:
    """What staff sign about rounds and reviews; each is delivered, and then looked at again."""

    def __init__(self, secretariat: Oversees, sign: Callable[[str, _Signs], None]) -> None:
        self._secretariat = secretariat
        self._sign = sign

    def close_round(self, reason: str) -> None:
        """That the round is closed, or, before its deadline, is to be."""
        self._sign("close", partial(self._secretariat.close_round, reason))

    def reopen_round(self, reason: str) -> None:
        """That the closed round goes on."""
        self._sign("reopen", partial(self._secretariat.reopen_round, reason))

    def open_scores(self, reason: str) -> None:
        """That the scores of the open round are to be seen."""
        self._sign("ask", partial(self._secretariat.open_scores, reason))

    def answer(self, request: str, reason: str, *, agrees: bool) -> None:
        """The answer to what waits for two."""
        answer = partial(self._secretariat.answer, request, reason, agrees=agrees)
        self._sign("answer", answer)

    def rule(self, review: str, reason: str, *, counts: bool) -> None:
        """Whether a review counts."""
        self._sign("rule", partial(self._secretariat.matters.rule, review, reason, counts=counts))


class StaffViewModel(QObject):
    """No score is asked for before the round is closed, or two members of staff opened them.

    `reports` writes them, with a state of its own; `rounds` signs what staff do with rounds.
    """

    changed = Event(StaffState)
    turned: Event[None] = Event()
    """The round was closed, or opened again, since it was last seen."""

    def __init__(
        self, secretariat: Oversees, syncing: Syncing, *, database: Lane, clock: Clock
    ) -> None:
        super().__init__()
        self._secretariat = secretariat
        self._database = database
        self._clock = clock
        self._syncing = syncing
        self._waiting: tuple[str, _Look] | None = None
        self._state = StaffState(now=clock())
        self.reports = ReportsViewModel(secretariat, syncing)
        self.rounds = RoundActs(secretariat, self._sign)
        syncing.synced.connect(self._read)

    @property
    def state(self) -> StaffState:
        return self._state

    def refresh(self) -> None:
        """Ask for progress and, once the round is closed, collect what may be seen then."""
        self._begin("progress", partial(_look, self._secretariat))

    def show_tab(self, tab: Tab) -> None:
        """Show another part, in its own order."""
        self._show(replace(self._state, tab=tab, sort=UNSORTED))

    def sort(self, sort: Sort) -> None:
        """Show the rows of progress in another order."""
        self._show(replace(self._state, sort=sort))

    def select(self, selection: Selection) -> None:
        """Show another part or order of the results."""
        self._show(replace(self._state, selection=selection))

    def dismiss(self) -> None:
        """Put away what was told of a failure."""
        self._show(replace(self._state, failure=None))

    def _begin(self, what: str, work: _Look) -> None:
        if self._state.is_busy:
            return
        self._show(replace(self._state, is_busy=True, failure=None))
        job = self._syncing.act(what, work, owner=self, done=self._seen, failed=self._failed)
        job.ended.connect(self._ended)

    def _sign(self, what: str, sign: _Signs) -> None:
        """A look that is on its way, perhaps by itself, is waited for: the wish is not dropped."""
        work = partial(_signed, self._secretariat, sign)
        if self._state.is_busy:
            self._waiting = what, work
            return
        self._begin(what, work)

    def _read(self, _report: SyncReport | None = None) -> None:
        """What others of staff ask comes with any sync."""
        if self._state.progress is not None:
            work = partial(_read, self._secretariat, is_closed=self._state.is_closed)
            self._database.run(work, owner=self, done=self._name, failed=self._failed)

    def _seen(self, told: Told) -> None:
        before = self._state
        now = self._clock()
        self._show(replace(before, progress=told.progress, matters=told.matters, now=now))
        if before.progress is not None and before.is_closed is not self._state.is_closed:
            self.turned.emit(None)
        self._read()

    def _name(self, read: _Read) -> None:
        state = replace(self._state, titles=read.titles, questions=read.questions, acts=read.acts)
        self._show(replace(state, results=read.results))

    def _ended(self, _end: JobEnd) -> None:
        self._show(replace(self._state, is_busy=False))
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._begin(*waiting)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))

    def _show(self, state: StaffState) -> None:
        self._state = state
        self.changed.emit(state)


def _look(secretariat: Oversees, report: Report, cancelled: Cancelled) -> Told:
    answer, matters = secretariat.progress(), secretariat.matters.look()
    if answer.round is not None and answer.round.closed is not None:
        secretariat.refresh(report, cancelled)
    else:
        secretariat.collect(report, cancelled)
    return Told(answer, matters)


def _read(secretariat: Oversees, *, is_closed: bool) -> _Read:
    acts = secretariat.staff_acts()
    results = secretariat.results() if is_closed or acts.scores_are_open else None
    return _Read(secretariat.titles(), secretariat.questions(), acts, results)


def _signed(secretariat: Oversees, sign: _Signs, report: Report, cancelled: Cancelled) -> Told:
    sign(report, cancelled)
    return _look(secretariat, report, cancelled)
