"""A face of the comparison: what it rests on, the question asked beside it, its body, and the
chosen case; with the gestures that every chart has."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.panel.remarks import Remark
from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, PanelComparison, WhatIf
from reviewer_app.ui.folders import TargetChooser, choose_target
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel.among_words import scope
from reviewer_app.ui.panel.asking.bar import WhatIfBar
from reviewer_app.ui.panel.case_aside import CaseAside
from reviewer_app.ui.panel.charts.gestures import ChartGestures
from reviewer_app.ui.panel.charts.plain_table import PlainTable
from reviewer_app.ui.panel.charts.provenance import caption, computed_from
from reviewer_app.ui.panel.charts.shown import Shown
from reviewer_app.ui.panel.compared_words import remark
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel

ROOMY_PX = 1100
"""From this width on the chosen case stands beside the list."""
LIST_PX, CASE_PX = 10_000, 364


class FacePage(PanelPage):
    """Draws a `PanelState`'s comparison with this body while its face is shown."""

    answers_questions = True

    def __init__(
        self,
        view_model: PanelViewModel,
        face: Face,
        body: FaceBody,
        *,
        choose: TargetChooser = choose_target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(view_model, parent=parent)
        self._face, self.body = face, body
        self._number = ""
        self.gestures = ChartGestures(
            self._shown, view_model.charts.save, view_model.clock, choose, self
        )
        self._bar = WhatIfBar()
        self._said, self._brief = Label(Kind.MUTED), ElidedLabel(kind=Kind.MUTED)
        self._tools.show()
        self._empty = EmptyState("panel")
        self.plain = PlainTable()
        self._stack = Stack()
        self._aside = CaseAside()
        for widget in (self.body, self.plain, self._empty):
            self._stack.add(widget)
        for action in self.gestures.buttons:
            self.add_action(action)
        for part in (self._bar, self._said, self._brief):
            self.content.addWidget(part)
        self.content.addWidget(Panes(self._stack, self._aside, shares=(LIST_PX, CASE_PX)), 1)
        self._connect()
        self.built()

    def retranslate(self) -> None:
        """Words of the gestures, then all else."""
        self.gestures.retranslate()
        self._tools.setText(self.tr("What if"))
        super().retranslate()

    def focus_table(self) -> None:
        """Put the keyboard into the body."""
        if self.gestures.is_table:
            self.plain.focus_table()
        else:
            self.body.focus_body()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen case stands beside the list where there is room for both."""
        super().resizeEvent(event)
        self._show_case(self._number)

    def draw(self, state: PanelState) -> None:
        """Draw the comparison while this face is shown."""
        if state.face is not self._face:
            return
        self._faces.set_value(state.face)
        compared, table = state.compared, state.table
        found = compared.asked
        self.set_heading(self.body.heading(), "" if found is None else computed_from(found))
        rubric = None if table is None else table.rubric
        self._bar.show_question(compared.what_if, compared.official, rubric, compared.moved)
        if found is not None and table is not None:
            self.body.show_comparison(compared, table)
            self._said.setText(self._sentence(found))
            self._brief.set_text(self._sentence(found))
            if self.gestures.is_table:
                self.plain.show_chart(self.body.heading(), self.body.chart())
        there = found is not None
        self._copy.setEnabled(there)
        self.gestures.set_enabled(enabled=there)
        is_asked = compared.what_if != NOTHING_ASKED
        self._bar.setVisible(there and (self.shows_tools or is_asked))
        is_told = there and bool(self._said.text())
        self._said.setVisible(is_told and not self.is_tight)
        self._brief.setVisible(is_told and self.is_tight)
        body = self.plain if self.gestures.is_table else self.body
        self._stack.show_page(body if there else self._empty)
        self._empty.set_words(*self._nothing(state))
        self._show_case(self._number if self.gestures.is_table else self.body.current())
        self.tell(state)

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_all)
        self.gestures.turned.connect(self._turn)
        self.body.asked.connect(self._ask)
        self.body.redrawn.connect(self._redraw)
        self._bar.wanted.connect(self._model.comparing.ask)
        self._aside.opened.connect(self._model.case.open)
        self._aside.skipped.connect(self._model.comparing.skip)
        for shown in (self.body, self.plain):
            shown.chosen.connect(self._show_case)
            shown.opened.connect(self._model.case.open)
        self._model.changed.connect(self.draw)
        self._model.charts.saved.connect(self._redraw)

    def _sentence(self, found: PanelComparison) -> str:
        concerns = (
            each
            for each in found.remarks
            if each is not Remark.FEW_EXPERTS or self._face is Face.EXPERTS
        )
        said = [remark(each, found) for each in concerns]
        return "\n".join(part for part in (scope(found), *said, self.body.said(found)) if part)

    def _shown(self) -> Shown | None:
        state = self._model.state
        found, table = state.compared.asked, state.table
        if found is None or table is None:
            return None
        official = self._model.official.of(table, state.compared.what_if)
        said, now = self._sentence(found), self._model.clock()
        around = caption(self.body.heading(), said, found, table, official, now)
        return Shown(self.body.chart(), around, table)

    def _show_case(self, number: str) -> None:
        """Let this case stand beside, where there is room for it."""
        self._number = number
        compared, table = self._model.state.compared, self._model.state.table
        there = bool(number) and self.width() >= scaled(ROOMY_PX) and table is not None
        if there and table is not None:
            there = self._aside.show_case(number, compared, table)
        self._aside.setVisible(there)
        self.body.make_room(beside=there)

    def _ask(self, asked: WhatIf) -> None:
        """Put a question, and look at the ladder, where it is seen what it moves."""
        self._model.turn(Face.LADDER)
        self._model.comparing.ask(asked)

    def _redraw(self, _: Path | None) -> None:
        self.draw(self._model.state)

    def _turn(self, _: bool) -> None:
        self.draw(self._model.state)
        self.focus_table()

    def _nothing(self, state: PanelState) -> tuple[str, str]:
        if state.compared.is_comparing:
            return self.tr("Comparing…"), ""
        return (
            self.tr("Nothing can be compared yet"),
            self.tr("Once experts’ signed scores are collected, the cases stand here in order."),
        )

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.body.chart().as_text())
