"""The panel's room as the application knows it."""

from __future__ import annotations

from reviewer_app.ui.defending import Defending
from reviewer_app.ui.panel.deliberating import Deliberating
from reviewer_app.ui.panel.view import PanelView
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class PanelScreen(Screen):
    """Cases × experts, and every opinion on a case."""

    def __init__(self, supplies: Supplies) -> None:
        self._model = PanelViewModel(
            supplies.services.panel,
            supplies.syncing,
            database=supplies.lanes.database,
            aside=supplies.lanes.network,
        )
        self._deliberating = Deliberating(
            supplies.services,
            self._model.case,
            supplies.lanes.database,
            aside=supplies.lanes.network,
        )
        defending = Defending(supplies.services, supplies.syncing)
        self._panel = PanelView(self._model, self._deliberating, defending)
        super().__init__(self._panel)
        self._model.case.read_wanted.connect(self._read)
        self._model.case.decided.connect(self._tell)
        self._model.declaring_wanted.connect(self._declare)
        self._deliberating.wrote.connect(self.wrote.emit)

    def enter(self, case: str | None) -> None:
        """Compute the table, and open this case where there is one."""
        self._model.charts.dismiss()
        self._model.load()
        self._panel.begin()
        if case is not None:
            self._model.case.open(case)

    def here(self) -> str | None:
        """The case in front."""
        opened = self._model.case.state.opened
        return None if opened is None else opened.row.number

    def refresh(self) -> None:
        """After a sync: what was collected may have changed."""
        self._model.load()

    def _read(self, case: str) -> None:
        self.left.emit(Visit(Place.READING, case))

    def _declare(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.DECLARE))

    def _tell(self, _case: str) -> None:
        self.wrote.emit(None)


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return PanelScreen(supplies)
