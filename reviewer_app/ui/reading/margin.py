"""What is painted around the words: shading, gaps, and marks in the margin; never text itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from reviewer_app.ui.kit.palette import Palette, mix
from reviewer_app.ui.kit.stylesheet import palette_in_use

_SIGN_PX = 22.0
_LETTER_PX = 20.0
"""What a letter takes of the margin; where several begin, one stands below the other."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the margin where a quote begins: block, UTF-16 offset, letter, colour."""

    block: int
    offset: int
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class GapBox:
    """An empty stretch with quiet words."""

    top: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Decoration:
    """All that is painted around the words of one pane."""

    shaded: frozenset[int] = frozenset()
    gaps: tuple[GapBox, ...] = ()
    letters: tuple[Letter, ...] = ()
    signs: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Neutral signs in the margin of a block, one below the other: moved, uncertain, differs."""
    chips: Mapping[int, str] = field(default_factory=dict)
    """Quiet words below a block: moved, uncertain."""
    spans: tuple[tuple[int, int], ...] = ()
    """First and last block of a bar in the margin: several blocks that are one row."""
    opened: frozenset[int] = frozenset()
    """Blocks of the other language that are opened under the one in focus."""


class Frame(Protocol):
    """Where the blocks in sight stand, and how much larger than usual the margin is."""

    left: float
    scale: float
    first: int
    last: int
    tops: list[float]

    def bottom(self, block: int) -> float: ...


class PanePainter:
    """Paints a decoration; the colours are the palette's."""

    def __init__(self) -> None:
        self.decoration = Decoration()
        self.small = QFont()

    def background(self, painter: QPainter, frame: Frame, width: float, clip: QRectF) -> None:
        """Shading and gaps, below the words."""
        palette = palette_in_use()
        shade = QColor(mix(palette.surface, palette.accent, 0.08))
        left = frame.left - 14 * frame.scale
        for block in range(frame.first, frame.last + 1):
            top, bottom = frame.tops[block], frame.bottom(block)
            box = QRectF(left, top - 2, width - left - 4, bottom - top + 4)
            opened = block in self.decoration.opened
            if block in self.decoration.shaded or opened:
                painter.fillRect(box, shade if not opened else QColor(palette.window))
            if opened:
                painter.fillRect(QRectF(left, top - 2, 3, bottom - top + 4), QColor(palette.edge))
        for gap in self.decoration.gaps:
            box = QRectF(frame.left, gap.top, width - frame.left - 12, gap.height)
            if box.intersects(clip):
                self._gap(painter, gap, box, palette)

    def foreground(
        self, painter: QPainter, frame: Frame, line_y: Callable[[int, int], float]
    ) -> None:
        """Letters, signs and bars in the margin, and chips."""
        palette = palette_in_use()
        painter.setFont(self.small)
        taken: list[float] = []
        apart = _LETTER_PX * frame.scale
        for letter in self.decoration.letters:
            if frame.first <= letter.block <= frame.last:
                y = line_y(letter.block, letter.offset)
                while any(abs(y - each) < apart for each in taken):
                    y += apart
                taken.append(y)
                _letter(painter, letter, y, frame, palette)
        painter.setPen(QColor(palette.muted))
        for block in range(frame.first, frame.last + 1):
            for at, sign in enumerate(self.decoration.signs.get(block, ())):
                y = frame.tops[block] + (5 + at * _SIGN_PX) * frame.scale
                _sign(painter, sign, QPointF(frame.left - 13 * frame.scale, y), frame.scale)
            chip = self.decoration.chips.get(block)
            if chip:
                _chip(painter, chip, frame.left, frame.bottom(block) + 4, palette)
        for first, last in self.decoration.spans:
            if first <= frame.last and last >= frame.first:
                top = frame.tops[max(first, frame.first)]
                bottom = frame.bottom(min(last, frame.last))
                painter.fillRect(QRectF(frame.left - 8, top + 3, 2, bottom - top - 6), palette.edge)

    def _gap(self, painter: QPainter, gap: GapBox, box: QRectF, palette: Palette) -> None:
        painter.save()
        painter.setPen(QPen(QColor(palette.line), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 2.5, -0.5, -2.5), 6, 6)
        painter.setPen(QColor(palette.muted))
        painter.setFont(self.small)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        words = box.adjusted(12, 8, -12, -4)
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), gap.text)
        painter.restore()


def _letter(painter: QPainter, letter: Letter, y: float, frame: Frame, palette: Palette) -> None:
    scale = frame.scale
    box = QRectF(frame.left - 30 * scale, y + 4 * scale, 18 * scale, 18 * scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(letter.colour))
    painter.drawRoundedRect(box, 4, 4)
    font = painter.font()
    font.setPixelSize(round(12 * scale))
    painter.setFont(font)
    painter.setPen(QColor(palette.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter.text)
    painter.restore()


def _chip(painter: QPainter, words: str, x: float, y: float, palette: Palette) -> None:
    """A word in a rounded frame."""
    metrics = painter.fontMetrics()
    box = QRectF(x, y, metrics.horizontalAdvance(words) + 14, metrics.height() + 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.edge), 1))
    radius = box.height() / 2
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(QColor(palette.muted))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def _sign(painter: QPainter, sign: str, at: QPointF, scale: float) -> None:
    """Draw a sign, usually of 10 × 16 pixels: arrows for moved, unequal for differs, dots for
    uncertain."""
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    x = y = 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setWidthF(1.5)
    painter.setPen(pen)
    middle = x + 4
    if sign == "moved":
        painter.drawLine(QPointF(middle, y), QPointF(middle, y + 16))
        for tip, way in ((y, 1), (y + 16, -1)):
            for side in (-3, 3):
                painter.drawLine(QPointF(middle, tip), QPointF(middle + side, tip + 4 * way))
    elif sign == "differs":
        for level in (y + 6, y + 11):
            painter.drawLine(QPointF(x, level), QPointF(x + 8, level))
        painter.drawLine(QPointF(x + 6.5, y + 2), QPointF(x + 1.5, y + 15))
    else:
        painter.setBrush(painter.pen().color())
        for step in (2, 8, 14):
            painter.drawEllipse(QPointF(middle, y + step), 1.0, 1.0)
    painter.restore()
