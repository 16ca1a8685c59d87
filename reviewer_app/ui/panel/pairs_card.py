"""A card of names and facts, as many as there are to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.pairs import PairsLayout


class PairsCard(QWidget):
    """Shows at most `most` pairs."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._pairs = [(_named(), Label(Kind.BODY)) for _ in range(most)]
        self._card.content.addLayout(PairsLayout(self._pairs))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_pairs(self, heading: str, pairs: Sequence[tuple[str, str]]) -> None:
        """Draw them, names left, facts right; raises ValueError for more than it has room for."""
        if len(pairs) > len(self._pairs):
            raise ValueError(f"{len(pairs)} pairs where there is room for {len(self._pairs)}")
        self._card.set_heading(heading)
        for place, (name, fact) in enumerate(self._pairs):
            there = place < len(pairs)
            name.setVisible(there)
            fact.setVisible(there)
            name.setText(pairs[place][0] if there else "")
            fact.setText(pairs[place][1] if there else "")


def _named() -> QLabel:
    """A name that stays in one line."""
    name = QLabel()
    name.setTextFormat(Qt.TextFormat.PlainText)
    name.setProperty("kit", Kind.MUTED.value)
    return name
