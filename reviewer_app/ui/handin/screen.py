"""The hand-in screen as the application knows it."""

from __future__ import annotations

from reviewer_app.ui.handin.files_view_model import FilesViewModel, LateHandOver
from reviewer_app.ui.handin.view import HandInView
from reviewer_app.ui.handin.view_model import HandInViewModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class HandInScreen(Screen):
    """Packets, receipts, syncs, files, evidence."""

    def __init__(self, supplies: Supplies) -> None:
        services, lanes = supplies.services, supplies.lanes
        self._model = HandInViewModel(
            services.handin,
            services.evidence,
            supplies.syncing,
            looking=services.looking_back,
            database=lanes.database,
            network=lanes.network,
        )
        self._files = FilesViewModel(
            LateHandOver(services),
            services.handin.offers_file,
            supplies.syncing,
            lanes.database,
        )
        self._hand_in = HandInView(self._model, self._files, keeps=supplies.keeps)
        super().__init__(self._hand_in)
        self._files.wrote.connect(self._wrote)
        self._hand_in.connection_wanted.connect(self._go_to_connection)
        self._hand_in.look_wanted.connect(self._go_to_overview)

    def enter(self, case: str | None) -> None:
        """Read the outbox."""
        self._model.load()
        self._files.look()
        self._hand_in.begin()

    def expect(self, visit: Visit) -> None:
        """Batches and receipts that were opened or dropped are taken in."""
        if visit.files:
            self._files.take(visit.files)

    def refresh(self) -> None:
        """Read it again."""
        self._model.load()
        self._files.look()

    def _wrote(self, _nothing: None) -> None:
        self._model.load()
        self._files.look()
        self.wrote.emit(None)

    def _go_to_connection(self, _wanted: None) -> None:
        self.left.emit(Visit(Place.CONNECTION))

    def _go_to_overview(self, _wanted: None) -> None:
        self.left.emit(Visit(Place.OVERVIEW))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return HandInScreen(supplies)
