"""How a row of what was found is painted: a case as its heading, a hit with its words marked."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
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
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from review_protocol.documents.text import Language
from reviewer_app.services.search_hits import Hit
from reviewer_app.ui import states, terms
from reviewer_app.ui.desk.found_model import FoundModel, FoundRow, hits, not_listed, where
from reviewer_app.ui.kit.cells import GAP, PAD, paint_ground
from reviewer_app.ui.kit.found_words import found_ranges
from reviewer_app.ui.kit.palette import Palette, mix
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, paint_shape
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.kit.tips import show_tip

_NUMBER = 128
_STATE = 176
_HITS = 72
_WHERE = 248
_MARK_ROOM = 6
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
Place = QModelIndex | QPersistentModelIndex


class FoundCells(QStyledItemDelegate):
    """Words that were looked for are bold and underlined, on a ground of their own."""

    def __init__(self, model: FoundModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._sizes: dict[int, QSize] = {}

    def measure_again(self) -> None:
        """The letters are others now."""
        self._sizes.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Draw ground and words."""
        row, palette = self._model.rows[index.row()], palette_in_use()
        painter.save()
        if row.hit is None and not row.more:
            _paint_ground(painter, option.rect, palette)
        paint_ground(painter, option, index, palette)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        if row.more:
            _paint_more(painter, area, option.font, row.more, palette)
        elif row.hit is None:
            _paint_case(painter, area, option.font, row, palette)
        else:
            _paint_hit(painter, area, option.font, row.hit, palette)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:
        """A case has two lines, a hit one; never wider than the list."""
        names = self._model.rows[index.row()].names
        size = self._sizes.get(names)
        if size is None:  # asked of every row at every letter
            line = QFontMetrics(option.font).height()
            size = QSize(0, line * max(names, 1) + (14 if names else 10))
            self._sizes[names] = size
        return size

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Place
    ) -> bool:
        """The whole of what may be cut."""
        words = str(index.data() or "")
        show_tip(view.viewport(), words, area=option.rect, at=event.globalPos())
        return True


def _paint_ground(painter: QPainter, area: QRect, palette: Palette) -> None:
    """Cases stand out from their hits as headings do."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mix(palette.surface, palette.window, 0.8)))
    painter.drawRect(area)


def _paint_case(
    painter: QPainter, area: QRect, font: QFont, row: FoundRow, palette: Palette
) -> None:
    case, language = row.case, terms.interface_language()
    area = _paint_count(painter, area, font, hits(row.case), palette)
    area = _paint_state(painter, area, font, row, palette)
    number = QRect(area.left(), area.top(), scaled(_NUMBER), area.height())
    painter.setPen(QColor(palette.muted))
    painter.setFont(font)
    painter.drawText(number, _LEFT, _elided(font, case.number, number.width() - GAP))
    area.setLeft(number.right() + 1)
    title, other = terms.own(case.name), terms.other(case.name)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    if other is None:
        written = language if case.name.of(language) is not None else language.other
        _write(painter, area, bold, title, _marks(row, written), palette.text, palette)
        return
    half = area.height() // 2
    first = QRect(area.left(), area.top() + 3, area.width(), half - 2)
    second = QRect(area.left(), area.top() + half, area.width(), half - 3)
    _write(painter, first, bold, title, _marks(row, language), palette.text, palette)
    small = _small(font)
    _write(painter, second, small, other, _marks(row, language.other), palette.muted, palette)


def _paint_count(
    painter: QPainter, area: QRect, font: QFont, count: str, palette: Palette
) -> QRect:
    width = max(scaled(_HITS), QFontMetrics(font).horizontalAdvance(count))
    painter.setPen(QColor(palette.muted))
    painter.setFont(font)
    painter.drawText(area, _RIGHT, count)
    return area.adjusted(0, 0, -width - 2 * GAP, 0)


def _paint_state(
    painter: QPainter, area: QRect, font: QFont, row: FoundRow, palette: Palette
) -> QRect:
    state = row.case.state
    shape, px = states.case_shape(state), scaled(SHAPE_PX)
    left = area.right() - scaled(_STATE)
    box = QRectF(left, area.center().y() - px / 2 + 1.5, px, px)
    paint_shape(painter, shape, box, palette.tone(DEFAULT_TONE[shape]))
    words = QRect(left + px + GAP, area.top(), scaled(_STATE) - px - GAP, area.height())
    painter.setPen(QColor(palette.text))
    painter.setFont(font)
    painter.drawText(words, _LEFT, _elided(font, states.case_state(state), words.width()))
    return area.adjusted(0, 0, -scaled(_STATE) - 2 * GAP, 0)


def _paint_hit(painter: QPainter, area: QRect, font: QFont, hit: Hit, palette: Palette) -> None:
    small = _small(font)
    place = QRect(area.left(), area.top(), min(scaled(_WHERE), area.width() // 3), area.height())
    painter.setPen(QColor(palette.muted))
    painter.setFont(small)
    painter.drawText(place, _RIGHT, _elided(small, where(hit), place.width()))
    words = area.adjusted(place.width() + 2 * GAP, 0, 0, 0)
    _write(painter, words, font, hit.text, hit.marks, palette.text, palette)


def _paint_more(painter: QPainter, area: QRect, font: QFont, count: int, palette: Palette) -> None:
    """Under the words of the hits, as a link: it leads on."""
    words = area.adjusted(min(scaled(_WHERE), area.width() // 3) + 2 * GAP, 0, 0, 0)
    painter.setPen(QColor(palette.accent))
    painter.setFont(font)
    painter.drawText(words, _LEFT, _elided(font, not_listed(count), words.width()))


def _marks(row: FoundRow, language: Language) -> tuple[tuple[int, int], ...]:
    hit = row.name_hit(language)
    return () if hit is None else hit.marks


def _write(
    painter: QPainter,
    area: QRect,
    font: QFont,
    text: str,
    marks: tuple[tuple[int, int], ...],
    colour: str,
    palette: Palette,
) -> None:
    """One line, cut at its end, with its marks."""
    painter.setPen(QColor(colour))
    painter.setFont(font)
    # bold letters are a little wider
    room = area.width() - scaled(_MARK_ROOM) * min(len(marks), 4)
    shown = _elided(font, text, room, Qt.TextElideMode.ElideRight)
    if not marks:
        painter.drawText(area, _LEFT, shown)
        return
    layout = QTextLayout(shown, font)
    seen = (span for span in marks if span[0] < len(shown) - 1)
    layout.setFormats(found_ranges(shown, seen, palette, bold=True))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1 << 16)
    layout.endLayout()
    top = area.top() + (area.height() - line.height()) / 2
    painter.setClipRect(area.adjusted(-2, 0, 2, 0))
    layout.draw(painter, QPointF(QPoint(area.left(), round(top))))
    painter.setClipping(False)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(11, font.pixelSize() - 1))
    return small


def _elided(
    font: QFont, text: str, width: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
) -> str:
    """What is surely short enough, or surely beyond the end, is not measured: that takes longer
    than painting it."""
    em = font.pixelSize()
    if len(text) * em * 5 // 4 <= width:
        return text
    if mode is Qt.TextElideMode.ElideRight:
        text = text[: 4 * max(width, 0) // em]
    return QFontMetrics(font).elidedText(text, mode, width)
