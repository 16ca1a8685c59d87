"""The desk's syncs: one at a time, how far it is, and how the last ones went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.errors import Failure
from reviewer_app.services.rows import SyncReport
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.acts import Act
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import JobEnd, Lane
from reviewer_app.ui.kit.progress import Pace
from reviewer_app.ui.running import LongRun

MOST_SYNCS = 20


class Syncs(Protocol):
    """The part of the service `HandIn` that a sync needs."""

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport: ...


@dataclass(frozen=True, slots=True)
class SyncEntry:
    """One sync of this session: its report, its failure, or neither where it was stopped."""

    at: str
    report: SyncReport | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class SyncState:
    """The sync on its way, if any, and the last ones, newest first."""

    act: Act | None = None
    history: tuple[SyncEntry, ...] = ()

    @property
    def failure(self) -> Failure | None:
        """Why the last sync failed, while no other is on its way."""
        return self.history[0].failure if self.history and self.act is None else None


class SyncViewModel(QObject):
    """`synced` tells what a sync brought; `ended` comes after every one, failed or stopped too."""

    changed = Event(SyncState)
    synced = Event(SyncReport)
    ended: Event[None] = Event()

    def __init__(
        self, handin: Syncs, network: Lane, *, clock: Clock, pace: Callable[[], Pace] = Pace
    ) -> None:
        super().__init__()
        self._handin = handin
        self._clock = clock
        self._run = LongRun(network, pace=pace)
        self._state = SyncState()
        self._run.changed.connect(self._progressed)
        self._run.ended.connect(self._ended)

    @property
    def state(self) -> SyncState:
        return self._state

    def sync(self) -> None:
        """Deliver and fetch; nothing where a sync is on its way already."""
        self._run.start(
            "connect", self._handin.sync, owner=self, done=self._done, failed=self._failed
        )

    def cancel(self) -> None:
        """Stop the sync at the next safe place; what arrived is kept."""
        self._run.cancel()

    def _progressed(self, act: Act) -> None:
        self._show(replace(self._state, act=act))

    def _done(self, report: SyncReport) -> None:
        self._note(SyncEntry(report.at, report=report))
        self.synced.emit(report)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._note(SyncEntry(timestamp(self._clock()), failure=error))

    def _ended(self, end: JobEnd) -> None:
        if end is JobEnd.CANCELLED:
            self._note(SyncEntry(timestamp(self._clock())))
        self._show(replace(self._state, act=None))
        self.ended.emit(None)

    def _note(self, entry: SyncEntry) -> None:
        self._show(replace(self._state, history=(entry, *self._state.history)[:MOST_SYNCS]))

    def _show(self, state: SyncState) -> None:
        self._state = state
        self.changed.emit(state)
