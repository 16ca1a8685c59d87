"""Taking in a batch: its headers at once, its contents after the release."""

from __future__ import annotations

from reviewer_app.services.network import Network
from reviewer_app.sync.reports import BatchReport, Cancelled, Report


class BatchIntake:
    """The assigned batch, fetched, verified, decrypted and made ready for reading."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def fetch(self, report: Report, cancelled: Cancelled) -> BatchReport:
        """Network. Fetch what is new and take it in; resumable, ends early when `cancelled`.

        Raises NoConnection, NotOurServer, AnswerCutOff, ServerRefused, ManifestRolledBack,
        DamagedFile, DiskFull, FolderReadOnly.
        """
        return self._network.fetch(report, cancelled)
