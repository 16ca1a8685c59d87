"""What a panel's people and staff ask over a device's conversation."""

from __future__ import annotations

from review_protocol.documents.answers import PacketsAnswer, ProgressAnswer
from review_protocol.documents.dossier import DossierAnswer, DossierStateAnswer
from review_protocol.documents.draws import DrawsAnswer
from review_protocol.documents.matters import MattersAnswer
from review_protocol.exchange import DOSSIER, DOSSIER_STATE, DRAWS, MATTERS, PACKETS, PROGRESS
from reviewer_app.sync.asking import Asking


class PanelSession:
    """Each raises as any request of a DeviceSession does."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def packets_after(self, leaf: int) -> PacketsAnswer:
        """Other people's packets from this leaf on, as far as this person may see them; with the
        last page, where there was something new, who was asked (an older server: with each)."""
        query = {"after": str(leaf), "assignments": "once"}
        return self._asking.ask(PacketsAnswer, "GET", PACKETS, query)

    def dossier_after(self, leaf: int) -> DossierAnswer:
        """What is withheld from this person of their panel, and from this leaf on the leaves of it;
        the tables are of the first page, from leaf 0."""
        return self._asking.ask(DossierAnswer, "GET", DOSSIER, {"after": str(leaf)})

    def dossier_state(self) -> DossierStateAnswer:
        """Whether any of that is new; an older server knows no such resource."""
        return self._asking.ask(DossierStateAnswer, "GET", DOSSIER_STATE, {})

    def draws(self) -> DrawsAnswer:
        """How reviews were given out."""
        return self._asking.ask(DrawsAnswer, "GET", DRAWS, {})

    def progress(self) -> ProgressAnswer:
        """Who has delivered how much; for staff."""
        return self._asking.ask(ProgressAnswer, "GET", PROGRESS, {})

    def matters(self) -> MattersAnswer:
        """What waits for staff; for a panel's people the conflicts that were taken back."""
        return self._asking.ask(MattersAnswer, "GET", MATTERS, {})
