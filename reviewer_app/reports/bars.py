"""Distribution bars drawn with reportlab's shapes: counts said in figures, not by colour alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color

from reviewer_app.reports.fonts import Face
from reviewer_app.reports.lines import broken
from reviewer_app.reports.outline import Bar, BarFigure
from reviewer_app.reports.page_style import BAR_FILLS, BAR_TEXTS, HEIGHT, MUTED, TEXT
from reviewer_app.reports.text import Language, lines_of

_LABEL = 0.42
_BAR = 11.0
_GAP = 5.0
_LEADING = 9.5
_SIZE = 7.5
_LEGEND = 22.0
_ROOM = HEIGHT - 80
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class _Row:
    lines: tuple[str, ...]
    bar: Bar

    @property
    def height(self) -> float:
        return max(_BAR, len(self.lines) * _LEADING) + _GAP


def draw_bars(figure: BarFigure, face: Face, language: Language, width: float) -> list[Drawing]:
    """One drawing a page at most, each with the legend; all bars to one scale."""
    most = max((sum(bar.counts) for bar in figure.bars), default=0)
    scale = (width * (1 - _LABEL) - 40) / max(most, 1)
    rows = [_Row(_label(bar, face, language, width * _LABEL - 12), bar) for bar in figure.bars]
    return [_Page(figure, face, language, width, scale).drawing(page) for page in _pages(rows)]


def _label(bar: Bar, face: Face, language: Language, width: float) -> tuple[str, ...]:
    shown = "zh" if language == "both" else language
    lines = broken(face.prepared(lines_of(bar.label, shown)[0]), face, _SIZE, width)
    cut = len(lines) > _MOST_LINES
    return (*lines[: _MOST_LINES - 1], "…") if cut else tuple(lines)


def _pages(rows: list[_Row]) -> Iterator[list[_Row]]:
    page: list[_Row] = []
    used = 0.0
    for row in rows:
        if page and used + row.height > _ROOM - _LEGEND:
            yield page
            page, used = [], 0.0
        page.append(row)
        used += row.height
    if page:
        yield page


@dataclass(frozen=True, slots=True)
class _Page:
    figure: BarFigure
    face: Face
    language: Language
    width: float
    scale: float

    def drawing(self, rows: list[_Row]) -> Drawing:
        height = _LEGEND + sum(row.height for row in rows)
        drawing = Drawing(self.width, height)
        self._legend(drawing, height - 10)
        top = height - _LEGEND
        for row in rows:
            self._row(drawing, row, top)
            top -= row.height
        return drawing

    def _legend(self, drawing: Drawing, y: float) -> None:
        x = self.width * _LABEL
        for number, part in enumerate(self.figure.parts):
            title = self.face.prepared(part.joined(self.language))
            drawing.add(Rect(x, y - 1, 9, 9, fillColor=BAR_FILLS[number], strokeColor=None))
            self._text(drawing, x + 13, y, title, MUTED)
            x += self.face.width(title, _SIZE) + 30

    def _row(self, drawing: Drawing, row: _Row, top: float) -> None:
        for number, line in enumerate(row.lines):
            self._text(drawing, 0, top - 8 - number * _LEADING, line, TEXT)
        x = self.width * _LABEL
        for number, count in enumerate(row.bar.counts):
            if count:
                self._part(drawing, x, top, number, count)
                x += count * self.scale
        total = f"n = {sum(row.bar.counts)}"
        self._text(drawing, x + 6, top - 8, total, MUTED)

    def _part(self, drawing: Drawing, x: float, top: float, number: int, count: int) -> None:
        wide = count * self.scale
        fill = BAR_FILLS[number]
        drawing.add(Rect(x, top - _BAR + 1, wide - 0.8, _BAR, fillColor=fill, strokeColor=None))
        label = str(count)
        room = self.face.width(label, _SIZE)
        if room + 3 <= wide:
            self._text(drawing, x + (wide - room) / 2, top - 7.5, label, BAR_TEXTS[number])

    def _text(self, drawing: Drawing, x: float, y: float, text: str, colour: Color) -> None:
        for piece in self.face.pieces(text, _SIZE):
            drawing.add(
                String(
                    x + piece.distance,
                    y,
                    piece.text,
                    fontName=piece.font,
                    fontSize=_SIZE,
                    fillColor=colour,
                )
            )
