"""The card of a desk that is an earlier copy of itself: restore a backup, or go on from here."""

from __future__ import annotations

from reviewer_app.errors import RolledBackDesk
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.matter import Matter, Standing
from reviewer_app.ui.wording import sentence_of


class PutBackCard(Retranslating, ActCard):
    """In sight while something is missing."""

    restore: Event[None] = Event()
    go_on: Event[None] = Event()

    def __init__(self, model: Matter[RolledBackDesk | None]) -> None:
        self._restore, self._go_on = Button(Role.ACCENT, "undo"), Button(Role.DEFAULT)
        super().__init__(self._restore, self._go_on)
        self._model = model
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
            self.set_heading(said.title, said.body)
        self.allow_acts(when=not state.busy)
        self.tell(state.failure)

    def _ask_restore(self) -> None:
        self.restore.emit(None)

    def _ask_go_on(self) -> None:
        self.go_on.emit(None)
