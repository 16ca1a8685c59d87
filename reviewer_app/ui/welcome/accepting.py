"""The acceptance as the application takes it in, between enrolling and the first desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QStackedWidget

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.escrow import EscrowState
from reviewer_app.services.rows import DeskOverview
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.screen import Screen, Supplies
from reviewer_app.ui.welcome.accept_pages import (
    AcceptPage,
    DownloadPage,
    PersonPage,
    UndertakingPage,
)
from reviewer_app.ui.welcome.accept_state import AcceptState, Stage
from reviewer_app.ui.welcome.accept_view_model import AcceptViewModel


class AcceptView(QStackedWidget):
    """One page for each stage."""

    def __init__(self, model: AcceptViewModel) -> None:
        super().__init__()
        self._pages: dict[Stage, AcceptPage] = {
            Stage.UNDERTAKING: UndertakingPage(model),
            Stage.PERSON: PersonPage(model),
            Stage.DOWNLOAD: DownloadPage(model),
        }
        for page in self._pages.values():
            self.addWidget(page)
        model.changed.connect(self._draw)
        self._draw(model.state)

    def _draw(self, state: AcceptState) -> None:
        page = self._pages[state.stage]
        page.draw(state)
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
            page.focus_first()


class AcceptScreen(Screen):
    """`finished` when the person may go to the desk."""

    finished: Event[None] = Event()

    def __init__(self, supplies: Supplies, overview: DeskOverview) -> None:
        self.model = AcceptViewModel(
            supplies.services.accepting,
            supplies.services.batch,
            supplies.services.at_rest.escrow,
            supplies.syncing,
            supplies.lanes.database,
            None if overview.programme is None else overview.programme.document,
            overview.person_name,
        )
        super().__init__(AcceptView(self.model))
        self.model.finished.connect(self.finished.emit)
        escrow, lane = supplies.services.at_rest.escrow, supplies.lanes.database
        lane.run(escrow.state, owner=self, done=self._offer, failed=_fail)
        words = supplies.services.devices.words
        lane.run(words, owner=self, done=self.model.take_words, failed=_fail)

    def _offer(self, escrow: EscrowState) -> None:
        """Ask about the key where the programme can keep one; nobody has agreed beforehand."""
        if escrow.offered:
            self.model.describe(replace(self.model.state.person, escrow=False))


def _fail(error: Exception) -> None:
    """It can be done later: on the safety page, and on that of one's computers."""
    if not isinstance(error, ExpectedFailure):
        raise error
