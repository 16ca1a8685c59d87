"""How the syncs since the desk was opened went, as the application's one sync tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import ExpectedFailure
from reviewer_app.sync.reports import SyncReport
from reviewer_app.ui.kit.event import Event

if TYPE_CHECKING:
    from reviewer_app.ui.syncing import Syncing, SyncState

MOST: Final = 20


@dataclass(frozen=True, slots=True)
class SyncEntry:
    """One sync: its report, its failure, or neither where it was stopped."""

    at: str
    report: SyncReport | None = None
    failure: ExpectedFailure | None = None


class SyncHistory(QObject):
    """`ended` comes after every sync, `entries` are the last ones, newest first."""

    ended: Event[None] = Event()

    def __init__(self, syncing: Syncing) -> None:
        super().__init__(syncing)
        self._before = syncing.state
        self._report: SyncReport | None = None
        self.entries: tuple[SyncEntry, ...] = ()
        syncing.synced.connect(self._synced)
        syncing.changed.connect(self._follow)

    def _synced(self, report: SyncReport) -> None:
        self._report = report

    def _follow(self, state: SyncState) -> None:
        if state.running and not self._before.running:
            self._before, self._report = state, None
        elif self._before.running and not state.running:
            self.entries = (self._entry(state), *self.entries)[:MOST]
            self._before = state
            self.ended.emit(None)

    def _entry(self, state: SyncState) -> SyncEntry:
        at = state.tried_at or ""
        if self._report is not None:
            return SyncEntry(self._report.at, report=self._report)
        if state.failure is not None and state.failure is not self._before.failure:
            return SyncEntry(at, failure=state.failure)
        return SyncEntry(at)
