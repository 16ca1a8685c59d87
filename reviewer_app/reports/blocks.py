"""Text on the page: blocks of ready lines that can be parted between lines, and bookmarks."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.flowables import Flowable

from reviewer_app.reports.fonts import Face


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the PDF's outline; ``level`` counts from 0."""

    key: str
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    face: Face
    size: float
    leading: float
    colour: Color


@dataclass(frozen=True, slots=True)
class Spacing:
    """Points left free around a block; ``rule`` is the colour of a line at its left edge."""

    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    with_next: bool = False
    rule: Color | None = None


def draw_text(canvas: Canvas, x: float, y: float, line: Line, *, right: bool = False) -> None:
    """Draws a prepared line from x, or up to x where ``right``; y is the base line."""
    if not line.text:
        return
    canvas.setFillColor(line.colour)
    hang = 0.0 if right else line.face.hang(line.text, line.size)
    left = x - line.face.width(line.text, line.size) if right else x - hang
    words = canvas.beginText(left, y)
    for piece in line.face.pieces(line.text, line.size):
        words.setFont(piece.font, line.size)
        words.textOut(piece.text)
    canvas.drawText(words)


class Block(Flowable):  # type: ignore[misc]  # reportlab has no types; here they begin
    """What the page flow asks of everything that stands on a page."""

    canv: Canvas
    width: float
    height: float


class TextBlock(Block):
    """Lines below each other; parted between lines at the end of a page."""

    def __init__(
        self, lines: tuple[Line, ...], spacing: Spacing, bookmark: Bookmark | None = None
    ) -> None:
        super().__init__()
        self._lines = lines
        self._spacing = spacing
        self._bookmark = bookmark
        self.keepWithNext = spacing.with_next

    def getSpaceBefore(self) -> float:
        return self._spacing.before

    def getSpaceAfter(self) -> float:
        return self._spacing.after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, sum(line.leading for line in self._lines)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Block]:
        used, fitting = 0.0, 0
        for line in self._lines:
            if used + line.leading > aH:
                break
            used += line.leading
            fitting += 1
        if fitting in (0, len(self._lines)):
            return []
        rest = replace(self._spacing, before=0.0)
        first = TextBlock(self._lines[:fitting], replace(self._spacing, after=0.0), self._bookmark)
        return [first, TextBlock(self._lines[fitting:], rest)]

    def draw(self) -> None:
        if self._bookmark is not None:
            self.canv.bookmarkHorizontal(self._bookmark.key, 0, self.height + 8)
            self.canv.addOutlineEntry(
                self._bookmark.title, self._bookmark.key, self._bookmark.level, closed=False
            )
        if self._spacing.rule is not None:
            self.canv.setStrokeColor(self._spacing.rule)
            self.canv.setLineWidth(1.5)
            self.canv.line(self._spacing.indent - 8, 1, self._spacing.indent - 8, self.height - 1)
        top = self.height
        for line in self._lines:
            draw_text(self.canv, self._spacing.indent, top - line.size * 1.05, line)
            top -= line.leading
