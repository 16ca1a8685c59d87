"""Panels with a truth behind them: what cases are worth, and how strict experts are."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.tables import Floats

MIDDLE = 6.0
CASE, EXPERT, ERROR = 1.28, 0.24, 1.27
"""Variances in points squared: of a real review's 10-point scale, NeurIPS 2014 (Lawrence and
Cortes, 2021): cases, reviewers, and what is left."""


IMPRESSION = 1.0
"""Points by which a first impression of a case is off, where batches are sorted by it."""


class Batches(StrEnum):
    RANDOM = "random"
    SORTED = "sorted"
    """Good cases sit in the same experts' batches."""


@dataclass(frozen=True)
class Simulated:
    """`truth` by case and `leniency` by expert, in the order of the names."""

    observed: Observed
    truth: Floats
    leniency: Floats


def simulated(
    chance: np.random.Generator,
    *,
    cases: int,
    reviews: int,
    experts: int,
    batches: Batches = Batches.RANDOM,
    rounded: bool = True,
    truth: Floats | None = None,
) -> Simulated:
    """Scores of `reviews` experts a case, loads nearly equal; marks from 1 to 10 if rounded.

    `truth` is what the cases are worth, where that is known already.
    """
    if truth is None:
        truth = chance.normal(MIDDLE, np.sqrt(CASE), cases)
    leniency = chance.normal(0, np.sqrt(EXPERT), experts)
    expert = _assigned(chance, truth, reviews, experts, batches)
    case = np.repeat(np.arange(cases), reviews)
    scores = truth[case] + leniency[expert] + chance.normal(0, np.sqrt(ERROR), case.size)
    if rounded:
        scores = np.clip(np.round(scores), 1, 10)
    width, wide = len(str(cases)), len(str(experts))
    observed = Observed.of(
        [f"{i:0{width}d}" for i in case], [f"{j:0{wide}d}" for j in expert], list(scores)
    )
    return Simulated(observed, truth, leniency[[int(name) for name in observed.experts]])


def _assigned(
    chance: np.random.Generator, truth: Floats, reviews: int, experts: int, batches: Batches
) -> Indices:
    """The experts of each case, N in all, case by case.

    Sorted, each round of reviews goes along the cases by a first impression of their worth, and
    its experts take one stretch each; stretches of different rounds overlap.
    """
    cases = truth.size
    if batches is Batches.RANDOM:
        return _spread(chance, cases, reviews, experts).reshape(-1)
    found = np.empty((cases, reviews), dtype=np.intp)
    impression = np.argsort(truth + chance.normal(0, IMPRESSION, cases))
    stretch = max(1, cases * reviews // experts)
    for each in range(reviews):
        of_round = np.arange(each, experts, reviews)
        along = np.roll(impression, each * stretch // reviews)
        found[along, each] = of_round[np.arange(cases) * of_round.size // cases]
    return found.reshape(-1)


def _spread(chance: np.random.Generator, cases: int, reviews: int, experts: int) -> Indices:
    """Each case its experts, nobody twice, loads equal to within one or nearly."""
    deck = np.empty(0, dtype=np.intp)
    found = np.empty((cases, reviews), dtype=np.intp)
    for case in range(cases):
        if deck.size < reviews:
            fresh = chance.permutation(experts)
            known = np.isin(fresh, deck)
            deck = np.concatenate((deck, fresh[~known], fresh[known]))
        found[case], deck = deck[:reviews], deck[reviews:]
    return found
