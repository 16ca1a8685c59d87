"""The order of a list by the signed rule file: its figure, then its ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from review_protocol.documents.programme import Rules
from reviewer_app.panel.selection import Candidate, Placed, Tie, ordered_by
from reviewer_app.panel.tables import Floats
from reviewer_app.services.criterion_fits import CriterionFits
from reviewer_app.services.panel_rows import PanelCaseRow, PanelTable


@dataclass(frozen=True)
class ListOrder:
    """Puts the cases of one table in order; without a rule file equal figures share a place."""

    table: PanelTable
    rules: Rules | None
    criteria: CriterionFits | None = None
    """Those of the table where none are given."""

    def placed(self, cases: Sequence[str], figure: Floats) -> tuple[Placed, ...]:
        """The cases by this figure (points), best first; NaN has no place."""
        there = np.flatnonzero(~np.isnan(figure))
        names = [cases[i] for i in there.tolist()]
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
                disagreement=row.overall.sd,
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
