"""The one writer: a thread that commits what others submit in groups, then lets the answers go."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from types import TracebackType
from typing import Generic, TypeAlias, TypeVar

from central_server.failures import Refused, ServerFailure
from central_server.log import Appended, Log, OpenGroup
from central_server.store.store import Store
from review_protocol.documents.answers import RefusalCode

_T = TypeVar("_T")

Finish: TypeAlias = Callable[[Appended], _T]
"""Second half of a unit of work, with the group's receipts; it does not fail for a reason of its
own."""
Work: TypeAlias = Callable[[OpenGroup], Finish[_T]]
"""First half of a unit of work: writes rows, adds entries; a ServerFailure undoes it alone."""

GROUP_WEIGHT = 200
QUEUE_WEIGHT = 4000
_RETRY_SECONDS = 2


@dataclass(slots=True)
class _Unit(Generic[_T]):
    work: Work[_T]
    weight: int
    future: Future[_T] = field(default_factory=Future)
    answer: _T | None = None
    finish: Finish[_T] | None = None

    def enter(self, group: OpenGroup) -> None:
        """Do the first half; a refusal undoes this unit and leaves the group as it was."""
        group.catch_up()
        length = len(group.entries)
        self.finish = None
        try:
            with group.connection.begin_nested():
                self.finish = self.work(group)
        except ServerFailure as refused:
            del group.entries[length:]
            self.future.set_exception(refused)

    def leave(self, appended: Appended) -> Callable[[], None]:
        """Do the second half; what it answers is told by calling the result, after the commit."""
        if self.finish is None:
            return lambda: None
        answer = self.finish(appended)
        return lambda: self.future.set_result(answer)


class _Caught:
    """What went wrong inside a group: kept, so that each caller hears of it."""

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def __enter__(self) -> _Caught:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self.error = error
        return isinstance(error, Exception)


class Writer:
    """Takes units of work, each with its weight in packets; at most `QUEUE_WEIGHT` wait."""

    def __init__(self, store: Store, log: Log) -> None:
        self._store = store
        self._log = log
        self._waiting: deque[_Unit[object]] = deque()
        self._weight = 0
        self._lock = Lock()
        self._copied: str | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")

    def submit(self, work: Work[_T], *, weight: int = 1) -> Future[_T]:
        """Queue a unit of work; its future is done after commit and copy of the checkpoint.

        Raises Refused (busy) where too much is waiting.
        """
        unit: _Unit[_T] = _Unit(work, weight)
        with self._lock:
            if self._weight + weight > QUEUE_WEIGHT:
                raise Refused(RefusalCode.BUSY, "too much is waiting", _RETRY_SECONDS)
            self._weight += weight
            self._waiting.append(unit)  # type: ignore[arg-type]  # a queue of every kind of unit
        self._thread.submit(self._commit_next)
        return unit.future

    def close(self) -> None:
        """Finish what is queued, and end the thread."""
        self._thread.shutdown(wait=True)

    def _commit_next(self) -> None:
        units = self._take()
        if units:
            self._commit_and_tell(units)

    def _take(self) -> list[_Unit[object]]:
        """The next group: as many units as its weight allows, at least one."""
        taken: list[_Unit[object]] = []
        weight = 0
        with self._lock:
            while self._waiting and (not taken or weight + self._waiting[0].weight <= GROUP_WEIGHT):
                unit = self._waiting.popleft()
                weight += unit.weight
                taken.append(unit)
            self._weight -= weight
        return taken

    def _commit_and_tell(self, units: list[_Unit[object]]) -> None:
        """One transaction for all; where that breaks, one for each, so that only the culprit's
        caller is told of it."""
        with _Caught() as caught:
            self._commit(units)
        if caught.error is None:
            return
        left = [unit for unit in units if not unit.future.done()]
        if len(units) > 1:
            for unit in left:
                self._commit_and_tell([unit])
        for unit in left if len(units) == 1 else ():
            unit.future.set_exception(caught.error)

    def _commit(self, units: list[_Unit[object]]) -> None:
        with self._store.write() as connection:
            group = self._log.open_group(connection)
            for unit in units:
                unit.enter(group)
            appended = self._log.append(group)
            told = [unit.leave(appended) for unit in units]
        if appended.note != self._copied:
            self._log.keep_copy(appended.note)
            self._copied = appended.note
        for tell in told:
            tell()
