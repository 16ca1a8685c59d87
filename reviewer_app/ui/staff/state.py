"""What the secretariat's screen shows: progress at any time, results once the round is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from review_protocol.documents.answers import ProgressAnswer
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.text import Bilingual
from reviewer_app.errors import Failure
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.questions import AskedQuestion
from reviewer_app.services.staff_acts import StaffActs, Wish
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel_order import Selection
from reviewer_app.ui.staff import progress

EVERYTHING = Selection()
NO_ACTS = StaffActs()
UNSORTED = Sort("")


class Tab(StrEnum):
    """The parts of the screen below the line of steps."""

    REVIEWERS = "reviewers"
    CASES = "cases"
    RESULTS = "results"
    MATTERS = "matters"
    QUESTIONS = "questions"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class StaffState:
    """`now` is when the progress was asked for."""

    now: datetime
    progress: ProgressAnswer | None = None
    matters: MattersAnswer | None = None
    """None until it was asked for, and of an older server."""
    results: PanelTable | None = None
    questions: tuple[AskedQuestion, ...] = ()
    acts: StaffActs = NO_ACTS
    titles: Mapping[str, Bilingual] = field(default_factory=dict)
    tab: Tab = Tab.REVIEWERS
    sort: Sort = UNSORTED
    selection: Selection = EVERYTHING
    is_busy: bool = False
    failure: Failure | None = None

    def name_of(self, person: str) -> str:
        """The name of a person, as progress told it; the id where it did not."""
        people = () if self.progress is None else self.progress.people
        return next((each.name for each in people if each.person == person), person)

    @property
    def is_open(self) -> bool:
        return self.progress is not None and progress.is_open(self.progress.round)

    @property
    def is_closed(self) -> bool:
        state = None if self.progress is None else self.progress.round
        return state is not None and state.closed is not None

    @property
    def is_over(self) -> bool:
        """Whether the deadline had passed when progress was told, by the server's clock."""
        answer = self.progress
        if answer is None or answer.round is None:
            return False
        return answer.time > answer.round.round.closes

    @property
    def number(self) -> int:
        """The round's."""
        state = None if self.progress is None else self.progress.round
        return 1 if state is None else state.round.number

    def awaits(self, wish: Wish) -> bool:
        """Whether this was asked for and waits for an answer."""
        return any(each.wish is wish for each in self.acts.waiting)

    @property
    def closes_soon(self) -> bool:
        state = None if self.progress is None else self.progress.round
        return progress.closes_soon(state, self.now)
