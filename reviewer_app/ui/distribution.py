"""A strip of dots on the rubric's scale, one for each score, with a tick at the mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.tips import give_tip

DOT = 3.0  # radius in pixels
STEP = 0.5  # scores within half a point are stacked


@dataclass(frozen=True, slots=True)
class Dots:
    """What a strip draws: scores and their mean, on a scale with both ends included."""

    scores: tuple[float, ...] = ()
    mean: float | None = None
    lowest: int = 1
    highest: int = 10


def paint_dots(painter: QPainter, box: QRectF, dots: Dots, palette: Palette) -> None:
    """Draw scale, dots (equal ones stacked upwards) and mean inside a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(DOT + 1, 2, -DOT - 1, -4)
    base = inner.bottom()
    painter.setPen(QPen(QColor(palette.edge), 1))
    painter.drawLine(QPointF(inner.left(), base), QPointF(inner.right(), base))
    for mark in range(dots.lowest, dots.highest + 1):
        x = _x(inner, mark, dots)
        painter.drawLine(QPointF(x, base), QPointF(x, base + 3))
    if dots.mean is not None:
        x = _x(inner, dots.mean, dots)
        painter.setPen(QPen(QColor(palette.accent), 2))
        painter.drawLine(QPointF(x, inner.top()), QPointF(x, base + 3))
    painter.setPen(QPen(QColor(palette.surface), 1))
    painter.setBrush(QColor(palette.text))
    for centre in _centres(inner, dots):
        painter.drawEllipse(centre, DOT, DOT)
    painter.restore()


def _x(box: QRectF, value: float, dots: Dots) -> float:
    share = (value - dots.lowest) / max(1, dots.highest - dots.lowest)
    return box.left() + share * box.width()


def _centres(box: QRectF, dots: Dots) -> Sequence[QPointF]:
    """One centre a score; stacks that would leave the box are pressed together."""
    places = [round(score / STEP) for score in sorted(dots.scores)]
    highest = max(Counter(places).values(), default=1)
    room = box.height() - 2 * DOT
    rise = min(2 * DOT, room / (highest - 1)) if highest > 1 else 0.0
    seen: Counter[int] = Counter()
    centres = []
    for score, place in zip(sorted(dots.scores), places, strict=True):
        y = box.bottom() - DOT - seen[place] * rise
        centres.append(QPointF(_x(box, score, dots), y))
        seen[place] += 1
    return centres


class DistributionStrip(QWidget):
    """The strip as a widget; its words are its accessible name and tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = Dots()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_dots(self, dots: Dots, words: str) -> None:
        """Draw these scores; `words` say the same."""
        self._dots = dots
        self.setAccessibleName(words)
        give_tip(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to tell ten marks apart."""
        return QSize(180, 28)

    def minimumSizeHint(self) -> QSize:
        """The least that can be read."""
        return QSize(100, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        paint_dots(QPainter(self), QRectF(self.rect()), self._dots, palette_in_use())
