"""What the chair must read before the figures: how far the comparison can be trusted at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reviewer_app.panel.agreement import complete_table
from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Floats

FEWEST_SHARED = 3.0
LEAST_APPLIED = 0.3
ALIKE = 0.02
MANY_EXPERTS = 30
FAR_APART = 3.0
OPEN = 0.09
"""P(1 − P) from which on in or out is open: P from .1 to .9."""


class Remark(StrEnum):
    """One thing that holds of the whole comparison."""

    ISLANDS = "islands"
    """Groups share no expert; their cases are compared as if both were equally strict."""
    TOO_FEW_SHARED = "too_few_shared"
    """Too few shared cases to judge strictness; raw means are shown."""
    EQUALLY_STRICT = "equally_strict"
    """Experts were about equally strict; no correction is needed."""
    COMPLETE = "complete"
    """Everybody scored everything: adjusted means are raw means."""
    FEW_EXPERTS = "few_experts"
    """With fewer than 30 experts the intervals of leniency are a little short."""
    NOTHING_TO_FIT = "nothing_to_fit"
    """A variance is lacking: raw means are shown, and why."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A case for which one more opinion is worth most."""

    case: str
    apart: float | None
    """Points between its two experts, where it has two and they are 3 or more apart."""
    doubt: float | None
    """The largest P(1 − P) of being among the best K; None where no chance is known."""
    lacking: int = 0
    """How many reviews it lacks for a place, where none of them is on its way."""
    target: int | None = None
    """The K at which it is most open whether it is among the best."""


def remarks(observed: Observed, fit: Calibration) -> tuple[Remark, ...]:
    """In the order in which they are read."""
    found: list[Remark] = []
    if fit.islands.any():
        found.append(Remark.ISLANDS)
    if complete_table(observed) is not None:
        found.append(Remark.COMPLETE)
    elif fit.lacking in (Lacking.NO_FREEDOM, Lacking.NO_RESIDUAL):
        found.append(Remark.NOTHING_TO_FIT)
    elif too_few_shared(observed, fit):
        found.append(Remark.TOO_FEW_SHARED)
    elif fit.ratio is None or 1 / fit.ratio < ALIKE:
        found.append(Remark.EQUALLY_STRICT)
    if fit.ratio is not None and len(observed.experts) < MANY_EXPERTS:
        found.append(Remark.FEW_EXPERTS)
    return tuple(found)


def too_few_shared(observed: Observed, fit: Calibration) -> bool:
    """Median of μ/(μ+λ) below .3, or fewer than 3 cases for the middle expert."""
    if float(np.median(observed.of_expert)) < FEWEST_SHARED:
        return True
    return fit.applied is not None and fit.applied < LEAST_APPLIED


def judges_strictness(observed: Observed, fit: Calibration) -> bool:
    """Whether there are leniencies to be told, and corrected for."""
    return fit.ratio is not None and Remark.TOO_FEW_SHARED not in remarks(observed, fit)


def corrects(observed: Observed, fit: Calibration) -> bool:
    """Whether a score counts otherwise than as it was given: never where everybody scored
    everything, for there adjusted means are raw ones."""
    return judges_strictness(observed, fit) and complete_table(observed) is None


def shown_means(observed: Observed, fit: Calibration, adjusted: Floats) -> Floats:
    """What stands as adjusted mean: the raw one where strictness cannot be judged."""
    if Remark.TOO_FEW_SHARED in remarks(observed, fit):
        return observed.mean(observed.score)
    return adjusted


def third_opinions(
    observed: Observed,
    chances: Mapping[str, Mapping[int, float]],
    lacking: Mapping[str, int],
    most: int,
) -> tuple[Suggestion, ...]:
    """Cases that lack reviews for a place first, then those of two experts 3 points or more apart,
    widest first, then the largest P(1 − P).

    `chances` has, by case, P(among the best K) for every K where it is known: a case is as open as
    it is at the line where it is most so. `lacking` has how many reviews.
    """
    apart = _far_apart(observed)
    rows = []
    for name in sorted({*apart, *chances, *lacking}):
        doubts = {best: each * (1 - each) for best, each in chances.get(name, {}).items()}
        target = max(doubts, key=lambda best: doubts[best], default=None)
        doubt = None if target is None else doubts[target]
        if name in apart or name in lacking or (doubt is not None and doubt >= OPEN):
            rows.append(Suggestion(name, apart.get(name), doubt, lacking.get(name, 0), target))
    rows.sort(
        key=lambda each: (-each.lacking, -(each.apart or 0.0), -(each.doubt or 0.0), each.case)
    )
    return tuple(rows[:most])


def _far_apart(observed: Observed) -> Mapping[str, float]:
    """Points between the two experts of each case that has two so far apart."""
    found = {}
    for cases, lines in observed.together():
        if lines.shape[1] == 2:
            gaps = np.ptp(observed.score[lines], axis=1)
            for i in np.flatnonzero(gaps >= FAR_APART):
                found[observed.cases[cases[i]]] = float(gaps[i])
    return found
