"""Each criterion alone, collected and fitted once: its agreement, and means that break ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from review_protocol.documents.score import CriterionCode
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.agreement import Level, krippendorff_alpha
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.remarks import shown_means
from reviewer_app.services.panel.counted_scores import EVER, Until, counted_scores, mark_of
from reviewer_app.services.panel.rows import PanelTable


@dataclass(frozen=True)
class CriterionFits:
    """By the same code as the composite, with every review that answers the criterion."""

    table: PanelTable
    until: Until = EVER

    @cached_property
    def alpha(self) -> Mapping[CriterionCode, float | None]:
        """Krippendorff's, interval, in the order of the rubric."""
        return {
            code: None if observed is None else krippendorff_alpha(observed, Level.INTERVAL)
            for code, observed in self._observed.items()
        }

    @cached_property
    def adjusted(self) -> Mapping[str, Mapping[str, float]]:
        """Adjusted means in points, by case and criterion; the raw ones where strictness cannot be
        judged by that criterion."""
        found: dict[str, dict[str, float]] = {}
        for code, observed in self._observed.items():
            if observed is None:
                continue
            fit = calibrate(observed)
            means = shown_means(observed, fit, adjust(observed, fit).adjusted)
            for number, mean in zip(observed.cases, means, strict=True):
                found.setdefault(number, {})[code] = float(mean)
        return found

    @cached_property
    def _observed(self) -> Mapping[CriterionCode, Observed | None]:
        found = {}
        for criterion in self.table.rubric.criteria:
            value = partial(mark_of, criterion=criterion.code)
            counted = counted_scores(self.table, value, until=self.until)
            found[criterion.code] = None if counted is None else counted.observed
        return found
