"""The page of one's computers as the application takes it in: reached from the preferences."""

from __future__ import annotations

from reviewer_app.ui.devices.view import DevicesView
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class DevicesScreen(Screen):
    """What is signed here is sent at once."""

    def __init__(self, supplies: Supplies) -> None:
        services = supplies.services
        self.model = DevicesModel(services.devices, services.asking.ask, supplies.lanes.database)
        page = DevicesView(self.model)
        super().__init__(page)
        self._syncing = supplies.syncing
        self.model.signed.connect(self._send)
        self.model.answered.connect(self.wrote.emit)
        page.back_pressed.connect(self._go_back)

    def enter(self, case: str | None) -> None:
        self.model.refresh()

    def refresh(self) -> None:
        self.model.refresh()

    def _send(self, _nothing: None) -> None:
        self.wrote.emit(None)
        self._syncing.sync()

    def _go_back(self, _pressed: None) -> None:
        self.left.emit(Visit(Place.PREFERENCES))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return DevicesScreen(supplies)
