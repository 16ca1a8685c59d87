"""Moves the panel's room from state to state: collecting, the table, what of it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.cancelling import Cancelled
from reviewer_app.errors import Failure
from reviewer_app.services.panel.listing import Checked
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.sync.reports import Report
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import JobEnd, Lane
from reviewer_app.ui.panel.case_model import CaseViewModel, Decides
from reviewer_app.ui.panel.charts.keeping import ChartFiles
from reviewer_app.ui.panel.comparing import Comparing, Computes
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.listing.model import Lists, ListViewModel
from reviewer_app.ui.panel.lists.model import ListsModel, Proposes
from reviewer_app.ui.panel.lists.state import ListsState
from reviewer_app.ui.panel.official import OfficialModel, TellsFinal
from reviewer_app.ui.panel.state import CaseState, Compared, PanelState
from reviewer_app.ui.panel.trust.model import TellsIssued, TrustModel
from reviewer_app.ui.syncing import Syncing


class TellsHeads(TellsIssued, TellsFinal, Protocol):
    """The service `HeadsComparisons`."""


class Compares(Decides, Computes, Proposes, Protocol):
    """The service `PanelRoom`, as the screen needs it."""

    @property
    def listing(self) -> Lists: ...
    @property
    def heads(self) -> TellsHeads: ...
    def refresh(self, report: Report, cancelled: Cancelled) -> int: ...


class PanelViewModel(QObject):
    """`listing` is the list of cases, `case` the one in front, `comparing` what is compared; each
    has its own state."""

    changed = Event(PanelState)
    declaring_wanted: Event[None] = Event()
    """Cases are hidden until this person declares on them."""

    def __init__(
        self,
        panel: Compares,
        syncing: Syncing,
        *,
        database: Lane,
        aside: Lane | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """`aside` is for what takes long and needs no database; without one, it waits its turn."""
        super().__init__()
        self.clock = clock
        self.listing = ListViewModel(panel.listing, syncing, database)
        self.charts = ChartFiles(database)
        self.case = CaseViewModel(panel, database)
        self.comparing = Comparing(panel, database, aside or database)
        self.lists = ListsModel(panel, aside or database)
        self.trust = TrustModel(panel.heads, aside or database)
        self.official = OfficialModel(panel.heads, database)
        self._panel = panel
        self._database = database
        self._syncing = syncing
        self._state = PanelState()
        self.listing.checked.connect(self._checked)
        self.listing.failed.connect(self._failed)
        self.case.decided.connect(self._changed)
        self.case.changed.connect(self._want)
        self.official.found.connect(self.case.know_final)
        self.case.skipped.connect(self.comparing.skip)
        self.charts.failed.connect(self._failed)
        self.comparing.changed.connect(self._compared)
        self.comparing.failed.connect(self._failed)
        self.lists.changed.connect(self._proposed)
        self.lists.failed.connect(self._failed)
        self.trust.failed.connect(self._failed)

    @property
    def state(self) -> PanelState:
        return self._state

    def load(self) -> None:
        """Open the list, checked anew where something came, and look at the open case again."""
        self.listing.load()
        self.official.want()
        if self.case.state.opened is not None:
            self.case.open(self.case.state.opened.row.number)

    def refresh(self) -> None:
        """Collect what is new on the server, shown in the strip; nothing while that goes on."""
        if self._state.is_collecting:
            return
        self._show(replace(self._state, is_collecting=True, failure=None))
        job = self._syncing.act(
            "packets", self._panel.refresh, owner=self, done=self._changed, failed=self._failed
        )
        job.ended.connect(self._ended)

    def turn(self, face: Face) -> None:
        """Show another face; the comparison is computed when one first asks for it."""
        self.charts.dismiss()
        self._show(replace(self._state, face=face))
        self._want(self._state.compared)

    def dismiss(self) -> None:
        """Put away what was told of a failure, or of a file."""
        self._show(replace(self._state, failure=None))
        self.charts.dismiss()

    def _checked(self, found: Checked) -> None:
        self._show(replace(self._state, table=found.table))
        self.comparing.take(found.table, found.comparison)
        self._want(self._state.compared)

    def _compared(self, compared: Compared) -> None:
        if compared.what_if != self._state.compared.what_if:
            self.charts.dismiss()
        self._show(replace(self._state, compared=compared))
        self.case.compare_with(compared.official)
        self.case.know_homes(None if compared.home is None else compared.home.homes)
        if compared.is_answered and compared.official is None:
            self.case.propose_by(None, is_settled=True)
        self._propose()

    def _want(self, _: Compared | CaseState) -> None:
        """Have compared what is looked at."""
        if self._state.face is not Face.SCORES or self.case.state.opened is not None:
            if self._state.table is None:
                self.listing.want()
            self.comparing.want()
            self.comparing.look_home()
        if self._state.face in (Face.SURENESS, Face.LISTS):
            self.comparing.weigh()
        self._propose()

    def _propose(self) -> None:
        if self._state.face in (Face.LISTS, Face.FINAL) or self.case.state.opened is not None:
            self.lists.want(self._state.table, self._state.compared.official)

    def _proposed(self, state: ListsState) -> None:
        self.case.propose_by(state.lists, is_settled=not state.is_proposing)

    def _changed(self, _what: int | str) -> None:
        """Packets were collected, or a decision was signed."""
        self.load()

    def _ended(self, _end: JobEnd) -> None:
        self._show(replace(self._state, is_collecting=False))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error))

    def _show(self, state: PanelState) -> None:
        self._state = state
        self.changed.emit(state)
