"""Frozen rows of the lists that are proposed: Casebook, Outstanding Cases, and the long list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from review_protocol.documents.programme import OrderingFigure, Recommendation
from review_protocol.documents.text import Area, Bilingual
from reviewer_app.panel.selection import under_minima
from reviewer_app.services.panel.awaited import Awaited
from reviewer_app.services.panel.compared_rows import ComparedCase
from reviewer_app.services.panel.rows import DecisionView, PanelCaseRow

FEWEST_RESERVES = 3
RESERVES_SHARE = 5
"""The reserve list is a fifth of the target."""


@dataclass(frozen=True, slots=True)
class ProposedPlace:
    """A case in the order of a list; `position` is its own, from 1, cases of an equal figure that
    nothing decides between share `compared.place`."""

    position: int
    row: PanelCaseRow
    compared: ComparedCase

    @property
    def number(self) -> str:
        return self.compared.number

    @property
    def decision(self) -> DecisionView | None:
        """What was decided last on the case, in this round or one before it that counts."""
        return self.row.decision or self.row.decided_before


@dataclass(frozen=True, slots=True)
class Share:
    """How many cases of a group (an area, a country) are on a list, and in the order at all."""

    group: str
    listed: int
    among: int


@dataclass(frozen=True, slots=True)
class UnderMinima:
    """The best list under given minima, against the one in order."""

    enter: tuple[ProposedPlace, ...]
    leave: tuple[ProposedPlace, ...]
    expected: float | None
    """How many of it are expected to belong."""


@dataclass(frozen=True)
class ProposedList:
    """The best `target` in the order of the rule file. A target is no limit."""

    outcome: Recommendation
    target: int
    """How many places the order fills: those of the rule file but for `elsewhere`."""
    elsewhere: int
    """Places that somebody else decided, on cases hidden from this person."""
    decides: int
    """The round that decides it."""
    rounds: tuple[int, ...]
    """Whose reviews were fitted together."""
    ordering: OrderingFigure
    order: tuple[ProposedPlace, ...]
    """Every case that may be on it."""
    too_few: tuple[str, ...]
    """Cases with fewer counted reviews than the rule file asks for: on no list."""
    fewest: int
    inputs: str
    seed: str | None

    @property
    def listed(self) -> tuple[ProposedPlace, ...]:
        return self.order[: self.target]

    @property
    def reserves(self) -> tuple[ProposedPlace, ...]:
        """Who comes next where a place becomes free."""
        many = max(FEWEST_RESERVES, self.target // RESERVES_SHARE)
        return self.order[self.target : self.target + many]

    @property
    def expected(self) -> float | None:
        """How many of the listed are expected to belong; None without chances."""
        return _expected(self.listed, self.target)

    @property
    def undecided(self) -> tuple[ProposedPlace, ...]:
        """Cases of one shared place that the line would part: a written reason decides."""
        if not 0 < self.target < len(self.order):
            return ()
        last, first = self.order[self.target - 1], self.order[self.target]
        if last.compared.place != first.compared.place:
            return ()
        return tuple(each for each in self.order if each.compared.place == last.compared.place)

    @cached_property
    def areas(self) -> tuple[Share, ...]:
        """All five areas, in the programme's order."""
        found = self._shares(lambda each: each.row.area)
        return tuple(found.get(area, Share(area, 0, 0)) for area in Area)

    @cached_property
    def countries(self) -> tuple[Share, ...]:
        """By the applicant's country (region), those with most cases on the list first."""
        found = self._shares(lambda each: each.row.applicant.country).values()
        return tuple(sorted(found, key=lambda each: (-each.listed, -each.among, each.group)))

    def _shares(self, group_of: Callable[[ProposedPlace], str]) -> Mapping[str, Share]:
        listed = Counter(map(group_of, self.listed))
        among = Counter(map(group_of, self.order))
        return {group: Share(group, listed[group], many) for group, many in among.items()}

    def with_minima(self, minima: Mapping[Area, int]) -> UnderMinima:
        """Beside the list, never instead: raises ValueError where minima exceed the target."""
        places = {each.number: each for each in self.order}
        groups: dict[str, str] = {each.number: each.row.area for each in self.order}
        chosen = under_minima(
            tuple(places),
            groups,
            {area.value: least for area, least in minima.items()},
            self.target,
        )
        best = tuple(places[number] for number in chosen)
        listed = {each.number for each in self.listed}
        return UnderMinima(
            enter=tuple(each for each in best if each.number not in listed),
            leave=tuple(each for each in self.listed if each.number not in set(chosen)),
            expected=_expected(best, self.target),
        )


@dataclass(frozen=True)
class LongList:
    """Which cases a next round should read: the smallest set that holds 95 % of those that
    belong among the best `target`, and all that have too few reviews for a place."""

    target: int
    into: int
    """The round that they would go into."""
    cases: tuple[ProposedPlace, ...]
    """In the order of the list."""
    left_out: tuple[ProposedPlace, ...]

    @property
    def too_few(self) -> tuple[ProposedPlace, ...]:
        """Those that it holds because nothing can be said of them yet."""
        return tuple(each for each in self.cases if each.compared.place is None)


@dataclass(frozen=True)
class ProposedLists:
    """All that follows from a signed rule file. Cases that this person may not see are in none,
    and `withheld` says how many there are."""

    casebook: ProposedList
    outstanding: ProposedList
    long_list: LongList | None
    """None where no later round counts."""
    withheld: int
    country_names: Mapping[str, Bilingual]
    awaited: Awaited
    """What cannot be decided yet, and by which round it will be."""


def _expected(places: tuple[ProposedPlace, ...], target: int) -> float | None:
    if not places or any(target not in each.compared.among for each in places):
        return None
    return sum(each.compared.among[target] for each in places)
