"""The rows of a comparison: every case with its place, or without one, and every expert."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from review_protocol.documents.programme import OrderingFigure
from reviewer_app.panel.comparison import Comparison
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.links import Link
from reviewer_app.panel.remarks import corrects, judges_strictness, shown_means, too_few_shared
from reviewer_app.panel.selection import Placed, zone
from reviewer_app.panel.sensitivity import places
from reviewer_app.panel.tables import Bools, Floats
from reviewer_app.services.panel.among_all import HeadsFigures
from reviewer_app.services.panel.compared_rows import ComparedCase, ComparedExpert, CountedScore


@dataclass(frozen=True, slots=True)
class Shown:
    """By case: the adjusted mean as it is shown, the figure that orders, and whether the case has
    enough reviews for a place."""

    adjusted: Floats
    figure: Floats
    ranked: Bools

    @classmethod
    def of(cls, found: Comparison, ranked: Bools, ordering: OrderingFigure) -> Shown:
        """By the figure that the rule file names."""
        adjusted = shown_means(found.observed, found.fit, found.cases.adjusted)
        is_raw = ordering is OrderingFigure.RAW_MEAN
        return cls(adjusted, found.cases.raw if is_raw else adjusted, ranked)

    @property
    def orders(self) -> Floats:
        """The figure of those that have a place, NaN of the others."""
        return np.where(self.ranked, self.figure, np.nan)


def compared_cases(
    found: Comparison, order: Sequence[Placed], shown: Shown, chances: Mapping[int, Floats]
) -> tuple[ComparedCase, ...]:
    """Those with a place in this order, then the others by the same figure."""
    return (*_ranked(found, order, shown, chances), *_unranked(found, shown))


def as_issued(case: ComparedCase, heads: HeadsFigures | None) -> ComparedCase:
    """Some of the programme's cases are told no chances but those that the head issued."""
    found = None if heads is None else heads.cases.get(case.number)
    if found is None:
        return case
    return replace(case, heads=found, among=found.chances, zones=found.zones)


def expected_of(ranked: Sequence[ComparedCase], targets: Iterable[int]) -> Mapping[int, float]:
    """Of the first K in order, how many are expected to belong."""
    return {k: sum(case.among[k] for case in ranked[:k]) for k in targets}


def _ranked(
    found: Comparison, order: Sequence[Placed], shown: Shown, chances: Mapping[int, Floats]
) -> Iterator[ComparedCase]:
    """The cases that are on the ladder, in order."""
    at = {name: i for i, name in enumerate(found.observed.cases)}
    raw_places = places(np.where(shown.ranked, found.cases.raw, np.nan))
    low, high = (None, None) if found.draws is None else found.draws.interval()
    fitted = _Fitted(found, shown.adjusted)
    for placed in order:
        i = at[placed.number]
        case = fitted.case(i)
        among = {k: float(of[i]) for k, of in chances.items()}
        yield replace(
            case,
            place=placed.place,
            decided_by=placed.decided_by,
            raw_place=int(raw_places[i]),
            rank_low=None if low is None else int(low[i]),
            rank_high=None if high is None else int(high[i]),
            among=among,
            zones={k: zone(chance, case.reviews) for k, chance in among.items()},
        )


def _unranked(found: Comparison, shown: Shown) -> Iterator[ComparedCase]:
    """Those with too few reviews for a place, by the same figure, then by number."""
    fitted = _Fitted(found, shown.adjusted)
    cases = found.observed.cases
    figure = np.round(shown.figure, 6)
    rest = np.flatnonzero(~shown.ranked).tolist()
    return (fitted.case(i) for i in sorted(rest, key=lambda i: (-float(figure[i]), cases[i])))


class _Fitted:
    """What the fit says of each case, apart from where that puts it."""

    def __init__(self, found: Comparison, shown: Floats) -> None:
        self._found, self._shown = found, shown
        observed, fit = found.observed, found.fit
        nothing = np.zeros(len(observed.experts))
        self._leniency = fit.leniency if corrects(observed, fit) else nothing
        # scores stand by case
        self._first = np.searchsorted(observed.case, np.arange(len(observed.cases) + 1))

    def case(self, i: int) -> ComparedCase:
        found, cases = self._found, self._found.cases
        return ComparedCase(
            number=found.observed.cases[i],
            place=None,
            decided_by=None,
            raw=float(cases.raw[i]),
            raw_place=None,
            adjusted=float(self._shown[i]),
            error=None if cases.error is None else float(cases.error[i]),
            best_guess=None if found.guesses is None else float(found.guesses[i]),
            rank_low=None,
            rank_high=None,
            among={},
            zones={},
            scores=tuple(map(self._score, range(self._first[i], self._first[i + 1]))),
        )

    def _score(self, line: int) -> CountedScore:
        observed = self._found.observed
        expert = observed.expert[line]
        return CountedScore(
            int(observed.experts[expert]),
            float(observed.score[line]),
            float(self._leniency[expert]),
        )


def compared_experts(found: Comparison, shared: Sequence[Link]) -> tuple[ComparedExpert, ...]:
    """Every expert against the colleagues of these links; strictness only where it can be
    judged."""
    observed, fit, drawn = found.observed, found.fit, found.draws
    judged = judges_strictness(observed, fit)
    known = judged or (fit.lacking is Lacking.EQUAL_EXPERTS and not too_few_shared(observed, fit))
    low, high = (None, None) if drawn is None or not judged else drawn.leniency_interval()
    colleagues = np.zeros(len(observed.experts), dtype=np.intp)
    place = {name: j for j, name in enumerate(observed.experts)}
    for link in shared:
        colleagues[place[link.first]] += 1
        colleagues[place[link.second]] += 1
    rows = []
    for j, name in enumerate(observed.experts):
        left = found.lines.left[observed.expert == j]
        rows.append(
            ComparedExpert(
                pseudonym=int(name),
                reviews=int(left.size),
                colleagues=int(colleagues[j]),
                leniency=float(fit.leniency[j]) if known else None,
                low=None if low is None else float(low[j]),
                high=None if high is None else float(high[j]),
                spread=float(left.std(ddof=1)) if left.size > 1 else None,
                island=int(fit.islands[j]),
            )
        )
    return tuple(rows)
