"""Lines of a case on the page: columns beside each other, parted between lines, marks painted."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color

from reviewer_app.reports.blocks import Block, Line, draw_text
from reviewer_app.reports.case_paper import MarkTone, PaperText
from reviewer_app.reports.fonts import Faces
from reviewer_app.reports.lines import broken
from reviewer_app.reports.page_style import MARK_FILLS, MUTED, TEXT

_SIZES = {"title": 14.0, "heading": 11.0, "body": 10.0}
_LEADING = {True: 1.65, False: 1.5}
_LETTER = 7.0
_UNDER = 1.1


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked part of a line, in characters; with a letter where the mark begins."""

    start: int
    end: int
    tone: MarkTone
    letter: str


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of one column, with what is marked in it."""

    line: Line
    stretches: tuple[Stretch, ...] = ()


Column = tuple[MarkedLine, ...]


class RowBlock(Block):
    """Columns whose first lines stand at one height; each begins `lefts` points from the left."""

    def __init__(
        self, columns: tuple[Column, ...], lefts: tuple[float, ...], faces: Faces, after: float
    ) -> None:
        super().__init__()
        self._columns, self._lefts, self._faces, self._after = columns, lefts, faces, after

    def getSpaceAfter(self) -> float:
        return self._after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        self.height = max(sum(each.line.leading for each in column) for column in self._columns)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Block]:
        first, rest = [], []
        for column in self._columns:
            fitting = _fitting(column, aH)
            first.append(column[:fitting])
            rest.append(column[fitting:])
        if not any(first) or not any(rest):
            return []
        return [
            RowBlock(tuple(first), self._lefts, self._faces, 0.0),
            RowBlock(tuple(rest), self._lefts, self._faces, self._after),
        ]

    def draw(self) -> None:
        for column, left in zip(self._columns, self._lefts, strict=True):
            top = self.height
            for each in column:
                base = top - each.line.size * 1.16
                for stretch in each.stretches:
                    self._mark(each.line, stretch, left, base)
                draw_text(self.canv, left, base, each.line)
                top -= each.line.leading

    def _mark(self, line: Line, stretch: Stretch, left: float, base: float) -> None:
        """A ground and a line under the words, and the letter beside the line."""
        before = line.face.width(line.text[: stretch.start], line.size)
        wide = line.face.width(line.text[stretch.start : stretch.end], line.size)
        canvas, fill = self.canv, MARK_FILLS[stretch.tone]
        canvas.setFillColor(fill)
        canvas.rect(left + before, base - 2.4, wide, line.size * 1.22, stroke=0, fill=1)
        canvas.setStrokeColor(TEXT)
        canvas.setLineWidth(_UNDER * 0.6)
        canvas.line(left + before, base - 2.6, left + before + wide, base - 2.6)
        if stretch.letter:
            bold = self._faces.bold
            letter = Line(stretch.letter, bold, _LETTER, _LETTER, TEXT)
            draw_text(canvas, left - 5, base + 1, letter, right=True)


def set_text(text: PaperText, faces: Faces, width: float) -> Column:
    """The lines of a unit, its marks where its words are."""
    size = _SIZES[text.style]
    face = faces.regular if text.style == "body" else faces.bold
    leading = round(size * _LEADING[text.chinese], 1)
    prepared = face.prepared(text.text)
    marks = [
        (len(face.prepared(text.text[: m.start])), len(face.prepared(text.text[: m.end])), m)
        for m in text.marks
    ]
    lines, at = [], 0
    for words in broken(prepared, face, size, width):
        start = prepared.find(words, at) if words else at
        end = start + len(words)
        found = tuple(
            Stretch(
                max(first, start) - start,
                min(last, end) - start,
                mark.tone,
                mark.letter if start <= first else "",
            )
            for first, last, mark in marks
            if first < end and last > start
        )
        lines.append(MarkedLine(Line(words, face, size, leading, TEXT), found))
        at = end
    return tuple(lines)


def set_words(words: str, faces: Faces, width: float, *, bold: bool = False) -> Column:
    """Our own words, small and quiet, or bold ones in the colour of the text."""
    face, size = (faces.bold, 10.0) if bold else (faces.regular, 8.5)
    colour: Color = TEXT if bold else MUTED
    prepared = face.prepared(words)
    return tuple(
        MarkedLine(Line(each, face, size, round(size * 1.5, 1), colour))
        for each in broken(prepared, face, size, width)
    )


def stacked(columns: Iterator[Column], between: float = 0.0) -> Column:
    """Columns one below the other."""
    found: list[MarkedLine] = []
    for column in columns:
        if found and between:
            last = found[-1].line
            gap = Line("", last.face, last.size, between, last.colour)
            found.append(MarkedLine(gap))
        found.extend(column)
    return tuple(found)


def _fitting(column: Column, room: float) -> int:
    """How many lines find room."""
    used, count = 0.0, 0
    for each in column:
        used += each.line.leading
        if used > room:
            break
        count += 1
    return count
