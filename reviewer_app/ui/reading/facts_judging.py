"""The card on which the facts of a case are confirmed or disputed: buttons, and a comment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.stated_facts import Fact, Verdict
from reviewer_app.ui import dates, fact_words
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.reading.facts_view_model import FactsState, FactWords
from reviewer_app.ui.reading.fields import CommentField

NAME_PX = 160


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on a fact; None where nothing is said of it any more."""

    fact: Fact
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Commented:
    """The words on a fact as they are typed."""

    fact: Fact
    comment: str


class FactsJudging(Retranslating, Card):
    """One row a fact; what is said goes into the packet beside the score."""

    judged = Event(Judged)
    commented = Event(Commented)
    sign_asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FactsState()
        self.rows = {fact: FactRow(fact) for fact in Fact}
        self._saved = Label(Kind.SMALL)
        self.sign = Button(Role.DEFAULT, "pen")
        for row in self.rows.values():
            self.content.addWidget(row)
            row.judged.connect(self.judged.emit)
            row.commented.connect(self.commented.emit)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._saved, 1)
        foot.addWidget(self.sign)
        self.content.addLayout(foot)
        self.sign.clicked.connect(self._ask_sign)
        self.built()

    def show_state(self, state: FactsState) -> None:
        """Draw what is said; nobody is told."""
        turned = state.number != self._state.number
        self._state = state
        for fact, row in self.rows.items():
            row.show_words(state.of(fact), state.number if turned else "", editable=state.editable)
        self.sign.setVisible(state.beside and state.editable)
        self.sign.setEnabled(state.signable)
        self._say()

    def retranslate(self) -> None:
        """Words of the card."""
        self.set_heading(
            self.tr("Are these facts so?"),
            self.tr("If you like. They stand beside your score and are no part of it."),
        )
        self.sign.setText(self.tr("Sign these facts"))
        self._say()

    def _say(self) -> None:
        state = self._state
        if not state.words and not state.said.signed:
            said = self.tr("Nothing is said of them.")
        elif not state.kept:
            said = self.tr("Saving…")
        elif not state.said.unsigned:
            said = self.tr("As you signed it.")
        elif state.said.kept_at is not None:
            saved = self.tr("Saved {time}; it is signed with your score.")
            if state.beside:
                saved = self.tr("Saved {time}; not signed yet.")
            said = saved.format(time=dates.clock(state.said.kept_at))
        else:
            said = ""
        self._saved.setText(said)

    def _ask_sign(self) -> None:
        self.sign_asked.emit(None)


class FactRow(Retranslating, QWidget):
    """A fact's name, two buttons, and below them the comment once there is a verdict."""

    judged = Event(Judged)
    commented = Event(Commented)

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact = fact
        self._words = FactWords()
        self._name = Label(Kind.STRONG)
        self.verdict = ChoiceRow[Verdict](
            [Option(each, partial(fact_words.act, each)) for each in Verdict], folds=True
        )
        self.clear = Button(Role.QUIET)
        self.comment = CommentField()
        self._lacks = Label(Kind.SMALL)
        self._lacks.set_tone(Tone.CARE)
        acts = Flow(self.clear, self.verdict)
        head = Fold(self._name, acts, least=NAME_PX, gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.comment)
        column.addWidget(self._lacks)
        self.verdict.chosen.connect(self._judge)
        self.clear.clicked.connect(self._take_back)
        self.comment.typed.connect(self._comment)
        self.comment.let_go.connect(self._leave)
        self.built()

    def show_words(self, words: FactWords, turned_to: str, *, editable: bool) -> None:
        """Draw a verdict and its comment; `turned_to` names another case."""
        self._words = words
        self.verdict.set_value(words.verdict)
        self.verdict.setEnabled(editable)
        self.clear.setVisible(editable and words.verdict is not None)
        self.comment.setVisible(words.verdict is not None)
        if turned_to:
            self.comment.turn_to(turned_to, words.comment)
        self.comment.show_text(words.comment)
        self.comment.setReadOnly(not editable)
        self._lacks.setVisible(words.verdict is not None and not words.whole)

    def retranslate(self) -> None:
        """Words of the row."""
        name = fact_words.fact(self._fact)
        self._name.setText(name)
        self.verdict.setAccessibleName(name)
        self.clear.setText(self.tr("Take back"))
        self.comment.setPlaceholderText(self.tr("What you found, and where"))
        self.comment.setAccessibleName(self.tr("Comment on {fact}").format(fact=name))
        self._lacks.setText(self.tr("A dispute says why; until then it is not kept."))

    def _judge(self, verdict: Verdict) -> None:
        self.judged.emit(Judged(self._fact, verdict))
        if verdict is Verdict.DISPUTED:
            self.comment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self.verdict.focus_choice()
        self.judged.emit(Judged(self._fact, None))

    def _comment(self, text: str) -> None:
        self.commented.emit(Commented(self._fact, text))

    def _leave(self, _none: None) -> None:
        self.verdict.focus_choice()
