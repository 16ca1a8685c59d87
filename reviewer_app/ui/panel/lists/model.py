"""Proposes the lists off the GUI thread, and moves their face from state to state."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject

from review_protocol.documents.text import Area
from reviewer_app.cancelling import Cancelled
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane
from reviewer_app.ui.panel.lists.state import ListsState, Which


class Proposes(Protocol):
    """The part of the service `PanelRoom` that proposes."""

    def lists(
        self,
        table: PanelTable,
        official: PanelComparison | None = None,
        cancelled: Cancelled = ...,
    ) -> ProposedLists | None: ...


class ListsModel(QObject):
    """`failed` says why no list could be proposed."""

    changed = Event(ListsState)
    failed = Event(Exception)

    def __init__(self, panel: Proposes, lane: Lane) -> None:
        super().__init__()
        self._panel, self._lane = panel, lane
        self._state = ListsState()
        self._official: PanelComparison | None = None
        self._job: Job | None = None

    @property
    def state(self) -> ListsState:
        return self._state

    def want(self, table: PanelTable | None, official: PanelComparison | None) -> None:
        """Somebody looks at the lists: propose them where those of these figures are not there."""
        if table is None or official is None or official is self._official:
            return
        self._official = official
        if self._job is not None:
            self._job.cancel()
        self._show(replace(self._state, is_proposing=True))
        self._job = self._lane.run_with_progress(
            lambda _report, cancelled: self._panel.lists(table, official, cancelled),
            owner=self,
            done=self._proposed,
            failed=self._failed,
        )

    def turn(self, which: Which) -> None:
        """Show another list."""
        self._show(replace(self._state, which=which))

    def ask(self, area: Area, least: int) -> None:
        """Ask what the list in front would be with so many of an area at least."""
        asked = {**self._state.asked, area: least}
        self._show(replace(self._state, minima={**self._state.minima, self._state.which: asked}))

    def _proposed(self, lists: ProposedLists | None) -> None:
        which = self._state.which
        if which is Which.LONG_LIST and (lists is None or lists.long_list is None):
            which = Which.CASEBOOK
        self._show(replace(self._state, lists=lists, which=which, is_proposing=False))

    def _failed(self, error: Exception) -> None:
        self._official = None
        self._show(replace(self._state, is_proposing=False))
        self.failed.emit(error)

    def _show(self, state: ListsState) -> None:
        self._state = state
        self.changed.emit(state)
