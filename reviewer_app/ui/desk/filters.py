"""What narrows the list beside a search, and how it is remembered: never with a word of a case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from review_protocol.documents.text import Area
from review_protocol.documents.words import Recommendation
from review_protocol.late_dataclasses import dataclass
from reviewer_app.services.desk_rows import CaseFlag, CaseState
from reviewer_app.ui.kit.remember import Keeps

FILTERS = "desk.filters"


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


@dataclass(frozen=True, slots=True)
class Filters:
    """Of each kind any of the values chosen will do, and none chosen means all."""

    chip: Filter = Filter.ALL
    areas: frozenset[Area] = frozenset()
    countries: frozenset[str] = frozenset()
    recommendations: frozenset[Recommendation] = frozenset()
    flags: frozenset[CaseFlag] = frozenset()


NO_FILTERS = Filters()


def keep_filters(keeps: Keeps, filters: Filters) -> None:
    """Remember them for the next time."""
    keeps.set(
        FILTERS,
        json.dumps(
            {
                "chip": filters.chip,
                "areas": sorted(filters.areas),
                "countries": sorted(filters.countries),
                "recommendations": sorted(filters.recommendations),
                "flags": sorted(filters.flags),
            }
        ),
    )


def kept_filters(keeps: Keeps) -> Filters:
    """Those of last time; none where they are another version's, or broken."""
    kept = keeps.get(FILTERS)
    if kept is None:
        return NO_FILTERS
    try:
        fields = json.loads(kept)
        return Filters(
            Filter(fields["chip"]),
            frozenset(map(Area, fields["areas"])),
            frozenset(map(str, fields["countries"])),
            frozenset(map(Recommendation, fields["recommendations"])),
            frozenset(map(CaseFlag, fields["flags"])),
        )
    except (ValueError, KeyError, TypeError):
        return NO_FILTERS
