"""The scale on which a column of a chart is drawn, and the figures that name it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reviewer_app.ui.kit.palette import Palette

LEAST_PX = 17.0
"""Nearer than this, figures would touch: only every second, or every fifth, is written."""
BEYOND = 10.0
"""How far figures of the ends may stand beside the scale, in pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole points at both ends; `signed` figures say on which side of nought they are."""

    low: int
    high: int
    signed: bool = False

    def at(self, points: float, box: QRectF) -> float:
        """Where so many points stand, in pixels."""
        share = (points - self.low) / (self.high - self.low)
        return box.left() + min(max(share, 0.0), 1.0) * box.width()

    def figures(self, wide: float) -> tuple[int, ...]:
        """The points that are named in so many pixels: both ends, and what has room between."""
        unit = wide / (self.high - self.low)
        step = next((each for each in (1, 2, 5) if each * unit >= LEAST_PX), self.high - self.low)
        least = LEAST_PX / unit
        between = range(self.low + 1, self.high)
        named = (point for point in between if point % step == 0)
        apart = (at for at in named if at - self.low >= least and self.high - at >= least)
        return (self.low, *apart, self.high)

    def figure(self, point: int) -> str:
        """A point in words."""
        if self.signed and point:
            return f"+{point}" if point > 0 else f"−{-point}"
        return str(point)


def paint_grid(painter: QPainter, box: QRectF, scale: Scale, palette: Palette) -> None:
    """Draw a line at every whole point."""
    painter.setPen(QPen(QColor(palette.line), 1))
    for point in range(scale.low, scale.high + 1):
        x = round(scale.at(point, box)) + 0.5
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))


def paint_scale(
    painter: QPainter,
    box: QRectF,
    scale: Scale,
    palette: Palette,
    *,
    beyond: float = BEYOND,
) -> None:
    """Write the figures of the scale above or below what is drawn on it.

    Those of its ends may stand so many pixels `beyond` the box.
    """
    painter.save()
    painter.setPen(QColor(palette.muted))
    for point in scale.figures(box.width()):
        said = scale.figure(point)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(said) + 1
        left = scale.at(point, box) - wide / 2
        left = min(max(left, box.left() - beyond), box.right() + beyond - wide)
        at = QRectF(left, box.top(), wide, box.height())
        side = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(at, side, said)
    painter.restore()
