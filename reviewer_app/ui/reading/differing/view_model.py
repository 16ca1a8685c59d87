"""Compares the two languages of the open case, and puts differences away or brings them back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.errors import Failure
from reviewer_app.services.differing import CaseDifferences
from reviewer_app.services.rows import CaseView
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.state import Opened


class Compares(Protocol):
    """Compares a case; the person's own desk remembers what is put away."""

    def of(self, view: CaseView) -> CaseDifferences: ...
    def dismiss(self, differences: CaseDifferences, key: str) -> CaseDifferences: ...
    def show_again(self, differences: CaseDifferences, key: str) -> CaseDifferences: ...


class DifferencesViewModel(QObject):
    """One case at a time; `changed` carries its differences, `wrote` tells that one was kept."""

    changed = Event(CaseDifferences)
    wrote: Event[None] = Event()
    failed: Event[Failure] = Event()

    def __init__(self, compares: Compares, lane: Lane) -> None:
        super().__init__()
        self._compares, self._lane = compares, lane
        self._state = CaseDifferences()

    @property
    def state(self) -> CaseDifferences:
        return self._state

    def open(self, opened: Opened) -> None:
        """Compare the languages of a case; what was found before stays until that is done."""
        self._run(partial(self._compares.of, opened.view), self._show)

    def dismiss(self, key: str) -> None:
        """Put a difference away."""
        self._run(partial(self._compares.dismiss, self._state, key), self._kept)

    def show_again(self, key: str) -> None:
        """Bring a difference back."""
        self._run(partial(self._compares.show_again, self._state, key), self._kept)

    def _run(
        self, work: Callable[[], CaseDifferences], done: Callable[[CaseDifferences], None]
    ) -> None:
        self._lane.run(work, owner=self, done=done, failed=self._fail)

    def _kept(self, state: CaseDifferences) -> None:
        self._show(state)
        self.wrote.emit(None)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.failed.emit(error)

    def _show(self, state: CaseDifferences) -> None:
        self._state = state
        self.changed.emit(state)
