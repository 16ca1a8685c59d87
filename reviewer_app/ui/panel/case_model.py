"""Moves one case of the panel from state to state: its opinions and its decision."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import Failure
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.home import Homes
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelCaseView
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.panel.state import CaseState


class Decides(Protocol):
    """The part of the service `PanelRoom` that a case needs."""

    def open(self, number: str) -> PanelCaseView: ...
    def decide(self, number: str, outcome: Recommendation, reason: str) -> str: ...


class CaseViewModel(QObject):
    """`read_wanted` asks to open an application in the reading room; `decided` names the case;
    `skipped` carries case and expert of a review without which the person wants to compare."""

    changed = Event(CaseState)
    read_wanted = Event(str)
    decided = Event(str)
    skipped: Event[tuple[str, int]] = Event()

    def __init__(self, panel: Decides, database: Lane) -> None:
        super().__init__()
        self._panel = panel
        self._database = database
        self._state = CaseState()

    @property
    def state(self) -> CaseState:
        return self._state

    def open(self, number: str) -> None:
        """Show every opinion on a case."""
        work = partial(self._panel.open, number)
        self._database.run(work, owner=self, done=self._opened, failed=self._failed)

    def close(self) -> None:
        """Back to the table."""
        self._show(replace(self._state, opened=None, is_signing=False, failure=None))

    def compare_with(self, found: PanelComparison | None) -> None:
        """These figures count: the open case, and every one opened later, stands among them."""
        if found != self._state.found:
            self._show(replace(self._state, found=found, is_settled=False))

    def know_homes(self, homes: Homes | None) -> None:
        """These reviews come from one of their case's countries (regions)."""
        if homes != self._state.homes:
            self._show(replace(self._state, homes=homes))

    def propose_by(self, lists: ProposedLists | None, *, is_settled: bool) -> None:
        """These lists are proposed: by them a decision follows the order, or leaves it."""
        if lists is not self._state.lists or is_settled != self._state.is_settled:
            self._show(replace(self._state, lists=lists, is_settled=is_settled))

    def know_final(self, is_signed: bool) -> None:
        """Whether a final list is signed: a decision changes nothing of that one."""
        if is_signed != self._state.has_final:
            self._show(replace(self._state, has_final=is_signed))

    def read(self) -> None:
        """Ask for the application of the case."""
        if self._state.opened is not None:
            self.read_wanted.emit(self._state.opened.row.number)

    def skip(self, expert: int) -> None:
        """Ask what would be without this expert's review of the case."""
        if self._state.opened is not None:
            self.skipped.emit((self._state.opened.row.number, expert))

    def decide(self, outcome: Recommendation, reason: str) -> None:
        """Sign the panel's decision; nothing while another signature is on its way."""
        opened = self._state.opened
        if opened is None or self._state.is_signing:
            return
        self._show(replace(self._state, is_signing=True, failure=None))
        work = partial(self._panel.decide, opened.row.number, outcome, reason)
        self._database.run(work, owner=self, done=self._signed, failed=self._failed)

    def _opened(self, view: PanelCaseView) -> None:
        self._show(replace(self._state, opened=view, failure=None))

    def _signed(self, _packet: str) -> None:
        opened = self._state.opened
        self._show(replace(self._state, is_signing=False))
        if opened is not None:
            self.open(opened.row.number)
            self.decided.emit(opened.row.number)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, is_signing=False))

    def _show(self, state: CaseState) -> None:
        self._state = state
        self.changed.emit(state)
