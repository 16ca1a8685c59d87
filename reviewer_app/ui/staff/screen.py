"""The secretariat's screen as the application knows it."""

from __future__ import annotations

from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.rows import DeskOverview
from reviewer_app.sync.clock import utc_now
from reviewer_app.ui.defending import Defending
from reviewer_app.ui.entries import Aside
from reviewer_app.ui.screen import Screen, Supplies
from reviewer_app.ui.staff.closing import CLOSING, OPENING, REOPENING
from reviewer_app.ui.staff.matters_part import COUNTING, LEAVING_OUT
from reviewer_app.ui.staff.view import StaffView
from reviewer_app.ui.staff.view_model import StaffViewModel


class StaffScreen(Screen):
    """Progress, the end of a round, results, reports."""

    def __init__(self, supplies: Supplies) -> None:
        services, self._database = supplies.services, supplies.lanes.database
        self._overview = services.desk.overview
        self._is_sealed = services.keys.is_sealed
        self._model = StaffViewModel(
            services.secretariat, supplies.syncing, database=self._database, clock=utc_now
        )
        self._staff = StaffView(self._model, keeps=supplies.keeps)
        self._staff.defend_with(Defending(services, supplies.syncing))
        super().__init__(self._staff)
        self._model.turned.connect(self.wrote.emit)
        self.resumed.connect(self._ask_again)

    def enter(self, case: str | None) -> None:
        """Learn the secretariat's zone; ask for progress where that was not done yet.

        While that needs the passphrase the person asks first.
        """
        self._database.run(self._overview, owner=self, done=self._know_zone, failed=_fail)
        if self._model.state.progress is None and not self._is_sealed():
            self._model.refresh()

    def _ask_again(self, aside: Aside) -> None:
        """The question before an act, with the reason as far as it was written."""
        state, texts = self._model.state, aside.entries.texts
        may = (CLOSING, OPENING) if state.is_open else (REOPENING,) if state.is_closed else ()
        if texts and (aside.name in may or aside.name.startswith((COUNTING, LEAVING_OUT))):
            self._staff.ask(aside.name, texts[0])

    def _know_zone(self, overview: DeskOverview) -> None:
        if overview.programme is not None:
            self._staff.use_zone(overview.programme.zone)


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return StaffScreen(supplies)


def _fail(error: Exception) -> None:
    """Without the zone times are shown in this computer's own; everything else is a bug."""
    if not isinstance(error, ExpectedFailure):
        raise error
