"""The look over one's own marks as the application takes it in."""

from __future__ import annotations

from reviewer_app.ui.overview.view import OverviewView
from reviewer_app.ui.overview.view_model import OverviewViewModel
from reviewer_app.ui.screen import Screen, Supplies


class OverviewScreen(Screen):
    """Before hand-in: one's own cases side by side; leads into each, and back to the desk."""

    def __init__(self, supplies: Supplies) -> None:
        self.model = OverviewViewModel(supplies.services.looking_back, supplies.lanes.database)
        self._overview = OverviewView(self.model, supplies.keeps)
        super().__init__(self._overview)
        self.model.left.connect(self.left.emit)

    def enter(self, case: str | None) -> None:
        self.model.refresh()
        self._overview.begin()

    def refresh(self) -> None:
        self.model.refresh()


def make_screen(supplies: Supplies) -> Screen:
    return OverviewScreen(supplies)
