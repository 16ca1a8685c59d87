"""Pages whose words can be selected, by mouse and keys, within one page."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.reading.page_text import PageText
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.attachments.selecting import Selecting, Selection
from reviewer_app.ui.reading.attachments.sheets import offset_of


class Pages(Selecting):
    """`menu_asked` asks for what can be done with the selected words."""

    menu_asked = Event(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._carried = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; pressed on what is selected, it may be carried away."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._place_of(event.position())
        selection = self.selection
        self._pressed = event.position().toPoint()
        held = selection is not None and place is not None and self._holds(selection, place)
        self._carried = held
        if place is None or held:
            return
        extending = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if extending and selection is not None and selection.index == place.index:
            self.select(Selection(place.index, selection.anchor, place.caret))
        else:
            self.select(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select to here; without a button, show what could be selected."""
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed is None:
            self.viewport().setCursor(self._cursor_at(event.position()))
            return
        if self._carried:
            far = (event.position().toPoint() - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._carry()
            return
        selection = self.selection
        text = None if selection is None else self.text_of(selection.index)
        if selection is None or text is None or not text.lines:
            return
        point = event.position() + offset_of(self)
        caret = text.at(*self.plan.on_page(selection.index, point))
        if caret != selection.caret:
            self.select(Selection(selection.index, selection.anchor, caret))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on what was selected that carried nothing selects nothing."""
        if self._carried and event.button() == Qt.MouseButton.LeftButton:
            self.select(None)
        self._pressed, self._carried = None, False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        place = self._place_of(event.position())
        text = None if place is None else self.text_of(place.index)
        if place is not None and text is not None:
            start, end = text.word(place.caret)
            self.select(Selection(place.index, start, end))
        self._pressed = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected words."""
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and sizes by keys, words by Shift and arrows; the rest is the screen's."""
        if not (_moves(self, event) or _selects(self, event)):
            event.ignore()

    def _place_of(self, position: QPointF) -> Selection | None:
        """An empty selection at a point; None outside of pages, or where no text is here yet."""
        point = position + offset_of(self)
        index = self.plan.page_at(point.y())
        text = self.text_of(index)
        if text is None or not text.lines:
            return None
        at = text.at(*self.plan.on_page(index, point))
        return Selection(index, at, at)

    def _holds(self, selection: Selection, place: Selection) -> bool:
        start, end = selection.span
        return selection.index == place.index and start < place.caret < end

    def _cursor_at(self, position: QPointF) -> Qt.CursorShape:
        point = position + offset_of(self)
        index = self.plan.page_at(point.y())
        text = self.text_of(index)
        if text is not None and text.is_text(*self.plan.on_page(index, point)):
            return Qt.CursorShape.IBeamCursor
        return Qt.CursorShape.ArrowCursor

    def _carry(self) -> None:
        """Carry the selected words to where the person drops them."""
        cut = self.cut()
        self._pressed, self._carried = None, False
        if cut is not None:
            words, drag = QMimeData(), QDrag(self)
            words.setText(cut.exact)
            drag.setMimeData(words)
            drag.exec(Qt.DropAction.CopyAction)


def _moves(pages: Pages, event: QKeyEvent) -> bool:
    """Pages by PageUp and PageDown, ends by Home and End, size by +, − and 0."""
    key, bar = Qt.Key(event.key()), pages.verticalScrollBar()
    jumps = {
        Qt.Key.Key_PageDown: pages.page + 1,
        Qt.Key.Key_PageUp: pages.page - 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: len(pages.plan.sizes) - 1,
    }
    steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
    arrows = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key != Qt.Key.Key_Plus:
        return False
    if key in jumps:
        pages.go_to(jumps[key])
    elif key in steps:
        pages.zoom(steps[key])
    elif key in arrows and not control:
        bar.setValue(bar.value() + arrows[key] * bar.singleStep())
    elif key == Qt.Key.Key_Space:
        bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    else:
        return False
    return True


def _selects(pages: Pages, event: QKeyEvent) -> bool:
    """Ctrl+A the page, Ctrl+C copies, Escape lets go, Shift and arrows move the end."""
    key = Qt.Key(event.key())
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if control and key == Qt.Key.Key_C:
        pages.copy()
        return True
    if key == Qt.Key.Key_Escape and pages.selection is not None:
        pages.select(None)
        return True
    arrow = shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    if not arrow and not (control and key == Qt.Key.Key_A):
        return False
    index = pages.selection.index if pages.selection and arrow else pages.page
    text = pages.text_of(index)
    if text is None or not text.text:
        return True
    if not arrow:
        pages.select(Selection(index, 0, len(text.text)))
        return True
    before = pages.selection or Selection(index, 0, 0)
    pages.select(Selection(index, before.anchor, _stepped(text, before.caret, key)))
    return True


def _stepped(text: PageText, caret: int, key: Qt.Key) -> int:
    """Where the end of a selection goes: a character on or back, or to the line above or below."""
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return min(max(caret + (1 if key == Qt.Key.Key_Right else -1), 0), len(text.text))
    starts = [start for start, _, _ in text.lines]
    here = max((at for at, start in enumerate(starts) if start <= caret), default=0)
    there = here + (1 if key == Qt.Key.Key_Down else -1)
    if not 0 <= there < len(starts):
        return len(text.text) if there > 0 else 0
    start, end, _ = text.lines[there]
    return min(start + caret - starts[here], end)
