"""Cells of the comparison's tables that hold a picture instead of words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reviewer_app.ui.kit.cells import CellDelegate, paint_ground
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use

Paint = Callable[[QPainter, QRectF, int, Palette], None]
SIDE = 14


class PaintedDelegate(CellDelegate):
    """Draws the ground, and in it what `paint` draws for the row."""

    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint

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
        self._paint(painter, box, index.row(), palette)
        painter.restore()
