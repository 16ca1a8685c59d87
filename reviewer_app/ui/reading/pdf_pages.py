"""The pages of a file below each other, drawn as they come into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.reading.pdf_process import Page, PageSize
from reviewer_app.ui.reading.pdf_view_model import Wanted

GAP_PX = 12
KEPT_PAGES = 12
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_SCREEN_POINTS = 96 / 72


class PdfPages(QAbstractScrollArea):
    """Shows pages; `wanted` asks for what is in sight, `turned` tells the page reached."""

    wanted: Event[tuple[Wanted, ...]] = Event()
    turned = Event(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[PageSize, ...] = ()
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._boxes: list[QRect] = []
        self._zoom: float | None = None
        self._asked: tuple[Wanted, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, sizes: tuple[PageSize, ...]) -> None:
        """Another file, from its beginning, as wide as the pane."""
        if sizes != self._sizes:
            self._sizes, self._zoom = sizes, None
            self._images.clear()
            self._asked = ()
            self._place()
            self.verticalScrollBar().setValue(0)

    def show_image(self, page: Page) -> None:
        """A page was drawn."""
        image = QImage(
            page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32
        ).copy()
        self._images[page.index] = image
        self._images.move_to_end(page.index)
        while len(self._images) > KEPT_PAGES:
            self._images.popitem(last=False)
        self.viewport().update()

    def zoom(self, step: int) -> None:
        """A step larger (+1) or smaller (−1); 0 fits the width."""
        scale = self._scale()
        larger = [zoom for zoom in ZOOMS if zoom > scale + 0.01]
        smaller = [zoom for zoom in ZOOMS if zoom < scale - 0.01]
        if step > 0 and larger:
            self._zoom = larger[0]
        elif step < 0 and smaller:
            self._zoom = smaller[-1]
        elif step == 0:
            self._zoom = None
        page = self.page
        self._place()
        self.go_to(page)

    @property
    def page(self) -> int:
        """The index of the page in the middle of the sight."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return max(0, bisect_right([box.top() for box in self._boxes], middle) - 1)

    def go_to(self, page: int) -> None:
        """Bring the top of a page up."""
        if self._boxes:
            box = self._boxes[min(max(page, 0), len(self._boxes) - 1)]
            self.verticalScrollBar().setValue(box.top() - GAP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is drawn; what is not yet is an empty sheet."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        palette = palette_in_use()
        painter.fillRect(event.rect(), QColor(palette.window))
        painter.translate(
            QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        )
        for index in self._in_sight():
            box, image = self._boxes[index], self._images.get(index)
            if image is None:
                painter.fillRect(box, Qt.GlobalColor.white)
            else:
                painter.drawImage(box, image)
            painter.setPen(QColor(palette.line))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: the same page."""
        super().resizeEvent(event)
        page = self.page
        self._place()
        self.go_to(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages by PageUp and PageDown, ends by Home and End, size by + and −."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go_to(self.page + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(self._boxes) - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_Space:
            self.verticalScrollBar().triggerAction(
                self.verticalScrollBar().SliderAction.SliderPageStepAdd
            )
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _scale(self) -> float:
        """Pixels a point of the screen; fitting the width where no size was chosen."""
        if self._zoom is not None:
            return self._zoom
        widest = max((size.width for size in self._sizes), default=595.0) * _SCREEN_POINTS
        return max(0.1, (self.viewport().width() - 2 * GAP_PX) / widest)

    def _place(self) -> None:
        scale, top, widest = self._scale() * _SCREEN_POINTS, GAP_PX, 0
        self._boxes = []
        for size in self._sizes:
            width, height = round(size.width * scale), round(size.height * scale)
            left = max(GAP_PX, (self.viewport().width() - width) // 2)
            self._boxes.append(QRect(left, top, width, height))
            top += height + GAP_PX
            widest = max(widest, width + 2 * GAP_PX)
        self.verticalScrollBar().setRange(0, max(0, top - self.viewport().height()))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, widest - self.viewport().width()))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self._scrolled(0)

    def _in_sight(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [i for i, box in enumerate(self._boxes) if box.bottom() > top and box.top() < bottom]

    def _scrolled(self, _value: int) -> None:
        """Ask for what is in sight and the page after it, where it is not drawn in this size."""
        sight = self._in_sight()
        around = [*sight, *(i for i in (sight[-1] + 1,) if i < len(self._boxes))] if sight else []
        ratio = self.devicePixelRatioF()
        asked = tuple(
            Wanted(i, round(self._boxes[i].width() * ratio))
            for i in around
            if i not in self._images
            or self._images[i].width() < round(self._boxes[i].width() * ratio) - 2
        )
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(asked)
        self.turned.emit(self.page)
        self.viewport().update()
