"""Frozen rows of the panel's comparison, as the chair's screens show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from review_protocol.documents.programme import OrderingFigure
from review_protocol.documents.score import CriterionCode
from reviewer_app.panel.agreement import Reliability
from reviewer_app.panel.flags import DividedCase, FarScore
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.links import Bridge, Island, Link
from reviewer_app.panel.remarks import Remark, Suggestion
from reviewer_app.panel.selection import Tie, Zone
from reviewer_app.services.panel.among_all import AmongAll, HeadsFigures


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A question beside the comparison, never instead of it. By default nothing is asked."""

    weights: Mapping[CriterionCode, float] | None = None
    """Other weights of the criteria than the rubric's."""
    without: frozenset[int] = frozenset()
    """Pseudonyms of experts who are left out."""
    skipped: frozenset[tuple[str, int]] = frozenset()
    """Single reviews that are left out: the case's number, and the expert's pseudonym."""
    raw: bool = False
    """Order by raw means."""
    robust: bool = False
    """Let far scores count less."""


NOTHING_ASKED = WhatIf()


@dataclass(frozen=True, slots=True)
class CountedScore:
    """One composite and how it counts, in points; `leniency` is 0 where none could be fitted."""

    pseudonym: int
    score: float
    leniency: float

    @property
    def counts(self) -> float:
        return self.score - self.leniency


@dataclass(frozen=True, slots=True)
class BeforeTalk:
    """Where a case stood by the scores from before its discussion, among the others as they were
    then; None where it had no score."""

    amended: tuple[int, ...]
    """Pseudonyms whose score is another since."""
    raw: float | None
    adjusted: float | None
    place: int | None


@dataclass(frozen=True, slots=True)
class ComparedCase:
    """One case on the ladder; figures in points, ranks from 1, chances from 0 to 1.

    One with fewer reviews than the rule file asks for is fitted with all others and has no place,
    no ranks and no chances.
    """

    number: str
    place: int | None
    decided_by: Tie | None
    """Why it stands behind the case before, where their figures are equal."""
    raw: float
    raw_place: int | None
    adjusted: float
    """The raw mean where strictness cannot be judged."""
    error: float | None
    best_guess: float | None
    rank_low: int | None
    rank_high: int | None
    among: Mapping[int, float]
    """P(among the best K) for each target K: of this comparison where it covers the programme, or
    else as the head issued it; empty without draws, and before."""
    zones: Mapping[int, Zone]
    scores: tuple[CountedScore, ...]
    before: BeforeTalk | None = None
    """Where scores are other ones since its discussion was opened."""
    heads: AmongAll | None = None
    """Where it stands among all cases, by what the head issued; None where this comparison covers
    them all, before it was issued, and of a case that is not in it."""

    @property
    def reviews(self) -> int:
        return len(self.scores)

    @property
    def low(self) -> float | None:
        """Of the 90 % interval of the adjusted mean."""
        return None if self.error is None else self.adjusted - 1.645 * self.error

    @property
    def high(self) -> float | None:
        return None if self.error is None else self.adjusted + 1.645 * self.error


@dataclass(frozen=True, slots=True)
class ComparedExpert:
    """One expert against the colleagues who scored the same cases; never a ranking of people."""

    pseudonym: int
    reviews: int
    colleagues: int
    leniency: float | None
    """In points, positive is lenient; None where shared cases do not let it be judged."""
    low: float | None
    high: float | None
    spread: float | None
    """Standard deviation of what the fit leaves of their scores."""
    island: int


@dataclass(frozen=True)
class PanelComparison:
    """What the chair's screens show; `cases` in order, those without a place behind all others."""

    cases: tuple[ComparedCase, ...]
    fewest: int
    """Reviews that a case needs for a place: what the rule file asks for; 1 without one."""
    unscored: tuple[str, ...]
    """Cases without a counted composite: no place."""
    experts: tuple[ComparedExpert, ...]
    is_whole: bool
    """Whether its cases are all of the programme. Of some, nothing that the rule file says of all
    holds: no line, no list, no chance but those that the head issued."""
    heads: HeadsFigures | None
    """What the head issued of them; None of the whole, and before."""
    targets: tuple[int, ...]
    """For which chances are told."""
    ordering: OrderingFigure
    by_rules: bool
    """Whether a signed rule file says how; without one no list is proposed."""
    expected: Mapping[int, float]
    """Of the first K in order, how many are expected to belong, where there are lines."""
    long_list: tuple[str, ...]
    remarks: tuple[Remark, ...]
    lacking: tuple[Lacking, ...]
    far: tuple[FarScore, ...]
    divided: tuple[DividedCase, ...]
    links: tuple[Link, ...]
    islands: tuple[Island, ...]
    bridges: tuple[Bridge, ...]
    suggestions: tuple[Suggestion, ...]
    alpha: Mapping[CriterionCode, float | None]
    reliability: Reliability | None
    variances: tuple[float | None, float | None, float | None]
    """Of experts, of what is left, of cases; points squared."""
    seed: str | None
    inputs: str
    rules: str
    """The hash of the rule file, empty without one."""

    @property
    def lines(self) -> tuple[int, ...]:
        """After how many of its cases a line goes through this order."""
        return tuple(dict.fromkeys(self.targets)) if self.is_whole else ()

    @property
    def ranked(self) -> tuple[ComparedCase, ...]:
        """Those with a place, in order."""
        return tuple(each for each in self.cases if each.place is not None)

    def case(self, number: str) -> ComparedCase | None:
        """The case of this number; None where no full score of it counts."""
        return next((each for each in self.cases if each.number == number), None)
