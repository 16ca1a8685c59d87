"""Who reviews what: least-loaded eligible experts in an order drawn from a recorded seed."""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from central_server.eligibility import Application, Reviewer
from central_server.exchanges import Exchanges
from central_server.linking import islands, reviews_across

Pair = tuple[str, str]
"""A case's number and a person's id."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """A case given to an expert; `country_tie` is shown to the chair."""

    case: str
    person: str
    country_tie: bool


@dataclass(frozen=True, slots=True)
class Unmet:
    """A case with fewer reviews than wanted; `eligible` experts in all, those it has included."""

    case: str
    wanted: int
    found: int
    eligible: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was added, which cases still lack reviews, and every expert's load afterwards."""

    added: tuple[Assigned, ...]
    unmet: tuple[Unmet, ...]
    loads: Mapping[str, int]
    repaired: bool
    islands: int
    """Groups of experts that share no case with one another; 1 where all can be compared."""
    reviews: int
    across: int
    """Of the cases' reviews, those outside the expert's own panel."""


def assign(
    cases: Iterable[Application],
    reviewers: Iterable[Reviewer],
    *,
    reviews_per_case: int,
    seed: bytes,
    kept: Iterable[Pair] = (),
    barred: Iterable[Pair] = (),
    most: int | None = None,
    across_percent: int = 0,
) -> Outcome:
    """Give every case the reviews that it lacks.

    `kept` pairs stand and are never moved; `barred` pairs (conflicts, recusals) are neither
    counted nor made again; `most` bounds the cases of one expert. Equal inputs in any order and an
    equal seed give an equal outcome. Cases that cannot be given enough experts are listed. Of all
    reviews at least `across_percent` go to experts of other panels, whatever their areas, as far as
    there are any who may; these are dealt first, at most one more a case before each has one.
    """
    draw = _Draw(cases, reviewers, reviews_per_case, frozenset(kept), frozenset(barred), most)
    randomness = random.Random(seed)
    if across_percent:
        draw.cross(randomness, across_percent)
    draw.run(randomness)
    repaired = bool(draw.lacking())
    if repaired:
        draw.repair()
    return draw.outcome(repaired=repaired)


