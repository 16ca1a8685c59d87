"""All decisions on a case, the newest first: nothing is undone but by a later one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.panel.decisions import DecisionSaid
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, line
from reviewer_app.ui.panel.refill import refill
from reviewer_app.ui.panel.requests import words
from reviewer_app.ui.panel.requests.view_model import BesideModel, BesideState


class HistoryCard(Retranslating, Card):
    """Shown where there is more than the one that stands, or somebody else's."""

    def __init__(self, view_model: BesideModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        self._drawn: tuple[DecisionSaid, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.content.addLayout(self._rows)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words of the heading, then all rows again."""
        self.set_heading(self.tr("All decisions"))
        self._drawn = None
        self._draw(self._model.state)

    def _draw(self, state: BesideState) -> None:
        decisions = state.decisions
        self.setVisible(len(decisions) > 1 or any(not each.voice.is_own for each in decisions))
        if decisions == self._drawn:
            return
        self._drawn = decisions
        told: list[QWidget] = []
        for said in decisions:
            kind = Kind.BODY if said.stands else Kind.MUTED
            told += (line(), Label(kind, spelled_out(words.decided(said))))
        refill(self._rows, told[1:])
