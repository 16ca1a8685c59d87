"""Compares off the GUI thread: the newest question wins, the one before it is cancelled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.cancelling import Cancelled
from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, PanelComparison, WhatIf
from reviewer_app.services.panel.home import HomeEffects
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.sensitivity import Sensitivity
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Job, Lane
from reviewer_app.ui.panel.state import Compared


class Computes(Protocol):
    """The part of the service `PanelRoom` that compares."""

    def compare(
        self,
        what_if: WhatIf | None = None,
        cancelled: Cancelled = ...,
        *,
        table: PanelTable | None = None,
    ) -> PanelComparison | None: ...
    def home_effects(self, table: PanelTable, cancelled: Cancelled = ...) -> HomeEffects | None: ...
    def sensitivity(self, table: PanelTable, cancelled: Cancelled = ...) -> Sensitivity | None: ...


@dataclass(frozen=True, slots=True)
class Answers:
    """The figures that count, and those that answer the question."""

    official: PanelComparison | None
    asked: PanelComparison | None


class Comparing(QObject):
    """`changed` carries what is compared by now, `failed` why it could not be."""

    changed = Event(Compared)
    failed = Event(Exception)

    def __init__(self, panel: Computes, lane: Lane, aside: Lane) -> None:
        """Questions are answered in `lane`; `aside` is for what takes longer, beside them."""
        super().__init__()
        self._panel, self._lane, self._aside = panel, lane, aside
        self._state = Compared()
        self._table: PanelTable | None = None
        self._asking: Job | None = None
        self._weighing: Job | None = None
        self._looking_home: Job | None = None

    def take(self, table: PanelTable, official: PanelComparison | None = None) -> None:
        """From now on these scores are compared, when somebody wants it; `official` is how they
        compare while nothing is asked, where that is known."""
        if table != self._table:
            self._table = table
            self._drop_the_rest()
            what_if, before = self._state.what_if, self._state.asked
            answered = official is not None and what_if == NOTHING_ASKED
            asked = official if answered else before
            self._show(Compared(what_if, official, asked, is_answered=answered))

    def want(self) -> None:
        """Somebody looks at what is compared: compute it where it is not there."""
        if not (self._state.is_answered or self._state.is_comparing):
            self.ask(self._state.what_if)

    def ask(self, asked: WhatIf) -> None:
        """Answer this question; what stands is shown until the answer is there."""
        self._show(replace(self._state, what_if=asked, is_comparing=True))
        if self._asking is not None:
            self._asking.cancel()
        if self._table is None:
            return
        table, official = self._table, self._state.official
        self._asking = self._lane.run_with_progress(
            lambda _report, cancelled: _answers(self._panel, table, asked, official, cancelled),
            owner=self,
            done=self._answered,
            failed=self._failed,
        )

    def skip(self, review: tuple[str, int]) -> None:
        """The same question, and this review (case number, pseudonym) left out."""
        asked = self._state.what_if
        self.ask(replace(asked, skipped=asked.skipped | {review}))

    def weigh(self) -> None:
        """Find which single changes move a case across a line, where nobody did yet."""
        table = self._table
        if table is None or self._weighing is not None:
            return
        self._weighing = self._aside.run_with_progress(
            lambda _report, cancelled: self._panel.sensitivity(table, cancelled),
            owner=self,
            done=self._weighed,
            failed=self._failed,
        )

    def look_home(self) -> None:
        """Find out whether experts score cases from home higher, where nobody did yet."""
        table = self._table
        if table is None or self._looking_home is not None:
            return
        self._looking_home = self._aside.run_with_progress(
            lambda _report, cancelled: self._panel.home_effects(table, cancelled),
            owner=self,
            done=self._looked_home,
            failed=self._failed,
        )

    def _answered(self, answers: Answers) -> None:
        found = replace(self._state, official=answers.official, asked=answers.asked)
        self._show(replace(found, is_comparing=False, is_answered=True))

    def _weighed(self, found: Sensitivity | None) -> None:
        self._show(replace(self._state, sensitivity=found, is_weighed=True))

    def _looked_home(self, found: HomeEffects | None) -> None:
        self._show(replace(self._state, home=found, is_home_sought=True))

    def _drop_the_rest(self) -> None:
        """What was begun beside, of another table."""
        for job in (self._weighing, self._looking_home):
            if job is not None:
                job.cancel()
        self._weighing = self._looking_home = None

    def _failed(self, error: Exception) -> None:
        self._show(replace(self._state, is_comparing=False, is_answered=True))
        self.failed.emit(error)

    def _show(self, state: Compared) -> None:
        self._state = state
        self.changed.emit(state)


def _answers(
    panel: Computes,
    table: PanelTable,
    asked: WhatIf,
    official: PanelComparison | None,
    cancelled: Cancelled,
) -> Answers:
    compare = partial(panel.compare, cancelled=cancelled, table=table)
    standing = official or compare(NOTHING_ASKED)
    return Answers(standing, standing if asked == NOTHING_ASKED else compare(asked))
