"""Moves the panel's room from state to state: collecting, the table, what of it is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.errors import Failure
from reviewer_app.services.compared_rows import PanelComparison, WhatIf
from reviewer_app.services.panel_rows import PanelTable
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import JobEnd, Lane
from reviewer_app.ui.panel.case_model import CaseViewModel, Decides
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel_order import Selection
from reviewer_app.ui.syncing import Syncing


class Compares(Decides, Protocol):
    """The service `PanelRoom`, as the screen needs it."""

    def refresh(self, report: Report, cancelled: Cancelled) -> int: ...
    def table(self) -> PanelTable: ...
    def compare(self, what_if: WhatIf | None) -> PanelComparison | None: ...


class PanelViewModel(QObject):
    """`case` is the case in front, with its own state and events."""

    changed = Event(PanelState)

    def __init__(self, panel: Compares, syncing: Syncing, *, database: Lane) -> None:
        super().__init__()
        self.case = CaseViewModel(panel, database)
        self._panel = panel
        self._database = database
        self._syncing = syncing
        self._state = PanelState()
        self.case.decided.connect(self._changed)

    @property
    def state(self) -> PanelState:
        return self._state

    def load(self) -> None:
        """Compute the table from what was collected, and look at the open case again."""
        self._database.run(self._panel.table, owner=self, done=self._loaded, failed=self._failed)
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

    def select(self, selection: Selection) -> None:
        """Show another part, order or figure."""
        self._show(replace(self._state, selection=selection))

    def turn(self, face: Face) -> None:
        """Show another face; the comparison is computed when one first asks for it."""
        self._show(replace(self._state, face=face))
        if face is not Face.SCORES and self._state.comparison is None:
            self._compare()

    def ask(self, what_if: WhatIf) -> None:
        """Compare as if; what stands is shown until the answer is there."""
        self._show(replace(self._state, what_if=what_if))
        self._compare()

    def dismiss(self) -> None:
        """Put away what was told of a failure."""
        self._show(replace(self._state, failure=None))

    def _loaded(self, table: PanelTable) -> None:
        self._show(replace(self._state, table=table))
        if self._state.face is Face.SCORES:
            self._show(replace(self._state, comparison=None))  # of another table, perhaps
        else:
            self._compare()

    def _compare(self) -> None:
        self._show(replace(self._state, is_comparing=True))
        asked = self._state.what_if
        self._database.run(
            partial(self._panel.compare, asked),
            owner=self,
            done=self._compared,
            failed=self._failed,
        )

    def _compared(self, found: PanelComparison | None) -> None:
        self._show(replace(self._state, comparison=found, is_comparing=False))

    def _changed(self, _what: int | str) -> None:
        """Packets were collected, or a decision was signed."""
        self.load()

    def _ended(self, _end: JobEnd) -> None:
        self._show(replace(self._state, is_collecting=False))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, is_comparing=False))

    def _show(self, state: PanelState) -> None:
        self._state = state
        self.changed.emit(state)
