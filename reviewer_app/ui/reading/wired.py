"""The view of a case connected with what moves it, for review and for practice alike."""

from __future__ import annotations

from reviewer_app.ui.reading.facts_view_model import FactsViewModel
from reviewer_app.ui.reading.marking.view_model import MarkingViewModel
from reviewer_app.ui.reading.marking.wiring import MarkingWiring
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.reading.wiring import BarWiring, FactsWiring, SheetWiring, TextWiring


def wired(
    view: ReadingView,
    reading: ReadingViewModel,
    scoring: ScoringViewModel,
    facts: FactsViewModel,
    marking: MarkingViewModel,
) -> tuple[BarWiring, TextWiring, SheetWiring, FactsWiring, MarkingWiring]:
    """What connects them; it is to be kept as long as the view."""
    return (
        BarWiring(view, reading),
        TextWiring(view, reading),
        SheetWiring(view, scoring),
        FactsWiring(view, facts, scoring),
        MarkingWiring(view, reading, scoring, marking),
    )
