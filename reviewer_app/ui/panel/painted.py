"""Cells of the comparison's tables that hold a picture instead of words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reviewer_app.ui.kit.cells import CellDelegate, paint_ground
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled

Paint = Callable[[QPainter, QRectF, int, Palette], None]
SIDE = 14


class PaintedDelegate(CellDelegate):
    """Draws the ground, and in it what `paint` draws for the row; with `grows` its marks are as
    much larger as the letters are. Words that it writes are so anyway."""

    def __init__(self, paint: Paint, parent: QWidget, *, grows: bool = False) -> None:
        super().__init__(parent)
        self._paint, self._grows = paint, grows

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell."""
        palette = palette_in_use()
        painter.save()
        paint_ground(painter, option, index, palette)
        painter.restore()
        box = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = grown(painter, box) if self._grows else box
        self._paint(painter, box, index.row(), palette)
        painter.restore()


def grown(painter: QPainter, box: QRectF) -> QRectF:
    """Let all that is drawn be as much larger as letters are; answers the box for that."""
    times = scaled(100) / 100
    painter.scale(times, times)
    corner, size = box.topLeft() / times, box.size() / times
    return QRectF(corner, size)
