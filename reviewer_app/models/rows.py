"""Words and frozen rows of the desk's tables that every floor above speaks too."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from review_protocol.documents.text import Area
from review_protocol.documents.words import Recommendation
from review_protocol.late_dataclasses import dataclass


class CaseState(StrEnum):
    """Where a case stands for this reviewer."""

    UNDECLARED = "undeclared"
    CONFLICT = "conflict"
    AWAITING_RELEASE = "awaiting_release"
    UNREAD = "unread"
    STARTED = "started"
    ANSWERED = "answered"
    SIGNED = "signed"
    RECEIVED = "received"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    RECUSED = "recused"
    CASE_WITHDRAWN = "case_withdrawn"
    """By its applicant: nobody reviews it any more."""


class CaseFlag(StrEnum):
    """Facts about a case that are worth a chip; never part of a score."""

    ONE_COUNTRY = "one_country"
    ENTERED_BEFORE = "entered_before"
    ELEMENT_MISSING = "element_missing"
    COUNTRIES_DIFFER = "countries_differ"
    FIGURES_DIFFER = "figures_differ"
    """In figures, dates or addresses that both languages give; without those put away."""
    ONE_LANGUAGE = "one_language"
    CORRECTED = "corrected"
    """Another version than the one that was here before."""


def flags_written(flags: Iterable[CaseFlag]) -> str:
    """As a case's row has them."""
    return ",".join(flags)


def flags_read(written: str | None) -> tuple[CaseFlag, ...]:
    """What `flags_written` wrote."""
    return tuple(CaseFlag(each) for each in (written or "").split(",") if each)


class CaseSort(StrEnum):
    POSITION = "position"
    NUMBER = "number"
    TITLE = "title"
    AREA = "area"
    COUNTRIES = "countries"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """What part of the list is asked for, and in which order."""

    states: frozenset[CaseState] = frozenset()
    areas: frozenset[Area] = frozenset()
    countries: frozenset[str] = frozenset()
    """Codes: cases that name one of these countries (regions)."""
    recommendations: frozenset[Recommendation] = frozenset()
    """The reviewer's own, in the newest draft."""
    flags: frozenset[CaseFlag] = frozenset()
    search: str = ""
    sort: CaseSort = CaseSort.POSITION
    descending: bool = False
    withdrawn: bool = False
    """Also the cases that their applicants withdrew."""


class Placed(Protocol):
    """A case of the batch as far as counting needs it."""

    @property
    def number(self) -> str: ...
    @property
    def area(self) -> Area: ...
    @property
    def state(self) -> CaseState: ...


class DeliveryState(StrEnum):
    SIGNED = "signed"
    SENDING = "sending"
    RECEIVED = "received"
