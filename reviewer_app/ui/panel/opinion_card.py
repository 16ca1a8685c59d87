"""One expert's review as a card: marks, comments, evidence in both languages, last answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from review_protocol.documents.file_quotes import file_quotes_of
from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import CriterionAnswer
from review_protocol.documents.stated_facts import Verdict
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.panel.rows import CounterpartQuote, Opinion
from reviewer_app.ui import fact_words, quote_words, terms, unseen_words
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel, Tag, line, upright
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel import opinion_words

translate = QCoreApplication.translate
CARD_PX = 296
EMPTY_PX = 200


class OpinionCard(Retranslating, Panel):
    """Draws one opinion, how it counts and whether it stands apart; experts are pseudonyms."""

    def __init__(self, opinion: Opinion, rubric: Rubric, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._opinion, self._rubric = opinion, rubric
        self._counted, self._apart = "", ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(8)
        self.setFixedWidth(scaled(CARD_PX if opinion.answers is not None else EMPTY_PX))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.built()

    @property
    def expert(self) -> int:
        """The pseudonym of whose opinion it is."""
        return self._opinion.cell.pseudonym

    def show_counted(self, counted: str, apart: str) -> None:
        """Say how it counts, and that it stands apart; "" for nothing."""
        if (counted, apart) != (self._counted, self._apart):
            self._counted, self._apart = counted, apart
            self.retranslate()

    def retranslate(self) -> None:
        """Draw the card anew in the language now in use."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        opinion = self._opinion
        self.setAccessibleName(terms.expert(opinion.cell.pseudonym))
        self._column.addWidget(self._head())
        standing = opinion_words.standing(opinion.cell)
        if standing:
            shape = words.cell_shape(opinion.cell) or Shape.TODO
            self._column.addWidget(_marked(shape, standing))
        if self._counted:
            self._column.addWidget(Label(Kind.STRONG, self._counted))
        if self._apart:
            self._column.addWidget(_marked(Shape.WARNING, self._apart))
        if opinion.answers is not None:
            for answer in opinion.answers.criteria:
                self._column.addWidget(line())
                self._add_answer(answer)
            self._add_last()
        self._add_facts()
        self._column.addStretch(1)

    def _head(self) -> QWidget:
        cell = self._opinion.cell
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(Kind.HEADING, terms.expert(cell.pseudonym)), 1)
        if cell.amended:
            row.addWidget(Tag(self.tr("Amended"), Tone.CARE))
        if cell.disclosed:
            row.addWidget(Tag(self.tr("Tie disclosed"), Tone.CARE))
        column.addLayout(row)
        arrival = opinion_words.arrival(self._opinion)
        if arrival:
            column.addWidget(Label(Kind.SMALL, arrival))
        return head

    def _add_answer(self, answer: CriterionAnswer) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(Kind.STRONG, terms.criterion(answer.criterion)), 1)
        mark = QLabel(terms.mark(answer.mark))
        mark.setTextFormat(Qt.TextFormat.PlainText)
        mark.setProperty("kit", Kind.HEADING if isinstance(answer.mark, int) else Kind.BODY)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        row.setContentsMargins(0, 4, 0, 0)
        holder.setLayout(row)
        self._column.addWidget(holder)
        band = opinion_words.band(self._rubric, answer)
        if band:
            self._column.addWidget(Label(Kind.SMALL, band))
        if answer.comment.strip():
            self._add_comment(answer.comment.strip())
        for quote in self._opinion.quotes:
            if quote.criterion == answer.criterion:
                self._column.addWidget(self._quote(quote))
        given = self._opinion.answers
        for from_file in () if given is None else file_quotes_of(given, answer.criterion):
            place = quote_words.place_in_file(from_file)
            self._column.addWidget(_quoted(from_file.exact, None, place))

    def _add_comment(self, comment: str) -> None:
        self._column.addWidget(Label(Kind.BODY, spelled_out(comment)))
        self._column.addWidget(_warning(comment))

    def _quote(self, quote: CounterpartQuote) -> QWidget:
        other = quote.counterpart or self.tr("No counterpart in the other language")
        return _quoted(quote.exact, other, quote_words.place(quote.element, quote.paragraph))

    def _add_last(self) -> None:
        self._column.addWidget(line())
        for name, said in opinion_words.last_answers(self._opinion.cell):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Label(Kind.MUTED, name), 1)
            answer = QLabel(said)
            answer.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(answer, 0, Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(holder)
        comment = self._opinion.answers.comment.strip() if self._opinion.answers else ""
        if comment:
            self._add_comment(comment)

    def _add_facts(self) -> None:
        """What the expert says of the facts; a dispute stands out, a confirmation does not."""
        if self._opinion.facts:
            self._column.addWidget(line())
        for stated in self._opinion.facts:
            words = spelled_out(fact_words.stated(stated))
            if stated.verdict is Verdict.DISPUTED:
                self._column.addWidget(_marked(Shape.WARNING, words))
                self._column.addWidget(_warning(stated.comment))
            else:
                self._column.addWidget(Label(Kind.SMALL, words))


def _quoted(exact: str, other: str | None, place: str) -> QWidget:
    """Words of the applicant, perhaps what stands for them in the other language, and where."""
    holder = QWidget()
    texts = QVBoxLayout()
    texts.setSpacing(4)
    words = translate("OpinionCard", "“{quote}”").format(quote=spelled_out(exact))
    texts.addWidget(Label(Kind.BODY, words))
    if other is not None:
        texts.addWidget(Label(Kind.MUTED, spelled_out(other)))
    texts.addWidget(_warning(exact + (other or "")))
    texts.addWidget(Label(Kind.SMALL, place))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 4)
    row.setSpacing(12)
    row.addWidget(upright())
    row.addLayout(texts, 1)
    return holder


def _warning(text: str) -> Label:
    """That hidden characters are written out; hidden itself where there are none."""
    said = unseen_words.warning(text)
    label = Label(Kind.SMALL, said)
    label.set_tone(Tone.CARE)
    label.setVisible(bool(said))
    return label


def _marked(shape: Shape, text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(ShapeMark(shape))
    row.addWidget(Label(Kind.BODY, text), 1)
    return holder
