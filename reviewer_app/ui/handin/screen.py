"""The hand-in screen as the application knows it."""

from __future__ import annotations

from reviewer_app.ui.handin.view import HandInView
from reviewer_app.ui.handin.view_model import HandInViewModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class HandInScreen(Screen):
    """Packets, receipts, syncs, evidence."""

    def __init__(self, supplies: Supplies) -> None:
        services, lanes = supplies.services, supplies.lanes
        self._model = HandInViewModel(
            services.handin,
            services.evidence,
            supplies.syncing,
            database=lanes.database,
            network=lanes.network,
        )
        self._hand_in = HandInView(self._model, keeps=supplies.keeps)
        super().__init__(self._hand_in)
        self._hand_in.connection_wanted.connect(self._go_to_connection)

    def enter(self, case: str | None) -> None:
        """Read the outbox."""
        self._model.load()
        self._hand_in.begin()

    def refresh(self) -> None:
        """Read it again."""
        self._model.load()

    def _go_to_connection(self, _wanted: None) -> None:
        self.left.emit(Visit(Place.CONNECTION))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return HandInScreen(supplies)
