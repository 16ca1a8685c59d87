"""Distribution bars on the page: counts said in figures, not by colour alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.lib.colors import Color

from reviewer_app.reports.blocks import Block, Line, draw_text
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
class _Setting:
    """What all pages of a figure share; ``scale`` is points for a count of one."""

    figure: BarFigure
    face: Face
    language: Language
    width: float
    scale: float

    def line(self, text: str, colour: Color) -> Line:
        return Line(text, self.face, _SIZE, _LEADING, colour)


class BarsBlock(Block):
    """The legend and the bars of one page; never parted."""

    def __init__(self, setting: _Setting, rows: list[_Row]) -> None:
        super().__init__()
        self._setting = setting
        self._rows = rows

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, _LEGEND + sum(row.height for row in self._rows)
        return self.width, self.height

    def draw(self) -> None:
        self._legend(self.height - 10)
        top = self.height - _LEGEND
        for row in self._rows:
            self._row(row, top)
            top -= row.height

    def _legend(self, y: float) -> None:
        setting = self._setting
        x = setting.width * _LABEL
        for number, part in enumerate(setting.figure.parts):
            title = setting.face.prepared(part.joined(setting.language))
            self._box(x, y - 1, 9, 9, BAR_FILLS[number])
            draw_text(self.canv, x + 13, y, setting.line(title, MUTED))
            x += setting.face.width(title, _SIZE) + 30

    def _row(self, row: _Row, top: float) -> None:
        setting = self._setting
        for number, line in enumerate(row.lines):
            draw_text(self.canv, 0, top - 8 - number * _LEADING, setting.line(line, TEXT))
        x = setting.width * _LABEL
        for number, count in enumerate(row.bar.counts):
            if count:
                self._part(x, top, number, count)
                x += count * setting.scale
        total = setting.line(f"n = {sum(row.bar.counts)}", MUTED)
        draw_text(self.canv, x + 6, top - 8, total)

    def _part(self, x: float, top: float, number: int, count: int) -> None:
        setting = self._setting
        wide = count * setting.scale
        self._box(x, top - _BAR + 1, wide - 0.8, _BAR, BAR_FILLS[number])
        label = setting.line(str(count), BAR_TEXTS[number])
        room = setting.face.width(label.text, _SIZE)
        if room + 3 <= wide:
            draw_text(self.canv, x + (wide - room) / 2, top - 7.5, label)

    def _box(self, x: float, y: float, wide: float, high: float, fill: Color) -> None:
        self.canv.setFillColor(fill)
        self.canv.rect(x, y, wide, high, stroke=0, fill=1)


def draw_bars(figure: BarFigure, face: Face, language: Language, width: float) -> list[BarsBlock]:
    """One block a page at most, each with the legend; all bars to one scale."""
    most = max((sum(bar.counts) for bar in figure.bars), default=0)
    scale = (width * (1 - _LABEL) - 40) / max(most, 1)
    rows = [_Row(_label(bar, face, language, width * _LABEL - 12), bar) for bar in figure.bars]
    setting = _Setting(figure, face, language, width, scale)
    return [BarsBlock(setting, page) for page in _pages(rows)]
