"""The head's facts on the cover: label and value side by side, a line between."""

from dataclasses import dataclass, replace

from reviewer_app.reports.blocks import Block, Line, draw_text
from reviewer_app.reports.fonts import Faces
from reviewer_app.reports.lines import broken
from reviewer_app.reports.page_style import ACCENT, LINE, MUTED, TEXT
from reviewer_app.reports.provenance import HeadLine
from reviewer_app.reports.text import Language, lines_of

_LABEL = 190.0
_SIZE = 9.0
_LEADING = 13.0
_PAD = 4.0
_LONGEST = 24
"""Lines of one fact; a longer value goes on in another, so that any text fits."""


@dataclass(frozen=True, slots=True)
class LaidFact:
    label: Line
    values: tuple[Line, ...]

    @property
    def height(self) -> float:
        return max(1, len(self.values)) * _LEADING + 2 * _PAD


def lay_facts(
    head: tuple[HeadLine, ...], faces: Faces, language: Language, width: float
) -> tuple[LaidFact, ...]:
    """The head's lines set into ``width`` points."""
    face = faces.regular
    found = []
    for line in head:
        label = Line(face.prepared(line.label.joined(language)), face, _SIZE, _LEADING, MUTED)
        values = tuple(
            Line(piece, face, _SIZE, _LEADING, TEXT)
            for value in lines_of(line.value, language)
            for piece in broken(face.prepared(value), face, _SIZE, width - _LABEL)
        )
        found.append(LaidFact(label, values[:_LONGEST]))
        found.extend(
            LaidFact(replace(label, text=""), values[start : start + _LONGEST])
            for start in range(_LONGEST, len(values), _LONGEST)
        )
    return tuple(found)


class FactsBlock(Block):
    """Facts below each other; parted between facts at the end of a page."""

    def __init__(self, facts: tuple[LaidFact, ...]) -> None:
        super().__init__()
        self._facts = facts

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, sum(fact.height for fact in self._facts)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Block]:
        used, fitting = 0.0, 0
        for fact in self._facts:
            used += fact.height
            if used > aH:
                break
            fitting += 1
        if fitting in (0, len(self._facts)):
            return []
        return [FactsBlock(self._facts[:fitting]), FactsBlock(self._facts[fitting:])]

    def draw(self) -> None:
        top = self.height
        self.canv.setLineWidth(1.2)
        self.canv.setStrokeColor(ACCENT)
        self.canv.line(0, top, self.width, top)
        self.canv.setLineWidth(0.4)
        self.canv.setStrokeColor(LINE)
        for fact in self._facts:
            base = top - _PAD - _SIZE * 1.05
            draw_text(self.canv, 0, base, fact.label)
            for number, value in enumerate(fact.values):
                draw_text(self.canv, _LABEL, base - number * _LEADING, value)
            top -= fact.height
            self.canv.line(0, top, self.width, top)
