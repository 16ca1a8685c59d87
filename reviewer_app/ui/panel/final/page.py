"""The head's lists as a face of the panel's room: the final list, and before it the long list."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.final.final_part import FinalPart
from reviewer_app.ui.panel.final.long_part import LongPart
from reviewer_app.ui.panel.final.model import FinalModel, FinalState
from reviewer_app.ui.panel.lists.state import ListsState
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel


class FinalPage(PanelPage):
    """Draws a `FinalState` while its face is shown; follows the figures that count."""

    def __init__(
        self,
        view_model: PanelViewModel,
        final: FinalModel,
        *,
        ask: Asks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(view_model, parent=parent)
        self._final = final
        self._which = ChoiceRow[bool](
            [
                Option(False, lambda: self.tr("Final list")),
                Option(True, lambda: self.tr("Long list")),
            ],
            value=False,
        )
        self._final_part, self._long_part = FinalPart(final, ask=ask), LongPart(final, ask=ask)
        self._empty, self._stack = EmptyState("panel"), Stack()
        for page in (self._final_part, self._long_part, self._empty):
            self._stack.add(page)
        self.content.addWidget(self._which)
        self.content.addWidget(self._stack, 1)
        self._copy.clicked.connect(self._copy_all)
        self._which.chosen.connect(final.turn)
        for part in (self._final_part, self._long_part):
            part.opened.connect(view_model.case.open)
        view_model.changed.connect(self.draw)
        view_model.lists.changed.connect(self._plan)
        final.changed.connect(self._redraw)
        self.built()

    def retranslate(self) -> None:
        """Names for screen readers, then all else."""
        self._which.setAccessibleName(self.tr("Which list"))
        super().retranslate()

    def focus_table(self) -> None:
        """Put the keyboard into the list."""
        part = self._long_part if self._final.state.shows_long else self._final_part
        part.focus_table()

    def draw(self, state: PanelState) -> None:
        """Draw the lists while their face is shown."""
        if state.face is not Face.FINAL:
            return
        self._final.want(state.table, self._model.lists.state.lists)
        found = self._final.state
        self._faces.set_value(state.face)
        self.set_heading(self.tr("Final list"), self._stands(found))
        there = found.plan is not None
        has_long = found.lists is not None and found.lists.long_list is not None
        self._which.setVisible(has_long)
        self._which.set_value(found.shows_long)
        self._copy.setEnabled(there)
        shown = self._long_part if found.shows_long and has_long else self._final_part
        self._stack.show_page(shown if there else self._empty)
        self._empty.set_words(*self._nothing(state))
        self.show_failure(state.failure)

    def _stands(self, found: FinalState) -> str:
        if found.plan is None:
            return ""
        if not found.is_head and found.plan.standing is not None:
            return self.tr("The head has signed it; places are those of the signed list.")
        if not found.is_head:
            return self.tr("The head signs it; you see what would be on it by what you may see.")
        shown = self.tr("From the decisions that count; by the signed rule file {rules}…")
        return shown.format(rules=found.plan.rules[:12])

    def _nothing(self, state: PanelState) -> tuple[str, str]:
        if state.compared.is_comparing or self._model.lists.state.is_proposing:
            return self.tr("Comparing…"), ""
        return (
            self.tr("There is no list yet"),
            self.tr(
                "It comes from the panels’ decisions, in the order of the signed rule file, once "
                "scores count."
            ),
        )

    def _plan(self, _lists: ListsState) -> None:
        self.draw(self._model.state)

    def _redraw(self, _found: FinalState) -> None:
        self.draw(self._model.state)

    def _copy_all(self) -> None:
        part = self._long_part if self._final.state.shows_long else self._final_part
        QGuiApplication.clipboard().setText(part.as_text())
