"""The one sync of the application, by hand and by itself, and every other long act's progress."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import ExpectedFailure, NoConnection, PassphraseNeeded
from reviewer_app.services.desk_rows import DeliveryState
from reviewer_app.sync import backoff
from reviewer_app.sync.clock import Clock, moment, timestamp, utc_now
from reviewer_app.sync.reports import Cancelled, Report, SyncReport
from reviewer_app.ui.acts import relayed, what_words
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, JobEnd, Lane, Progress
from reviewer_app.ui.kit.progress import Pace, time_left
from reviewer_app.ui.kit.strip import LongAct
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.sync_history import SyncHistory

if TYPE_CHECKING:
    from reviewer_app.services.assembly import Services
    from reviewer_app.services.rows import OutboxRow

T = TypeVar("T")
Work = Callable[[Report, Cancelled], T]
FIRST_AFTER_MS: Final = 1_000
"""The list is to be there before the network's modules are loaded."""
LOOK_EVERY_MS: Final = 20_000
REST: Final = timedelta(minutes=1)
"""Between one try by itself and the next there is at least this."""
NEWS_AFTER: Final = timedelta(minutes=15)
"""After this long without a try the server is asked for news, though nothing is waiting."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """Whether a sync runs, how the last one ended, and the long act that the strip shows.

    `again`: the one that runs was too early for something, and another follows it.
    """

    running: bool = False
    again: bool = False
    failure: ExpectedFailure | None = None
    tried_at: str | None = None
    offline_since: str | None = None
    act: LongAct | None = None


NOT_TRIED: Final = SyncState()


class Wire(Protocol):
    """The way to the server, as the hand-in service has it."""

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport: ...

    def outbox(self) -> tuple[OutboxRow, ...]: ...


@dataclass(frozen=True, slots=True)
class LateWire:
    """The hand-in service of an open desk, loaded with the network's modules at the first sync."""

    services: Services

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport:
        return self.services.handin.sync(report, cancelled)

    def outbox(self) -> tuple[OutboxRow, ...]:
        return self.services.handin.outbox()


class Syncing(Stateful[SyncState]):
    """Runs syncs one at a time; by itself when a packet is due or news may have come."""

    synced = Event(SyncReport)

    def __init__(
        self,
        handin: Wire,
        network: Lane,
        database: Lane,
        clock: Clock = utc_now,
        *,
        is_sealed: Callable[[], bool] = lambda: False,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """While `is_sealed`, a sync needs the passphrase: it is begun by hand alone.

        `steady` gives seconds that no change of the computer's clock makes jump.
        """
        super().__init__(SyncState())
        self._handin = handin
        self._network = network
        self._database = database
        self._clock = clock
        self._is_sealed = is_sealed
        self._steady = steady
        self._tried = steady()
        self._acts: list[_Act] = []
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_AFTER_MS)
        self._first.timeout.connect(self.catch_up)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.history = SyncHistory(self)

    def start(self) -> None:
        """Sync once the desk is in sight, and look from time to time whether something is due."""
        self._first.start()
        self._timer.start()

    def stop(self) -> tuple[str, ...]:
        """No more by itself; what runs is asked to stop. Answers what that is, in words; a sync
        is not told, for it begins again by itself.
        """
        self._first.stop()
        self._timer.stop()
        self._show(replace(self._state, again=False))
        for act in self._acts:
            act.cancel()
        return tuple(what_words(act.what) for act in self._acts if act.what != "connect")

    def sync(self, _pressed: None = None) -> None:
        """Start a sync; may be connected to a button's event.

        While one runs, another follows it: what was signed meanwhile may have missed the first.
        """
        if self._state.running:
            self._show(replace(self._state, again=True))
            return
        self._tried = self._steady()
        self._show(replace(self._state, running=True, tried_at=timestamp(self._clock())))
        act = self.act("connect", self._handin.sync, owner=self, done=self._done, failed=self._fail)
        act.ended.connect(self._sync_ended)

    def act(
        self,
        what: str,
        work: Work[T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Do a long act on the network's lane, shown in the strip with its progress.

        `what` names it as `acts.WORDS` does, until it reports steps of its own.
        """
        job = self._network.run_with_progress(relayed(work), owner=owner, done=done, failed=failed)
        act = _Act(what, job)
        act.changed.connect(self._show_act)
        act.over.connect(self._drop)
        self._acts.append(act)
        self._show_act(act)
        return job

    def cancel(self, _pressed: None = None) -> None:
        """Stop the act that is shown, and what was to follow it."""
        self._show(replace(self._state, again=False))
        if self._acts:
            self._acts[-1].cancel()

    def _done(self, report: SyncReport) -> None:
        self._show(replace(self._state, failure=None, offline_since=None))
        self.synced.emit(report)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        since = self._state.offline_since or timestamp(self._clock())
        offline = since if isinstance(error, NoConnection) else None
        self._show(replace(self._state, failure=error, offline_since=offline))

    def _sync_ended(self, _end: JobEnd) -> None:
        again = self._state.again
        self._show(replace(self._state, running=False, again=False))
        if again:
            self.sync()

    def catch_up(self) -> None:
        """Sync unasked; nobody is asked for the passphrase then."""
        if self._state.running:
            return
        if not self._is_sealed():
            self.sync()
        elif not isinstance(self._state.failure, PassphraseNeeded):
            self._show(replace(self._state, failure=PassphraseNeeded()))

    def _look(self) -> None:
        if not self._state.running:
            self._database.run(
                self._handin.outbox, owner=self, done=self._sync_if_due, failed=self._fail
            )

    def _sync_if_due(self, rows: tuple[OutboxRow, ...]) -> None:
        now, tried = self._clock(), self._state.tried_at
        idle = NEWS_AFTER if tried is None else max(now - moment(tried), self._rested())
        if idle >= NEWS_AFTER or (idle >= REST and is_due(rows, now)):
            self.catch_up()

    def _rested(self) -> timedelta:
        """Since the last try; the wall clock may have been set back, and this one sleeps."""
        return timedelta(seconds=self._steady() - self._tried)

    def _show_act(self, act: _Act) -> None:
        if self._acts and self._acts[-1] is act:
            self._show(replace(self._state, act=act.shown))

    def _drop(self, act: _Act) -> None:
        self._acts.remove(act)
        self._show(replace(self._state, act=self._acts[-1].shown if self._acts else None))


class _Act(QObject):
    """A long act as the strip shows it."""

    changed: Event[_Act] = Event()
    over: Event[_Act] = Event()

    def __init__(self, what: str, job: Job) -> None:
        super().__init__()
        self.what = what
        self._job = job
        self._pace = Pace()
        self.shown = LongAct(what_words(what))
        job.progressed.connect(self._progress)
        job.ended.connect(self._end)

    def cancel(self) -> None:
        self._job.cancel()
        self.shown = replace(self.shown, can_cancel=False)
        self.changed.emit(self)

    def _progress(self, progress: Progress) -> None:
        label = what_words(progress.label)
        left = time_left(self._pace.left(progress.done, progress.total))
        self.shown = LongAct(label, progress.done, progress.total, left)
        self.changed.emit(self)

    def _end(self, _end: JobEnd) -> None:
        self.over.emit(self)


def is_due(rows: Iterable[OutboxRow], now: datetime) -> bool:
    """Whether a packet waits whose next try has come."""
    waiting = (row for row in rows if row.state is not DeliveryState.RECEIVED)
    return any(backoff.is_due(row.next_try, now) for row in waiting)
