"""How a row of the ladder is painted: its rung, and the line below the last of a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reviewer_app.ui.kit.cells import CellDelegate, paint_ground
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.panel.charts.scale import Scale
from reviewer_app.ui.panel.ladder.rows import Rung
from reviewer_app.ui.panel.ladder.rung import paint_rung
from reviewer_app.ui.panel.painted import grown

Index = QModelIndex | QPersistentModelIndex
RungAt = Callable[[int], Rung | None]
SIDE = 14


class LineDelegate(CellDelegate):
    """Cells as everywhere, and a line in the accent below the last place of a target."""

    def __init__(self, rung_at: RungAt, parent: QWidget) -> None:
        super().__init__(parent)
        self._rung_at = rung_at

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, then the line."""
        super().paint(painter, option, index)
        self._paint_line(painter, option, index)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rung = self._rung_at(index.row())
        if rung is None or rung.last_of is None:
            return
        bottom = option.rect.bottom()
        painter.save()
        painter.setPen(QPen(QColor(palette_in_use().accent), 2))
        painter.drawLine(QLineF(option.rect.left(), bottom, option.rect.right() + 1, bottom))
        painter.restore()


class RungDelegate(LineDelegate):
    """The column with the rungs."""

    def __init__(self, rung_at: RungAt, scale: Callable[[], Scale], parent: QWidget) -> None:
        super().__init__(rung_at, parent)
        self._scale = scale

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, rung and line."""
        palette = palette_in_use()
        painter.save()
        paint_ground(painter, option, index, palette)
        painter.restore()
        rung = self._rung_at(index.row())
        if rung is not None:
            painter.save()
            box = grown(painter, QRectF(option.rect).adjusted(SIDE, 0, -SIDE, -1))
            paint_rung(painter, box, rung.case, self._scale(), palette, official=rung.official)
            painter.restore()
        self._paint_line(painter, option, index)
