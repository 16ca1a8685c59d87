"""The order of a list by the signed rule file: its figure, then its ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from review_protocol.documents.programme import Rules
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.selection import Candidate, Placed, Tie, ordered_by
from reviewer_app.panel.tables import Bools, Floats
from reviewer_app.services.panel.criterion_fits import CriterionFits
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable


@dataclass(frozen=True)
class ListOrder:
    """Puts the cases of one table in order; without a rule file equal figures share a place."""

    table: PanelTable
    rules: Rules | None
    criteria: CriterionFits | None = None
    """Those of the table where none are given."""

    def placed(
        self, observed: Observed, figure: Floats, *, left_out: Bools | None = None
    ) -> tuple[Placed, ...]:
        """The cases of these scores by this figure (points), best first; NaN has no place.

        `left_out` tells of each score whether the figure is one without it.
        """
        there = np.flatnonzero(~np.isnan(figure))
        names = [observed.cases[i] for i in there.tolist()]
        areas = [self._areas[name] for name in names]
        figures = figure[there]

        def candidate_at(place: int) -> Candidate:
            row = self._rows[names[place]]
            return Candidate(
                number=row.number,
                figure=float(figures[place]),
                area=areas[place],
                countries=row.countries,
                criteria=self._fits.adjusted.get(row.number, {}),
                disagreement=_spread(observed, int(there[place]), left_out),
            )

        return ordered_by(figures, names, areas, candidate_at, self._ties)

    @cached_property
    def _fits(self) -> CriterionFits:
        """Looked at where cases are equal: they only break ties."""
        return self.criteria or CriterionFits(self.table)

    @cached_property
    def _areas(self) -> Mapping[str, str]:
        return {row.number: row.area.value for row in self.table.rows}

    @cached_property
    def _rows(self) -> Mapping[str, PanelCaseRow]:
        return {row.number: row for row in self.table.rows}

    @property
    def _ties(self) -> tuple[Tie, ...]:
        if self.rules is None:
            return (Tie.REASON,)
        known = {tie.value: tie for tie in Tie}
        return tuple(known[name] for name in self.rules.ties if name in known)


def _spread(observed: Observed, case: int, left_out: Bools | None) -> float | None:
    """The standard deviation of a case's scores; None with one."""
    first, last = np.searchsorted(observed.case, (case, case + 1))  # they stand by case
    scores = observed.score[first:last]
    if left_out is not None:
        scores = scores[~left_out[first:last]]
    return float(scores.std(ddof=1)) if scores.size > 1 else None
