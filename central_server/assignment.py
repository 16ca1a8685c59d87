"""Who reviews what: least-loaded eligible experts in an order drawn from a recorded seed."""

from __future__ import annotations

import heapq
import random
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from central_server.exchanges import Exchanges
from review_protocol.documents.case import Case
from review_protocol.documents.text import Area, Element, Language, Organisation

Pair = tuple[str, str]
"""A case's number and a person's id."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What decides which cases an expert may be given; without areas, those of all areas."""

    person: str
    languages: frozenset[Language]
    areas: frozenset[Area] = frozenset()
    organisations: frozenset[str] = frozenset()
    """Names as `organisation_key` makes them."""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """What decides who may be given a case."""

    number: str
    area: Area
    readings: tuple[frozenset[Language], ...]
    """For each element that has text, the languages that it has text in."""
    organisations: frozenset[str] = frozenset()
    """Names of applicant, partners and recommender, as `organisation_key` makes them."""
    country: str | None = None
    """The applicant's."""

    def allows(self, reviewer: Reviewer) -> bool:
        """Whether the expert's areas, languages and organisations admit this case."""
        return (
            (not reviewer.areas or self.area in reviewer.areas)
            and all(reading & reviewer.languages for reading in self.readings)
            and self.organisations.isdisjoint(reviewer.organisations)
        )

    def same_country(self, reviewer: Reviewer) -> bool:
        """Whether the expert is from the applicant's country: avoided, never excluded."""
        return self.country is not None and self.country == reviewer.country


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


def assign(
    cases: Iterable[Application],
    reviewers: Iterable[Reviewer],
    *,
    reviews_per_case: int,
    seed: bytes,
    kept: Iterable[Pair] = (),
    barred: Iterable[Pair] = (),
    most: int | None = None,
) -> Outcome:
    """Give every case the reviews that it lacks.

    `kept` pairs stand and are never moved; `barred` pairs (conflicts, recusals) are neither
    counted nor made again; `most` bounds the cases of one expert. Equal inputs in any order and an
    equal seed give an equal outcome. Cases that cannot be given enough experts are listed.
    """
    draw = _Draw(cases, reviewers, reviews_per_case, frozenset(kept), frozenset(barred), most)
    draw.run(random.Random(seed))
    repaired = bool(draw.lacking())
    if repaired:
        draw.repair()
    return draw.outcome(repaired=repaired)


def application(case: Case) -> Application:
    """What of a case decides who may review it."""
    headers = case.headers
    tied = [headers.applicant, *headers.partners]
    if headers.recommender is not None:
        tied.append(headers.recommender)
    texts = [case.elements.of(element) for element in Element]
    readings = [frozenset(language for language in Language if text.of(language)) for text in texts]
    return Application(
        number=case.number,
        area=headers.area,
        readings=tuple(reading for reading in readings if reading),
        organisations=frozenset(key for one in tied for key in organisation_keys(one)),
        country=headers.applicant.country,
    )


def organisation_keys(organisation: Organisation) -> frozenset[str]:
    """The keys of both names."""
    names = (organisation.name.zh, organisation.name.en)
    return frozenset(organisation_key(name) for name in names if name)


def organisation_key(name: str) -> str:
    """A name for comparing: width, letter case, accents, punctuation, spaces, article aside."""
    bare = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    letters = "".join(
        " " if unicodedata.category(c)[0] in "PZSC" else c
        for c in bare
        if not unicodedata.combining(c)
    )
    return " ".join(letters.split()).removeprefix("the ")


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
        waiting = [(self._loads[person], randomness.random(), person) for person in self._reviewers]
        heapq.heapify(waiting)
        for case in order:
            lack = self._wanted - len(self._of_case[case.number])
            if lack <= 0:
                continue
            passed: list[tuple[int, float, str]] = []
            free: list[tuple[int, float, str]] = []
            tied: list[tuple[int, float, str]] = []
            while waiting and len(free) < lack:
                row = heapq.heappop(waiting)
                reviewer = self._reviewers[row[2]]
                if not self._may(case, reviewer) or self._full(row[2]):
                    passed.append(row)
                elif case.same_country(reviewer):
                    tied.append(row)
                else:
                    free.append(row)
            chosen = (free + tied)[:lack]
            for _, _, person in chosen:
                self._give(case.number, person)
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
        for number, person in self._kept | self._added:
            if number in self._of_case:
                self._of_case[number].add(person)

    def outcome(self, *, repaired: bool) -> Outcome:
        """The result, with the hard check of every case."""
        added = tuple(
            Assigned(number, person, self._cases[number].same_country(self._reviewers[person]))
            for number, person in sorted(self._added)
        )
        unmet = tuple(
            Unmet(number, self._wanted, len(people), self._eligible(number))
            for number, people in self._of_case.items()
            if len(people) < self._wanted
        )
        return Outcome(added, unmet, dict(self._loads), repaired, islands(self._of_case.values()))

    def _may(self, case: Application, reviewer: Reviewer, but: Iterable[Pair] = ()) -> bool:
        pair = (case.number, reviewer.person)
        taken = reviewer.person in self._of_case[case.number] and pair not in but
        return not taken and pair not in self._barred and case.allows(reviewer)

    def _full(self, person: str) -> bool:
        return self._most is not None and self._loads[person] >= self._most

    def _give(self, number: str, person: str) -> None:
        self._of_case[number].add(person)
        self._added.add((number, person))
        self._loads[person] += 1

    def _eligible(self, number: str) -> int:
        case = self._cases[number]
        return sum(
            (number, person) not in self._barred and case.allows(reviewer)
            for person, reviewer in self._reviewers.items()
        )


def islands(groups: Iterable[Iterable[str]]) -> int:
    """How many connected parts the groups' members form, two members of a group being joined."""
    root: dict[str, str] = {}

    def find(member: str) -> str:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for group in groups:
        members: Sequence[str] = sorted(group)
        for member in members:
            root.setdefault(member, member)
            root[find(member)] = find(members[0])
    return sum(member == find(member) for member in root)
