"""The chair's room: the panel's verified scores side by side, and its signed decisions."""

from __future__ import annotations

from review_protocol.documents.programme import Recommendation
from reviewer_app.models.store import Store
from reviewer_app.services.network import Network
from reviewer_app.services.panel_rows import PanelCaseView, PanelTable
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.signer import Signer
from reviewer_app.sync.reports import Cancelled, Report


class PanelRoom:
    """Collected packets, each verified before it counts."""

    def __init__(
        self, store: Store, signer: Signer, network: Network, preparing: Preparing
    ) -> None:
        self._store = store
        self._signer = signer
        self._network = network
        self._preparing = preparing

    def refresh(self, report: Report, cancelled: Cancelled) -> int:
        """Network. Collect what is new; answers how many packets came. Raises as a sync."""
        raise NotImplementedError

    def table(self) -> PanelTable:
        """All cases of the panel with every score, and the figures computed from those that count.

        Raises NotPermitted for a reviewer.
        """
        raise NotImplementedError

    def open(self, number: str) -> PanelCaseView:
        """One case with every opinion, its quotes and their counterparts; raises CaseNotOpen."""
        raise NotImplementedError

    def decide(self, number: str, outcome: Recommendation, reason: str) -> str:
        """Sign the panel's decision on the counted packets; a later one supersedes.

        Raises NotPermitted, CaseNotOpen.
        """
        raise NotImplementedError
