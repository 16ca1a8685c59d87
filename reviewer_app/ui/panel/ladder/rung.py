"""One rung of the ladder: a dot at the adjusted mean, a ring at the raw one, a bar for 90 %."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reviewer_app.services.panel.compared_rows import ComparedCase
from reviewer_app.ui.kit.palette import Palette

DOT, RING = 4.0, 4.5
BAR = 3.0
TICK = 9.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole points at both ends."""

    low: int
    high: int

    def at(self, points: float, box: QRectF) -> float:
        """Where so many points stand, in pixels."""
        share = (points - self.low) / (self.high - self.low)
        return box.left() + min(max(share, 0.0), 1.0) * box.width()


def scale_of(cases: Sequence[ComparedCase], lowest: int, highest: int) -> Scale:
    """The points that all rungs need, inside the rubric's scale."""
    values = [each.raw for each in cases]
    values += [end for each in cases for end in (each.low, each.high) if end is not None]
    if not values:
        return Scale(lowest, highest)
    low = max(lowest, math.floor(min(values)))
    return Scale(low, max(low + 1, min(highest, math.ceil(max(values)))))


def paint_rung(
    painter: QPainter,
    box: QRectF,
    case: ComparedCase,
    scale: Scale,
    palette: Palette,
    *,
    official: float | None = None,
) -> None:
    """Draw grid, bar, ring and dot inside a box; shapes differ, so colour says nothing alone.

    While a question is asked, a tick stands at the figure that counts.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.line), 1))
    for point in range(scale.low, scale.high + 1):
        x = round(scale.at(point, box)) + 0.5
        painter.drawLine(QLineF(x, box.top(), x, box.bottom()))
    middle = box.center().y()
    if case.low is not None and case.high is not None:
        painter.setPen(QPen(QColor(palette.edge), BAR, c=Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(scale.at(case.low, box), middle, scale.at(case.high, box), middle))
    if official is not None:
        x = scale.at(official, box)
        painter.setPen(QPen(QColor(palette.care), 2))
        painter.drawLine(QLineF(x, middle - TICK, x, middle + TICK))
    painter.setPen(QPen(QColor(palette.text), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(scale.at(case.raw, box), middle), RING, RING)
    painter.setPen(QPen(QColor(palette.surface), 1))
    painter.setBrush(QColor(palette.accent))
    painter.drawEllipse(QPointF(scale.at(case.adjusted, box), middle), DOT, DOT)
    painter.restore()


def paint_scale(painter: QPainter, box: QRectF, scale: Scale, palette: Palette) -> None:
    """Write the whole points of the scale."""
    painter.save()
    painter.setPen(QColor(palette.muted))
    for point in range(scale.low, scale.high + 1):
        x = scale.at(point, box)
        at = QRectF(x - 14, box.top(), 28, box.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(point))
    painter.restore()
