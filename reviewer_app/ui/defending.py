"""Writing what defends a case: sheets of one page, and a dispute dossier that can be checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from review_protocol.documents.text import Language as TextLanguage
from reviewer_app.errors import Failure
from reviewer_app.reports.text import Language
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui import terms
from reviewer_app.ui.kit.lane import JobEnd
from reviewer_app.ui.stateful import Stateful
from reviewer_app.ui.syncing import Syncing

if TYPE_CHECKING:
    from reviewer_app.services.assembly import Services
    from reviewer_app.services.defending.defence import SavedSheets
    from reviewer_app.services.defending.dispute import SavedDispute


@dataclass(frozen=True, slots=True)
class DefendingState:
    """What was written last, and where; nothing of it while something is being written."""

    busy: bool = False
    sheets: SavedSheets | None = None
    dossier: SavedDispute | None = None
    failure: Failure | None = None


class Defending(Stateful[DefendingState]):
    """Both are written on a thread of their own, and shown in the strip."""

    def __init__(self, services: Services, syncing: Syncing) -> None:
        super().__init__(DefendingState())
        self._services = services
        self._syncing = syncing

    def save_sheets(self, numbers: Sequence[str], target: Path) -> None:
        """A page a case in one PDF, in the interface's language."""
        language: Language = "zh" if terms.interface_language() is TextLanguage.ZH else "en"

        def work(report: Report, cancelled: Cancelled) -> SavedSheets:
            # the service is imported here, off the GUI thread: numpy comes with it
            defence = self._services.defence
            return defence.save_sheets(numbers, target, language, report, cancelled)

        self._begin("sheets", work, self._drawn)

    def save_dossier(self, number: str, folder: Path) -> None:
        """A new folder inside this one."""

        def work(report: Report, cancelled: Cancelled) -> SavedDispute:
            return self._services.disputes.save(number, folder, report, cancelled)

        self._begin("dispute", work, self._written)

    def dismiss(self) -> None:
        """Put away what was told of the last act."""
        self._show(DefendingState(busy=self._state.busy))

    def _begin(
        self, what: str, work: Callable[[Report, Cancelled], object], done: Callable[..., None]
    ) -> None:
        if self._state.busy:
            return
        self._show(DefendingState(busy=True))
        job = self._syncing.act(what, work, owner=self, done=done, failed=self._failed)
        job.ended.connect(self._ended)

    def _drawn(self, sheets: SavedSheets) -> None:
        self._show(replace(self._state, sheets=sheets))

    def _written(self, dossier: SavedDispute) -> None:
        self._show(replace(self._state, dossier=dossier))

    def _ended(self, _end: JobEnd) -> None:
        """Also where it was cancelled, and nobody is told."""
        self._show(replace(self._state, busy=False))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))
