"""Putting thousands of cases in order at once says what breaking one tie after another says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as some

from reviewer_app.panel.selection import DEFAULT_TIES, Candidate, Placed, Tie, ordered

FEW = some.sampled_from([6.0, 6.5, 7.0])
CASES = some.lists(
    some.tuples(FEW, FEW, FEW, some.integers(2, 3), some.sampled_from([None, 0.5, 1.0]), FEW),
    max_size=24,
)


def one_after_another(
    equal: Sequence[Candidate],
    ties: Sequence[Tie],
    decided_by: Tie | None,
    place: int,
    before: Counter[str],
) -> list[Placed]:
    """The order as it is told in words."""
    if len(equal) == 1:
        return [Placed(place, equal[0].number, decided_by)]
    if not ties:
        names = sorted(each.number for each in equal)
        return [
            Placed(place, name, decided_by if at == 0 else Tie.REASON)
            for at, name in enumerate(names)
        ]
    placed: list[Placed] = []
    for key in sorted({key_of(each, ties[0], before) for each in equal}):
        part = [each for each in equal if key_of(each, ties[0], before) == key]
        placed += one_after_another(part, ties[1:], decided_by, place + len(placed), before)
        decided_by = ties[0]
    return placed


def key_of(case: Candidate, tie: Tie, before: Counter[str]) -> float:
    match tie:
        case Tie.COUNTRIES:
            return -case.countries
        case Tie.AGREEMENT:
            return math.inf if case.disagreement is None else case.disagreement
        case Tie.AREA:
            return before[case.area]
    return -case.criteria.get(tie.value, -math.inf)


def in_words(cases: Sequence[Candidate], ties: Sequence[Tie]) -> tuple[Placed, ...]:
    found: list[Placed] = []
    for figure in sorted({each.figure for each in cases}, reverse=True):
        before = Counter(each.area for each in cases if each.figure > figure)
        equal = [each for each in cases if each.figure == figure]
        found += one_after_another(equal, ties, None, len(found) + 1, before)
    return tuple(found)


@given(CASES, some.permutations([tie for tie in DEFAULT_TIES if tie is not Tie.REASON]))
def test_the_order_is_the_one_in_words(
    drawn: list[tuple[float, float, float, int, float | None, float]], ties: list[Tie]
) -> None:
    cases = [
        Candidate(f"{at:03}", figure, str(area), countries, {"benefits": one}, apart)
        if other == 7.0
        else Candidate(
            *(f"{at:03}", figure, str(area), countries),
            {"benefits": one, "international_cooperativeness": other},
            apart,
        )
        for at, (figure, one, other, countries, apart, area) in enumerate(drawn)
    ]
    for chosen in (ties, ties[:2], []):
        assert ordered(cases[::-1], [*chosen, Tie.REASON]) == in_words(cases, chosen)
