"""Connects the page of differences: compared when a case is opened, drawn with its text."""

from __future__ import annotations

from PySide6.QtCore import QObject

from review_protocol.documents.score import Quote
from reviewer_app.ui.reading.differing.row import Evidence
from reviewer_app.ui.reading.differing.view_model import DifferencesViewModel
from reviewer_app.ui.reading.edits import Attach
from reviewer_app.ui.reading.scoring_state import ScoringState
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.reading.view_model import ReadingViewModel


class DifferencesWiring(QObject):
    """Gestures in, states out; lives with the view."""

    def __init__(
        self,
        view: ReadingView,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        model: DifferencesViewModel,
    ) -> None:
        super().__init__(view)
        self._view, self._scoring, self.model = view, scoring, model
        page = view.middle.differences
        reading.opened.connect(model.open)
        model.changed.connect(reading.tell_differences)
        model.failed.connect(view.show_failure)
        view.toolbar.differences.connect(self._turn)
        page.dismissed.connect(model.dismiss)
        page.restored.connect(model.show_again)
        page.used.connect(self._attach)
        page.shown.connect(self._show)
        scoring.changed.connect(self._allow)

    def _turn(self, _none: None) -> None:
        self._view.pilot.turn_to_differences()

    def _attach(self, evidence: Evidence) -> None:
        if evidence.quotes:
            self._scoring.edit(*(Attach(evidence.criterion, each) for each in evidence.quotes))

    def _show(self, quote: Quote) -> None:
        self._view.show_quote(quote)
        self._view.pilot.to_text()

    def _allow(self, state: ScoringState) -> None:
        self._view.middle.differences.set_editable(editable=state.editable)
