"""Where everything of a chart's picture stands: columns, rows, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from reviewer_app.ui.kit.fonts import interface_font
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel.charts.chart import Chart
from reviewer_app.ui.panel.charts.provenance import Caption

MOST_ROWS = 400
"""More would make a picture that no program opens; the table has them all."""
MARGIN, PAD, GAP, ROW = 24.0, 12.0, 8.0, 28.0
LEAST_WIDTH = 760.0
TITLE_PX, TEXT_PX, SMALL_PX = 20, 13, 12
WRAPS = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Letters:
    """The faces of a picture, made once."""

    text: QFont
    small: QFont
    title: QFont
    bold: QFont
    header: QFont

    @property
    def second(self) -> float:
        """The height of a second, smaller line."""
        return QFontMetricsF(self.small).height()


@dataclass(frozen=True, slots=True)
class Line:
    """Words above or below the rows; without a tone in the colour of text."""

    text: str
    font: QFont
    tone: Tone | None = None


@dataclass(frozen=True)
class Layout:
    """All measures in pixels at the usual scale; `more` stands below the rows."""

    chart: Chart
    caption: Caption
    more: str = ""

    @cached_property
    def letters(self) -> Letters:
        return Letters(
            text=_font(TEXT_PX),
            small=_font(SMALL_PX),
            title=_font(TITLE_PX, bold=True),
            bold=_font(TEXT_PX, bold=True),
            header=_font(SMALL_PX, bold=True),
        )

    @cached_property
    def width(self) -> float:
        columns = sum(column.width for column in self.chart.columns)
        return max(LEAST_WIDTH, columns) + 2 * MARGIN

    @cached_property
    def height(self) -> float:
        return self.top_of_foot + self._height_of(self.foot) + MARGIN

    @property
    def line_width(self) -> float:
        """Where the words around the rows break."""
        return self.width - 2 * MARGIN

    @cached_property
    def boxes(self) -> tuple[tuple[float, float], ...]:
        """Left edge and width of each column; wrapping and drawn ones share what is left."""
        columns = self.chart.columns
        left = self.width - 2 * MARGIN - sum(column.width for column in columns)
        taking = [column for column in columns if column.wraps or column.paint] or list(columns)
        boxes, x = [], MARGIN
        for column in columns:
            wide = column.width + (left / len(taking) if column in taking else 0.0)
            boxes.append((x, wide))
            x += wide
        return tuple(boxes)

    @cached_property
    def header(self) -> float:
        """The height of the titles, and of the figures of scales below them."""
        drawn = any(column.scale is not None for column in self.chart.columns)
        return ROW + (self.letters.second if drawn else 0.0)

    @cached_property
    def rows(self) -> tuple[tuple[float, float], ...]:
        """Top and height of each row that is drawn."""
        found, y = [], self.top_of_rows + self.header
        for at in range(min(self.chart.size, MOST_ROWS)):
            high = self._height(at)
            found.append((y, high))
            y += high
        return tuple(found)

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """Heading, warnings, sentences."""
        title = Line(self.caption.heading, self.letters.title)
        warned = (Line(f"▲ {text}", self.letters.bold, Tone.CARE) for text in self.caption.warnings)
        said = (Line(text, self.letters.text) for text in self.caption.sentences)
        return (title, *warned, *said)

    @cached_property
    def foot(self) -> tuple[Line, ...]:
        """Where the figures come from."""
        texts = (self.more, *self.caption.foot)
        return tuple(Line(text, self.letters.small, Tone.NEUTRAL) for text in texts if text)

    @cached_property
    def top_of_rows(self) -> float:
        """Of their titles."""
        return MARGIN + self._height_of(self.head) + GAP

    @cached_property
    def top_of_foot(self) -> float:
        last = self.rows[-1] if self.rows else (self.top_of_rows, self.header)
        return sum(last) + 2 * GAP

    def _height(self, at: int) -> float:
        needed = ROW
        for column, (_, wide) in zip(self.chart.columns, self.boxes, strict=True):
            if column.wraps or column.details:
                lines = height_of(column.texts[at], self.letters.text, wide - 2 * PAD)
                second = self.letters.second if column.details else 0.0
                needed = max(needed, lines + second + GAP)
        return needed

    def _height_of(self, lines: tuple[Line, ...]) -> float:
        return sum(height_of(line.text, line.font, self.line_width) + GAP / 2 for line in lines)


def height_of(text: str, font: QFont, room: float) -> float:
    """How high a text is that breaks into lines of this room."""
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1e6), WRAPS, text).height()


def _font(px: int, *, bold: bool = False) -> QFont:
    font = interface_font(px)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
