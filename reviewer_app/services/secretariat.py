"""The secretariat's desk: progress without scores, the end of a round, and its reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from review_protocol.documents.answers import ProgressAnswer
from reviewer_app.models.store import Store
from reviewer_app.services.network import Network
from reviewer_app.services.panel import PanelRoom
from reviewer_app.services.panel_rows import PanelTable
from reviewer_app.services.signer import Signer
from reviewer_app.sync.reports import Cancelled, Report

ReportFormat = Literal["pdf", "xlsx", "csv", "json"]
ReportLanguage = Literal["zh", "en", "both"]


class Secretariat:
    """Staff: progress at any time, scores once the round is closed."""

    def __init__(self, store: Store, signer: Signer, network: Network, panel: PanelRoom) -> None:
        self._store = store
        self._signer = signer
        self._network = network
        self._panel = panel

    def progress(self) -> ProgressAnswer:
        """Network. Who has delivered how much; raises as a sync."""
        raise NotImplementedError

    def close_round(self, reason: str, report: Report, cancelled: Cancelled) -> str:
        """Network. Sign that the round is closed, and deliver it; answers the packet's id.

        The packet is in the outbox even where delivery fails: the next sync delivers it.
        Raises NotPermitted, and as a sync.
        """
        raise NotImplementedError

    def refresh(self, report: Report, cancelled: Cancelled) -> int:
        """Network. Collect all packets of a closed round; raises RoundStillOpen, as a sync."""
        raise NotImplementedError

    def results(self) -> PanelTable:
        """All cases with every verified score; raises RoundStillOpen, NotPermitted."""
        raise NotImplementedError

    def export(
        self, folder: Path, formats: Sequence[ReportFormat], language: ReportLanguage
    ) -> tuple[Path, ...]:
        """Write the score report; raises RoundStillOpen, CannotWriteReport."""
        raise NotImplementedError
