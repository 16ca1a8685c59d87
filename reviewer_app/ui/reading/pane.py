"""Text to read: read-only, selectable, its document exactly the prepared text."""

from __future__ import annotations

from collections.abc import Mapping

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
from PySide6.QtWidgets import QFrame, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.handled_text import HandledText
from reviewer_app.ui.reading.layout import PaneLayout
from reviewer_app.ui.reading.pane_text import PaneText
from reviewer_app.ui.reading.pane_tips import Explain, show_tip_over
from reviewer_app.ui.reading.placing import Placed
from reviewer_app.ui.reading.spans import BlockSpan, Pointed, TextSpan, spans_in
from reviewer_app.ui.reading.typography import Typography


class ReadingPane(HandledText):
    """Shows one side or both; tells what is pointed at and which menu is asked for."""

    pointed = Event(Pointed)
    resized: Event[None] = Event()
    menu_asked = Event(QPoint)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(language, parent)
        self.held: PaneText | None = None
        self.placed = Placed()
        self.tips: Mapping[int, str] = {}
        """What the sign in the margin of a block means."""
        self.explain: Explain | None = None
        self._own: QTextDocument | None = None
        self.setProperty("kit", "reading")
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

    def show_text(self, held: PaneText, typography: Typography) -> None:
        """Take another text in; it is set by the pair of panes, in `arrange`."""
        self.held = held
        self.setExtraSelections([])  # they are of the text before
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(typography.body)
        option = document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setPlainText(held.text)
        document.setDocumentLayout(PaneLayout(document, held.blocks))
        self.setDocument(document)
        if self._own is not None:
            self._own.deleteLater()
        self._own = document

    def setting(self) -> PaneLayout | None:
        """The layout of the text now shown."""
        layout = self.document().documentLayout()
        return layout if isinstance(layout, PaneLayout) else None

    def arrange(self, types: Mapping[Language, Typography], *, fresh: bool) -> None:
        """Break the lines for the width now given."""
        setting = self.setting()
        if setting is None or self.held is None:
            return
        main = self.held.language
        if self.document().defaultFont() != types[main].body:
            self.document().setDefaultFont(types[main].body)
        setting.painting.small = self.font()
        setting.arrange(types, main, float(self.viewport().width()), fresh=fresh)

    def selection(self) -> tuple[TextSpan, ...]:
        """What is selected, a stretch for each element and language."""
        cursor = self.textCursor()
        if self.held is None or not cursor.hasSelection():
            return ()
        return spans_in(self.document(), self.held.blocks, cursor)

    def caret(self) -> Pointed:
        """Where the caret is."""
        caret = self.textCursor()
        return self._pointed(caret.blockNumber(), caret.positionInBlock())

    def put_caret(self, at: Pointed) -> None:
        """Put the caret into a side's block; nothing where this pane does not hold it."""
        cursor = cursor_in(self, BlockSpan(at.language, at.block, at.offset, at.offset))
        if cursor is not None:
            self.setTextCursor(cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is over."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointed.emit(self.at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the word under the pointer means, or else the sign in the margin."""
        setting = self.setting()
        if isinstance(event, QHelpEvent) and setting is not None:
            number = setting.block_at(event.pos().y() + self.verticalScrollBar().value())
            sign = self.tips.get(number, "")
            show_tip_over(self, event, self.at(event.pos()), self.explain, sign)
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

    def at(self, point: QPoint) -> Pointed:
        """What stands at a point of the viewport."""
        setting = self.setting()
        number = setting.block_at(point.y() + self.verticalScrollBar().value()) if setting else 0
        near = self.cursorForPosition(point)
        offset = near.positionInBlock() if near.blockNumber() == number else 0
        return self._pointed(number, offset)

    def _pointed(self, number: int, offset: int) -> Pointed:
        if self.held is None or not 0 <= number < len(self.held.blocks):
            return Pointed(self.language, -1)
        block = self.held.blocks[number]
        return Pointed(block.language, block.index, offset)

    def _tell_caret(self) -> None:
        self.pointed.emit(self.caret() if self.hasFocus() else Pointed(self.language, -1))


def cursor_in(pane: ReadingPane, span: BlockSpan) -> QTextCursor | None:
    """A stretch of a side's block, selected; None where this pane does not hold it."""
    number = pane.held.number(span.language, span.block) if pane.held else None
    if number is None:
        return None
    block = pane.document().findBlockByNumber(number)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + span.start)
    cursor.setPosition(block.position() + span.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def deselect(pane: ReadingPane) -> None:
    """Nothing is selected any more, and nothing moves: Qt would go to the caret."""
    cursor, bar = pane.textCursor(), pane.verticalScrollBar()
    if cursor.hasSelection():
        place = bar.value()
        cursor.clearSelection()
        pane.setTextCursor(cursor)
        bar.setValue(place)
