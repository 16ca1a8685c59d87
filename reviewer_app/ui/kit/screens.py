"""Pages of which one is in sight; the outermost scrolls where a page has too little room."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from reviewer_app.ui.kit.reading_order import stops


class Stack(QWidget):
    """Shows one of its pages, and asks for the room of that one only.

    Qt's own stack asks for as much as the largest of all its pages wants.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._current: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)  # a scroll area asks this, and not the widget
        self.setSizePolicy(policy)

    def add(self, page: QWidget) -> None:
        """Take a page in; the first is shown."""
        page.setParent(self)
        page.hide()
        self._pages.append(page)
        if self._current is None:
            self.show_page(page)

    def remove(self, page: QWidget) -> None:
        """Let a page go; whoever asked deletes it."""
        self._pages.remove(page)
        page.hide()
        if self._current is page:
            self._current = None

    def page(self) -> QWidget | None:
        """The page in sight."""
        return self._current

    def show_page(self, page: QWidget) -> None:
        """Bring a page up."""
        if page is self._current:
            return
        before, self._current = self._current, page
        focused = QApplication.focusWidget()
        had_focus = focused is not None and before is not None and before.isAncestorOf(focused)
        page.setGeometry(self.rect())
        page.show()
        target = (page.focusWidget() or next(iter(stops(page)), None)) if had_focus else None
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            before.hide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What the page in sight wants."""
        return QSize() if self._current is None else self._current.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the page in sight needs."""
        return QSize() if self._current is None else least_size(self._current)

    def hasHeightForWidth(self) -> bool:
        """Words may take more lines."""
        return self._current is not None and self._current.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """What the page in sight needs when it is that wide."""
        return 0 if self._current is None else least_height(self._current, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page takes all of it."""
        super().resizeEvent(event)
        if self._current is not None:
            self._current.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """What the page needs has changed: so has what this needs."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class ScrollingStack(QScrollArea):
    """A `Stack` that scrolls when its page does not fit: nothing of a page is ever cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = Stack()
        self.pages.setProperty("kit", "content")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.pages)

    def show_page(self, page: QWidget) -> None:
        """Bring a page up, from its top."""
        if self.pages.page() is not page:
            self.pages.show_page(page)
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)


def least_size(widget: QWidget) -> QSize:
    """The least size, whether it was set or follows from what the widget holds."""
    stated, needed = widget.minimumSize(), widget.minimumSizeHint()
    return QSize(stated.width() or needed.width(), stated.height() or needed.height())


def least_height(widget: QWidget, width: int) -> int:
    """The least height at this width, with the lines that its words then take."""
    least, layout = least_size(widget).height(), widget.layout()
    if not widget.hasHeightForWidth():
        return least
    if layout is None:
        return max(least, widget.heightForWidth(width))
    return max(least, layout.totalMinimumHeightForWidth(width))


def in_sight(widget: QWidget) -> QRect:
    """What of a widget is not scrolled or cut away, in its own pixels; what lies over it counts."""
    seen, each = widget.rect(), widget
    while (above := each.parentWidget()) is not None and not each.isWindow():
        seen = seen.translated(each.pos()) & above.rect()
        each = above
    return seen.translated(-widget.mapTo(each, QPoint()))
