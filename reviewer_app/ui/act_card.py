"""A card that ends with its acts, and with how the last of them came out."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from reviewer_app.errors import ExpectedFailure
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.told import tell, told_label


class ActCard(Card):
    """What is above the acts goes into `content`."""

    def __init__(self, *acts: Button) -> None:
        super().__init__()
        self._acts = acts
        self._told = told_label()
        row = Flow()
        for act in acts:
            row.add(act)
        foot = QVBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(row)
        foot.addWidget(self._told)
        self.add_foot(foot)

    def allow_acts(self, *, when: bool) -> None:
        """All acts at once: none while one is under way."""
        for act in self._acts:
            act.setEnabled(when)

    def tell(self, failure: ExpectedFailure | None, done: str = "") -> None:
        """Say below why the last act failed, or `done`, or nothing."""
        tell(self._told, failure, done)
