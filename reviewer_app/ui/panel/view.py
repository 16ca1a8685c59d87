"""The panel's room: one of its faces, and a case in its place while it is open."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.case_page import CasePage
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.ladder.page import LadderPage
from reviewer_app.ui.panel.state import CaseState, PanelState
from reviewer_app.ui.panel.table_page import TablePage
from reviewer_app.ui.panel.view_model import PanelViewModel


class PanelView(Stack):
    """Shows one of its pages; `ask` puts the question before signing, tests answer it."""

    def __init__(
        self, view_model: PanelViewModel, *, ask: Asks = confirmed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table = TablePage(view_model)
        self._ladder = LadderPage(view_model)
        self._case = CasePage(view_model.case, ask=ask)
        for page in (self._table, self._ladder, self._case):
            self.add(page)
        self._model = view_model
        view_model.changed.connect(self._show_face)
        view_model.case.changed.connect(self._turn)

    def begin(self) -> None:
        """Let the keyboard begin in the table."""
        self._face().focus_table()

    def _face(self) -> TablePage | LadderPage:
        return self._ladder if self._model.state.face is Face.LADDER else self._table

    def _show_face(self, _state: PanelState) -> None:
        if self.page() is not self._case and self.page() is not self._face():
            self.show_page(self._face())
            self._face().focus_table()

    def _turn(self, state: CaseState) -> None:
        if state.opened is not None and self.page() is not self._case:
            self.show_page(self._case)
            self._case.focus_opinions()
        elif state.opened is None and self.page() is self._case:
            self.show_page(self._face())
            self._face().focus_table()
