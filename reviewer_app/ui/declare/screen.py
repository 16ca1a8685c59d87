"""Declaring as the application takes it in."""

from __future__ import annotations

from reviewer_app.ui.declare.state import Stage
from reviewer_app.ui.declare.view import DeclareView
from reviewer_app.ui.declare.view_model import DeclareViewModel
from reviewer_app.ui.screen import Screen, Supplies


class DeclareScreen(Screen):
    """Conflicts of interest, before any content opens."""

    def __init__(self, supplies: Supplies) -> None:
        services, lanes = supplies.services, supplies.lanes
        self.model = DeclareViewModel(
            services.declaring, services.tables, supplies.syncing, lanes.database
        )
        super().__init__(DeclareView(self.model))
        self.model.left.connect(self.left.emit)
        self.model.wrote.connect(self.wrote.emit)

    def enter(self, case: str | None) -> None:
        self.model.refresh()

    def refresh(self) -> None:
        """New cases may have come; what is being signed stays in sight."""
        if self.model.state.stage is Stage.ANSWERING:
            self.model.refresh()


def make_screen(supplies: Supplies) -> Screen:
    return DeclareScreen(supplies)
