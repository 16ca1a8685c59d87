"""One case of the panel: figures on top, opinions side by side, facts and decision beside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.services.panel.compared_rows import ComparedCase
from reviewer_app.services.panel.rows import PanelCaseView
from reviewer_app.ui import hidden_words, terms
from reviewer_app.ui.defending_menu import DefendingMenu
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page, UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel import case_words
from reviewer_app.ui.panel.case_model import CaseViewModel
from reviewer_app.ui.panel.case_talk import CaseTalk
from reviewer_app.ui.panel.charts.gestures import ChartGestures
from reviewer_app.ui.panel.charts.words import saved
from reviewer_app.ui.panel.counts_card import CountsCard
from reviewer_app.ui.panel.decision_box import Asks, Decided, DecisionBox
from reviewer_app.ui.panel.deliberating import Deliberating
from reviewer_app.ui.panel.facts_card import FactsCard
from reviewer_app.ui.panel.figures_card import FiguresCard
from reviewer_app.ui.panel.opinion_card import CARD_PX, OpinionCard
from reviewer_app.ui.panel.pairs_card import PairsCard
from reviewer_app.ui.panel.requests.card import RequestCard
from reviewer_app.ui.panel.requests.history_card import HistoryCard
from reviewer_app.ui.panel.requests.suggesting import suggestion_of
from reviewer_app.ui.panel.sentence_words import case_sentence, counts
from reviewer_app.ui.panel.state import CaseState
from reviewer_app.ui.wording import sentence

SIDE_PX = 300
LEAST_OPINIONS_PX = 160
"""Where there is not even room for that, figures and opinions scroll together."""
LEAST_PX = 480
"""Of the figures and opinions with what is said of them, where the decision stands below."""
STANDS = 6
"""Both means, the place, that among all, and a chance for each of two targets."""


class CasePage(Page):
    """Draws a `CaseState`; Escape and the way back close the case."""

    def __init__(
        self,
        view_model: CaseViewModel,
        deliberating: Deliberating,
        *,
        ask: Asks = confirmed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model = view_model
        self._drawn: PanelCaseView | None = None
        self._gestures: ChartGestures | None = None
        self._defends: DefendingMenu | None = None
        self._read = Button(Role.DEFAULT, "book")
        self._said = Label(Kind.BODY)
        self._figures = FiguresCard()
        self._counts = CountsCard()
        self._stands = PairsCard(STANDS)
        self._cards = QHBoxLayout()
        self._opinions = QScrollArea()
        self._facts = FactsCard()
        self._decision = DecisionBox(ask=ask)
        self._talk = CaseTalk(self._opinions_part(), deliberating, ask=ask)
        self._request = RequestCard(deliberating.beside)
        self._history = HistoryCard(deliberating.beside)
        self.add_action(self._read)
        self.content.addWidget(self._panes(), 1)
        leave = QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._model.close)
        self.back_pressed.connect(self._close)
        self._read.clicked.connect(self._model.read)
        self._decision.decided.connect(self._decide)
        self._counts.skipped.connect(self._model.skip)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words of the head, then the state again."""
        self.set_back(self.tr("Back to the table"))
        self._read.setText(self.tr("Read the application"))
        self._opinions.setAccessibleName(self.tr("Opinions"))
        if self._gestures is not None:
            self._gestures.retranslate()
        if self._defends is not None:
            self._defends.retranslate()
        self._draw(self._model.state)

    def take_gestures(self, gestures: ChartGestures) -> None:
        """What can be done with the case's figures stands at the right of its name."""
        self._gestures = gestures
        for button in gestures.buttons:
            self.add_action(button)
        gestures.retranslate()

    def take_defending(self, defends: DefendingMenu) -> None:
        """With what the case is defended stands there too; nothing of a hidden one."""
        self._defends = defends
        self.add_action(defends.button)
        defends.retranslate()

    def ask_for_expert(self) -> None:
        """Have the request for another expert open when the case is."""
        self._request.begin()

    def focus_opinions(self) -> None:
        """Put the keyboard where an arrow leads from expert to expert."""
        self._opinions.setFocus()

    def _opinions_part(self) -> QWidget:
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        opinions = QWidget()
        opinions.setProperty("kit", "content")
        opinions.setLayout(self._cards)
        scroll = self._opinions
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(opinions)
        scroll.horizontalScrollBar().setSingleStep(scaled(CARD_PX) + self._cards.spacing())
        scroll.setMinimumHeight(scaled(LEAST_OPINIONS_PX))
        part = QWidget()
        part.setProperty("kit", "content")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._figures)
        column.addWidget(scroll, 1)
        return UprightScroll(part)

    def _panes(self) -> Panes:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        column.addWidget(self._said)
        column.addWidget(self._talk, 1)
        side = QWidget()
        side.setProperty("kit", "content")
        beside = QVBoxLayout(side)
        beside.setContentsMargins(4, 0, 4, 0)
        beside.setSpacing(12)
        cards: tuple[QWidget, ...] = (self._decision, self._stands, self._counts)
        for card in (*cards, self._request, self._history, self._facts):
            beside.addWidget(card)
        beside.addStretch(1)
        return Panes(left, UprightScroll(side), shares=(10_000, SIDE_PX), least=LEAST_PX)

    def _draw(self, state: CaseState) -> None:
        self.banner.show_message(self._message(state))
        view = state.opened
        if view is None:
            return
        row = view.row
        other = terms.other(row.name)
        self.set_heading(
            terms.own(row.name), " · ".join(part for part in (row.number, other) if part)
        )
        self._figures.show_case(view)
        self._facts.show_case(view)
        self._decision.setEnabled(not row.withheld)
        if self._defends is not None:
            self._defends.look(there=not row.withheld)
        self._decision.show_case(row, state)
        self._request.suggest(suggestion_of(state.found, row.number))
        if self._drawn is None or self._drawn.row.number != row.number:
            self._talk.begin(withheld=row.withheld)
        if view != self._drawn:
            self._drawn = view
            self._show_opinions(view)
        self._show_compared(state)

    def _message(self, state: CaseState) -> Message:
        if state.failure is not None:
            told = sentence(state.failure)
            return Message(told.title, Tone.CARE, more=told.body)
        if state.opened is not None and state.opened.row.withheld:
            title = hidden_words.hidden_and_decides(state.opened.row.hidden)
            more = hidden_words.explained(state.opened.row.hidden)
            return Message(title, more=more, dismissible=False)
        return Message("")

    def tell_saved(self, path: Path) -> None:
        """Where the case's figures were saved."""
        self.banner.show_message(saved(path))

    def _show_compared(self, state: CaseState) -> None:
        """How it stands among the others, where it may be known."""
        view, found, case = state.opened, state.found, state.compared
        there = view is not None and found is not None and not view.row.withheld
        self._counts.setVisible(there)
        self._said.setVisible(there and case is not None)
        self._stands.setVisible(there and case is not None)
        if self._gestures is not None:
            self._gestures.set_enabled(enabled=there and case is not None)
        if there and view is not None and found is not None:
            self._counts.show_case(view.row, case, found, state.homes)
        if found is not None and case is not None:
            self._said.setText(case_sentence(case, found))
        if view is not None and found is not None and case is not None:
            told = case_words.figures(view.row, case, found)
            self._stands.show_pairs(self.tr("Among the others"), told)
        number = "" if view is None else view.row.number
        for card in self._opinions.findChildren(OpinionCard):
            apart = "" if found is None else case_words.apart_of(number, card.expert, found)
            card.show_counted(_counts(card.expert, case), apart)

    def _show_opinions(self, view: PanelCaseView) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for opinion in sorted(view.opinions, key=lambda each: each.answers is None):
            self._cards.addWidget(OpinionCard(opinion, view.rubric))
        self._cards.addStretch(1)

    def _close(self, _: None) -> None:
        self._model.close()

    def _decide(self, decided: Decided) -> None:
        self._model.decide(decided.outcome, decided.reason)


def _counts(expert: int, case: ComparedCase | None) -> str:
    scores = () if case is None else case.scores
    return next((counts(each) for each in scores if each.pseudonym == expert), "")
