"""Draws the safety page: lock, passphrase, a forgotten one, backups, the end of a round here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.page import Page


class SafetyView(Page):
    """A card for each matter, and the way back to the preferences."""

    left: Event[None] = Event()

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__(scrolling=True, narrow=True)
        for card in cards:
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.back_pressed.connect(self.left.emit)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Safety"), self.tr("What keeps this desk yours, and what you wrote from loss.")
        )
        self.set_back(self.tr("Preferences"))
