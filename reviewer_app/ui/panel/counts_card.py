"""How a case's scores count, and what stands apart: a card beside lists and opinions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from reviewer_app.services.panel.compared_rows import ComparedCase, CountedScore, PanelComparison
from reviewer_app.services.panel.home import Homes
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.panel import case_words
from reviewer_app.ui.panel.sentence_words import score_counts

translate = QCoreApplication.translate
_Shown = tuple[PanelCaseRow, ComparedCase | None, PanelComparison, Homes | None]


class CountsCard(Retranslating, QWidget):
    """A line a score; `skipped` carries the expert whose review is to be left out, to try it."""

    skipped = Event(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Shown | None = None
        self._card = Card()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._card.content.addLayout(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.built()

    def show_case(
        self,
        row: PanelCaseRow,
        case: ComparedCase | None,
        found: PanelComparison,
        homes: Homes | None,
    ) -> None:
        """Draw how this case's scores count among all others; `case` is None without a place."""
        if (row, case, found, homes) != self._shown:
            self._shown = row, case, found, homes
            self.retranslate()

    def retranslate(self) -> None:
        """Draw it in the language now in use."""
        self._card.set_heading(self.tr("How each score counts"))
        _empty(self._lines)
        if self._shown is None:
            return
        row, case, found, homes = self._shown
        if case is None:
            self._lines.addWidget(Label(Kind.BODY, self.tr("No score of this case counts yet.")))
        for score in () if case is None else case.scores:
            self._lines.addWidget(_Counted(score, self))
        for text in case_words.apart(row.number, found):
            self._lines.addWidget(_marked(text))
        for text in case_words.beside(row, homes):
            self._lines.addWidget(Label(Kind.MUTED, text))


class _Counted(QWidget):
    """One score in words, and a button to ask what would be without it."""

    def __init__(self, score: CountedScore, card: CountsCard) -> None:
        super().__init__()
        self._card, self._expert = card, score.pseudonym
        button = IconButton("minus", px=16)
        expert = terms.expert(score.pseudonym)
        button.set_word(
            translate("CountsCard", "What if without the review of {expert}").format(expert=expert)
        )
        button.clicked.connect(self._skip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(Kind.BODY, score_counts(score)), 1)
        row.addWidget(button)

    def _skip(self) -> None:
        self._card.skipped.emit(self._expert)


def _marked(text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 4, 0, 0)
    row.setSpacing(8)
    row.addWidget(ShapeMark(Shape.WARNING), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(Kind.BODY, text), 1)
    return holder


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
