"""One language's text: read-only, selectable, its document exactly the prepared text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from review_protocol.documents.text import Element, Language
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.tips import plain_tip
from reviewer_app.ui.reading.layout import PaneLayout
from reviewer_app.ui.reading.prepared import TITLE, Block, Prepared, Side
from reviewer_app.ui.reading.typography import Typography


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of one element's text in one language; offsets are code points of that text."""

    language: Language
    element: Element
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BlockSpan:
    """A stretch of one block in UTF-16 offsets: what can be painted."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is under pointer or caret: a block and a UTF-16 offset in it; block -1 for nothing."""

    block: int
    offset: int = 0


class ReadingPane(QTextEdit):
    """Shows one side; tells what is pointed at and which menu is asked for."""

    pointed = Event(Pointed)
    resized: Event[None] = Event()
    menu_asked = Event(QPoint)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.side: Side | None = None
        self.tips: Mapping[int, str] = {}
        """What the sign in the margin of a block means."""
        self._own: QTextDocument | None = None
        self.setProperty("kit", "reading")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._tell_caret)

    def show_side(self, side: Side, typography: Typography) -> None:
        """Take another text in; it is set by the pair of panes, in `arrange`."""
        self.side = side
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(typography.body)
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setPlainText(side.text)
        document.setDocumentLayout(PaneLayout(document, side.blocks))
        self.setDocument(document)
        if self._own is not None:
            self._own.deleteLater()
        self._own = document

    def setting(self) -> PaneLayout | None:
        """The layout of the text now shown."""
        layout = self.document().documentLayout()
        return layout if isinstance(layout, PaneLayout) else None

    def arrange(self, typography: Typography, *, fresh: bool) -> None:
        """Break the lines for the width now given."""
        setting = self.setting()
        if setting is None:
            return
        if self.document().defaultFont() != typography.body:
            self.document().setDefaultFont(typography.body)
        setting.painting.small = self.font()
        setting.arrange(typography, float(self.viewport().width()), fresh=fresh)

    def selection(self) -> TextSpan | None:
        """What is selected, within the element in which the selection begins; None for nothing."""
        cursor = self.textCursor()
        if self.side is None or not cursor.hasSelection():
            return None
        return span_of(self.document(), self.side, cursor)

    def caret_block(self) -> int:
        return self.textCursor().blockNumber()

    def put_caret(self, block: int) -> None:
        """Put the caret at the beginning of a block."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(block)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is over."""
        super().mouseMoveEvent(event)
        setting = self.setting()
        if setting is not None and not event.buttons():
            y = event.position().y() + self.verticalScrollBar().value()
            block = setting.block_at(y)
            near = self.cursorForPosition(event.position().toPoint())
            offset = near.positionInBlock() if near.blockNumber() == block else 0
            self.pointed.emit(Pointed(block, offset))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a sign in the margin means."""
        setting = self.setting()
        if isinstance(event, QHelpEvent) and setting is not None and self.tips:
            block = setting.block_at(event.pos().y() + self.verticalScrollBar().value())
            tip = plain_tip(self.tips.get(block, ""))
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone: what the caret is in counts again."""
        super().leaveEvent(event)
        self._tell_caret()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wants other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is the view's: it knows the criteria."""
        self.menu_asked.emit(event.globalPos())

    def _tell_caret(self) -> None:
        caret = self.textCursor()
        here = Pointed(caret.blockNumber(), caret.positionInBlock())
        self.pointed.emit(here if self.hasFocus() else Pointed(-1))


def span_of(document: QTextDocument, side: Side, cursor: QTextCursor) -> TextSpan | None:
    """The code points that a selection covers in one element's text; titles are no text."""
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    inside = range(first.blockNumber(), last.blockNumber() + 1)
    units = [index for index in inside if side.blocks[index].unit != TITLE]
    if not units:
        return None
    element = side.blocks[units[0]].element
    units = [index for index in units if side.blocks[index].element is element]
    start = end = 0
    for index in units:
        block, offsets = side.blocks[index], Utf16Offsets(side.blocks[index].text)
        at = document.findBlockByNumber(index).position()
        length = offsets.to_utf16(len(block.text))
        here = min(max(cursor.selectionStart() - at, 0), length)
        there = min(max(cursor.selectionEnd() - at, 0), length)
        base = unit_start(side, block)
        if index == units[0]:
            start = base + offsets.from_utf16(here)
        end = base + offsets.from_utf16(there)
    return TextSpan(side.language, element, start, end) if start < end else None


def unit_start(side: Side, block: Block) -> int:
    """Where a unit begins in its element's text: units are lines, one after the other."""
    before = (
        len(each.text) + 1
        for each in side.blocks
        if each.element is block.element and TITLE < each.unit < block.unit
    )
    return sum(before)


def block_spans(prepared: Prepared, span: TextSpan) -> tuple[BlockSpan, ...]:
    """Where a stretch of an element's text stands in the blocks of its side."""
    side = prepared.sides[span.language]
    text = prepared.texts[span.element, span.language]
    found = []
    for unit_at in text.units_of(span.start, span.end):
        unit, index = text.units[unit_at], side.find(span.element, unit_at)
        if index is None:
            continue
        offsets = Utf16Offsets(unit.text)
        start = offsets.to_utf16(max(span.start - unit.start, 0))
        end = offsets.to_utf16(min(span.end - unit.start, len(unit.text)))
        found.append(BlockSpan(index, start, end))
    return tuple(found)
