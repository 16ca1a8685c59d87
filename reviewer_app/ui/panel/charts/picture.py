"""A chart drawn as one picture with its words around it, for paper, slides and letters.

It is drawn by the same painters as on the screen, always in the colours of paper; shapes, figures
and lines say all that colours say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from reviewer_app.ui.kit.columns import Align
from reviewer_app.ui.kit.fonts import interface_font
from reviewer_app.ui.kit.palette import LIGHT, Palette
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, paint_shape
from reviewer_app.ui.panel.charts.chart import Chart, ChartColumn
from reviewer_app.ui.panel.charts.provenance import Caption

MOST_ROWS = 400
"""More would make a picture that no program opens; the table has them all."""
MARGIN, PAD, GAP, ROW = 24.0, 12.0, 8.0, 28.0
LEAST_WIDTH = 760.0
TITLE_PX, TEXT_PX, SMALL_PX = 20, 13, 12
SLACK = 2.0
_WRAPS = Qt.TextFlag.TextWordWrap
_SIDES = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class _Faces:
    """The letters of a picture, made once."""

    text: QFont
    small: QFont
    title: QFont
    bold: QFont
    header: QFont

    @property
    def second(self) -> float:
        """The height of a second, smaller line."""
        return QFontMetricsF(self.small).height()


@dataclass(frozen=True)
class Picture:
    """`more` says how many rows there are where not all are drawn; "" otherwise."""

    chart: Chart
    caption: Caption
    more: str = ""
    palette: Palette = LIGHT
    room: float = 1.0
    """How many times as wide letters may be as they are here: a drawing's words are set again in
    whatever face is there where it is opened."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels at the usual scale."""
        return round(self._width), round(self._top_of_foot + self._height_of(self._foot) + MARGIN)

    def paint(self, painter: QPainter) -> None:
        """Draw it at the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = self.size
        painter.fillRect(QRectF(0, 0, wide, high), QColor(self.palette.surface))
        self._write(painter, self._head, MARGIN)
        y = self._top_of_rows
        self._header(painter, y)
        for at in range(self._drawn):
            y += self._heights[at]
            self._row(painter, at, y, self._heights[at + 1])
        self._write(painter, self._foot, self._top_of_foot)

    @cached_property
    def _width(self) -> float:
        columns = sum(column.width for column in self.chart.columns)
        return max(LEAST_WIDTH, columns * self.room) + 2 * MARGIN

    @cached_property
    def _boxes(self) -> tuple[tuple[float, float], ...]:
        """Left edge and width of each column; the wrapping ones share what is left."""
        columns = self.chart.columns
        left = self._width - 2 * MARGIN - self.room * sum(column.width for column in columns)
        taking = [column for column in columns if column.wraps or column.paint] or list(columns)
        boxes, x = [], MARGIN
        for column in columns:
            wide = column.width * self.room + (left / len(taking) if column in taking else 0.0)
            boxes.append((x, wide))
            x += wide
        return tuple(boxes)

    @cached_property
    def _faces(self) -> _Faces:
        return _Faces(
            *(_font(px) for px in (TEXT_PX, SMALL_PX)),
            *(_font(px, bold=True) for px in (TITLE_PX, TEXT_PX, SMALL_PX)),
        )

    @cached_property
    def _drawn(self) -> int:
        return min(self.chart.size, MOST_ROWS)

    @cached_property
    def _head(self) -> tuple[tuple[str, QFont, str], ...]:
        title = (self.caption.heading, self._faces.title, self.palette.text)
        bold, plain = self._faces.bold, self._faces.text
        warned = [(f"▲ {text}", bold, self.palette.care) for text in self.caption.warnings]
        said = [(text, plain, self.palette.text) for text in self.caption.sentences]
        return (title, *warned, *said)

    @cached_property
    def _foot(self) -> tuple[tuple[str, QFont, str], ...]:
        small = self._faces.small
        texts = (self.more, *self.caption.foot)
        return tuple((text, small, self.palette.muted) for text in texts if text)

    @cached_property
    def _top_of_rows(self) -> float:
        return MARGIN + self._height_of(self._head) + GAP

    @cached_property
    def _heights(self) -> tuple[float, ...]:
        """Of the header, then of each row that is drawn."""
        return (ROW, *(self._height(at) for at in range(self._drawn)))

    @cached_property
    def _top_of_foot(self) -> float:
        return self._top_of_rows + sum(self._heights) + 2 * GAP

    def _height(self, at: int) -> float:
        needed = ROW
        for column, (_, wide) in zip(self.chart.columns, self._boxes, strict=True):
            if column.wraps or column.details:
                lines = _bounds(column.texts[at], self._faces.text, (wide - 2 * PAD) / self.room)
                second = self._faces.second if column.details else 0.0
                needed = max(needed, lines + second + GAP)
        return needed

    def _height_of(self, lines: tuple[tuple[str, QFont, str], ...]) -> float:
        room = (self._width - 2 * MARGIN) / self.room
        return sum(_bounds(text, font, room) + GAP / 2 for text, font, _ in lines)

    def _write(
        self, painter: QPainter, lines: tuple[tuple[str, QFont, str], ...], top: float
    ) -> None:
        room = (self._width - 2 * MARGIN) / self.room
        for text, font, colour in lines:
            high = _bounds(text, font, room)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(MARGIN, top, room, high + 1), _WRAPS, text)
            top += high + GAP / 2

    def _header(self, painter: QPainter, top: float) -> None:
        painter.setFont(self._faces.header)
        painter.setPen(QColor(self.palette.muted))
        for column, (x, wide) in zip(self.chart.columns, self._boxes, strict=True):
            box = QRectF(x + PAD, top, wide - 2 * PAD, ROW)
            painter.drawText(
                box, _SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter, column.title
            )
        self._line(painter, top + ROW, self.palette.edge, 1)

    def _row(self, painter: QPainter, at: int, top: float, high: float) -> None:
        for column, (x, wide) in zip(self.chart.columns, self._boxes, strict=True):
            box = QRectF(x + PAD, top, wide - 2 * PAD, high)
            painter.save()
            if column.paint is not None:
                painter.setFont(self._faces.text)
                column.paint(painter, box, at, self.palette)
            else:
                self._cell(painter, column, at, box)
            painter.restore()
        meant = at in self.chart.lines
        self._line(
            painter,
            top + high,
            self.palette.accent if meant else self.palette.line,
            2 if meant else 1,
        )

    def _cell(self, painter: QPainter, column: ChartColumn, at: int, box: QRectF) -> None:
        shape = column.shapes[at] if column.shapes else None
        if shape is not None:
            mark = QRectF(box.left(), box.center().y() - SHAPE_PX / 2, SHAPE_PX, SHAPE_PX)
            paint_shape(painter, shape, mark, self.palette.tone(DEFAULT_TONE[shape]))
            box = box.adjusted(SHAPE_PX + GAP, 0, 0, 0)
        font, detail = self._faces.text, column.details[at] if column.details else ""
        if column.align is Align.LEFT:
            box.setWidth(box.width() / self.room)
        lines = _bounds(column.texts[at], font, box.width())
        second = self._faces.second if detail else 0.0
        top = box.center().y() - (lines + second) / 2
        painter.setFont(font)
        painter.setPen(QColor(self.palette.text))
        first = QRectF(box.left(), top, box.width(), lines + 1)
        painter.drawText(first, _SIDES[column.align] | _WRAPS, column.texts[at])
        if detail:
            painter.setFont(self._faces.small)
            painter.setPen(QColor(self.palette.muted))
            below = QRectF(box.left(), top + lines, box.width(), second + 1)
            painter.drawText(below, _SIDES[column.align], detail)

    def _line(self, painter: QPainter, y: float, colour: str, wide: int) -> None:
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawLine(QLineF(MARGIN, y, self._width - MARGIN, y))


def _font(px: int, *, bold: bool = False) -> QFont:
    font = interface_font(px)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _bounds(text: str, font: QFont, room: float) -> float:
    """How high a text is that breaks into lines of this room."""
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1e6), _WRAPS, text).height()
