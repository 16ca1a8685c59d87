"""The order of a list by the signed rule file: its figure, then its ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from review_protocol.documents.programme import Rules
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.selection import CRITERIA, Arranged, Placed, Tie, arranged
from reviewer_app.panel.tables import Bools, Floats
from reviewer_app.services.panel.criterion_fits import CriterionFits
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable


@dataclass(frozen=True)
class ListOrder:
    """Puts the cases of these scores in order, by any figure; without a rule file equal figures
    share a place."""

    table: PanelTable
    rules: Rules | None
    observed: Observed
    criteria: CriterionFits

    @property
    def ties(self) -> tuple[Tie, ...]:
        """What decides between equal figures, in this order."""
        if self.rules is None:
            return (Tie.REASON,)
        known = {tie.value: tie for tie in Tie}
        return tuple(known[name] for name in self.rules.ties if name in known)

    def placed(self, figure: Floats) -> tuple[Placed, ...]:
        """The cases by this figure (points), best first; NaN has no place."""
        return self._arranged(figure).placed(self.observed.cases)

    def standing(self, figure: Floats, left_out: Bools | None = None) -> Indices:
        """Where each case is read in the list, from 1, and 0 for NaN.

        `left_out` tells of each score whether the figure is one without it.
        """
        return self._arranged(figure, left_out).standing

    def _arranged(self, figure: Floats, left_out: Bools | None = None) -> Arranged:
        def key_of(tie: Tie) -> Floats:
            if tie in CRITERIA:
                return self._by_criterion[tie]
            if tie is Tie.COUNTRIES:
                return self._countries
            return _spread(self.observed, left_out)

        return arranged(figure, self._areas, key_of, self.ties)

    @cached_property
    def _by_criterion(self) -> Mapping[Tie, Floats]:
        """What criteria break ties by; looked at where cases are equal, since it takes a fit of
        each."""
        adjusted = self.criteria.adjusted
        return {
            tie: np.array(
                [-adjusted.get(name, {}).get(tie.value, -np.inf) for name in self.observed.cases]
            )
            for tie in CRITERIA
        }

    @cached_property
    def _countries(self) -> Floats:
        return np.array([-float(self._rows[name].countries) for name in self.observed.cases])

    @cached_property
    def _areas(self) -> Indices:
        named = [self._rows[name].area.value for name in self.observed.cases]
        return np.unique(named, return_inverse=True)[1]

    @cached_property
    def _rows(self) -> Mapping[str, PanelCaseRow]:
        return {row.number: row for row in self.table.rows}


def _spread(observed: Observed, left_out: Bools | None) -> Floats:
    """The standard deviation of each case's scores, in points; without a second one endless."""
    kept = np.ones(observed.size) if left_out is None else (~left_out).astype(np.float64)
    case, many = observed.case, len(observed.cases)
    count = np.bincount(case, kept, many)
    mean = np.bincount(case, kept * observed.score, many) / np.maximum(count, 1)
    squares = np.bincount(case, kept * (observed.score - mean[case]) ** 2, many)
    return np.where(count > 1, np.sqrt(squares / np.maximum(count - 1, 1)), np.inf)
