"""The comparison of all panels: whether it was issued, how far it came, the way to issue it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.final import issue_words
from reviewer_app.ui.panel.final.model import FinalModel, FinalState


class ComparisonCard(Retranslating, ActCard):
    """`wanted` asks for it to be issued."""

    wanted: Event[None] = Event()

    def __init__(self) -> None:
        self._issue = Button(Role.DEFAULT, "chart")
        super().__init__(self._issue)
        self._state = FinalState()
        self._stands, self._said = StateLabel(), Label(Kind.SMALL)
        parts: tuple[QWidget, ...] = (self._stands, self._said)
        for part in parts:
            self.content.addWidget(part)
        self._issue.clicked.connect(self._want)
        self.built()

    def show_state(self, state: FinalState) -> None:
        """Draw what stands."""
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        """All of it in the language now in use."""
        state, plan = self._state, self._state.plan
        self.set_heading(self.tr("Comparison of all panels"))
        if plan is None:
            return
        self._stands.show_state(*issue_words.standing(plan.issued))
        self._said.setText(issue_words.said(state, plan))
        self._said.setVisible(bool(self._said.text()))
        busy = self.tr("Issuing the comparison…")
        self._issue.setText(busy if state.is_issuing else self.tr("Issue the comparison…"))
        is_due = plan.comparison is None or state.lacks_places
        self._issue.setVisible(state.is_head and is_due)
        self._issue.setEnabled(state.may_issue)

    def _want(self) -> None:
        self.wanted.emit(None)


def ask_to_issue(model: FinalModel, ask: Asks, parent: QWidget) -> None:
    """Read back what would be signed, and issue it where that is wanted."""
    made, plan = model.state.to_issue, model.state.plan
    if made is None or plan is None:
        return
    if ask(issue_words.read_back(made, plan), parent):
        model.issue()
