"""The preferences as the application takes them in."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from reviewer_app.ui.preferences.view import PreferencesView
from reviewer_app.ui.preferences.view_model import PreferencesViewModel
from reviewer_app.ui.screen import Screen, Supplies


class PreferencesScreen(Screen):
    """What the person may set about the windows."""

    def __init__(self, supplies: Supplies) -> None:
        self.model = PreferencesViewModel(
            supplies.keeps, supplies.appearance, supplies.folder, _version()
        )
        super().__init__(PreferencesView(self.model))

    def enter(self, case: str | None) -> None:
        self.model.refresh()


def make_screen(supplies: Supplies) -> Screen:
    return PreferencesScreen(supplies)


def _version() -> str:
    try:
        return version("reviewer-workstation")
    except PackageNotFoundError:  # run from a bare checkout
        return ""
