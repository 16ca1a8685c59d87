"""The ladder: all cases in order, raw and adjusted side by side, and how sure each place is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.labels import Kind, Label, Tag
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel.faces import Face, face_bar
from reviewer_app.ui.panel.ladder import words
from reviewer_app.ui.panel.ladder.ladder import Ladder
from reviewer_app.ui.panel.ladder.rows import BY_PLACE, Rung, rungs
from reviewer_app.ui.panel.ladder.what_if import WhatIfBar
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.wording import sentence


class LadderPage(Page):
    """Draws a `PanelState`'s comparison; a case is opened by Enter or a double click."""

    def __init__(self, view_model: PanelViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = view_model
        self._sort = BY_PLACE
        self._unofficial = Tag("", Tone.CARE)
        self._copy = Button(Role.DEFAULT, "copy")
        self._faces = face_bar()
        self._bar = WhatIfBar()
        self._remarks = Label(Kind.MUTED)
        self._ladder = Ladder()
        self._told = Label(Kind.BODY)
        self._empty = EmptyState("panel")
        self._stack = Stack()
        for widget in (self._ladder, self._empty):
            self._stack.add(widget)
        for action in (self._unofficial, self._copy):
            self.add_action(action)
        self.content.setSpacing(12)
        for part in (self._faces, self._bar, self._remarks):
            self.content.addWidget(part)
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(self._told)
        self._copy.clicked.connect(self._ladder.copy_all)
        self._faces.chosen.connect(self._model.turn)
        self._bar.wanted.connect(self._model.ask)
        self._ladder.chosen.connect(self._tell)
        self._ladder.opened.connect(self._open)
        self._ladder.sort_requested.connect(self._order)
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
        """Put the keyboard on the ladder."""
        self._ladder.focus_table()

    def _draw(self, state: PanelState) -> None:
        self._faces.set_value(state.face)
        if state.face is not Face.LADDER:
            return
        found, table = state.comparison, state.table
        self.set_heading(self.tr("Ladder"), self._rests_on(state))
        self._bar.show_question(state.what_if, found)
        self._copy.setEnabled(found is not None)
        if found is not None and table is not None:
            said = [words.remark(each, found) for each in found.remarks]
            self._remarks.setText("\n".join([*said, words.expected(found)]).strip())
            made = rungs(found, table, self._sort)
            self._ladder.show_rungs(found, made, table.rubric, self._sort)
        self._remarks.setVisible(found is not None and bool(self._remarks.text()))
        self._bar.setVisible(found is not None)
        self._told.setVisible(found is not None)
        self._stack.show_page(self._empty if found is None else self._ladder)
        self._empty.set_words(*self._nothing(state))
        self._tell(self._ladder.current())
        failure = state.failure
        told = None if failure is None else sentence(failure)
        self.banner.show_message(
            Message("") if told is None else Message(told.title, Tone.CARE, more=told.body)
        )

    def _rests_on(self, state: PanelState) -> str:
        found = state.comparison
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

    def _tell(self, rung: Rung | None) -> None:
        if rung is None:
            self._told.setText("")
            return
        counted = "  ·  ".join(words.score_counts(each) for each in rung.case.scores)
        self._told.setText(f"{rung.case.number}  {rung.sentence}\n{counted}")

    def _open(self, rung: Rung) -> None:
        self._model.case.open(rung.case.number)

    def _order(self, sort: Sort) -> None:
        self._sort = sort
        self._draw(self._model.state)

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()
