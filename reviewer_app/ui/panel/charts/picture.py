"""A chart drawn as one picture with its words around it, for paper, slides and letters.

It is drawn by the same painters as on the screen, always in the colours of paper; shapes, figures
and lines say all that colours say.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reviewer_app.ui.kit.columns import Align
from reviewer_app.ui.kit.palette import LIGHT, Palette
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, paint_shape
from reviewer_app.ui.panel.charts.chart import ChartColumn
from reviewer_app.ui.panel.charts.layout import (
    GAP,
    MARGIN,
    PAD,
    ROW,
    WRAPS,
    Layout,
    Line,
    height_of,
)
from reviewer_app.ui.panel.charts.scale import paint_scale

_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """Draws a layout."""

    layout: Layout
    palette: Palette = LIGHT

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels at the usual scale."""
        return round(self.layout.width), round(self.layout.height)

    def paint(self, painter: QPainter) -> None:
        """Draw it at the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self.size
        painter.fillRect(QRectF(0, 0, wide, high), QColor(self.palette.surface))
        self._write(painter, self.layout.head, MARGIN)
        self._header(painter, self.layout.top_of_rows)
        for at, (top, tall) in enumerate(self.layout.rows):
            self._row(painter, at, top, tall)
        self._write(painter, self.layout.foot, self.layout.top_of_foot)

    def _write(self, painter: QPainter, lines: tuple[Line, ...], top: float) -> None:
        room = self.layout.line_width
        for line in lines:
            high = height_of(line.text, line.font, room)
            colour = self.palette.tone(line.tone) if line.tone else self.palette.text
            box = QRectF(MARGIN, top, room, high + 1)
            _text(painter, box, line.text, line.font, colour)
            top += high + GAP / 2

    def _header(self, painter: QPainter, top: float) -> None:
        painter.setFont(self.layout.letters.header)
        painter.setPen(QColor(self.palette.muted))
        for column, (x, wide) in self._columns():
            box = QRectF(x + PAD, top, wide - 2 * PAD, ROW)
            side = _SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, column.title)
        painter.setFont(self.layout.letters.small)
        for column, (x, wide) in self._columns():
            if column.scale is not None:
                high = self.layout.letters.second
                below = QRectF(x + PAD, top + ROW - GAP / 2, wide - 2 * PAD, high)
                paint_scale(painter, below, column.scale, self.palette)
        self._line(painter, top + self.layout.header, self.palette.edge, 1)

    def _row(self, painter: QPainter, at: int, top: float, high: float) -> None:
        for column, (x, wide) in self._columns():
            box = QRectF(x + PAD, top, wide - 2 * PAD, high)
            painter.save()
            if column.paint is not None:
                painter.setFont(self.layout.letters.text)
                column.paint(painter, box, at, self.palette)
            else:
                self._cell(painter, column, at, box)
            painter.restore()
        meant = at in self.layout.chart.lines
        colour = self.palette.accent if meant else self.palette.line
        self._line(painter, top + high, colour, 2 if meant else 1)

    def _cell(self, painter: QPainter, column: ChartColumn, at: int, box: QRectF) -> None:
        shape = column.shapes[at] if column.shapes else None
        if shape is not None:
            mark = QRectF(box.left(), box.center().y() - SHAPE_PX / 2, SHAPE_PX, SHAPE_PX)
            paint_shape(painter, shape, mark, self.palette.tone(DEFAULT_TONE[shape]))
            box = box.adjusted(SHAPE_PX + GAP, 0, 0, 0)
        letters, side = self.layout.letters, _SIDES[column.align]
        detail = column.details[at] if column.details else ""
        lines = height_of(column.texts[at], letters.text, box.width())
        second = letters.second if detail else 0.0
        top = box.center().y() - (lines + second) / 2
        first = QRectF(box.left(), top, box.width(), lines + 1)
        _text(painter, first, column.texts[at], letters.text, self.palette.text, side)
        if detail:
            below = QRectF(box.left(), top + lines, box.width(), second + 1)
            _text(painter, below, detail, letters.small, self.palette.muted, side)

    def _columns(self) -> zip[tuple[ChartColumn, tuple[float, float]]]:
        return zip(self.layout.chart.columns, self.layout.boxes, strict=True)

    def _line(self, painter: QPainter, y: float, colour: str, wide: int) -> None:
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawLine(QLineF(MARGIN, y, self.layout.width - MARGIN, y))


def _text(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, side | WRAPS, text)
