"""A face of the comparison: what it rests on, the question asked beside it, and its body."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.panel.remarks import Remark
from reviewer_app.services.compared_rows import PanelComparison
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.labels import Kind, Label, Tag
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.compared_words import remark
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.faces import Face, face_bar
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.panel.what_if import WhatIfBar
from reviewer_app.ui.wording import sentence


class FacePage(Page):
    """Draws a `PanelState`'s comparison with this body while its face is shown."""

    def __init__(
        self,
        view_model: PanelViewModel,
        face: Face,
        body: FaceBody,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model, self._face, self.body = view_model, face, body
        self._unofficial = Tag("", Tone.CARE)
        self._copy = Button(Role.DEFAULT, "copy")
        self._faces = face_bar()
        self._bar = WhatIfBar()
        self._said = Label(Kind.MUTED)
        self._empty = EmptyState("panel")
        self._stack = Stack()
        for widget in (self.body, self._empty):
            self._stack.add(widget)
        for action in (self._unofficial, self._copy):
            self.add_action(action)
        self.content.setSpacing(12)
        for part in (self._faces, self._bar, self._said):
            self.content.addWidget(part)
        self.content.addWidget(self._stack, 1)
        self._copy.clicked.connect(self._copy_all)
        self._faces.chosen.connect(self._model.turn)
        self._bar.wanted.connect(self._model.ask)
        self.body.opened.connect(self._model.case.open)
        self.banner.dismissed.connect(self._dismiss)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words of the buttons, then the state again."""
        self._unofficial.setText(self.tr("Not the official list"))
        self._copy.setText(self.tr("Copy table"))
        self._faces.setAccessibleName(self.tr("What is shown"))
        self._draw(self._model.state)

    def focus_table(self) -> None:
        """Put the keyboard into the body."""
        self.body.focus_body()

    def _draw(self, state: PanelState) -> None:
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
        failure = state.failure
        told = None if failure is None else sentence(failure)
        self.banner.show_message(
            Message("") if told is None else Message(told.title, Tone.CARE, more=told.body)
        )

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

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()