class _Draw:
    """One assignment in the making: who has which case, and who may."""

    def __init__(
        self,
        cases: Iterable[Application],
        reviewers: Iterable[Reviewer],
        wanted: int,
        kept: frozenset[Pair],
        barred: frozenset[Pair],
        most: int | None,
    ) -> None:
        self._cases = {case.number: case for case in sorted(cases, key=lambda one: one.number)}
        self._reviewers = {one.person: one for one in sorted(reviewers, key=lambda one: one.person)}
        self._wanted = wanted
        self._barred = barred
        self._most = most
        self._kept = kept - barred
        self._of_case: dict[str, set[str]] = {number: set() for number in self._cases}
        self._loads = Counter(dict.fromkeys(self._reviewers, 0))
        for number, person in sorted(self._kept):
            if number in self._of_case:
                self._of_case[number].add(person)
            self._loads[person] += 1
        self._added: set[Pair] = set()
        self._across: set[Pair] = set()

    def lacking(self) -> tuple[str, ...]:
        """Each case once for every review that it lacks."""
        return tuple(
            number
            for number, people in self._of_case.items()
            for _ in range(self._wanted - len(people))
        )

    def run(self, randomness: random.Random) -> None:
        """Cases in random order; each takes the least-loaded who may, ties at random."""
        order = list(self._cases.values())
        randomness.shuffle(order)
        turns = ((case, self._wanted - len(self._of_case[case.number])) for case in order)
        self._deal(turns, self._may, self._added, randomness)

    def cross(self, randomness: random.Random, percent: int) -> None:
        """The same for this share of all reviews, among the experts of other panels."""
        wanted = -(-len(self._cases) * self._wanted * percent // 100) - self._reviews_across()
        before = -1
        while before < len(self._across) < wanted:
            before = len(self._across)
            order = [self._cases[number] for number in sorted(set(self.lacking()))]
            randomness.shuffle(order)
            turns = ((case, 1) for case in order if len(self._across) < wanted)
            self._deal(turns, self._may_cross, self._across, randomness)

    def _deal(
        self,
        turns: Iterable[tuple[Application, int]],
        may: Callable[[Application, Reviewer], bool],
        given: set[Pair],
        randomness: random.Random,
    ) -> None:
        waiting = [(self._loads[person], randomness.random(), person) for person in self._reviewers]
        heapq.heapify(waiting)
        for case, lack in turns:
            if lack <= 0:
                continue
            passed: list[tuple[int, float, str]] = []
            free: list[tuple[int, float, str]] = []
            tied: list[tuple[int, float, str]] = []
            while waiting and len(free) < lack:
                row = heapq.heappop(waiting)
                reviewer = self._reviewers[row[2]]
                if not may(case, reviewer) or self._full(row[2]):
                    passed.append(row)
                elif case.same_country(reviewer):
                    tied.append(row)
                else:
                    free.append(row)
            chosen = (free + tied)[:lack]
            for _, _, person in chosen:
                self._give((case.number, person), given)
                heapq.heappush(waiting, (self._loads[person], randomness.random(), person))
            for row in passed + (free + tied)[lack:]:
                heapq.heappush(waiting, row)

    def repair(self) -> None:
        """Fill what lacks by exchanges of least cost: ties of country first, then uneven loads."""
        exchanges = Exchanges(
            may={
                number: {
                    person: int(case.same_country(reviewer))
                    for person, reviewer in self._reviewers.items()
                    if self._may(case, reviewer, but=self._added)
                }
                for number, case in self._cases.items()
            },
            loads=self._loads,
            given=self._added,
            most=self._most,
        )
        for number in self.lacking():
            exchanges.add(number)
        exchanges.improve()
        self._added = exchanges.given
        self._loads = exchanges.loads
        self._of_case = {number: set() for number in self._cases}
        for number, person in self._kept | self._across | self._added:
            if number in self._of_case:
                self._of_case[number].add(person)

    def outcome(self, *, repaired: bool) -> Outcome:
        """The result, with the hard check of every case."""
        added = tuple(
            Assigned(number, person, self._cases[number].same_country(self._reviewers[person]))
            for number, person in sorted(self._added | self._across)
        )
        unmet = tuple(
            Unmet(number, self._wanted, len(people), self._eligible(number))
            for number, people in self._of_case.items()
            if len(people) < self._wanted
        )
        return Outcome(
            added,
            unmet,
            dict(self._loads),
            repaired,
            islands(self._of_case.values()),
            sum(len(people) for people in self._of_case.values()),
            self._reviews_across(),
        )

    def _may(self, case: Application, reviewer: Reviewer, but: Iterable[Pair] = ()) -> bool:
        pair = (case.number, reviewer.person)
        taken = reviewer.person in self._of_case[case.number] and pair not in but
        return not taken and pair not in self._barred and case.allows(reviewer)

    def _may_cross(self, case: Application, reviewer: Reviewer) -> bool:
        pair = (case.number, reviewer.person)
        taken = reviewer.person in self._of_case[case.number] or pair in self._barred
        return not taken and case.crosses(reviewer)

    def _reviews_across(self) -> int:
        return reviews_across(self._pairs(), self._cases, self._reviewers)

    def _pairs(self) -> Iterator[Pair]:
        for number, people in self._of_case.items():
            for person in people:
                yield number, person

    def _full(self, person: str) -> bool:
        return self._most is not None and self._loads[person] >= self._most

    def _give(self, pair: Pair, given: set[Pair]) -> None:
        number, person = pair
        self._of_case[number].add(person)
        given.add(pair)
        self._loads[person] += 1

    def _eligible(self, number: str) -> int:
        case = self._cases[number]
        return sum(
            (number, person) not in self._barred and case.allows(reviewer)
            for person, reviewer in self._reviewers.items()
        )
