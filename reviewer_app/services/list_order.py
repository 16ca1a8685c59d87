"""The order of a list by the signed rule file: its figure, then its ties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from review_protocol.documents.programme import Rules
from reviewer_app.panel.selection import Candidate, Placed, Tie, ordered
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
        there = [int(i) for i in np.flatnonzero(~np.isnan(figure))]
        tied = np.unique(np.round(figure[there], 6)).size < len(there)
        fits = self.criteria or CriterionFits(self.table)
        criteria = fits.adjusted if tied else {}  # they only break ties
        candidates = [
            Candidate(
                number=cases[i],
                figure=float(figure[i]),
                area=self._rows[cases[i]].area.value,
                countries=self._rows[cases[i]].countries,
                criteria=criteria.get(cases[i], {}),
                disagreement=self._rows[cases[i]].overall.sd,
            )
            for i in there
        ]
        return ordered(candidates, self._ties)

    @cached_property
    def _rows(self) -> Mapping[str, PanelCaseRow]:
        return {row.number: row for row in self.table.rows}

    @property
    def _ties(self) -> tuple[Tie, ...]:
        if self.rules is None:
            return (Tie.REASON,)
        known = {tie.value: tie for tie in Tie}
        return tuple(known[name] for name in self.rules.ties if name in known)
