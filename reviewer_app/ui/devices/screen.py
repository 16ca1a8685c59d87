"""The page of one's computers as the application takes it in: reached from the preferences."""

from __future__ import annotations

from reviewer_app.services.device_rows import KeysLook
from reviewer_app.ui.devices.keys_card import MADE, KeysCard
from reviewer_app.ui.devices.view import DevicesView
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.matter import Matter, Standing
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class DevicesScreen(Screen):
    """What is signed here is sent at once."""

    def __init__(self, supplies: Supplies) -> None:
        services = supplies.services
        self.model = DevicesModel(services.devices, services.asking.ask, supplies.lanes.database)
        new_keys = services.at_rest.new_keys
        self.keys = Matter[KeysLook](supplies.lanes.network, new_keys.look)
        page = DevicesView(self.model, KeysCard(self.keys, new_keys.make))
        super().__init__(page)
        self._syncing = supplies.syncing
        self.model.signed.connect(self._send)
        self.keys.changed.connect(self._look)
        self.model.answered.connect(self.wrote.emit)
        page.back_pressed.connect(self._go_back)

    def enter(self, case: str | None) -> None:
        self.refresh()

    def refresh(self) -> None:
        self.model.refresh()
        self.keys.refresh()

    def _look(self, state: Standing[KeysLook]) -> None:
        if state.done == MADE:
            self._send(None)

    def _send(self, _nothing: None) -> None:
        self.wrote.emit(None)
        self._syncing.sync()

    def _go_back(self, _pressed: None) -> None:
        self.left.emit(Visit(Place.PREFERENCES))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return DevicesScreen(supplies)
