"""The same cases judged in one round of five, or in three reviews and six more on the long list."""

from collections.abc import Mapping
from typing import TypedDict

import numpy as np

from benchmarks._simulated_panel import Simulated, simulated
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.comparison import compare
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.selection import long_list
from reviewer_app.panel.tables import Floats

CASES, ONE, FIRST, MORE, EXPERTS = 600, 5, 3, 6, 120
CASEBOOK, OUTSTANDING = 60, 12


class Hits(TypedDict):
    """Mean numbers of the true best that are found, and of the reviews that it took."""

    hits_12: float
    hits_60: float
    reviews: float


def rounds(times: int) -> Mapping[str, Hits]:
    """Mean hits of one round, of two fitted together, and of the second round's means alone."""
    chance = np.random.default_rng(60)
    found: dict[str, list[tuple[float, float, float]]] = {}
    for _ in range(times):
        one = simulated(chance, cases=CASES, reviews=ONE, experts=EXPERTS)
        first = simulated(chance, cases=CASES, reviews=FIRST, experts=EXPERTS, truth=one.truth)
        listed = long_listed(first.observed)
        more = simulated(
            chance, cases=listed.size, reviews=MORE, experts=EXPERTS, truth=one.truth[listed]
        )
        both = together(first, more, listed)
        alone = np.full(CASES, -np.inf)
        alone[listed] = more.observed.mean(more.observed.score)
        for name, estimate, reviews in (
            ("one round", _adjusted(one.observed), one.observed.size),
            ("two fitted together", np.where(_is_in(listed), _adjusted(both), -np.inf), both.size),
            ("the second alone", alone, both.size),
        ):
            found.setdefault(name, []).append((*_hits(estimate, one.truth), reviews))
    return {
        name: Hits(
            hits_12=float(np.mean([row[0] for row in rows])),
            hits_60=float(np.mean([row[1] for row in rows])),
            reviews=float(np.mean([row[2] for row in rows])),
        )
        for name, rows in found.items()
    }


def long_listed(observed: Observed) -> Indices:
    """The cases that a second round reads, rising."""
    drawn = compare(observed).draws
    if drawn is None:
        raise RuntimeError("a simulated panel has all its variances")
    return np.sort(np.array(long_list(drawn.among(CASEBOOK), CASEBOOK), dtype=np.intp))


def together(first: Simulated, more: Simulated, listed: Indices) -> Observed:
    """All reviews of both rounds; the second round has other experts."""
    cases = [first.observed.cases[i] for i in first.observed.case]
    cases += [first.observed.cases[listed[i]] for i in more.observed.case]
    experts = [f"first {j}" for j in first.observed.expert]
    experts += [f"second {j}" for j in more.observed.expert]
    return Observed.of(cases, experts, [*first.observed.score, *more.observed.score])


def _is_in(listed: Indices) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    found = np.zeros(CASES, dtype=np.bool_)
    found[listed] = True
    return found


def _adjusted(observed: Observed) -> Floats:
    return adjust(observed, calibrate(observed)).adjusted


def _hits(estimate: Floats, truth: Floats) -> tuple[float, float]:
    true, said = np.argsort(-truth), np.argsort(-estimate, kind="stable")
    twelve, sixty = (
        float(np.intersect1d(true[:k], said[:k]).size) for k in (OUTSTANDING, CASEBOOK)
    )
    return twelve, sixty
