"""What is painted over a page: the selection, hits, and quotes with the letter of a criterion.

Paper is white under every theme, so marks have the colours of the light one and darken nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from review_protocol.documents.file_quotes import Box
from review_protocol.documents.score import CriterionCode
from reviewer_app.ui import terms
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.reading.attachments.plan import Plan
from reviewer_app.ui.reading.evidence_style import evidence_colour

_PENS = {
    "conceptual_fit": Qt.PenStyle.SolidLine,
    "international_cooperativeness": Qt.PenStyle.DashLine,
    "benefits": Qt.PenStyle.DotLine,
}
_BADGE_PX = 18
_SELECTED_ALPHA = 0.3


class Look(StrEnum):
    """What a mark says."""

    SELECTED = "selected"
    HIT = "hit"
    HIT_SHOWN = "hit shown"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Mark:
    """Rectangles of one page that mean one thing; a quote has its criterion."""

    index: int
    boxes: tuple[Box, ...]
    look: Look
    criterion: CriterionCode | None = None


def paint_marks(painter: QPainter, plan: Plan, marks: Iterable[Mark]) -> None:
    """Paint the marks of one page in the coordinates of the plan; no letter covers another."""
    taken: list[QRectF] = []
    for mark in marks:
        _paint(painter, plan, mark)
        if mark.criterion is not None:
            edge = plan.boxes[mark.index].left() - _BADGE_PX - 4
            top = plan.shown(mark.index, mark.boxes[0]).top()
            box = QRectF(edge, top, _BADGE_PX, _BADGE_PX)
            while any(box.intersects(other) for other in taken):
                box.moveTop(box.top() + 2)
            taken.append(box)
            _badge(painter, mark.criterion, box)


def _paint(painter: QPainter, plan: Plan, mark: Mark) -> None:
    rects = [plan.shown(mark.index, box) for box in mark.boxes]
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rect in rects:
        painter.fillRect(rect, _colour(mark))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if mark.look is Look.HIT_SHOWN:
        painter.setPen(QPen(QColor(LIGHT.accent), 2))
        for rect in rects:
            painter.drawRect(rect.adjusted(-2, -2, 2, 2))
    elif mark.criterion is not None:
        painter.setPen(QPen(QColor(LIGHT.text), 1.5, _PENS[mark.criterion]))
        for rect in rects:
            painter.drawLine(_foot(rect, plan.turns), _foot(rect, plan.turns, end=True))
    painter.restore()


def _colour(mark: Mark) -> QColor:
    if mark.criterion is not None:
        return QColor(evidence_colour(mark.criterion, LIGHT))
    colour = QColor(LIGHT.accent if mark.look is Look.SELECTED else LIGHT.note)
    if mark.look is Look.SELECTED:
        colour.setAlphaF(_SELECTED_ALPHA)
    return colour


def _foot(rect: QRectF, turns: int, *, end: bool = False) -> QPointF:
    """Where the line under the words begins or ends, which ever way they are turned."""
    corners = (
        (rect.bottomLeft(), rect.bottomRight()),
        (rect.topLeft(), rect.bottomLeft()),
        (rect.topRight(), rect.topLeft()),
        (rect.bottomRight(), rect.topRight()),
    )
    return corners[turns % 4][end]


def _badge(painter: QPainter, criterion: CriterionCode, box: QRectF) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(evidence_colour(criterion, LIGHT)))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(LIGHT.text))
    font = painter.font()
    font.setPixelSize(12)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, terms.criterion_letter(criterion))
    painter.restore()
