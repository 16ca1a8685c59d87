"""What stands beside every comparison: n, mean, median, range and standard deviation."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.tables import Floats, ScoreTable


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures in points; `sd` is that of a sample (n − 1); `lacking` says why some are None."""

    n: int
    mean: float | None
    median: float | None
    lowest: float | None
    highest: float | None
    sd: float | None
    lacking: Lacking | None


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One case: each criterion, and the composite of the reviews that scored all criteria."""

    case: str
    criteria: Mapping[str, Summary]
    composite: Summary


def summary(scores: Floats) -> Summary:
    """Describe the scores of a one-dimensional array; NaN counts as no score."""
    there = scores[~np.isnan(scores)]
    n = int(there.size)
    if n == 0:
        return Summary(0, None, None, None, None, None, Lacking.NO_SCORE)
    return Summary(
        n=n,
        mean=float(there.mean()),
        median=float(np.median(there)),
        lowest=float(there.min()),
        highest=float(there.max()),
        sd=float(there.std(ddof=1)) if n > 1 else None,
        lacking=None if n > 1 else Lacking.ONE_SCORE,
    )


def describe_cases(table: ScoreTable, weights: Mapping[str, float]) -> tuple[CaseSummary, ...]:
    """Every case in the table's order; `weights` as in `ScoreTable.composite`."""
    composite = table.composite(weights)
    return tuple(
        CaseSummary(
            case=case,
            criteria={c: summary(table.scores[i, :, k]) for k, c in enumerate(table.criteria)},
            composite=summary(composite[i]),
        )
        for i, case in enumerate(table.cases)
    )
