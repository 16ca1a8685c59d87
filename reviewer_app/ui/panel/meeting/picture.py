"""The case's bar on the ladder's scale, as large as a room needs it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.services.panel.compared_rows import ComparedCase
from reviewer_app.ui.kit.fonts import interface_font
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.panel.charts.scale import Scale, paint_scale
from reviewer_app.ui.panel.ladder.rung import paint_rung

LADDER_PX = 10.0
"""The letters beside which a rung is as large as in the ladder."""
RUNG_PX, SCALE_PX, FIGURES_PX = 26.0, 14.0, 9


class LargeRung(QWidget):
    """Draws one case; its words are those of the page around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: ComparedCase | None = None
        self._scale, self._times = Scale(1, 10), 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, case: ComparedCase | None, scale: Scale, words: str) -> None:
        """Draw this case on this scale; `words` say the same."""
        self._case, self._scale = case, scale
        self.setAccessibleName(words)
        self.setVisible(case is not None)
        self.update()

    def fit(self, px: float) -> None:
        """As large as suits letters of so many pixels."""
        self._times = px / LADDER_PX
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The rung and the scale's figures below it."""
        return QSize(640, round(self._times * (RUNG_PX + SCALE_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self._case is None:
            return
        painter, palette = QPainter(self), palette_in_use()
        painter.scale(self._times, self._times)
        box = QRectF(20, 0, self.width() / self._times - 40, RUNG_PX)
        paint_rung(painter, box, self._case, self._scale, palette)
        below = QRectF(box.left(), RUNG_PX, box.width(), SCALE_PX)
        painter.setFont(interface_font(FIGURES_PX))
        paint_scale(painter, below, self._scale, palette)
        painter.end()
