"""What is still lacking before the final list can be signed, as links to where it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel.final_plan import FinalPlan
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
from reviewer_app.ui.round_words import all_wait

MOST_LINKS = 8


class LackingCard(Retranslating, Card):
    """`opened` carries a case without a decision, `chosen` one without its reason."""

    opened = Event(str)
    chosen = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FinalState()
        self._is_unfolded = False
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
        rows: list[QWidget] = [Label(Kind.BODY, each) for each in self._said(plan)]
        if Recommendation.CASEBOOK in plan.awaited:
            refill(self._rows, rows)
            return
        undecided = [(row.number, words.case(row)) for row in plan.undecided]
        rows += self._links(self.tr("Without a decision: {count}"), undecided, self._open)
        unreasoned = [(each.number, words.case(each.row)) for each in plan.unreasoned]
        heading = self.tr("Out of the order without a reason: {count}")
        rows += self._links(heading, unreasoned, self._choose)
        refill(self._rows, rows)

    def _said(self, plan: FinalPlan) -> list[str]:
        """What no case leads to."""
        waits = all_wait(plan.awaited)
        if waits:
            return [waits, words.until_then(plan)] if self._state.is_head else [waits]
        said = []
        if plan.comparison is None:
            said.append(words.no_comparison(is_closed=self._state.is_closed))
        if not plan.places:
            said.append(self.tr("No case is decided to enter the Casebook."))
        return [*said, *words.unknown(plan)]

    def _links(
        self, heading: str, cases: list[tuple[str, str]], to: Callable[[str], None]
    ) -> list[QWidget]:
        if not cases:
            return []
        links = Flow()
        shown = cases if self._is_unfolded else cases[:MOST_LINKS]
        for number, name in shown:
            link = Button(Role.DEFAULT)
            link.setText(number)
            give_tip(link, name)
            link.setAccessibleName(name)
            link.clicked.connect(partial(to, number))
            links.add(link)
        title = Label(Kind.STRONG, heading.format(count=whole(len(cases))))
        rows: list[QWidget] = [title, links]
        if len(cases) > len(shown):
            more = Button(Role.LINK)
            count = whole(len(cases) - len(shown))
            more.setText(self.tr("Show {count} more").format(count=count))
            more.clicked.connect(self._unfold)
            links.add(more)
        return rows

    def _unfold(self) -> None:
        self._is_unfolded = True
        self.retranslate()

    def _open(self, number: str) -> None:
        self.opened.emit(number)

    def _choose(self, number: str) -> None:
        self.chosen.emit(number)
