"""Moves the reports' part of the secretariat's screen: what is written, where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from review_protocol.documents.answers import ProgressAnswer
from reviewer_app.errors import Failure
from reviewer_app.services.secretariat import ReportFormat, ReportLanguage
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import JobEnd
from reviewer_app.ui.syncing import Syncing


class Exports(Protocol):
    """The part of the service `Secretariat` that writes reports."""

    def export(
        self, folder: Path, formats: Sequence[ReportFormat], language: ReportLanguage
    ) -> tuple[Path, ...]: ...
    def export_progress(
        self,
        folder: Path,
        formats: Sequence[ReportFormat],
        language: ReportLanguage,
        progress: ProgressAnswer,
    ) -> tuple[Path, ...]: ...


_Write = Callable[[Report, Cancelled], tuple[bool, tuple[Path, ...]]]


@dataclass(frozen=True, slots=True)
class Order:
    """How a report is wanted."""

    folder: Path
    formats: tuple[ReportFormat, ...]
    language: ReportLanguage


@dataclass(frozen=True, slots=True)
class ReportsState:
    """`files` were written by the last export; `has_scores` once scores were reported."""

    files: tuple[Path, ...] = ()
    is_writing: bool = False
    has_scores: bool = False
    failure: Failure | None = None


class ReportsViewModel(QObject):
    """Writes on a thread of its own, shown in the strip."""

    changed = Event(ReportsState)

    def __init__(self, secretariat: Exports, syncing: Syncing) -> None:
        super().__init__()
        self._secretariat = secretariat
        self._syncing = syncing
        self._state = ReportsState()

    @property
    def state(self) -> ReportsState:
        return self._state

    def export_scores(self, order: Order) -> None:
        """Write the score report, in which experts are pseudonyms."""
        self._begin(partial(self._scores, order))

    def export_progress(self, order: Order, progress: ProgressAnswer) -> None:
        """Write the progress report, which holds no score."""
        self._begin(partial(self._progress, order, progress))

    def _begin(self, work: _Write) -> None:
        if self._state.is_writing:
            return
        self._show(replace(self._state, is_writing=True, files=(), failure=None))
        job = self._syncing.act("report", work, owner=self, done=self._written, failed=self._failed)
        job.ended.connect(self._ended)

    def _scores(
        self, order: Order, _report: Report, _stop: Cancelled
    ) -> tuple[bool, tuple[Path, ...]]:
        return True, self._secretariat.export(order.folder, order.formats, order.language)

    def _progress(
        self, order: Order, progress: ProgressAnswer, _report: Report, _stop: Cancelled
    ) -> tuple[bool, tuple[Path, ...]]:
        files = self._secretariat.export_progress(
            order.folder, order.formats, order.language, progress
        )
        return False, files

    def _written(self, written: tuple[bool, tuple[Path, ...]]) -> None:
        scores, files = written
        has_scores = scores or self._state.has_scores
        self._show(replace(self._state, files=files, has_scores=has_scores))

    def _ended(self, _end: JobEnd) -> None:
        self._show(replace(self._state, is_writing=False))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))

    def _show(self, state: ReportsState) -> None:
        self._state = state
        self.changed.emit(state)
