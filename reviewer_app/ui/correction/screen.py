"""The page of a corrected case as the application knows it."""

from __future__ import annotations

from reviewer_app.ui.correction.view import CorrectionView
from reviewer_app.ui.correction.view_model import CorrectionModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class CorrectionScreen(Screen):
    """What changed in one case."""

    def __init__(self, supplies: Supplies) -> None:
        services = supplies.services
        self.model = CorrectionModel(
            services.corrections, services.desk, services.signing, supplies.lanes.database
        )
        self._page = CorrectionView(self.model)
        super().__init__(self._page)
        self.model.wrote.connect(self.wrote.emit)
        self._page.reading_wanted.connect(self._go_reading)
        self._page.back_pressed.connect(self._go_back)

    def enter(self, case: str | None) -> None:
        """Compare this case, or the one shown last."""
        number = case or self.model.state.number
        if number:
            self.model.open(number)
        self._page.begin()

    def refresh(self) -> None:
        """A sync may have brought another version."""
        self.enter(None)

    def _go_reading(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.READING, self.model.state.number))

    def _go_back(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.DESK))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return CorrectionScreen(supplies)
