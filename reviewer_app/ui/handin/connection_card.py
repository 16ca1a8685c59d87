"""Leads to the page that says where the way to the server ends."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating


class ConnectionCard(Retranslating, QWidget):
    """A sentence and a button; `asked` comes when the person wants to know."""

    asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._ask = Button(Role.DEFAULT, "link")
        self._card.add_action(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._ask.clicked.connect(self._tell)
        self.built()

    def retranslate(self) -> None:
        """Words of the head."""
        self._ask.setText(self.tr("Check"))
        self._card.set_heading(
            self.tr("Connection"), self.tr("Where does the way to the server end?")
        )

    def _tell(self) -> None:
        self.asked.emit(None)
