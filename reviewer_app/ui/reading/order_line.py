"""The line above the criteria that says why they stand in this order."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label


class OrderLine(Retranslating, Label):
    """Two reviewers who talk of the first card, or of key 1, mean different criteria."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Kind.SMALL, parent=parent)
        self.built()

    def retranslate(self) -> None:
        """The sentence."""
        self.setText(self.tr("The order varies by reviewer; keys belong to the criterion."))
