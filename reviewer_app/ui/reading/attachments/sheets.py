"""The pages of a file below each other, drawn as they come into sight and a little ahead."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.reading.attachments.drawn import MOST_BYTES, Drawings
from reviewer_app.ui.reading.attachments.marks import Mark, paint_marks
from reviewer_app.ui.reading.attachments.place import FilePlace
from reviewer_app.ui.reading.attachments.plan import GAP_PX, Fit, Plan, Zoom
from reviewer_app.ui.reading.attachments.wire import Page, PageSize, Wanted

AHEAD = 2
"""Pages drawn before they come into sight, each way."""


class Sheets(QAbstractScrollArea):
    """Shows pages; `wanted` asks for what is in sight, the nearest first; `turned` tells the place
    reached."""

    wanted: Event[tuple[Wanted, ...]] = Event()
    moved = Event(FilePlace)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan()
        self.marks: tuple[Mark, ...] = ()
        self.drawings = Drawings()
        self._asked: tuple[Wanted, ...] = ()
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(48)
            bar.valueChanged.connect(self._scrolled)

    def show_file(self, sizes: tuple[PageSize, ...], place: FilePlace) -> None:
        """Another file, where it was left."""
        self.drawings.forget()
        self._asked = ()
        self._place(Plan(sizes, place.zoom, place.turns, self.viewport().size()), place.page)

    def show_page(self, page: Page) -> None:
        """A page was drawn."""
        self.drawings.keep(page, self._in_sight())
        self.viewport().update()

    def zoom_to(self, zoom: Zoom, turns: int | None = None) -> None:
        """Another size, or other quarter turns; the page stays."""
        plan = self.plan
        given = plan.turns if turns is None else turns % 4
        self._place(Plan(plan.sizes, zoom, given, self.viewport().size()), self.page)

    def zoom(self, step: int) -> None:
        """A step larger (+1) or smaller (−1); 0 fits the width."""
        self.zoom_to(self.plan.stepped(step) if step else Fit.WIDTH)

    @property
    def page(self) -> int:
        """The index of the page in the upper third of the sight."""
        third = self.viewport().height() // 3
        return self.plan.page_at(self.verticalScrollBar().value() + third)

    def go_to(self, page: int) -> None:
        """Bring the top of a page up."""
        if self.plan.boxes:
            box = self.plan.boxes[min(max(page, 0), len(self.plan.boxes) - 1)]
            self.verticalScrollBar().setValue(box.top() - GAP_PX)

    def reveal(self, mark: Mark) -> None:
        """Bring the first rectangle of a mark into sight, with a third of the height above it."""
        rect = self.plan.shown(mark.index, mark.boxes[0])
        for bar, start, end, room in (
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
            (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
        ):
            if start < bar.value() or end > bar.value() + room:
                bar.setValue(round(start - room / 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is drawn; what is not yet is an empty sheet."""
        painter = QPainter(self.viewport())
        palette = palette_in_use()
        painter.fillRect(event.rect(), QColor(palette.window))
        painter.translate(-offset_of(self))
        for index in self._in_sight():
            box, image = self.plan.boxes[index], self.drawings.of(index, self.plan.turns)
            if image is None:
                painter.fillRect(box, Qt.GlobalColor.white)
            else:
                exact = round(box.width() * self.devicePixelRatioF()) == image.width()
                hint = QPainter.RenderHint.SmoothPixmapTransform
                painter.setRenderHint(hint, not exact)
                painter.drawImage(QRectF(box), image, QRectF(image.rect()))
            painter.setPen(QColor(palette.line))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            marks = [mark for mark in self.marks if mark.index == index]
            paint_marks(painter, self.plan, marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width: the same page."""
        super().resizeEvent(event)
        self.zoom_to(self.plan.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _place(self, plan: Plan, page: int) -> None:
        self.plan = plan
        room = self.viewport().size()
        for bar, extent, shown in (
            (self.verticalScrollBar(), plan.extent.height(), room.height()),
            (self.horizontalScrollBar(), plan.extent.width(), room.width()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(0, extent - shown))
        self.go_to(page)
        self._scrolled(0)

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        return self.plan.in_sight(top, top + self.viewport().height())

    def _scrolled(self, _value: int) -> None:
        """Ask for what is in sight and is not drawn in this size; then for its neighbours."""
        plan, sight = self.plan, self._in_sight()
        around = [*sight]
        for step in range(1, AHEAD + 1):
            around += [sight.stop - 1 + step, sight.start - step]
        ratio = self.devicePixelRatioF()
        asked, room = [], MOST_BYTES // 2
        for index in around:
            if not 0 <= index < len(plan.boxes):
                continue
            box = plan.boxes[index]
            room -= round(4 * box.width() * box.height() * ratio * ratio)
            wanted = Wanted(index, round(box.width() * ratio), plan.turns)
            if not self.drawings.has(wanted) and (index in sight or room > 0):
                asked.append(wanted)
        if tuple(asked) != self._asked:
            self._asked = tuple(asked)
            self.wanted.emit(self._asked)
        self.moved.emit(FilePlace(self.page, plan.zoom, plan.turns))
        self.viewport().update()


def offset_of(sheets: Sheets) -> QPointF:
    """How far the plan is scrolled: from the viewport to the plan."""
    return QPointF(sheets.horizontalScrollBar().value(), sheets.verticalScrollBar().value())
