"""The table of all scores after a round is closed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.defending_menu import DefendingMenu
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.selection_bar import SelectionBar
from reviewer_app.ui.staff.state import StaffState
from reviewer_app.ui.staff.view_model import StaffViewModel


class Results(Retranslating, QWidget):
    """The same table as the panel's, over all panels; below it what the marked cases are defended
    with."""

    def __init__(self, view_model: StaffViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        self._defends: DefendingMenu | None = None
        self._bar = SelectionBar()
        self._scores = ScoreTable()
        self._which = Label(Kind.MUTED)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addWidget(self._which, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._bar)
        column.addWidget(self._scores, 1)
        column.addLayout(self._foot)
        self._bar.wanted.connect(view_model.select)
        self._scores.sort_requested.connect(self._sort)
        self.built()

    def retranslate(self) -> None:
        """Words of the foot."""
        self._which.setText(
            self.tr("Defence sheets are of the marked cases, or of all that are shown.")
        )
        if self._defends is not None:
            self._defends.retranslate()

    def show_state(self, state: StaffState) -> None:
        """Draw the results, once there are any."""
        if state.results is not None:
            self._bar.show_selection(state.selection, state.results)
            self._scores.show_table(state.results, state.selection)
        self._look()

    def take_defending(self, defends: DefendingMenu) -> None:
        """The button stands at the foot."""
        self._defends = defends
        self._foot.addWidget(defends.button)
        self.retranslate()
        self._look()

    def defended(self) -> tuple[str, ...]:
        """Numbers of the marked cases, from the top; of all that are shown where none is marked."""
        table = self._scores.table
        rows = () if table is None else table.selected() or table.rows
        return tuple(row.number for row in rows)

    def _look(self) -> None:
        if self._defends is not None:
            self._defends.look(there=bool(self.defended()))

    def _sort(self, sort: Sort) -> None:
        self._model.select(replace(self._model.state.selection, sort=sort))
