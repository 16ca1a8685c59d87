"""The preferences as the application takes them in."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from reviewer_app.services.remembering import Remembering
from reviewer_app.ui.preferences.keys_card import KeysCard
from reviewer_app.ui.preferences.proxy_model import ProxyModel
from reviewer_app.ui.preferences.remember_model import RememberModel
from reviewer_app.ui.preferences.view import PreferencesView
from reviewer_app.ui.preferences.view_model import PreferencesViewModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class PreferencesScreen(Screen):
    """What the person may set about the windows."""

    def __init__(self, supplies: Supplies) -> None:
        self.model = PreferencesViewModel(
            supplies.keeps, supplies.appearance, supplies.folder, _version()
        )
        self.remember = RememberModel(
            Remembering(supplies.services.keys, supplies.folder),
            supplies.keeps,
            supplies.lanes.network,
        )
        self.proxy = ProxyModel(supplies.services.handin, supplies.lanes.database)
        view = PreferencesView(self.model, self.remember, self.proxy)
        view.content.insertWidget(2, KeysCard(supplies.keeps))
        super().__init__(view)
        view.safety_asked.connect(self._go_to_safety)
        view.devices_asked.connect(self._go_to_devices)

    def enter(self, case: str | None) -> None:
        self.model.refresh()
        self.remember.refresh()
        self.proxy.refresh()

    def _go_to_devices(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.DEVICES))

    def _go_to_safety(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.SAFETY))


def make_screen(supplies: Supplies) -> Screen:
    return PreferencesScreen(supplies)


def _version() -> str:
    try:
        return version("reviewer-workstation")
    except PackageNotFoundError:  # run from a bare checkout
        return ""
