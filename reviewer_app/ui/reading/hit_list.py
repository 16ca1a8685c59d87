"""The hits of a search as a list: rows are worded when they come into sight, and never before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer_app.ui.kit.cells import PAD, paint_ground
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.found_words import found_ranges
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.tips import show_tip

_ABOVE = 5
_NOWHERE = QModelIndex()
Place = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HitWords:
    """A hit in words: where it stands, what stands around it, and how the other language says
    it."""

    place: str
    before: str
    exact: str
    after: str
    other: str = ""
    cut: tuple[bool, bool] = (True, True)
    """Whether more stands further before, and after."""

    @property
    def spoken(self) -> str:
        """All of it, as it is told on hover and to a screen reader."""
        begun, left = ("…" if cut else "" for cut in self.cut)
        said = f"{begun}{self.before}{self.exact}{self.after}{left}"
        return f"{self.place}\n{said}\n{self.other}".strip()


class _Rows(QAbstractListModel):
    """So many rows; each is asked for its words when they are wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._words: Callable[[int], HitWords] | None = None
        self._known: dict[int, HitWords] = {}

    def show_rows(self, count: int, words: Callable[[int], HitWords], *, anew: bool) -> None:
        """Show so many; those that are there stay, unless all of them are others."""
        self._words = words
        if anew or count < self._count:
            self.beginResetModel()
            self._count, self._known = count, {}
            self.endResetModel()
        elif count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def say_anew(self) -> None:
        """The same hits in other words."""
        self._known.clear()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def words(self, row: int) -> HitWords:
        """The words of a row."""
        found = self._known.get(row)
        if found is None:
            found = self._words(row) if self._words else HitWords("", "", "", "")
            self._known[row] = found
        return found

    def rowCount(self, parent: Place = _NOWHERE) -> int:
        """How many hits."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers and for copying; the delegate draws the row itself."""
        if index.isValid() and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self.words(index.row()).spoken
        return None


class _Cells(QStyledItemDelegate):
    """Draws the place, the hit marked among its words, and the other language, muted."""

    def __init__(self, rows: _Rows, lines: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._lines = rows, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:
        """The same for each: nothing is measured to know it."""
        line = QFontMetrics(option.font).lineSpacing()
        return QSize(0, line * (1 + sum(self._lines)) + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Draw ground and words."""
        words, palette = self._rows.words(index.row()), palette_in_use()
        painter.save()
        paint_ground(painter, option, index, palette)
        area = option.rect.adjusted(PAD, _ABOVE, -PAD, -_ABOVE)
        painter.setPen(QColor(palette.muted))
        painter.setFont(option.font)
        line = QFontMetrics(option.font).lineSpacing()
        place = QRect(area.left(), area.top(), area.width(), line)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), words.place)
        top, around = area.top() + line, self._lines[0]
        painter.setPen(QColor(palette.text))
        told, start = _kept(words, option.font, area.width() * around)
        marked = start, start + len(words.exact)
        top += _write(painter, area, top, told, option.font, around, marked, palette) * line
        painter.setPen(QColor(palette.muted))
        _write(painter, area, top, words.other, option.font, self._lines[1], None, palette)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Place
    ) -> bool:
        """The whole of what may be cut."""
        words = str(index.data() or "")
        show_tip(view.viewport(), words, area=option.rect, at=event.globalPos())
        return True


class HitList(QListView):
    """`chosen` carries the number of the hit that somebody goes to."""

    chosen = Event(int)

    def __init__(self, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        """`lines`: how many a hit has for its own words, and for those of the other language."""
        super().__init__(parent)
        self._rows, self._drawing = _Rows(self), False
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(self._rows, lines, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def show_hits(
        self, count: int, words: Callable[[int], HitWords], shown: int, *, anew: bool
    ) -> None:
        """Show so many hits, of which one is shown in the text, -1 for none."""
        self._drawing = True
        self._rows.show_rows(count, words, anew=anew)
        self.setCurrentIndex(self._rows.index(shown))
        self._drawing = False

    def say_anew(self) -> None:
        """The interface's language is another one."""
        self._rows.say_anew()

    def count(self) -> int:
        """How many hits there are."""
        return self._rows.rowCount()

    def words(self, row: int) -> HitWords:
        """What a row says."""
        return self._rows.words(row)

    def choose(self, row: int) -> None:
        """As if somebody went to this row."""
        self.setCurrentIndex(self._rows.index(row))

    def shown(self) -> int:
        """The hit that is shown in the text; -1 for none."""
        return self.currentIndex().row()

    def currentChanged(self, current: Place, previous: Place) -> None:
        """By a click or an arrow: a hit is gone to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._drawing:
            self.chosen.emit(current.row())


def _kept(words: HitWords, font: QFont, room: int) -> tuple[str, int]:
    """The words in one, and where among them the hit begins: of what stands before it, no more
    than leaves the hit in sight."""
    metrics, before = QFontMetrics(font), words.before
    while before and metrics.horizontalAdvance(before + words.exact) > room * 0.7:
        before = before[2:]
    begun = "…" if words.cut[0] or before != words.before else ""
    left = "…" if words.cut[1] else ""
    return f"{begun}{before}{words.exact}{words.after}{left}", len(begun) + len(before)


def _write(
    painter: QPainter,
    area: QRect,
    top: int,
    text: str,
    font: QFont,
    most: int,
    marked: tuple[int, int] | None,
    palette: Palette,
) -> int:
    """Write in at most so many lines, the last one cut; how many it took."""
    layout = _broken(text, font, area.width())
    if layout.lineCount() > most:
        start = layout.lineAt(most - 1).textStart()
        utf16 = text.encode("utf-16-le")
        kept, rest = (part.decode("utf-16-le") for part in (utf16[: 2 * start], utf16[2 * start :]))
        right = Qt.TextElideMode.ElideRight
        text = kept + QFontMetrics(font).elidedText(rest, right, area.width())
        layout = _broken(text, font, area.width())
    if marked is not None:
        layout.setFormats(found_ranges(text, [marked], palette))
        _set_lines(layout, area.width())  # a layout with other formats has none
    layout.draw(painter, QPointF(area.left(), top))
    return min(layout.lineCount(), most)


def _broken(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    _set_lines(layout, width)
    return layout


def _set_lines(layout: QTextLayout, width: int) -> None:
    height = QFontMetrics(layout.font()).lineSpacing()
    layout.beginLayout()
    at = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, at * height))
        at += 1
    layout.endLayout()
