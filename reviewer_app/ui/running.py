"""One long act at a time on a lane: its progress as an `Act`, a way to stop it, and its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.acts import Act, relayed
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, JobEnd, Lane, Progress
from reviewer_app.ui.kit.progress import Pace

T = TypeVar("T")


class LongRun(QObject):
    """`changed` carries the act as far as it is; `ended` comes after done, failed or stopped."""

    changed = Event(Act)
    ended = Event(JobEnd)

    def __init__(self, lane: Lane, *, pace: Callable[[], Pace] = Pace) -> None:
        super().__init__()
        self._lane = lane
        self._new_pace = pace
        self._pace = pace()
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def start(
        self,
        what: str,
        work: Callable[[Report, Cancelled], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Begin; nothing where an act is on its way already. `what` names it until it reports."""
        if self._job is not None:
            return
        self._pace = self._new_pace()
        self._job = self._lane.run_with_progress(
            relayed(work), owner=owner, done=done, failed=failed
        )
        self._job.progressed.connect(self._progressed)
        self._job.ended.connect(self._end)
        self.changed.emit(Act(what))

    def cancel(self) -> None:
        """Stop at the next safe place."""
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, progress: Progress) -> None:
        seconds = self._pace.left(progress.done, progress.total)
        self.changed.emit(Act(progress.label, progress.done, progress.total, seconds))

    def _end(self, end: JobEnd) -> None:
        self._job = None
        self.ended.emit(end)
