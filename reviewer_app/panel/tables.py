"""The scores of a panel as arrays: cases × experts × criteria."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One answer; `value` is None where the expert said "cannot judge"."""

    case: str
    expert: str
    criterion: str
    value: int | None


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTable:
    """`scores` is NaN where there is no score; `answered` is also True for "cannot judge".

    Both are cases × experts × criteria, in the order of the three tuples, and read-only.
    """

    cases: tuple[str, ...]
    experts: tuple[str, ...]
    criteria: tuple[str, ...]
    scores: Floats
    answered: Bools

    @classmethod
    def from_rows(
        cls,
        rows: Iterable[ScoreRow],
        *,
        criteria: Sequence[str],
        cases: Sequence[str] | None = None,
        experts: Sequence[str] | None = None,
    ) -> "ScoreTable":
        """Cases and experts default to those of the rows, sorted; the order of rows is free.

        Raises ValueError for an answer given twice, and KeyError for a name that is not listed.
        """
        answers = list(rows)
        cases = tuple(sorted({row.case for row in answers}) if cases is None else cases)
        experts = tuple(sorted({row.expert for row in answers}) if experts is None else experts)
        at = [{name: i for i, name in enumerate(names)} for names in (cases, experts, criteria)]
        shape = (len(cases), len(experts), len(criteria))
        scores: Floats = np.full(shape, np.nan)
        answered: Bools = np.zeros(shape, dtype=np.bool_)
        for row in answers:
            place = at[0][row.case], at[1][row.expert], at[2][row.criterion]
            if answered[place]:
                raise ValueError(f"{row.expert} answered {row.criterion} of {row.case} twice")
            answered[place] = True
            if row.value is not None:
                scores[place] = row.value
        scores.flags.writeable = answered.flags.writeable = False
        return cls(cases, experts, tuple(criteria), scores, answered)

    def of(self, criterion: str) -> Floats:
        """Scores of one criterion, cases × experts; raises ValueError for an unknown one."""
        found: Floats = self.scores[:, :, self.criteria.index(criterion)]
        return found

    def cannot_judge(self) -> Bools:
        """True where the expert answered without a score, cases × experts × criteria."""
        found: Bools = self.answered & np.isnan(self.scores)
        return found

    def composite(self, weights: Mapping[str, float]) -> Floats:
        """Weighted mean of a review's criteria, cases × experts; NaN where one has no score.

        Weights need not add up to 1. Raises ValueError unless every criterion has a weight above 0.
        """
        if set(weights) != set(self.criteria) or not all(weights[c] > 0 for c in self.criteria):
            raise ValueError("every criterion needs a weight above 0, and nothing else has one")
        shares = np.array([weights[c] for c in self.criteria], dtype=np.float64)
        composite: Floats = (self.scores * shares).sum(axis=2) / shares.sum()
        return composite
