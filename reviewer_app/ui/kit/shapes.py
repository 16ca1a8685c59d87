"""Marks of state: a shape for the eye beside the word, never colour alone."""

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer_app.ui.kit.palette import Tone

SHAPE_PX = 12
"""The side of a shape beside the usual text; `scaled` beside larger."""


class Shape(StrEnum):
    """The shapes that stand before a word of state."""

    DONE = "done"
    PART = "part"
    TODO = "todo"
    WAITING = "waiting"
    SENT = "sent"
    WARNING = "warning"
    STOPPED = "stopped"
    LOCKED = "locked"


DEFAULT_TONE = {
    Shape.DONE: Tone.GOOD,
    Shape.PART: Tone.ACCENT,
    Shape.TODO: Tone.NEUTRAL,
    Shape.WAITING: Tone.NEUTRAL,
    Shape.SENT: Tone.ACCENT,
    Shape.WARNING: Tone.CARE,
    Shape.STOPPED: Tone.BAD,
    Shape.LOCKED: Tone.NEUTRAL,
}
GLYPHS = {  # for plain text: copies, sentences, screen readers
    Shape.DONE: "●",
    Shape.PART: "◐",
    Shape.TODO: "○",
    Shape.WAITING: "◔",
    Shape.SENT: "↑",
    Shape.WARNING: "▲",
    Shape.STOPPED: "■",
    Shape.LOCKED: "▢",
}


def paint_shape(painter: QPainter, shape: Shape, box: QRectF, colour: str) -> None:
    """Draw a shape inside a square box; its lines are drawn for one of 12 px, and grow with it."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / SHAPE_PX, box.width() / SHAPE_PX)
    box = QRectF(0, 0, SHAPE_PX, SHAPE_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    match shape:
        case Shape.WARNING:
            painter.setBrush(ink)
            painter.drawPolygon(_triangle(inner))
        case Shape.STOPPED:
            painter.setBrush(ink)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        case Shape.LOCKED:
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        case Shape.SENT:
            _arrow(painter, inner)
        case _:
            _circle(painter, shape, inner, ink)
    painter.restore()


def _circle(painter: QPainter, shape: Shape, box: QRectF, ink: QColor) -> None:
    if shape is Shape.DONE:
        painter.setBrush(ink)
    painter.drawEllipse(box)
    painter.setBrush(ink)
    sixteenths = 16
    if shape is Shape.PART:
        painter.drawPie(box, 90 * sixteenths, 180 * sixteenths)
    elif shape is Shape.WAITING:
        painter.drawPie(box, 0, 90 * sixteenths)


def _triangle(box: QRectF) -> QPolygonF:
    height = box.width() * math.sqrt(3) / 2
    top = box.center().y() - height / 2
    return QPolygonF(
        [
            QPointF(box.center().x(), top),
            QPointF(box.right(), top + height),
            QPointF(box.left(), top + height),
        ]
    )


def _arrow(painter: QPainter, box: QRectF) -> None:
    centre = box.center()
    painter.drawEllipse(box)
    painter.drawLine(QPointF(centre.x(), box.bottom() - 2), QPointF(centre.x(), box.top() + 2.5))
    for side in (-2.0, 2.0):
        tip = QPointF(centre.x(), box.top() + 2.5)
        painter.drawLine(tip, QPointF(centre.x() + side, box.top() + 4.5))
