"""The table of all scores after a round is closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.selection_bar import SelectionBar
from reviewer_app.ui.staff.state import StaffState
from reviewer_app.ui.staff.view_model import StaffViewModel


class Results(QWidget):
    """The same table as the panel's, over all panels."""

    def __init__(self, view_model: StaffViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        self._bar = SelectionBar()
        self._scores = ScoreTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._bar)
        column.addWidget(self._scores, 1)
        self._bar.wanted.connect(view_model.select)
        self._scores.sort_requested.connect(self._sort)

    def show_state(self, state: StaffState) -> None:
        """Draw the results, once there are any."""
        if state.results is not None:
            self._bar.show_selection(state.selection, state.results)
            self._scores.show_table(state.results, state.selection)

    def _sort(self, sort: Sort) -> None:
        self._model.select(replace(self._model.state.selection, sort=sort))
