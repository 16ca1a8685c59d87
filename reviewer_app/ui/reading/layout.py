"""Sets a pane's document: lines of one height, blocks where the pair of panes wants them.

Qt's own layout would have to set every block again to move it down; here moving a block is a
number, so the filler that aligns two languages costs nothing and the document is never touched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from review_protocol.documents.text import Language
from reviewer_app.ui.reading.margin import Decoration, PanePainter
from reviewer_app.ui.reading.prepared import Block
from reviewer_app.ui.reading.typography import GUTTER_PX, Style, Typography, gutter

NOWHERE = -1


class PaneLayout(QAbstractTextDocumentLayout):
    """Lays out blocks once for each width and size; `place` moves them without setting again."""

    def __init__(self, document: QTextDocument, blocks: Sequence[Block]) -> None:
        super().__init__(document)
        self._described = tuple(blocks)
        self._blocks: list[QTextBlock] = []
        self.styles: list[Style] = []
        self.tops: list[float] = []
        self._counts: list[int] = []
        self._loose: set[int] = set()
        self._plain = True
        self.left = self._gutter = float(GUTTER_PX)
        self._width = 0.0
        self._size = QSizeF(0, 0)
        self.painting = PanePainter()
        block = document.begin()
        while block.isValid():
            self._blocks.append(block)
            block = block.next()
        self.tops = [0.0] * len(self._blocks)

    def arrange(
        self, types: Mapping[Language, Typography], main: Language, width: float, *, fresh: bool
    ) -> None:
        """Break all lines for a pane `width` pixels wide; `fresh` where faces have changed.

        `main` is the language whose face is the document's own.
        """
        here = {each.language for each in self._described} | {main}
        columns = {language: types[language].column(width) for language in here}
        self._gutter = gutter(width)
        self.left = max(self._gutter, (width - max(columns.values())) / 2)
        self._width = width
        self.styles = [types[each.language].styles[each.kind] for each in self._described]
        self._counts = []
        self._loose = set(range(len(self._blocks)))
        for described, block in zip(self._described, self._blocks, strict=True):
            setting, language = block.layout(), described.language
            if fresh:
                formats = types[language].formats(described, own=language is main)
                if formats or not self._plain:
                    setting.setFormats(formats)
            self._counts.append(_break_lines(setting, columns[language]))
        self._plain = False

    def heights(self, first: int = 0, last: int | None = None) -> list[float]:
        """The height of the lines of each block, of all or from one to another."""
        numbers = range(first, len(self._counts) if last is None else last + 1)
        return [self.styles[number].line * self._counts[number] for number in numbers]

    def place(self, tops: list[float], height: float) -> None:
        """Put each block at its top; the document is `height` high."""
        self.tops = tops
        self._size = QSizeF(self._width, height)
        self.documentSizeChanged.emit(self._size)
        self.update.emit()

    def decorate(self, decoration: Decoration) -> None:
        """Shade, mark in the margin, and name gaps."""
        self.painting.decoration = decoration
        self.update.emit()

    def block_at(self, y: float) -> int:
        """The index of the block at or above a height; 0 where there is none above."""
        return max(0, bisect_right(self.tops, y) - 1)

    def line_y(self, block: int, offset: int) -> float:
        """The top of the line in which a UTF-16 offset of a block stands."""
        line = self._blocks[block].layout().lineForTextPosition(offset)
        return self.tops[block] + max(0, line.lineNumber()) * self.styles[block].line

    # What Qt asks for ------------------------------------------------------------------------

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint what is in sight."""
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(0, 0), self._size)
        first, last = self.block_at(clip.top()), self.block_at(clip.bottom())
        frame = _Frame(self.left, self.tops, self.heights(first, last), first)
        frame.scale = self._gutter / GUTTER_PX
        self.painting.background(painter, frame, self._width, clip)
        painter.setPen(context.palette.text().color())
        for index in range(first, last + 1):
            block = self._tightened(index)
            start, end = block.position(), block.position() + block.length()
            ranges = [
                _clipped(selection, start, end)
                for selection in context.selections
                if selection.cursor.selectionStart() < end
                and selection.cursor.selectionEnd() > start
            ]
            at = QPointF(self.left, self.tops[index])
            block.layout().draw(painter, at, ranges, clip)
            if start <= context.cursorPosition < end and block.layout().lineCount():
                painter.setPen(context.palette.text().color())
                block.layout().drawCursor(painter, at, context.cursorPosition - start, 2)
        self.painting.foreground(painter, frame, self.line_y)

    def hitTest(
        self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy
    ) -> int:
        """The document position under a point."""
        if not self._counts or isinstance(point, QPainterPath.Element):
            return NOWHERE
        index = self.block_at(point.y())
        down, along = point.y() - self.tops[index], point.x() - self.left
        line_at = int(down // self.styles[index].line)
        exact = accuracy == Qt.HitTestAccuracy.ExactHit
        if exact and not 0 <= line_at < self._counts[index]:
            return NOWHERE
        line = self._tightened(index).layout().lineAt(min(max(line_at, 0), self._counts[index] - 1))
        if exact and not 0 <= along <= line.naturalTextWidth():
            return NOWHERE
        found = line.xToCursor(along)
        column = found[0] if isinstance(found, tuple) else found
        return self._blocks[index].position() + int(column)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block stands."""
        index = block.blockNumber()
        if not 0 <= index < len(self._counts):
            return QRectF()
        self._tightened(index)
        height = self.styles[index].line * self._counts[index]
        return QRectF(self.left, self.tops[index], self._width - self.left, height)

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """All of it."""
        return QRectF(QPointF(0, 0), self._size)

    def documentSize(self) -> QSizeF:
        """As wide as the pane, as high as `place` said."""
        return self._size

    def pageCount(self) -> int:
        """One."""
        return 1

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """The document never changes; Qt also says this for another page width."""

    def _tightened(self, index: int) -> QTextBlock:
        """A block whose lines stand on one rhythm of baselines; done when they are first wanted."""
        block = self._blocks[index]
        if index in self._loose:
            self._loose.discard(index)
            setting, style = block.layout(), self.styles[index]
            for number in range(setting.lineCount()):
                line = setting.lineAt(number)
                line.setPosition(QPointF(0.0, number * style.line + style.ascent - line.ascent()))
        return block


class _Frame:
    """What the painter needs to know of the blocks in sight."""

    def __init__(self, left: float, tops: list[float], heights: list[float], first: int) -> None:
        self.left, self.first, self.scale = left, first, 1.0
        self.last = first + len(heights) - 1
        self.tops, self._heights = tops, heights

    def bottom(self, block: int) -> float:
        return self.tops[block] + self._heights[block - self.first]


def _break_lines(setting: QTextLayout, width: float) -> int:
    """Break one block, which a very long case does thousands of times; the number of lines."""
    count, create = 0, setting.createLine
    setting.beginLayout()
    while (line := create()).isValid():
        line.setLineWidth(width)
        count += 1
    setting.endLayout()
    return count or 1


def _clipped(
    selection: QAbstractTextDocumentLayout.Selection, start: int, end: int
) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    first = max(selection.cursor.selectionStart(), start)
    found.start = first - start
    found.length = min(selection.cursor.selectionEnd(), end) - first
    found.format = selection.format
    return found
