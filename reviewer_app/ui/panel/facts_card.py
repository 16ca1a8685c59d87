"""Facts that stand beside the scores and are never turned into them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from review_protocol.documents.matters import ConflictTakenBack
from reviewer_app.services.panel.rows import PanelCaseView
from reviewer_app.services.panel.voices import SEATS, Seat, Voice
from reviewer_app.ui import dates, terms
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.pairs import PairsLayout
from reviewer_app.ui.panel import voice_words

translate = QCoreApplication.translate


class FactsCard(Retranslating, QWidget):
    """Applicant, area, countries (regions), joint application, recommendations, and conflicts of
    interest that were taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PanelCaseView | None = None
        self._card = Card()
        self._rows = [(QLabel(), Label(Kind.BODY)) for _ in range(6)]
        for name, _fact in self._rows:
            name.setProperty("kit", Kind.MUTED.value)
        self._card.content.addLayout(PairsLayout(self._rows))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.built()

    def show_case(self, view: PanelCaseView) -> None:
        """Draw the facts of this case."""
        self._view = view
        self.retranslate()

    def retranslate(self) -> None:
        """Names and facts."""
        self._card.set_heading(self.tr("Facts"), self.tr("Beside the scores, never part of them."))
        if self._view is None:
            return
        row = self._view.row
        counts = (
            f"{terms.recommendation(outcome)} {words.whole(count)}"
            for outcome, count in row.recommendations.items()
            if count
        )
        facts = (
            (self.tr("Applicant"), terms.own(row.applicant.name)),
            (self.tr("Area"), terms.area(row.area)),
            (self.tr("Countries (regions)"), words.whole(row.countries)),
            (
                self.tr("Joint application"),
                self.tr("with international partners") if row.joint else self.tr("no"),
            ),
            (self.tr("Recommended"), " · ".join(counts) or "–"),
            (self.tr("Conflict taken back"), "\n".join(map(_taken_back, self._view.taken_back))),
        )
        for (name, label), (word, fact) in zip(self._rows, facts, strict=True):
            name.setText(word)
            label.setText(fact)
            for part in (name, label):
                part.setVisible(bool(fact))


def _taken_back(taken: ConflictTakenBack) -> str:
    """Who, by number or by seat, and when."""
    seat = SEATS.get((taken.role, taken.deputy), Seat.EXPERT)
    who = Voice(seat, taken.pseudonym, is_own=False, person="")
    words = translate("facts", "{who}: counts as without one since {time}")
    return words.format(who=voice_words.voice(who), time=dates.day_and_time(taken.received))
