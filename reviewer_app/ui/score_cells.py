"""How the cells of a table of scores are painted: a figure, a sign, or a strip of dots."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.distribution import Dots, paint_dots
from reviewer_app.ui.kit.cells import CellDelegate, paint_ground
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, paint_shape
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.panel_order import Measure, cell_of

Index = QModelIndex | QPersistentModelIndex


class ScoreCellDelegate(CellDelegate):
    """Paints one expert's column: the figure in the middle, or the state's shape."""

    def __init__(
        self,
        pseudonym: int,
        row: Callable[[int], PanelCaseRow | None],
        measure: Callable[[], Measure],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._pseudonym = pseudonym
        self._row = row
        self._measure = measure

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and what the expert said."""
        palette = palette_in_use()
        row = self._row(index.row())
        if row is None:
            return
        cell = cell_of(row, self._pseudonym)
        painter.save()
        paint_ground(painter, option, index, palette)
        shape = None if cell is None else words.cell_shape(cell)
        if shape is not None:
            box = QRectF(0, 0, scaled(SHAPE_PX), scaled(SHAPE_PX))
            box.moveCenter(QRectF(option.rect).center())
            paint_shape(painter, shape, box, palette.tone(DEFAULT_TONE[shape]))
        else:
            text = words.cell_text(row, self._pseudonym, self._measure())
            signed = text in words.SIGNS
            painter.setPen(QColor(palette.muted if signed else palette.text))
            painter.setFont(option.font)
            marked = cell is not None and (cell.amended or cell.disclosed) and not signed
            painter.drawText(
                option.rect, Qt.AlignmentFlag.AlignCenter, f"{text}*" if marked else text
            )
        painter.restore()


class DotsDelegate(CellDelegate):
    """Paints the column with the strips."""

    def __init__(self, dots: Callable[[int], Dots], parent: QWidget) -> None:
        super().__init__(parent)
        self._dots = dots

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and the strip in its middle."""
        palette = palette_in_use()
        painter.save()
        paint_ground(painter, option, index, palette)
        painter.restore()
        box = QRectF(option.rect).adjusted(8, 0, -8, 0)
        high = min(30.0, box.height() - 4)
        box = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
        paint_dots(painter, box, self._dots(index.row()), palette)
