"""The connection page as the application takes it in: reached from the hand-in screen."""

from __future__ import annotations

from reviewer_app.ui.connection.view import ConnectionView
from reviewer_app.ui.connection.view_model import ConnectionModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit
from reviewer_app.version import APP_VERSION


class ConnectionScreen(Screen):
    """Begins to look as soon as one comes in."""

    def __init__(self, supplies: Supplies) -> None:
        self.model = ConnectionModel(supplies.services.handin, supplies.lanes.network)
        self._page = ConnectionView(self.model, APP_VERSION)
        super().__init__(self._page)
        self._page.back_pressed.connect(self._go_back)
        self._page.proxy_wanted.connect(self._go_to_settings)

    def enter(self, case: str | None) -> None:
        """Look at once: whoever comes here wants to know."""
        self.model.start()
        self._page.begin()

    def leave(self) -> None:
        """What is under way ends."""
        self.model.cancel()

    def _go_back(self, _pressed: None) -> None:
        self.left.emit(Visit(Place.HANDIN))

    def _go_to_settings(self, _pressed: None) -> None:
        self.left.emit(Visit(Place.PREFERENCES))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return ConnectionScreen(supplies)
