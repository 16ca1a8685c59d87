"""The first third of one's cases against the last: a sentence, and two strips on one scale."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from review_protocol.documents.programme import Rubric
from reviewer_app.services.own_marks import Drift, Third
from reviewer_app.ui.distribution import DistributionStrip, Dots
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.overview import words


class DriftCard(Retranslating, Card):
    """Both strips stand under each other, so that a shift is seen without reading a figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drift: Drift | None = None
        self._rubric: Rubric | None = None
        self.sentence = Label(Kind.BODY)
        self._names = (Label(Kind.MUTED), Label(Kind.MUTED))
        self._figures = (Label(Kind.SMALL), Label(Kind.SMALL))
        self.strips = (DistributionStrip(), DistributionStrip())
        self._picture = QWidget()
        grid = QGridLayout(self._picture)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for at, (name, strip, figures) in enumerate(
            zip(self._names, self.strips, self._figures, strict=True)
        ):
            grid.addWidget(name, 2 * at, 0)
            grid.addWidget(strip, 2 * at, 1)
            grid.addWidget(figures, 2 * at + 1, 1)
        self.content.addWidget(self.sentence)
        self.content.addWidget(self._picture)
        self.built()

    def show_drift(self, drift: Drift | None, rubric: Rubric) -> None:
        """Draw it; with too few cases there is the sentence alone."""
        self._drift, self._rubric = drift, rubric
        self.retranslate()

    def retranslate(self) -> None:
        """Words and figures."""
        self.set_heading(
            self.tr("First and last cases"),
            self.tr("The first third of your cases against the last, as you began them."),
        )
        self.sentence.setText(words.drifted(self._drift))
        self._picture.setVisible(self._drift is not None)
        for name, word in zip(self._names, (self.tr("First"), self.tr("Last")), strict=True):
            name.setText(word)
        if self._drift is None or self._rubric is None:
            return
        thirds = (self._drift.first, self._drift.last)
        for strip, figures, third in zip(self.strips, self._figures, thirds, strict=True):
            figures.setText(words.third(third))
            strip.show_dots(_dots(third, self._rubric), words.third(third))


def _dots(third: Third, rubric: Rubric) -> Dots:
    return Dots(third.means, third.mean, rubric.lowest, rubric.highest)
