"""Taking in a batch: its headers at once, its contents after the release."""

from __future__ import annotations

from collections.abc import Callable

from reviewer_app.services.rows import BatchReport, Progress

Report = Callable[[Progress], None]
Cancelled = Callable[[], bool]


class BatchIntake:
    """The assigned batch, fetched, verified, decrypted and made ready for reading."""

    def fetch(self, report: Report, cancelled: Cancelled) -> BatchReport:
        """Network. Fetch what is new and take it in; resumable, ends early when `cancelled`.

        Raises NoConnection, NotOurServer, AnswerCutOff, ServerRefused, ManifestRolledBack,
        DamagedFile, DiskFull, FolderReadOnly.
        """
        raise NotImplementedError
