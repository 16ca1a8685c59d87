"""What is still lacking before the final list can be signed, as links to where it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.panel.final import words
from reviewer_app.ui.panel.final.model import FinalState
from reviewer_app.ui.panel.refill import refill
from reviewer_app.ui.panel_words import whole

MOST_LINKS = 8


class LackingCard(Retranslating, Card):
    """`opened` carries a case without a decision, `chosen` one without its reason; `issue_wanted`
    asks for the comparison."""

    issue_wanted: Event[None] = Event()
    opened = Event(str)
    chosen = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FinalState()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.content.addLayout(self._rows)
        self.built()

    def show_state(self, state: FinalState) -> None:
        """Draw what this plan lacks; hidden where it lacks nothing."""
        if state != self._state:
            self._state = state
            self.retranslate()

    def retranslate(self) -> None:
        """All of it in the language now in use."""
        self.set_heading(self.tr("Still lacking"))
        plan = self._state.plan
        self.setVisible(plan is not None and not plan.may_sign)
        if plan is None:
            return
        rows: list[QWidget] = []
        if plan.comparison is None:
            rows.append(Label(Kind.BODY, words.no_comparison(is_closed=self._state.is_closed)))
            if self._state.is_head:
                rows.append(self._issue_button())
        if not plan.places:
            rows.append(Label(Kind.BODY, self.tr("No case is decided to enter the Casebook.")))
        rows += [Label(Kind.BODY, each) for each in words.unknown(plan)]
        undecided = [(row.number, words.case(row)) for row in plan.undecided]
        rows += self._links(self.tr("Without a decision: {count}"), undecided, self._open)
        unreasoned = [(each.number, words.case(each.row)) for each in plan.unreasoned]
        heading = self.tr("Out of the order without a reason: {count}")
        rows += self._links(heading, unreasoned, self._choose)
        refill(self._rows, rows)

    def _links(
        self, heading: str, cases: list[tuple[str, str]], to: Callable[[str], None]
    ) -> list[QWidget]:
        if not cases:
            return []
        links = Flow()
        for number, name in cases[:MOST_LINKS]:
            link = Button(Role.DEFAULT)
            link.setText(number)
            give_tip(link, name)
            link.setAccessibleName(name)
            link.clicked.connect(partial(to, number))
            links.add(link)
        title = Label(Kind.STRONG, heading.format(count=whole(len(cases))))
        rows: list[QWidget] = [title, links]
        if len(cases) > MOST_LINKS:
            more = self.tr("and {count} more").format(count=whole(len(cases) - MOST_LINKS))
            rows.append(Label(Kind.SMALL, more))
        return rows

    def _issue_button(self) -> QWidget:
        state, button = self._state, Button(Role.DEFAULT, "chart")
        busy = self.tr("Issuing the comparison…")
        button.setText(busy if state.is_issuing else self.tr("Issue the comparison"))
        button.setEnabled(state.may_issue)
        button.clicked.connect(self._want_issue)
        return button

    def _want_issue(self) -> None:
        self.issue_wanted.emit(None)

    def _open(self, number: str) -> None:
        self.opened.emit(number)

    def _choose(self, number: str) -> None:
        self.chosen.emit(number)
