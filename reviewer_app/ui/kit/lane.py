"""The one door through which work leaves the GUI thread and answers come back."""

import sys
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial
from threading import Event as Flag
from threading import Lock
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, Slot

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.addressee import Addressee, Callback
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.workers import Workers

T = TypeVar("T")
Mend = Callable[[Exception, Callable[[bool], None]], bool]
"""Asked on the GUI thread before a failure is told: whether it may yet be mended.

Where it answers True it calls what it was given, once: True does the work again from its
beginning, False lets it fail after all.
"""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long act is: ``done`` of ``total`` units (None: unknown), and what it is at."""

    done: int
    total: int | None = None
    label: str = ""


class JobEnd(StrEnum):
    """How a job ended."""

    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Task(Generic[T]):
    """What the worker's thread sees of a job: no Qt object, so none can die over there."""

    def __init__(self, work: "Callable[[Task[T]], T]") -> None:
        self._work = work
        self._lock = Lock()
        self._latest: Progress | None = None
        self.cancelled = Flag()
        self.over = Flag()
        self.answer: tuple[T] | None = None
        self.error: Exception | None = None

    def perform(self) -> None:
        """Do the work and note how it came out; nothing where it was cancelled before."""
        if self.cancelled.is_set():
            return
        try:
            self.answer = (self._work(self),)
        except Exception as error:
            self.error = error

    def note(self, progress: Progress) -> bool:
        """Note the latest progress; True where nobody had been told of an earlier one."""
        with self._lock:
            fresh, self._latest = self._latest is None, progress
        return fresh

    def latest(self) -> Progress | None:
        """Take the noted progress away."""
        with self._lock:
            latest, self._latest = self._latest, None
        return latest


class Job(QObject):
    """One piece of work on its way; its events are emitted on the GUI thread."""

    progressed = Event(Progress)
    ended = Event(JobEnd)

    def __init__(self, cancelled: Flag) -> None:
        super().__init__()
        self._cancelled = cancelled

    def cancel(self) -> None:
        """Drop the answer; work that has not begun is not begun, other work may look and stop."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether ``cancel`` was called."""
        return self._cancelled.is_set()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What waits on the GUI thread for a task's answer."""

    job: Job
    settle: Callable[[], JobEnd]


def report_unexpected(error: BaseException) -> None:
    """Give a bug to the crash hook of the program."""
    sys.excepthook(type(error), error, error.__traceback__)


