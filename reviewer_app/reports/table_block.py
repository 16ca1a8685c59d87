"""A table on the page: parted between rows, its header repeated on every page."""

from reportlab.lib.colors import Color

from reviewer_app.reports.blocks import Block, Line, draw_text
from reviewer_app.reports.page_style import ACCENT, CELL_PAD_X, CELL_PAD_Y, LINE, SURFACE
from reviewer_app.reports.table_layout import LaidRow, LaidTable


class TableBlock(Block):
    """The rows from ``first`` up to ``end`` of a laid table."""

    def __init__(self, table: LaidTable, first: int = 0, end: int | None = None) -> None:
        super().__init__()
        self._table = table
        self._first = first
        self._end = len(table.rows) if end is None else end

    def getSpaceBefore(self) -> float:
        return 6.0

    def getSpaceAfter(self) -> float:
        return 12.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width, self.height = aW, self._table.height(self._first, self._end)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Block]:
        cut = self._table.fitting(self._first, aH)
        if not self._first < cut < self._end:
            return []
        return [
            TableBlock(self._table, self._first, cut), TableBlock(self._table, cut, self._end)
        ]  # fmt: skip

    def draw(self) -> None:
        top = self.height - self._header()
        for row in self._table.rows[self._first : self._end]:
            self._cells(row, top)
            top -= row.height
            if row.ends:
                self._rule(0, self.width, top, LINE, 0.4)

    def _header(self) -> float:
        """Draws the header at the top; returns its height."""
        table, high = self._table, self._table.header_height
        self.canv.setFillColor(SURFACE)
        self.canv.rect(0, self.height - high, self.width, high, stroke=0, fill=1)
        for group in table.groups:
            self._lines(group.lines, group.left, group.right, self.height, numeric=False)
            below = self.height - table.group_height
            self._rule(group.left, group.right, below, LINE, 0.8)
        lowest = max(len(lines) for lines in table.header.cells)
        for column, lines in zip(table.columns, table.header.cells, strict=True):
            missing = (lowest - len(lines)) * (lines[0].leading if lines else 0.0)
            top = self.height - table.group_height - missing
            self._lines(lines, column.left, column.right, top, numeric=column.numeric)
        self._rule(0, self.width, self.height, ACCENT, 1.2)
        self._rule(0, self.width, self.height - high, ACCENT, 0.6)
        return high

    def _cells(self, row: LaidRow, top: float) -> None:
        for column, lines in zip(self._table.columns, row.cells, strict=True):
            self._lines(lines, column.left, column.right, top, numeric=column.numeric)

    def _lines(
        self, lines: tuple[Line, ...], left: float, right: float, top: float, *, numeric: bool
    ) -> None:
        base = top - CELL_PAD_Y
        for line in lines:
            x = right if numeric else left
            draw_text(self.canv, x, base - line.size * 1.05, line, right=numeric)
            base -= line.leading

    def _rule(self, left: float, right: float, y: float, colour: Color, thick: float) -> None:
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(thick)
        edge = 0.0 if left == 0.0 else CELL_PAD_X / 3
        self.canv.line(left + edge, y, right, y)
