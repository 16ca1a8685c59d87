"""What the desk shows: what is left, the list as it was asked for, and what needs the person."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from review_protocol.documents.text import Area
from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.desk_rows import CaseQuery, CaseRow, CaseSort, CaseState, DeskOverview


class Filter(StrEnum):
    """The chips over the list; one of them is pressed."""

    ALL = "all"
    TO_DO = "to_do"
    BEGUN = "begun"
    READY = "ready"
    HERE = "here"
    RECEIVED = "received"


STATES_OF: Mapping[Filter, frozenset[CaseState]] = MappingProxyType(
    {
        Filter.ALL: frozenset(),
        Filter.TO_DO: frozenset(
            {
                CaseState.UNDECLARED,
                CaseState.AWAITING_RELEASE,
                CaseState.UNREAD,
                CaseState.STARTED,
                CaseState.ANSWERED,
            }
        ),
        Filter.BEGUN: frozenset({CaseState.STARTED, CaseState.ANSWERED}),
        Filter.READY: frozenset({CaseState.ANSWERED}),
        Filter.HERE: frozenset({CaseState.SIGNED}),
        Filter.RECEIVED: frozenset({CaseState.RECEIVED, CaseState.HELD}),
    }
)


class Next(StrEnum):
    """The one thing to do next."""

    NOTHING = "nothing"
    DECLARE = "declare"
    READ = "read"
    HAND_IN = "hand_in"


class Urgency(StrEnum):
    """Signed work is not at the server, and the round closes within two days, or has closed."""

    NONE = "none"
    SOON = "soon"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases of the whole batch each chip would show."""

    states: Mapping[CaseState, int]
    areas: Mapping[Area, int]

    def behind(self, chip: Filter) -> int:
        wanted = STATES_OF[chip]
        return sum(n for state, n in self.states.items() if not wanted or state in wanted)


@dataclass(frozen=True, slots=True)
class DeskState:
    """`rows` is None until the desk was read; `search` is as typed."""

    overview: DeskOverview | None = None
    rows: tuple[CaseRow, ...] | None = None
    counts: Counts = Counts({}, {})
    chip: Filter = Filter.ALL
    areas: frozenset[Area] = frozenset()
    search: str = ""
    sort: CaseSort = CaseSort.POSITION
    descending: bool = False
    urgency: Urgency = Urgency.NONE
    refused: str | None = None
    """The case that was to be opened and is not open here."""
    withdrawn: str | None = None
    """The same of a case that its applicant withdrew."""
    failure: ExpectedFailure | None = None

    @property
    def query(self) -> CaseQuery:
        return CaseQuery(
            states=STATES_OF[self.chip],
            areas=self.areas,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
        )

    @property
    def narrowed(self) -> bool:
        """Whether chips or search leave anything out."""
        return bool(self.query.states or self.areas or self.search.strip())

    @property
    def next(self) -> Next:
        found = self.overview
        if found is None:
            return Next.NOTHING
        if found.next_case is not None:
            return Next.READ
        if found.undeclared:
            return Next.DECLARE
        return Next.HAND_IN if found.waiting else Next.NOTHING