class Lane(QObject):
    """A named queue of work, ``width`` threads wide; made and used on the GUI thread.

    One thread wide it is serial: work is done in the order in which it was given.
    """

    _reported = Signal(object)
    _performed = Signal(object)
    _idled = Signal()

    def __init__(
        self,
        name: str,
        width: int = 1,
        *,
        unexpected: Callable[[BaseException], None] = report_unexpected,
    ) -> None:
        super().__init__()
        self._workers = Workers(name, width)
        self._unexpected = unexpected
        self._waiting: dict[Task[Any], _Waiting] = {}
        self._closed = False
        self.mend: Mend | None = None
        self.setObjectName(name)
        self._reported.connect(self._show_progress)
        self._performed.connect(self._settle)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callback[T],
        failed: Callback[Exception],
    ) -> Job:
        """Do ``work`` on another thread, then call ``done`` or ``failed`` on this one.

        Neither is called once the job is cancelled or the owner is gone. ``failed`` raises what
        it does not expect (``raise error``): that goes to the crash hook, as does any exception
        of ``done``. Raises RuntimeError when the lane is closed.
        """
        return self._start(Task(lambda _: work()), owner, done, failed)

    def run_with_progress(
        self,
        work: Callable[[Callable[[Progress], None], Callable[[], bool]], T],
        *,
        owner: QObject,
        done: Callback[T],
        failed: Callback[Exception],
    ) -> Job:
        """As ``run``; ``work(report, cancelled)`` reports its progress and asks whether to stop.

        Reports may come thousands a second: the job emits the latest when the GUI has time.
        """

        def perform(task: Task[T]) -> T:
            def report(progress: Progress) -> None:
                if task.note(progress):
                    self._reported.emit(task)

            return work(report, task.cancelled.is_set)

        return self._start(Task(perform), owner, done, failed)

    def wait_for(self, job: Job, seconds: float) -> bool:
        """Deliver this answer now, before anything is painted, if it comes in ``seconds``.

        For what takes about as long as painting; seconds are thousandths, for the window stands
        still. Answers that came before, and wait to be delivered, are overtaken.
        """
        task = next((each for each, it in self._waiting.items() if it.job is job), None)
        if task is None or not task.over.wait(seconds):
            return False
        self._settle(task)
        return True

    def idle(self) -> bool:
        """Whether nothing is queued, running or waiting to be delivered."""
        return not self._waiting

    def wait_idle(self, timeout: float = 5.0) -> bool:
        """Let the event loop turn until the lane was idle, at most ``timeout`` seconds."""
        if self.idle():
            return True
        loop, limit = QEventLoop(), QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(partial(loop.exit, 1))
        self._idled.connect(loop.quit)
        limit.start(round(timeout * 1000))
        in_time = loop.exec() == 0
        self._idled.disconnect(loop.quit)
        limit.stop()
        return in_time or self.idle()

    def close(self, *, finish: bool = True, seconds: float | None = None) -> bool:
        """Take no more work and join the threads; answers are no longer delivered.

        What was queued is still done unless ``finish`` is off (writes are kept, fetches are not).
        False where a thread did not come to its end in ``seconds``: it is left behind.
        """
        self._closed = True
        if not finish:
            for waiting in self._waiting.values():
                waiting.job.cancel()
        ended = self._workers.close(finish=finish, seconds=seconds)
        self._waiting.clear()
        return ended

    def _start(
        self, task: Task[T], owner: QObject, done: Callback[T], failed: Callback[Exception]
    ) -> Job:
        if self._closed:
            raise RuntimeError(f"lane {self.objectName()} is closed")
        addressee = Addressee(owner)
        on_done, on_failed = addressee.weakly(done), addressee.weakly(failed)

        def settle() -> JobEnd:
            if task.error is not None:
                addressee.tell(on_failed, task.error)
                return JobEnd.FAILED
            if task.answer is None:
                return JobEnd.CANCELLED
            addressee.tell(on_done, task.answer[0])
            return JobEnd.DONE

        job = Job(task.cancelled)
        self._waiting[task] = _Waiting(job, settle)
        self._workers.submit(partial(self._perform, task))
        return job

    def _perform(self, task: Task[T]) -> None:
        """On the worker's thread."""
        task.perform()
        task.over.set()
        with suppress(RuntimeError):  # left behind: the lane is gone, and who asked with it
            self._performed.emit(task)

    @Slot(object)
    def _show_progress(self, task: Task[object]) -> None:
        latest, waiting = task.latest(), self._waiting.get(task)
        if latest is not None and waiting is not None and not waiting.job.is_cancelled():
            waiting.job.progressed.emit(latest)

    @Slot(object)
    def _settle(self, task: Task[object]) -> None:
        waiting = self._waiting.get(task)
        if waiting is None:  # the lane was closed meanwhile
            return
        error, mend = task.error, None if waiting.job.is_cancelled() else self.mend
        if error is None or mend is None or not mend(error, partial(self._go_on, task)):
            self._end(task)

    def _go_on(self, task: Task[object], again: bool) -> None:
        if again and task in self._waiting:
            task.error = None
            self._workers.submit(partial(self._perform, task))
        else:
            self._end(task)

    def _end(self, task: Task[object]) -> None:
        waiting = self._waiting.pop(task, None)
        if waiting is None:
            return
        end = JobEnd.CANCELLED
        if not waiting.job.is_cancelled():
            try:
                end = waiting.settle()
            except Exception as error:
                end = JobEnd.FAILED
                self._unexpected(error)
        waiting.job.ended.emit(end)
        if self.idle():
            self._idled.emit()
