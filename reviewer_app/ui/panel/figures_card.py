"""The figures of one case on top of its opinions: in all, and by criterion."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from reviewer_app.services.panel.rows import PanelCaseView
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.distribution import DOT, DistributionStrip, Dots
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.panel.charts.scale import Scale, paint_scale
from reviewer_app.ui.panel_order import figures_of, scores
from reviewer_app.ui.selection_bar import MEASURES

FIGURES = 6


class _Name(Label):
    """On one line where there is room for it; at large text it takes two."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, hint.height())


class _Ends(QWidget):
    """The figures of the scale above the strips, which say the same for ears."""

    def __init__(self) -> None:
        super().__init__()
        self._scale = Scale(1, 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_scale(self, scale: Scale) -> None:
        """Name the points of this one."""
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:
        """A line of small letters."""
        return QSize(180, QFontMetrics(_small(self)).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write them."""
        painter = QPainter(self)
        painter.setFont(_small(self))
        box = QRectF(self.rect()).adjusted(DOT + 1, 0, -DOT - 1, 0)  # as in the strips
        paint_scale(painter, box, self._scale, palette_in_use(), beyond=DOT + 1)
        painter.end()


def _small(widget: QWidget) -> QFont:
    font = QFont(widget.font())
    font.setPixelSize(max(11, font.pixelSize() - 1))
    return font


class FiguresCard(Retranslating, Panel):
    """A row for what is compared, a column for each figure, and the strip of scores."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._view: PanelCaseView | None = None
        self._heads = [_figure(Kind.SMALL) for _ in range(FIGURES)]
        self._names = [_Name(Kind.STRONG if not place else Kind.BODY) for place in range(4)]
        self._strips = [DistributionStrip() for _ in MEASURES]
        self._ends = _Ends()
        self._cells = [[_figure(Kind.BODY) for _ in range(FIGURES)] for _ in MEASURES]
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._ends, 0, 1)
        for column, head in enumerate(self._heads):
            grid.addWidget(head, 0, column + 2)
        for place, name in enumerate(self._names):
            grid.addWidget(name, place + 1, 0)
            grid.addWidget(self._strips[place], place + 1, 1)
            for column, cell in enumerate(self._cells[place]):
                grid.addWidget(cell, place + 1, column + 2)
        grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.built()

    def show_case(self, view: PanelCaseView) -> None:
        """Draw the figures of this case."""
        self._view = view
        self.retranslate()

    def retranslate(self) -> None:
        """Names, figures and the strips' words."""
        heads = (
            self.tr("n"),
            self.tr("Mean"),
            self.tr("Median"),
            self.tr("Range"),
            self.tr("SD"),
            self.tr("Cannot judge"),
        )
        for label, head in zip(self._heads, heads, strict=True):
            label.setText(head)
        view = self._view
        if view is not None:
            self._ends.show_scale(Scale(view.rubric.lowest, view.rubric.highest))
        for place, measure in enumerate(MEASURES):
            self._names[place].setText(words.measure(measure))
            if view is None:
                continue
            figures = figures_of(view.row, measure)
            rubric = view.rubric
            dots = Dots(scores(view.row, measure), figures.mean, rubric.lowest, rubric.highest)
            told = words.distribution(view.row, measure, rubric)
            self._strips[place].show_dots(dots, told)
            texts = (
                words.whole(figures.n),
                words.decimal(figures.mean, 2),
                words.decimal(figures.median, 1),
                words.span(figures, measure),
                words.decimal(figures.sd, 2),
                words.whole(figures.cannot_judge),
            )
            for cell, text in zip(self._cells[place], texts, strict=True):
                cell.setText(text)


def _figure(kind: Kind) -> QLabel:
    label = QLabel()
    label.setProperty("kit", kind.value)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
