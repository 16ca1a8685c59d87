"""What a chair's eye is led to: scores far from the colleagues', cases that divide experts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reviewer_app.panel.adjusted import Cases, Lines
from reviewer_app.panel.calibration import Calibration
from reviewer_app.panel.chances import beyond, chi_square_above, discoveries
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Bools, Floats

FAR = 2.5
"""Standard errors from which on a score is told."""
RAREST = 1e-9
"""What is rarer is told as once in a billion: a normal distribution says nothing of such scores."""
FALSE_ALARMS = 0.05
"""The share of flagged cases that may be flagged by chance."""
APART = 3.0
"""Points between two groups of experts from which on a case is told as divided."""


@dataclass(frozen=True, slots=True)
class FarScore:
    """One score that stands far from what the colleagues' scores point to; all in points."""

    case: str
    expert: str
    score: float
    expected: float
    """By the other scores alone."""
    errors: float
    """z, with its sign."""
    once_in: float
    """So far apart about once in this many scores."""


@dataclass(frozen=True, slots=True)
class DividedCase:
    """A case whose experts disagree more than the others' do."""

    case: str
    spread: float | None
    """Q = Σe²/s²; None where there is no residual variance."""
    chance: float | None
    """Of a Q as large, by χ²(n − 1)."""
    unusual: bool
    """Whether it stays among all cases with at most 5 % false alarms."""
    apart: float | None
    """Points between the two groups, where each has two experts or more and they stand 3 apart."""


def far_scores(observed: Observed, fit: Calibration, found: Lines) -> tuple[FarScore, ...]:
    """Scores with |z| > 2.5, the furthest first; none without a residual variance."""
    if fit.residual is None:
        return ()
    errors = found.in_errors(fit.residual)
    far = np.flatnonzero(np.abs(errors) > FAR)
    out = found.left_out
    rows = [
        FarScore(
            case=observed.cases[observed.case[at]],
            expert=observed.experts[observed.expert[at]],
            score=float(observed.score[at]),
            expected=float(observed.score[at] - out[at]),
            errors=float(errors[at]),
            once_in=1 / max(beyond(float(errors[at])), RAREST),
        )
        for at in far
    ]
    return tuple(sorted(rows, key=lambda row: (-abs(row.errors), row.case, row.expert)))


def divided_cases(
    observed: Observed, fit: Calibration, cases: Cases, found: Lines
) -> tuple[DividedCase, ...]:
    """Cases flagged by their spread or by two groups; the most unusual first, then by name."""
    spread = chance = np.full(cases.count.shape, np.nan)
    if fit.residual is not None:
        spread = np.bincount(observed.case, found.left**2, len(observed.cases)) / fit.residual
        chance = _chances(spread, observed)
    unusual = discoveries(chance, FALSE_ALARMS)
    rows = [
        DividedCase(
            case=observed.cases[i],
            spread=None if np.isnan(chance[i]) else float(spread[i]),
            chance=None if np.isnan(chance[i]) else float(chance[i]),
            unusual=bool(unusual[i]),
            apart=None if np.isnan(gap) else float(gap),
        )
        for i, gap in enumerate(_gaps(observed))
        if unusual[i] or not np.isnan(gap)
    ]
    return tuple(
        sorted(rows, key=lambda row: (1.0 if row.chance is None else row.chance, row.case))
    )


def _chances(spread: Floats, observed: Observed) -> Floats:
    found = np.full(spread.shape, np.nan)
    for i in np.flatnonzero(observed.counts > 1):
        found[i] = chi_square_above(float(spread[i]), int(observed.counts[i]) - 1)
    return found


def _gaps(observed: Observed) -> Floats:
    """The widest gap with two scores or more on either side, where it is 3 points; else NaN."""
    found = np.full(len(observed.cases), np.nan)
    for cases, rows in observed.together():
        if rows.shape[1] < 4:
            continue
        ordered = np.sort(observed.score[rows], axis=1)
        widest = np.diff(ordered, axis=1)[:, 1:-1].max(axis=1)
        divided: Bools = widest >= APART
        found[cases[divided]] = widest[divided]
    return found
