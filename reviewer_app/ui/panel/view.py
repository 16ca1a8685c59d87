"""The panel's room: the table, and a case in its place while it is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.case_page import CasePage
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.state import CaseState
from reviewer_app.ui.panel.table_page import TablePage
from reviewer_app.ui.panel.view_model import PanelViewModel


class PanelView(Stack):
    """Shows one of two pages; `ask` puts the question before signing, tests answer it."""

    def __init__(
        self, view_model: PanelViewModel, *, ask: Asks = confirmed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = TablePage(view_model)
        self._case = CasePage(view_model.case, ask=ask)
        self.add(self._table)
        self.add(self._case)
        view_model.case.changed.connect(self._turn)

    def begin(self) -> None:
        """Let the keyboard begin in the table."""
        self._table.focus_table()

    def _turn(self, state: CaseState) -> None:
        if state.opened is not None and self.page() is not self._case:
            self.show_page(self._case)
            self._case.focus_opinions()
        elif state.opened is None and self.page() is self._case:
            self.show_page(self._table)
            self._table.focus_table()
