"""The header of a table: asks for an order, remembers how wide its columns are."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.cells import PAD
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.remember import Keeps, keep_width, kept_widths
from reviewer_app.ui.kit.stylesheet import scaled, unscaled
from reviewer_app.ui.kit.tips import show_tip

PaintTitle = Callable[[QPainter, QRectF], None]
LEAST_PX = 160  # a column that takes what is left keeps at least this


@dataclass(frozen=True, slots=True)
class Sort:
    """An order asked for by the header: a column's sort key and the direction."""

    key: str
    descending: bool = False


class TableHeader(QHeaderView):
    """Sorts nothing itself: ``sort_requested`` carries the order that the person wants."""

    sort_requested = Event(Sort)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        keeps: Keeps | None,
        drawn: Mapping[str, PaintTitle],
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = tuple(columns)
        self._keeps = keeps
        self._key = f"widths/{name}"
        self._least: dict[int, int] = {}
        self._sort = Sort("")
        self._is_stretching = False
        places = {column.key: place for place, column in enumerate(columns)}
        self._drawn = {places[key]: paint for key, paint in drawn.items()}
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(48)
        self.setSortIndicatorShown(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.sectionClicked.connect(self._ask)
        self.sectionResized.connect(self._remember)

    def show_sort(self, sort: Sort) -> None:
        """Show by which column the rows are in order."""
        self._sort = sort
        keys = [column.sort for column in self._columns]
        self.setSortIndicatorShown(bool(sort.key) and sort.key in keys)
        if sort.key in keys:
            down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
            self.setSortIndicator(keys.index(sort.key), down if sort.descending else up)

    def set_widths(self) -> None:
        """Give columns the widths that were remembered, or those described."""
        self._is_stretching = True  # once at the end, not for each column
        kept = {} if self._keeps is None else kept_widths(self._keeps, self._key)
        for place, column in enumerate(self._columns):
            self.resizeSection(place, scaled(kept.get(column.key, column.width)))
        for place, column in enumerate(self._columns):
            if column.stretch:
                self.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        self._is_stretching = False
        self._stretch()

    def keep_whole(self, rows: Sequence[Any], letters: QFontMetrics) -> None:
        """Columns whose words are never cut are as wide as the longest of them, from now on."""
        wide = letters.horizontalAdvance
        self._least = {
            place: max(wide(column.text(row)) for row in rows) + 2 * PAD
            for place, column in enumerate(self._columns)
            if column.whole and rows
        }
        self._is_stretching = True
        for place, width in self._least.items():
            if 0 < self.sectionSize(place) < width:
                self.resizeSection(place, width)
        self._is_stretching = False
        self._stretch()

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, place: int) -> None:
        """What is drawn is not written: the title stays for ears and copies."""
        super().initStyleOptionForIndex(option, place)
        if place in self._drawn:
            option.text = ""

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Ground and title, or what is drawn instead."""
        painter.save()
        super().paintSection(painter, rect, place)
        painter.restore()
        if place in self._drawn:
            painter.save()
            painter.setFont(self.font())
            self._drawn[place](painter, QRectF(rect))
            painter.restore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the columns that take it."""
        super().resizeEvent(event)
        self._stretch()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a column means."""
        if not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        place = self.logicalIndexAt(event.pos())
        about = self._columns[place].about if 0 <= place < len(self._columns) else None
        area = QRect(self.sectionViewportPosition(place), 0, self.sectionSize(place), self.height())
        show_tip(self, about() if about else "", area=area, at=event.globalPos())
        return True

    def _stretch(self) -> None:
        """Share what is left; below the least width the table scrolls instead."""
        taking = [place for place, column in enumerate(self._columns) if column.stretch]
        if not taking or self._is_stretching:
            return
        others = (self.sectionSize(i) for i in range(self.count()) if i not in taking)
        # not `viewport()`: to wrap it, PySide6 would touch every class of widget (10 ms)
        left = self.maximumViewportSize().width() - sum(others)
        wanted = sum(self._columns[place].width for place in taking)
        self._is_stretching = True
        for place in sorted(taking, key=lambda place: self._columns[place].width):
            wide = self._columns[place].width
            taken = max(scaled(min(wide, LEAST_PX)), left * wide // wanted)
            left, wanted = left - taken, wanted - wide
            self.resizeSection(place, taken)
        self._is_stretching = False

    def _remember(self, place: int, before: int, after: int) -> None:
        """What a person chose is kept; what was shared out, or hidden, is not."""
        self._stretch()
        column = self._columns[place]
        chosen = bool(before and after) and not (column.stretch or self._is_stretching)
        if chosen and after < self._least.get(place, 0):
            self.resizeSection(place, self._least[place])
        elif chosen and self._keeps is not None and self.isVisible():
            keep_width(self._keeps, self._key, column.key, unscaled(after))

    def _ask(self, place: int) -> None:
        key = self._columns[place].sort
        if not key:
            self.show_sort(self._sort)  # Qt has already moved the arrow
            return
        descending = self._sort.key == key and not self._sort.descending
        self.show_sort(Sort(key, descending=descending))
        self.sort_requested.emit(self._sort)
