"""One rung of the ladder: a dot at the adjusted mean, a ring at the raw one, a bar for 90 %."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reviewer_app.services.panel.compared_rows import ComparedCase
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.panel.charts.scale import Scale, paint_grid

DOT, RING = 4.0, 4.5
BAR = 3.0
TICK = 9.0


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
    paint_grid(painter, box, scale, palette)
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
