"""What the desk shows: what is left, the list as it was asked for, and what needs the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from review_protocol.documents.text import Area
from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.desk_rows import CaseQuery, CaseRow, CaseSort, CaseState, DeskOverview
from reviewer_app.ui.desk.filters import NO_FILTERS, STATES_OF, Filter, Filters

if TYPE_CHECKING:
    from reviewer_app.models.facets import Facets
    from reviewer_app.services.search import Found


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
    """`rows` is the list without the search, None until the desk was read; `search` is as typed,
    `found` what the latest answer to a search found, and None without one."""

    overview: DeskOverview | None = None
    rows: tuple[CaseRow, ...] | None = None
    counts: Counts = Counts({}, {})
    filters: Filters = NO_FILTERS
    facets: Facets | None = None
    """What else the list can be narrowed by; None until somebody wants to know."""
    search: str = ""
    found: Found | None = None
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
        """The list, whatever is searched."""
        return self._narrowed(sort=self.sort, descending=self.descending)

    @property
    def sought(self) -> CaseQuery:
        """The search; the best comes first, however the list is sorted."""
        return self._narrowed(search=self.search)

    @property
    def is_searching(self) -> bool:
        return bool(self.search.strip())

    @property
    def narrowed(self) -> bool:
        """Whether filters leave anything out."""
        return self.filters != NO_FILTERS

    def _narrowed(
        self,
        *,
        search: str = "",
        sort: CaseSort = CaseSort.POSITION,
        descending: bool = False,
    ) -> CaseQuery:
        by = self.filters
        return CaseQuery(
            states=STATES_OF[by.chip],
            areas=by.areas,
            countries=by.countries,
            recommendations=by.recommendations,
            flags=by.flags,
            search=search,
            sort=sort,
            descending=descending,
        )

    def but_for_search(self, other: DeskState) -> bool:
        """Whether the other state differs from this one in nothing but the search."""
        return replace(self, search=other.search, found=other.found) == other

    @property
    def comparable(self) -> bool:
        """Whether there may be marks to lay side by side."""
        found = self.overview
        return found is not None and found.started + found.signed > 1

    @property
    def fresh(self) -> bool:
        """Whether nothing was signed yet: then the practice case is offered by a button."""
        return self.overview is not None and not self.overview.signed

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
