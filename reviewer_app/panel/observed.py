"""The scores that a model is fitted on, one a line, in an order that no input file decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reviewer_app.panel.tables import Floats

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Observed:
    """N scores of I cases by J experts; each case and each expert has at least one.

    `case`, `expert` (indices into the names) and `score` have length N and stand by case, expert
    and score. `weight`, where given, has the same length and is above 0; None weighs all 1.
    """

    cases: tuple[str, ...]
    experts: tuple[str, ...]
    case: Indices
    expert: Indices
    score: Floats
    weight: Floats | None = None

    @classmethod
    def of(cls, cases: Sequence[str], experts: Sequence[str], scores: Sequence[float]) -> Observed:
        """One line a score, in any order. Raises ValueError without a score or for one that is
        no finite number."""
        values = np.asarray(scores, dtype=np.float64)
        if not values.size or not np.isfinite(values).all():
            raise ValueError("a model wants at least one score, and finite ones")
        case_names, case = np.unique(np.asarray(cases, dtype=np.str_), return_inverse=True)
        expert_names, expert = np.unique(np.asarray(experts, dtype=np.str_), return_inverse=True)
        order = np.lexsort((values, expert, case))
        return cls(
            tuple(map(str, case_names)),
            tuple(map(str, expert_names)),
            case[order],
            expert[order],
            values[order],
        )

    @property
    def size(self) -> int:
        """N, the number of scores."""
        return int(self.score.size)

    @cached_property
    def weights(self) -> Floats:
        return np.ones(self.size) if self.weight is None else self.weight

    @cached_property
    def of_case(self) -> Floats:
        """n_i: the weight of each case's scores; their number where all weigh 1."""
        return self.by_case(np.ones(self.size))

    @cached_property
    def of_expert(self) -> Floats:
        """m_j: the weight of each expert's scores."""
        return self.by_expert(np.ones(self.size))

    def by_case(self, values: Floats) -> Floats:
        """The weighted sum of what each line has, by case."""
        summed = np.bincount(self.case, self.weights * values, len(self.cases))
        return summed.astype(np.float64, copy=False)

    def by_expert(self, values: Floats) -> Floats:
        """The weighted sum of what each line has, by expert."""
        summed = np.bincount(self.expert, self.weights * values, len(self.experts))
        return summed.astype(np.float64, copy=False)

    @cached_property
    def counts(self) -> Indices:
        """The number of scores of each case."""
        return np.bincount(self.case, minlength=len(self.cases))

    def mean(self, values: Floats) -> Floats:
        """The weighted mean of what each line has, by case."""
        return self.by_case(values) / self.of_case

    def together(self) -> Iterator[tuple[Indices, Indices]]:
        """Cases of one number of scores at a time: their indices (k), and their lines (k × n)."""
        first = np.concatenate(([0], np.cumsum(self.counts)[:-1]))
        for n in np.unique(self.counts):
            cases = np.flatnonzero(self.counts == n)
            yield cases, first[cases][:, None] + np.arange(n)

    def weighted(self, weight: Floats) -> Observed:
        """The same scores with other weights."""
        return replace(self, weight=weight)

    def without(self, left_out: NDArray[np.bool_]) -> Observed | None:
        """All but these lines, and what then has no score; None where none is left."""
        kept = ~left_out
        if not kept.any():
            return None
        case_names, case = np.unique(self.case[kept], return_inverse=True)
        expert_names, expert = np.unique(self.expert[kept], return_inverse=True)
        return Observed(
            tuple(self.cases[i] for i in case_names),
            tuple(self.experts[j] for j in expert_names),
            case,
            expert,
            self.score[kept],
            None if self.weight is None else self.weight[kept],
        )
