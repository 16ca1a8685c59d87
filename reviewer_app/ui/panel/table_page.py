"""The panel's table of cases × experts, with what it rests on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reviewer_app.services.panel_rows import PanelCaseRow
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.score_words import rests_on
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.selection_bar import SelectionBar


class TablePage(PanelPage):
    """Draws a `PanelState`; a case is opened by Enter or a double click."""

    def __init__(self, view_model: PanelViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(view_model, parent=parent)
        self._refresh = Button(Role.ACCENT, "refresh")
        self._bar = SelectionBar()
        self._scores = ScoreTable()
        self._empty = EmptyState("panel")
        self._stack = Stack()
        for widget in (self._scores, self._empty):
            self._stack.add(widget)
        self.add_action(self._refresh)
        self.content.addWidget(self._bar)
        self.content.addWidget(self._stack, 1)
        self._copy.clicked.connect(self._scores.copy_all)
        self._refresh.clicked.connect(self._model.refresh)
        self._bar.wanted.connect(self._model.select)
        self._scores.opened.connect(self._open)
        self._scores.sort_requested.connect(self._sort)
        self._model.changed.connect(self.draw)
        self.built()

    def retranslate(self) -> None:
        """Its own button's word, then all else."""
        self._refresh.setText(self.tr("Collect reviews"))
        super().retranslate()

    def focus_table(self) -> None:
        """Put the keyboard on the table, at the row that it was on, or at the first."""
        table = self._scores.table
        if table is None:
            self._refresh.setFocus()
            return
        table.setFocus()
        if table.current() is None and table.rows:
            table.choose(table.rows[0].number)

    def draw(self, state: PanelState) -> None:
        """Draw the table."""
        table = state.table
        self._faces.set_value(state.face)
        self.set_heading(self._name(state), "" if table is None else rests_on(table))
        self._unofficial.setVisible(table is not None)
        self._copy.setEnabled(bool(state.listed))
        self._refresh.setEnabled(not state.is_collecting)
        self._bar.setVisible(table is not None and bool(table.rows))
        self._bar.show_selection(state.selection, table)
        if table is not None and table.rows:
            self._scores.show_table(table, state.selection)
        self._stack.show_page(self._scores if state.listed else self._empty)
        self._empty.set_words(*self._nothing(state))
        self.show_failure(state.failure)

    def _name(self, state: PanelState) -> str:
        table = state.table
        if table is None or table.panel is None:
            return self.tr("Panel")
        for panel in table.programme.panels:
            if panel.code == table.panel:
                return self.tr("Panel: {name}").format(name=terms.own(panel.name))
        return self.tr("Panel: {name}").format(name=table.panel)

    def _nothing(self, state: PanelState) -> tuple[str, str]:
        if state.table is None:
            return self.tr("Looking…"), ""
        if state.table.rows:
            return (
                self.tr("No case is like this"),
                self.tr("Choose another filter, or empty the search."),
            )
        return (
            self.tr("No cases are here yet"),
            self.tr(
                "The panel's cases come with a sync. Declare on them, and their reviews are "
                "collected as they arrive."
            ),
        )

    def _open(self, row: PanelCaseRow) -> None:
        self._model.case.open(row.number)

    def _sort(self, sort: Sort) -> None:
        self._model.select(replace(self._model.state.selection, sort=sort))
