"""Text that has to fit a page: smaller down to a floor, then shortened with a mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color

from reviewer_app.reports.blocks import Line, Spacing, TextBlock
from reviewer_app.reports.fonts import Face, Faces
from reviewer_app.reports.lines import broken
from reviewer_app.reports.page_style import MUTED, TEXT
from reviewer_app.reports.text import Language

CUT = "…"


@dataclass(frozen=True, slots=True)
class Fit:
    """How much room a sheet takes: part of the usual size of type, and the most lines or rows."""

    size: float
    reason: int
    comment: int
    quote: int
    """0 leaves the quotes out."""
    rows: int
    sentences: int


FITS = (
    Fit(1.0, reason=8, comment=4, quote=4, rows=14, sentences=9),
    Fit(0.94, reason=6, comment=3, quote=3, rows=14, sentences=8),
    Fit(0.9, reason=5, comment=3, quote=2, rows=12, sentences=7),
    Fit(0.86, reason=4, comment=2, quote=2, rows=10, sentences=6),
    Fit(0.82, reason=3, comment=2, quote=1, rows=8, sentences=5),
    Fit(0.82, reason=2, comment=1, quote=1, rows=8, sentences=4),
    Fit(0.82, reason=2, comment=1, quote=0, rows=8, sentences=3),
    Fit(0.82, reason=2, comment=1, quote=0, rows=6, sentences=3),
    Fit(0.82, reason=2, comment=1, quote=0, rows=4, sentences=3),
)
"""From the most to the least; the first that fits is taken. At the floor 8.5 points are 7."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets paragraphs for one fit, in one language."""

    faces: Faces
    language: Language
    width: float
    fit: Fit

    def text(
        self,
        words: str,
        size: float = 8.5,
        *,
        bold: bool = False,
        quiet: bool = False,
        most: int = 99,
        spacing: Spacing | None = None,
    ) -> TextBlock:
        """At most so many lines; what is left out is marked."""
        spacing = spacing or Spacing(0, 2)
        face = self.faces.bold if bold else self.faces.regular
        points = round(size * self.fit.size, 2)
        colour: Color = MUTED if quiet else TEXT
        room = self.width - spacing.indent
        leading = round(points * 1.38, 1)
        lines = broken(face.prepared(words), face, points, room)
        return TextBlock(
            tuple(
                Line(each, face, points, leading, colour)
                for each in shortened(lines, most, face, points, room)
            ),
            spacing,
        )


def shortened(
    lines: Sequence[str], most: int, face: Face, size: float, room: float
) -> Sequence[str]:
    """The first `most` lines; the last of them ends with a mark where others are left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip() + CUT
    while len(last) > 1 and face.width(last, size) > room:
        last = last[:-2].rstrip() + CUT
    return (*lines[: most - 1], last)
