"""A face of the comparison: what it rests on, the question asked beside it, and its body."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.panel.remarks import Remark
from reviewer_app.services.compared_rows import PanelComparison
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.compared_words import remark
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.panel.what_if import WhatIfBar


class FacePage(PanelPage):
    """Draws a `PanelState`'s comparison with this body while its face is shown."""

    def __init__(
        self,
        view_model: PanelViewModel,
        face: Face,
        body: FaceBody,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(view_model, parent=parent)
        self._face, self.body = face, body
        self._bar = WhatIfBar()
        self._said = Label(Kind.MUTED)
        self._empty = EmptyState("panel")
        self._stack = Stack()
        for widget in (self.body, self._empty):
            self._stack.add(widget)
        for part in (self._bar, self._said):
            self.content.addWidget(part)
        self.content.addWidget(self._stack, 1)
        self._copy.clicked.connect(self._copy_all)
        self._bar.wanted.connect(self._model.ask)
        self.body.opened.connect(self._model.case.open)
        self._model.changed.connect(self.draw)
        self.built()

    def focus_table(self) -> None:
        """Put the keyboard into the body."""
        self.body.focus_body()

    def draw(self, state: PanelState) -> None:
        """Draw the comparison while this face is shown."""
        if state.face is not self._face:
            return
        self._faces.set_value(state.face)
        found, table = state.comparison, state.table
        self.set_heading(self.body.heading(), self._rests_on(found))
        self._bar.show_question(state.what_if, found)
        if found is not None and table is not None:
            self.body.show_comparison(found, table)
            said = [remark(each, found) for each in found.remarks if self._concerns(each)]
            self._said.setText("\n".join([*said, self.body.said(found)]).strip())
        there = found is not None
        self._copy.setEnabled(there)
        self._bar.setVisible(there)
        self._said.setVisible(there and bool(self._said.text()))
        self._stack.show_page(self.body if there else self._empty)
        self._empty.set_words(*self._nothing(state))
        self.show_failure(state.failure)

    def _concerns(self, each: Remark) -> bool:
        return each is not Remark.FEW_EXPERTS or self._face is Face.EXPERTS

    def _rests_on(self, found: PanelComparison | None) -> str:
        if found is None:
            return ""
        if not found.by_rules:
            return self.tr("No signed rule file: the order is shown, and no list is proposed.")
        shown = self.tr("By the signed rule file {rules}…, scores {inputs}…, seed {seed}…")
        return shown.format(
            rules=found.rules[:12], inputs=found.inputs[:12], seed=(found.seed or "–")[:12]
        )

    def _nothing(self, state: PanelState) -> tuple[str, str]:
        if state.is_comparing:
            return self.tr("Comparing…"), ""
        return (
            self.tr("Nothing can be compared yet"),
            self.tr("Once experts’ signed scores are collected, the cases stand here in order."),
        )

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.body.copied())
