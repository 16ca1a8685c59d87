"""The card of a desk that is an earlier copy of itself: restore a backup, or go on from here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.errors import RolledBackDesk
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.matter import Matter, Standing
from reviewer_app.ui.told import tell, told_label
from reviewer_app.ui.wording import sentence_of


class PutBackCard(Retranslating, QWidget):
    """In sight while something is missing."""

    restore: Event[None] = Event()
    go_on: Event[None] = Event()

    def __init__(self, model: Matter[RolledBackDesk | None]) -> None:
        super().__init__()
        self._model = model
        self._restore, self._go_on = Button(Role.ACCENT, "undo"), Button(Role.DEFAULT)
        self._told = told_label()
        self._card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._restore)
        row.addWidget(self._go_on)
        row.addStretch(1)
        self._card.content.addLayout(row)
        self._card.content.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._restore.clicked.connect(self._ask_restore)
        self._go_on.clicked.connect(self._ask_go_on)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._restore.setText(self.tr("Restore a backup…"))
        self._go_on.setText(self.tr("Go on from here"))
        self._draw(self._model.state)

    def _draw(self, state: Standing[RolledBackDesk | None]) -> None:
        self.setVisible(state.value is not None)
        if state.value is not None:
            said = sentence_of(state.value)
            self._card.set_heading(said.title, said.body)
        for button in (self._restore, self._go_on):
            button.setEnabled(not state.busy)
        tell(self._told, state.failure, "")

    def _ask_restore(self) -> None:
        self.restore.emit(None)

    def _ask_go_on(self) -> None:
        self.go_on.emit(None)
