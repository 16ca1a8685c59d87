"""The chosen case beside a list: why it stands where it does, without leaving the list."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, ComparedCase, PanelComparison
from reviewer_app.services.panel.home import Homes
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable
from reviewer_app.ui import panel_words, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel import case_words
from reviewer_app.ui.panel.asking.words import asked_words
from reviewer_app.ui.panel.counts_card import CountsCard
from reviewer_app.ui.panel.pairs_card import PairsCard
from reviewer_app.ui.panel.sentence_words import case_sentence
from reviewer_app.ui.panel.state import Compared

PAIRS = 12
"""Figures, criteria and facts that a case has at most."""


class CaseAside(Retranslating, QWidget):
    """Draws one case of a comparison; `opened` asks for every opinion on it, `skipped` carries
    the expert without whose review it is to be tried."""

    opened = Event(str)
    skipped: Event[tuple[str, int]] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PanelCaseRow, ComparedCase, PanelComparison, PanelTable] | None = None
        self._asked = NOTHING_ASKED
        self._homes: Homes | None = None
        self._name, self._number = Label(Kind.HEADING), Label(Kind.MUTED)
        self._as_if = Label(Kind.STRONG)
        self._as_if.set_tone(Tone.CARE)
        self._said = Label(Kind.BODY)
        self._open = Button(Role.DEFAULT, "people")
        self._counts = CountsCard()
        self._figures = PairsCard(PAIRS)
        inner = QWidget()
        inner.setProperty("kit", "content")
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 0, 4, 0)
        column.setSpacing(8)
        for part in (self._name, self._number, self._as_if, self._said, self._open):
            column.addWidget(part)
        column.addWidget(self._counts)
        column.addWidget(self._figures)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(UprightScroll(inner))
        self._open.clicked.connect(self._ask_open)
        self._counts.skipped.connect(self._skip)
        self.built()

    def show_case(self, number: str, compared: Compared, table: PanelTable) -> bool:
        """Draw this case by what is asked; False where it has no place among the others."""
        found = compared.asked
        if found is None:
            return False
        row = next((each for each in table.rows if each.number == number), None)
        case = found.case(number)
        if row is None or case is None:
            return False
        shown = row, case, found, table
        beside = compared.what_if, None if compared.home is None else compared.home.homes
        if (shown, beside) != (self._shown, (self._asked, self._homes)):
            self._shown, (self._asked, self._homes) = shown, beside
            self.retranslate()
        return True

    def retranslate(self) -> None:
        """Draw it in the language now in use."""
        self._open.setText(self.tr("Read every opinion"))
        if self._shown is None:
            return
        row, case, found, table = self._shown
        self.setAccessibleName(terms.own(row.name))
        self._name.setText(terms.own(row.name))
        self._number.setText(f"{row.number} · {terms.area(row.area)}")
        self._as_if.setVisible(self._asked != NOTHING_ASKED)
        shown = self.tr("As if: {asked}. These are not the figures that count.")
        self._as_if.setText(shown.format(asked=asked_words(self._asked)))
        self._said.setText(case_sentence(case, found))
        self._counts.show_case(row, case, found, self._homes)
        self._figures.show_pairs(
            self.tr("Figures"),
            (
                *case_words.figures(row, case, found),
                *case_words.criteria(row, table.rubric),
                *self._facts(row),
            ),
        )

    def _facts(self, row: PanelCaseRow) -> tuple[case_words.Named, ...]:
        joint = self.tr("with international partners") if row.joint else self.tr("no")
        decided = "–" if row.decision is None else panel_words.decided(row.decision)
        return (
            (self.tr("Countries (regions)"), panel_words.whole(row.countries)),
            (self.tr("Joint application"), joint),
            (self.tr("Decision"), decided),
        )

    def _ask_open(self) -> None:
        if self._shown is not None:
            self.opened.emit(self._shown[0].number)

    def _skip(self, expert: int) -> None:
        if self._shown is not None:
            self.skipped.emit((self._shown[0].number, expert))
