"""Where the pages of a file lie below each other: sizes, zoom, turns, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize

from review_protocol.documents.file_quotes import Box
from reviewer_app.ui.reading.attachments.wire import PageSize

GAP_PX = 12
MARGIN_PX = 28
"""Beside a page, for the letters of criteria."""
ZOOMS = (0.25, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
LEAST_SCALE, LEAST_PX = 0.5, 480
"""Fitted to a narrow room, a page stays half as large as on paper, a larger sheet this wide."""
_SCREEN_POINTS = 96 / 72
_MILLE = 1000


class Fit(StrEnum):
    """A size that follows the window."""

    WIDTH = "width"
    PAGE = "page"


Zoom = float | Fit


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages laid out for a room; `turns` are quarter turns to the right.

    `scale` is pixels a point of the screen (1.0: as large as on paper, at 96 pixels an inch).
    """

    sizes: tuple[PageSize, ...] = ()
    zoom: Zoom = Fit.WIDTH
    turns: int = 0
    room: QSize = field(default_factory=QSize)
    scale: float = field(init=False)
    boxes: tuple[QRect, ...] = field(init=False)
    extent: QSize = field(init=False)

    def __post_init__(self) -> None:
        scale = _scale(self)
        boxes, top, widest = [], GAP_PX, 0
        for size in self.sizes:
            across, down = self._turned(size)
            width = max(1, round(across * scale * _SCREEN_POINTS))
            height = max(1, round(down * scale * _SCREEN_POINTS))
            left = max(MARGIN_PX, (self.room.width() - width) // 2)
            boxes.append(QRect(left, top, width, height))
            top += height + GAP_PX
            widest = max(widest, width + 2 * MARGIN_PX)
        object.__setattr__(self, "scale", scale)
        object.__setattr__(self, "boxes", tuple(boxes))
        object.__setattr__(self, "extent", QSize(widest, top))

    def stepped(self, step: int) -> Zoom:
        """The next larger (+1) or smaller (−1) size; this one at the end."""
        larger = [zoom for zoom in ZOOMS if zoom > self.scale + 0.01]
        smaller = [zoom for zoom in ZOOMS if zoom < self.scale - 0.01]
        if step > 0:
            return larger[0] if larger else self.zoom
        return smaller[-1] if smaller else self.zoom

    def page_at(self, y: float) -> int:
        """The index of the page at a height, or of the one above it."""
        return max(0, bisect_right(self.boxes, y, key=_top) - 1)

    def in_sight(self, top: int, bottom: int) -> range:
        """The indices of the pages between two heights."""
        if not self.boxes:
            return range(0)
        first = self.page_at(top)
        if self.boxes[first].bottom() <= top:
            first += 1
        return range(first, max(first, bisect_right(self.boxes, bottom - 1, key=_top)))

    def on_page(self, index: int, point: QPointF) -> tuple[float, float]:
        """From a point of the plan to thousandths of a point of the page as its file has it."""
        box, size = self.boxes[index], self.sizes[index]
        per = self.scale * _SCREEN_POINTS / _MILLE
        x, y = (point.x() - box.left()) / per, (point.y() - box.top()) / per
        across, down = size.width * _MILLE, size.height * _MILLE
        return ((x, y), (y, down - x), (across - x, down - y), (across - y, x))[self.turns % 4]

    def shown(self, index: int, box: Box) -> QRectF:
        """From a rectangle of the page to the plan."""
        size, per = self.sizes[index], self.scale * _SCREEN_POINTS / _MILLE
        across, down = round(size.width * _MILLE), round(size.height * _MILLE)
        left, top, right, bottom = (
            (box.left, box.top, box.right, box.bottom),
            (down - box.bottom, box.left, down - box.top, box.right),
            (across - box.right, down - box.bottom, across - box.left, down - box.top),
            (box.top, across - box.right, box.bottom, across - box.left),
        )[self.turns % 4]
        at = self.boxes[index].topLeft()
        return QRectF(
            at.x() + left * per, at.y() + top * per, (right - left) * per, (bottom - top) * per
        )

    def _turned(self, size: PageSize) -> tuple[float, float]:
        return (size.height, size.width) if self.turns % 2 else (size.width, size.height)


def _scale(plan: Plan) -> float:
    if isinstance(plan.zoom, float):
        return plan.zoom
    sides = [plan._turned(size) for size in plan.sizes]
    across = max((side[0] for side in sides), default=595.0) * _SCREEN_POINTS
    scale = (plan.room.width() - 2 * MARGIN_PX) / max(across, 1.0)
    if plan.zoom is Fit.WIDTH:
        scale = max(scale, min(LEAST_SCALE, LEAST_PX / max(across, 1.0)))
    if plan.zoom is Fit.PAGE:
        down = max((side[1] for side in sides), default=842.0) * _SCREEN_POINTS
        scale = min(scale, (plan.room.height() - 2 * GAP_PX) / max(down, 1.0))
    return max(0.05, scale)


def _top(box: QRect) -> int:
    return box.top()
