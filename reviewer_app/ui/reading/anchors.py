"""The rubric's four bands in sight, the chosen one emphasised."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from review_protocol.documents.programme import Criterion
from reviewer_app.ui import terms
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel, set_property
from reviewer_app.ui.kit.stylesheet import scaled


class BandList(Retranslating, QWidget):
    """Bands with their sentences in the interface's language, the highest first."""

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self._rows: list[_Band] = []
        column = QGridLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setVerticalSpacing(2)
        for at, band in enumerate(criterion.bands):
            row = _Band(f"{band.low}–{band.high}")
            self._rows.append(row)
            column.addWidget(row, at, 0)
        self.built()

    def show_mark(self, mark: int | None) -> None:
        """Emphasise the band in which a mark lies."""
        for band, row in zip(self._criterion.bands, self._rows, strict=True):
            row.emphasise(chosen=mark is not None and band.low <= mark <= band.high)

    def retranslate(self) -> None:
        """The anchors' sentences."""
        for band, row in zip(self._criterion.bands, self._rows, strict=True):
            row.sentence.setText(terms.own(band.anchor))


class _Band(Panel):
    def __init__(self, figures: str) -> None:
        super().__init__("band")
        self.sentence = Label(Kind.SMALL)
        self._figures = Label(Kind.SMALL, figures)
        self._figures.setWordWrap(False)
        self._figures.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._figures.setProperty("figures", "true")
        self._figures.setFixedWidth(scaled(34))
        row = QGridLayout(self)
        row.setContentsMargins(5, 3, 8, 3)
        row.setHorizontalSpacing(4)
        row.addWidget(self._figures, 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 0, 1)

    def emphasise(self, *, chosen: bool) -> None:
        """Show that the mark given lies here, by what moves no word: ground, edge, bold figures."""
        set_property(self, "chosen", "true" if chosen else "false")
        for label in (self._figures, self.sentence):
            set_property(label, "chosen", "true" if chosen else "false")
