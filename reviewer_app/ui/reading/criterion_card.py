"""One criterion of the sheet: mark, anchors, quotes and comment."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.file_quotes import AnyQuote, FileQuote
from review_protocol.documents.programme import Criterion
from review_protocol.documents.score import CANNOT_JUDGE, CriterionAnswer, CriterionCode
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.focus import Turn, redraw
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel, set_property
from reviewer_app.ui.kit.scores import Mark, ScoreRow
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.reading.anchors import BandList
from reviewer_app.ui.reading.edits import Comment, Detach, Edit, GiveMark
from reviewer_app.ui.reading.evidence_style import LetterBadge
from reviewer_app.ui.reading.fields import CommentField
from reviewer_app.ui.reading.quote_chip import QuoteChip
from reviewer_app.ui.reading.scoring_state import NO_PARAGRAPHS, Paragraphs


class CriterionCard(Retranslating, Panel):
    """Draws one answer; `edited` carries the change, `attach_asked` wants the selected text."""

    edited: Event[Edit] = Event()
    attach_asked: Event[CriterionCode] = Event()
    quote_chosen: Event[AnyQuote] = Event()
    looked_at: Event[CriterionCode] = Event()
    left_comment: Event[CriterionCode] = Event()

    def __init__(self, criterion: Criterion, key: str, parent: QWidget | None = None) -> None:
        super().__init__("criterion", parent)
        self.code: CriterionCode = criterion.code
        self._criterion = criterion
        self._key = key
        self._shown: tuple[tuple[AnyQuote, ...], bool] | None = None
        self._name = Label(Kind.HEADING)
        self._about = Label(Kind.SMALL)
        self.score = ScoreRow()
        self._bands = BandList(criterion)
        self._paragraphs = NO_PARAGRAPHS
        self._quotes = QVBoxLayout()
        self.attach = Button(Role.QUIET, "quote")
        self._key_word = Label(Kind.SMALL)
        self._key_word.setWordWrap(False)
        self.comment = CommentField()
        self._lay_out()
        self.score.marked.connect(self._mark)
        self.attach.clicked.connect(self._ask_attach)
        self.comment.typed.connect(self._comment)
        self.comment.entered.connect(self._look)
        self.comment.let_go.connect(self._leave)
        self.built()

    def show_answer(
        self,
        answer: CriterionAnswer,
        paragraphs: Paragraphs,
        from_files: tuple[FileQuote, ...],
        *,
        editable: bool,
        current: bool,
    ) -> None:
        """Draw an answer; nobody is told."""
        self._paragraphs = paragraphs
        mark = answer.mark
        if mark is None:
            self.score.set_mark(None)
        else:
            self.score.set_mark(Mark(None if mark == CANNOT_JUDGE else int(mark)))
        self.score.setEnabled(editable)
        self._bands.show_mark(mark if isinstance(mark, int) else None)
        for part in (self.attach, self._key_word):
            part.setVisible(editable)
        self.comment.show_text(answer.comment)
        self.comment.setReadOnly(not editable)
        set_property(self, "current", "true" if current else "false")
        quotes: tuple[AnyQuote, ...] = (*answer.quotes, *from_files)
        if self._shown != (quotes, editable):
            self._shown = (quotes, editable)
            draw = partial(self._show_quotes, quotes, editable=editable)
            redraw(self, partial(_turns, self), draw, last=(self.attach, self.comment))

    def set_low(self, *, low: bool) -> None:
        """In a low panel marks and anchors come before what the criterion is about."""
        self._column.removeWidget(self._about)
        last = self._column.indexOf(self._bands) + 1
        self._column.insertWidget(last if low else 1, self._about)

    def name_key(self, key: str) -> None:
        """The key by which a quote is attached, as the person chose it."""
        self._key = key
        self._say_key()

    def retranslate(self) -> None:
        """Names and sentences in the interface's language."""
        name = terms.own(self._criterion.name)
        self._name.setText(name)
        self._about.setText(terms.own(self._criterion.description))
        self.score.set_subject(name)
        self.attach.setText(self.tr("Attach the selected text"))
        self._say_key()
        self.comment.setPlaceholderText(self.tr("Comment: why this mark"))
        self.comment.setAccessibleName(self.tr("Comment on {criterion}").format(criterion=name))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(LetterBadge(self.code), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        head.addWidget(self._key_word, 0, Qt.AlignmentFlag.AlignTop)
        self._quotes.setSpacing(4)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._about)
        column.addWidget(self.score)
        column.addWidget(self._bands)
        column.addLayout(self._quotes)
        column.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.comment)

    def _show_quotes(self, quotes: tuple[AnyQuote, ...], *, editable: bool) -> None:
        while (item := self._quotes.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for quote in quotes:
            paragraph = None if isinstance(quote, FileQuote) else self._paragraphs.get(quote)
            made = QuoteChip(quote, paragraph, removable=editable)
            made.chosen.connect(self.quote_chosen.emit)
            made.removed.connect(self._remove)
            self._quotes.addWidget(made)
            made.show()

    def chips(self) -> tuple[QuoteChip, ...]:
        """The quotes, in their order."""
        items = filter(None, map(self._quotes.itemAt, range(self._quotes.count())))
        return tuple(chip for item in items if isinstance(chip := item.widget(), QuoteChip))

    def _say_key(self) -> None:
        tip = self.tr("Press {key} in the text").format(key=self._key) if self._key else ""
        self._key_word.setText(self.tr("Key {key}").format(key=self._key) if self._key else "")
        for part in (self.attach, self._key_word):
            give_tip(part, tip)

    def _mark(self, mark: Mark) -> None:
        self.edited.emit(GiveMark(self.code, CANNOT_JUDGE if mark.value is None else mark.value))

    def _comment(self, text: str) -> None:
        self.edited.emit(Comment(self.code, text))

    def _remove(self, quote: AnyQuote) -> None:
        self.edited.emit(Detach(self.code, quote))

    def _ask_attach(self) -> None:
        self.attach_asked.emit(self.code)

    def _look(self, _none: None) -> None:
        self.looked_at.emit(self.code)

    def _leave(self, _none: None) -> None:
        self.left_comment.emit(self.code)


def _turns(card: CriterionCard) -> tuple[Turn, ...]:
    return tuple(Turn(chip.quote, chip.buttons) for chip in card.chips())
