"""The commentary on the practice case beside what the person answered."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.score import CANNOT_JUDGE, Answers
from reviewer_app.services.practice import Commentary, CriterionComment
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page


class CommentaryView(Page):
    """A card a criterion: one's own mark, the commentary's span, and why."""

    again: Event[None] = Event()
    done: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(scrolling=True, narrow=True, parent=parent)
        self._answers = Answers()
        self._commentary: Commentary | None = None
        self._cards: list[Card] = []
        self._again = Button(Role.DEFAULT, "refresh")
        self._done = Button(Role.ACCENT, "forward")
        for button in (self._again, self._done):
            self.add_action(button)
        self.content.addStretch(1)
        self._again.clicked.connect(self._ask_again)
        self._done.clicked.connect(self._ask_done)
        self.built()

    def show_answers(self, answers: Answers, commentary: Commentary) -> None:
        """Lay the two side by side."""
        self._answers, self._commentary = answers, commentary
        self.retranslate()

    def retranslate(self) -> None:
        """Draw it all in the interface's language."""
        super().retranslate()
        self.set_back(self.tr("Back to the practice case"))
        self.set_heading(
            self.tr("Your judgement and the commentary"),
            self.tr(
                "One way to judge this case, among others. Where yours differs, what counts is "
                "whether your comment says why."
            ),
        )
        self._again.setText(self.tr("Begin anew"))
        self._done.setText(self.tr("To the desk"))
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [] if self._commentary is None else self._made(self._commentary)
        for at, card in enumerate(self._cards):
            self.content.insertWidget(at, card)
            card.show()  # now, not at the event loop's next turn

    def _made(self, commentary: Commentary) -> list[Card]:
        cards = [self._criterion(each) for each in commentary.criteria]
        last = Card()
        last.set_heading(self.tr("Overall recommendation"), self._recommended(commentary))
        last.content.addWidget(Label(Kind.BODY, terms.own(commentary.recommendation.why)))
        differing = Card()
        differing.set_heading(
            self.tr("Where the two languages differ"),
            self.tr("Did you see both? The reader marks them, and says nothing of who is right."),
        )
        for each in commentary.differences:
            differing.content.addWidget(Label(Kind.BODY, terms.own(each)))
        return [*cards, last, differing]

    def _criterion(self, comment: CriterionComment) -> Card:
        card, answer = Card(), self._answers.answer(comment.criterion)
        mark = terms.mark(answer.mark)
        if answer.mark == CANNOT_JUDGE:
            own = self.tr("You: cannot judge")
        elif answer.mark is None:
            own = self.tr("You: no mark yet")
        else:
            own = self.tr("You: {mark}").format(mark=mark)
        theirs = self.tr("The commentary: {low} to {high}").format(
            low=comment.low, high=comment.high
        )
        card.set_heading(terms.criterion(comment.criterion), f"{own} · {theirs}")
        why = [Label(Kind.BODY, terms.own(comment.why))]
        if answer.comment.strip():
            said = Label(Kind.BODY, answer.comment.strip())
            card.content.addLayout(_together(Label(Kind.SMALL, self.tr("Your comment")), said))
            why.insert(0, Label(Kind.SMALL, self.tr("The commentary")))
        quote = self.tr("“{quote}”").format(quote=terms.own(comment.evidence))
        card.content.addLayout(_together(*why, Label(Kind.MUTED, quote)))
        return card

    def _recommended(self, commentary: Commentary) -> str:
        given = self._answers.recommendation
        own = terms.recommendation(given) if given else self.tr("none yet")
        return self.tr("You: {own} · The commentary: {theirs}").format(
            own=own, theirs=terms.recommendation(commentary.recommendation.value)
        )

    def _ask_again(self) -> None:
        self.again.emit(None)

    def _ask_done(self) -> None:
        self.done.emit(None)


def _together(*labels: Label) -> QVBoxLayout:
    """What belongs together, close to each other."""
    column = QVBoxLayout()
    column.setSpacing(4)
    for label in labels:
        column.addWidget(label)
    return column
