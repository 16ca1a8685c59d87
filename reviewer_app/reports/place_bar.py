"""A case's place as a bar on the rubric's scale: both means, the 90 % interval, the two lines."""

from dataclasses import dataclass
from decimal import Decimal

from reportlab.lib.colors import Color

from reviewer_app.reports.blocks import Block, Line, draw_text
from reviewer_app.reports.defence_rows import PlaceRow
from reviewer_app.reports.defence_words import number
from reviewer_app.reports.figures import Exact, rounded
from reviewer_app.reports.fonts import Face
from reviewer_app.reports.page_style import ACCENT, LINE, MUTED, SURFACE, TEXT, WHITE
from reviewer_app.reports.text import Bilingual, Language

_SIZE = 7.0
_ROW = 9.5
_AXIS = 24.0
"""Points from the labels of the lines down to the axis."""
_BELOW = 30.0
_RING, _DOT = 4.8, 2.9
"""Radii; where both means are equal the ring stands around the dot."""


@dataclass(frozen=True, slots=True)
class BarSetting:
    """What is drawn: single scores are those that count, each the weighted mean of its marks."""

    place: PlaceRow
    scores: tuple[Exact, ...]
    scale: tuple[int, int]
    face: Face
    language: Language


class PlaceBar(Block):
    """Never parted; as wide as it is given room."""

    def __init__(self, setting: BarSetting) -> None:
        super().__init__()
        self._setting = setting
        self._lines = [
            (each.target, each.figure) for each in setting.place.lines if each.figure is not None
        ]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        self.height = len(self._lines) * _ROW + _AXIS + _BELOW
        return self.width, self.height

    def draw(self) -> None:
        axis = _BELOW
        self._scale(axis)
        for row, (target, figure) in enumerate(self._lines):
            self._target(target, figure, self.height - row * _ROW, axis)
        place = self._setting.place
        if place.low is not None and place.high is not None:
            low, high = self._x(place.low), self._x(place.high)
            self.canv.setFillColor(SURFACE)
            self.canv.setStrokeColor(ACCENT)
            self.canv.setLineWidth(0.8)
            self.canv.roundRect(low, axis + 6, high - low, 9, 2, stroke=1, fill=1)
        for score in self._setting.scores:
            self._stroke(self._x(score), axis - 1, self._x(score), axis + 4, MUTED, 0.9)
        self._dot(place.raw, axis + 10.5, WHITE, _RING)
        self._dot(place.adjusted, axis + 10.5, ACCENT, _DOT)
        self._legend()

    def _x(self, figure: Exact) -> float:
        """From the left, of a figure on the scale; beyond its ends at the end."""
        low, high = self._setting.scale
        value = float(rounded(figure, 6) or Decimal(0))
        share = (min(max(value, low), high) - low) / (high - low)
        return 6 + share * (self.width - 12)

    def _scale(self, axis: float) -> None:
        low, high = self._setting.scale
        self._stroke(self._x(low), axis, self._x(high), axis, LINE, 0.8)
        step = max(1, (high - low) // 10)
        for mark in range(low, high + 1, step):
            x = self._x(mark)
            self._stroke(x, axis - 2, x, axis, LINE, 0.8)
            self._text(str(mark), x, axis - 10, MUTED)

    def _target(self, target: int, figure: Exact, top: float, axis: float) -> None:
        x = self._x(figure)
        self.canv.setDash(2, 2)
        self._stroke(x, axis, x, top - _ROW + 1, TEXT, 0.8)
        self.canv.setDash()
        label = Bilingual(
            f"前{target}名的线：{number(figure)}", f"line of the best {target}: {number(figure)}"
        )
        self._text(label.joined(self._setting.language), x, top - 7.5, TEXT)

    def _dot(self, figure: Exact, y: float, fill: Color, radius: float) -> None:
        self.canv.setFillColor(fill)
        self.canv.setStrokeColor(ACCENT)
        self.canv.setLineWidth(1.2)
        self.canv.circle(self._x(figure), y, radius, stroke=1, fill=1)

    def _legend(self) -> None:
        words = Bilingual(
            "● 校正平均分    ○ 原始平均分    ▭ 90%区间    | 计入的单个评分",
            "● adjusted mean    ○ raw mean    ▭ 90% interval    | single scores that count",
        )
        face = self._setting.face
        text = face.prepared(words.joined(self._setting.language))
        draw_text(self.canv, 6, 6, Line(text, face, _SIZE, _SIZE, MUTED))

    def _text(self, words: str, middle: float, y: float, colour: Color) -> None:
        face = self._setting.face
        text = face.prepared(words)
        wide = face.width(text, _SIZE)
        left = min(max(0.0, middle - wide / 2), self.width - wide)
        draw_text(self.canv, left, y, Line(text, face, _SIZE, _SIZE, colour))

    def _stroke(
        self, x1: float, y1: float, x2: float, y2: float, colour: Color, wide: float
    ) -> None:
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(wide)
        self.canv.line(x1, y1, x2, y2)
