"""What services ask of the network; the sync engine answers it."""

from __future__ import annotations

from typing import Protocol

from review_protocol.documents.answers import ProgressAnswer
from review_protocol.documents.matters import MattersAnswer
from reviewer_app.sync.reports import BatchReport, Cancelled, Report, SyncReport


class Network(Protocol):
    """The way to the server of one desk; all of it raises the failures of a connection."""

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport:
        """Deliver, learn what changed, take in the batch, collect what may be seen."""

    def fetch(self, report: Report, cancelled: Cancelled) -> BatchReport:
        """Take in the batch."""

    def collect(self, report: Report, cancelled: Cancelled) -> int:
        """Collect other people's packets; answers how many are new."""

    def progress(self) -> ProgressAnswer:
        """Who has delivered how much."""

    def matters(self) -> MattersAnswer:
        """What waits for staff."""
