"""The messages screen as the application knows it."""

from __future__ import annotations

from reviewer_app.ui.messages.view import MessagesView
from reviewer_app.ui.messages.view_model import MessagesModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class MessagesScreen(Screen):
    """Notices of the secretariat, questions to it, and its answers."""

    def __init__(self, supplies: Supplies) -> None:
        services = supplies.services
        self.model = MessagesModel(
            services.notices, services.asking, services.desk, supplies.lanes.database
        )
        self._messages = MessagesView(self.model, keeps=supplies.keeps)
        super().__init__(self._messages)
        self._syncing, self._words = supplies.syncing, ""
        self._messages.differences_wanted.connect(self._go_to_differences)
        self._messages.sync_wanted.connect(self._sync)
        self.model.wrote.connect(self.wrote.emit)

    def expect(self, visit: Visit) -> None:
        """A question may come half written."""
        self._words = visit.words

    def enter(self, case: str | None) -> None:
        """Read what there is; with a case somebody wants to ask about it."""
        self.model.load()
        self._messages.begin()
        if case is not None:
            self._messages.ask(case, self._words)

    def refresh(self) -> None:
        """Read it again."""
        self.model.load()

    def _sync(self, _nothing: None) -> None:
        self._syncing.sync()

    def _go_to_differences(self, case: str) -> None:
        self.left.emit(Visit(Place.CORRECTION, case))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return MessagesScreen(supplies)
