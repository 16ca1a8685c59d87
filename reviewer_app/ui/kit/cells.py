"""How a cell of a table is painted: shape, text, second line, middle elision."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from reviewer_app.ui.kit.columns import CellRole
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, Shape, paint_shape
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.kit.tips import plain_tip

PAD = 12
GAP = 8


class CellDelegate(QStyledItemDelegate):
    """Paints cells by the palette in use; the whole of an elided text shows on hover."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, mark and words."""
        palette = palette_in_use()
        painter.save()
        paint_ground(painter, option, index, palette)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        area = self._paint_shape(painter, area, index, palette)
        detail = index.data(CellRole.DETAIL)
        if detail:
            half = area.height() // 2
            first = QRect(area.left(), area.top() + 3, area.width(), half - 2)
            second = QRect(area.left(), area.top() + half, area.width(), half - 3)
            self._write(painter, first, option.font, index, palette)
            small = QFont(option.font)
            small.setPixelSize(max(11, option.font.pixelSize() - 1))
            painter.setFont(small)
            painter.setPen(QColor(palette.muted))
            painter.drawText(second, _flags(index), _elide(small, str(detail), second.width()))
        else:
            self._write(painter, area, option.font, index, palette)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the column's tool tip, or the whole text where it was cut."""
        own = index.data(Qt.ItemDataRole.ToolTipRole)
        text = str(own or self._cut_text(option, index))
        QToolTip.showText(event.globalPos(), plain_tip(text), view)
        return bool(text)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Width of the whole text; the height is the table's."""
        text = str(index.data() or "")
        shape = scaled(SHAPE_PX) + GAP if index.data(CellRole.SHAPE) else 0
        width = QFontMetrics(option.font).horizontalAdvance(text) + 2 * PAD + shape
        return QSize(width, 28)

    def _cut_text(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> str:
        lines = [str(index.data() or ""), str(index.data(CellRole.DETAIL) or "")]
        shape = scaled(SHAPE_PX) + GAP if index.data(CellRole.SHAPE) else 0
        room = option.rect.width() - 2 * PAD - shape
        metrics = QFontMetrics(option.font)
        cut = any(metrics.horizontalAdvance(line) > room for line in lines)
        return "\n".join(line for line in lines if line) if cut else ""

    def _paint_shape(
        self,
        painter: QPainter,
        area: QRect,
        index: QModelIndex | QPersistentModelIndex,
        palette: Palette,
    ) -> QRect:
        value = index.data(CellRole.SHAPE)
        if value is None:
            return area
        shape = Shape(value)
        tone = index.data(CellRole.TONE) or DEFAULT_TONE[shape]
        px = scaled(SHAPE_PX)
        box = QRectF(area.left(), area.center().y() - px / 2 + 1.5, px, px)
        paint_shape(painter, shape, box, palette.tone(tone))
        return area.adjusted(px + GAP, 0, 0, 0)

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
        palette: Palette,
    ) -> None:
        tone = index.data(CellRole.TONE)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        colour = palette.tone(tone) if tone else palette.text
        painter.setPen(QColor(colour if enabled else palette.disabled))
        painter.setFont(font)
        text = _elide(font, str(index.data() or ""), area.width())
        painter.drawText(area, _flags(index), text)


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    palette: Palette,
) -> None:
    """Draw what lies behind a cell; for delegates that draw the rest themselves."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or hovered:
        _fill(painter, option.rect, palette.selection if chosen else palette.hover)
    if chosen and index.column() == 0:
        bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        _fill(painter, bar, palette.accent)
    line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
    _fill(painter, line, palette.line)


def _fill(painter: QPainter, area: QRect, colour: str) -> None:
    # `fillRect` would have PySide6 build all that a gradient may be
    painter.setBrush(QColor(colour))
    painter.drawRect(area)


def _flags(index: QModelIndex | QPersistentModelIndex) -> int:
    alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
    return int(Qt.AlignmentFlag(alignment)) | int(Qt.TextFlag.TextSingleLine)


def _elide(font: QFont, text: str, width: int) -> str:
    line = " ".join(text.split("\n"))
    return QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideMiddle, width)
