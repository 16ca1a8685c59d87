"""The sheet at the right: criteria in the reviewer's own order, last questions, the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.file_quotes import AnyQuote, file_quotes_of
from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import CriterionCode, Gap, Missing
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Ground
from reviewer_app.ui.kit.stylesheet import TEXT_PX, scaled
from reviewer_app.ui.reading.criterion_card import CriterionCard
from reviewer_app.ui.reading.edits import Edit
from reviewer_app.ui.reading.last_questions import LastQuestions
from reviewer_app.ui.reading.order_line import OrderLine
from reviewer_app.ui.reading.panel_foot import PanelFoot
from reviewer_app.ui.reading.scoring_state import ScoringState
from reviewer_app.ui.reading.sheet_area import SheetArea
from reviewer_app.ui.reading.signed_card import SignedCard
from reviewer_app.ui.single_keys import KeyChoice, SingleKey

WIDTH_PX = 388
NARROW_PX = 366
"""The ten marks are 28 pixels wide then, their least."""
LOW_PX = 400
"""In a lower panel what is not marks and anchors stands below them."""
KEYS: dict[CriterionCode, SingleKey] = {
    "conceptual_fit": SingleKey.ATTACH_1,
    "international_cooperativeness": SingleKey.ATTACH_2,
    "benefits": SingleKey.ATTACH_3,
}
"""Which key attaches a quote; a key belongs to its criterion, whatever the order."""


class ScorePanel(Ground):
    """Draws the sheet, and brings a part of it up."""

    edited: Event[Edit] = Event()
    attach_asked: Event[CriterionCode] = Event()
    quote_chosen: Event[AnyQuote] = Event()
    looked_at: Event[CriterionCode] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._widest = WIDTH_PX
        super().__init__("window", parent)
        self._rubric: Rubric | None = None
        self.order: tuple[CriterionCode, ...] = ()
        self._number, self._low = "", False
        self._keys = KeyChoice()
        self.cards: dict[CriterionCode, CriterionCard] = {}
        self.last: LastQuestions | None = None
        self.signed = SignedCard()
        self._order_line = OrderLine()
        self.foot = PanelFoot()
        self.area = SheetArea()
        self._lay_out()
        self.foot.jump_asked.connect(self.jump)

    def show_state(self, state: ScoringState) -> None:
        """Draw the sheet."""
        if state.rubric is None:
            return
        if (state.rubric, state.order) != (self._rubric, self.order):
            self._make(state.rubric, state.order)
        if state.number != self._number:
            self._turn_to(state)
        self.signed.show_state(state)
        for code, card in self.cards.items():
            current = code == state.current and state.editable
            answer = state.answers.answer(code)
            card.show_answer(
                answer,
                state.paragraphs,
                file_quotes_of(state.answers, code),
                editable=state.editable,
                current=current,
            )
        if self.last is not None:
            self.last.show_answers(state)
        self.foot.show_state(state)

    def name_keys(self, choice: KeyChoice) -> None:
        """Tell by which keys quotes are attached."""
        self._keys = choice
        for code, card in self.cards.items():
            card.name_key(choice.named(KEYS[code]))

    def jump(self, lack: Missing) -> None:
        """Go where something is missing."""
        if lack.criterion is not None:
            self.go_to(lack.criterion, comment=lack.gap is Gap.EVIDENCE)
        elif self.last is not None:
            first = self.last.first_of(lack.gap)
            unmarked = [code for code in self.order if self.cards[code].score.mark is None]
            if unmarked and not first.isEnabled():  # the recommendation comes last
                self.go_to(unmarked[0])
                return
            self.area.ensureWidgetVisible(first, 0, 120)
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, code: CriterionCode, *, comment: bool = False) -> None:
        """Bring a criterion up, ready for its mark or its comment."""
        card = self.cards[code]
        self.area.verticalScrollBar().setValue(card.y() - 12)
        target = card.comment if comment else card.score
        self.area.ensureWidgetVisible(target, 0, 40)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.looked_at.emit(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low panel keeps its foot low."""
        super().resizeEvent(event)
        self.foot.set_room(event.size().height())
        low = event.size().height() < scaled(LOW_PX)
        if low is not self._low:
            self._low = low
            self.area.put_words(self._order_line, self.cards.values(), low=low)

    def changeEvent(self, event: QEvent) -> None:
        """Larger words want a wider panel."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the text needs the room more."""
        self._widest = NARROW_PX if narrow else WIDTH_PX
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self._widest + 6 * max(0, self.font().pixelSize() - TEXT_PX))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        self._fit()

    def _make(self, rubric: Rubric, order: tuple[CriterionCode, ...]) -> None:
        """Cards of a rubric, in the reviewer's order."""
        self._rubric, self.order, self._number = rubric, order, ""
        while (item := self.area.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self.signed, self._order_line):
                widget.hide()
                widget.deleteLater()
        self.cards = {}
        self.area.column.addWidget(self.signed)
        for code in order:
            criterion = rubric.criterion(code)
            if criterion is not None:
                self.cards[code] = self._card(
                    CriterionCard(criterion, self._keys.named(KEYS[code]))
                )
        self.last = LastQuestions(rubric)
        self.last.edited.connect(self.edited.emit)
        self.last.left_comment.connect(self._past_comment)
        self.area.column.addWidget(self.last)
        self.area.column.addStretch(1)
        self.area.put_words(self._order_line, self.cards.values(), low=self._low)

    def _turn_to(self, state: ScoringState) -> None:
        """Another case begins at its top, with its own comments."""
        self._number = state.number
        self.area.begin_at_top()
        for code, card in self.cards.items():
            card.comment.turn_to(state.number, state.answers.answer(code).comment)
        if self.last is not None:
            self.last.comment.turn_to(state.number, state.answers.comment)

    def _card(self, card: CriterionCard) -> CriterionCard:
        card.edited.connect(self.edited.emit)
        card.attach_asked.connect(self.attach_asked.emit)
        card.quote_chosen.connect(self.quote_chosen.emit)
        card.looked_at.connect(self.looked_at.emit)
        card.left_comment.connect(self._back_to_mark)
        self.area.column.addWidget(card)
        return card

    def _back_to_mark(self, code: CriterionCode) -> None:
        for each, card in self.cards.items():
            if each == code:
                card.score.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _past_comment(self, _none: None) -> None:
        """To the question below the words on the case, or to the one above it."""
        if self.last is not None:
            below, above = self.last.options[0], self.last.levels[0]
            (below if below.isEnabled() else above).setFocus(Qt.FocusReason.ShortcutFocusReason)
