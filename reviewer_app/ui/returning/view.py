"""Draws what a desk asks for when it comes back: from an earlier day, or with new keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page


class ReturningView(Page):
    """A card for each; one sentence where there is none."""

    left: Event[None] = Event()

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__(scrolling=True, narrow=True)
        self._well = Label(Kind.BODY)
        self.content.addWidget(self._well)
        for card in cards:
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.back_pressed.connect(self.left.emit)
        self.show_well(well=False)
        self.built()

    def show_well(self, *, well: bool) -> None:
        """Whether there is nothing to answer."""
        self._well.setVisible(well)

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(self.tr("Before you go on"))
        self.set_back(self.tr("Back"))
        self._well.setText(self.tr("All is well: nothing is to be answered here."))
