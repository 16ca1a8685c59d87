"""One matter on a page: what stands, what is being done, and how that came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from reviewer_app.errors import ExpectedFailure
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """`value` is None before it was read; `done` names the act that was done last."""

    value: T | None = None
    busy: bool = False
    done: str = ""
    failure: ExpectedFailure | None = None


class Matter(Stateful[Standing[T]], Generic[T]):
    """Reads and does on `lane`; one act at a time."""

    def __init__(self, lane: Lane, read: Callable[[], T]) -> None:
        super().__init__(Standing())
        self._lane = lane
        self._reads = read

    def refresh(self) -> None:
        """Read how it stands; what was said of an act before is over."""
        if not self._state.busy:
            self._show(Standing(self._state.value))
            self._lane.run(self._reads, owner=self, done=self._read, failed=self._fail)

    def perform(self, name: str, work: Callable[[], object]) -> None:
        """Do it, then read again; nothing while something else is being done."""
        if self._state.busy:
            return
        self._show(Standing(self._state.value, busy=True))
        done = partial(self._did, name)
        self._lane.run(partial(_then, work, self._reads), owner=self, done=done, failed=self._fail)

    def _read(self, value: T) -> None:
        self._show(replace(self._state, value=value))

    def _did(self, name: str, value: T) -> None:
        self._show(Standing(value, done=name))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._show(replace(self._state, busy=False, failure=error))


def _then(work: Callable[[], object], read: Callable[[], T]) -> T:
    work()
    return read()
