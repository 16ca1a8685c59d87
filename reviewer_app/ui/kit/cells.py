"""How a cell of a table is painted: shape, text, second line, middle elision."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer_app.ui.kit.columns import CellRole, RowsModel, Said
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, paint_shape
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.kit.tips import show_tip

PAD = 12
GAP = 8
MOST_OF_A_LINE = 0.45  # that a detail may take from the words before it
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value
_ENABLED = QStyle.StateFlag.State_Enabled.value


class CellDelegate(QStyledItemDelegate):
    """Paints cells by the palette in use; the whole of an elided text shows on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = QFont(), QFont()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, mark and words."""
        palette, model = palette_in_use(), index.model()
        assert isinstance(model, RowsModel)
        said, line = model.said(index.row(), index.column()), model.line(index.column())
        painter.save()
        paint_ground(painter, option, index, palette)
        area = option.rect.adjusted(PAD, 0, -PAD, 0)
        if said.shape is not None:
            area = _paint_shape(painter, area, said, palette)
        painter.setPen(QColor(_colour(option, said, palette)))
        if said.detail:
            flows = model.columns[index.column()].flow
            fonts = option.font, self._small(option.font)
            _write_both(painter, area, fonts, line, said, palette.muted, flows=flows)
        else:
            _write(painter, area, option.font, line, said.text)
        painter.restore()

    def _small(self, font: QFont) -> QFont:
        """Of a detail; a font made anew for each cell would have its letters looked up anew."""
        if font != self._fonts[0]:
            small = QFont(font)
            small.setPixelSize(max(11, font.pixelSize() - 1))
            self._fonts = QFont(font), small
        return self._fonts[1]

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
        show_tip(view.viewport(), text, area=option.rect, at=event.globalPos())
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


def _paint_shape(painter: QPainter, area: QRect, said: Said, palette: Palette) -> QRect:
    """Draw the mark; answers the room behind it."""
    if said.shape is None:
        return area
    px = scaled(SHAPE_PX)
    box = QRectF(area.left(), area.center().y() - px / 2 + 1.5, px, px)
    paint_shape(painter, said.shape, box, palette.tone(said.tone or DEFAULT_TONE[said.shape]))
    return area.adjusted(px + GAP, 0, 0, 0)


def _colour(option: QStyleOptionViewItem, said: Said, palette: Palette) -> str:
    if not option.state.value & _ENABLED:
        return palette.disabled
    return palette.tone(said.tone) if said.tone else palette.text


def _write_both(
    painter: QPainter,
    area: QRect,
    fonts: tuple[QFont, QFont],
    line: int,
    said: Said,
    muted: str,
    *,
    flows: bool,
) -> None:
    """Words above their detail; the detail ends the line where there is only one, and the second
    where words flow into that."""
    font, small = fonts
    half, letters = area.height() // 2, QFontMetrics(font)
    first = QRect(area.left(), area.top() + 3, area.width(), half - 2)
    second = QRect(area.left(), area.top() + half, area.width(), half - 3)
    cut = Qt.TextElideMode.ElideRight if flows else Qt.TextElideMode.ElideMiddle
    words, rest, end = said.text, "", 0
    is_low = area.height() < 2 * letters.height()
    if is_low or (flows and letters.horizontalAdvance(words) > area.width()):
        end = QFontMetrics(small).horizontalAdvance(said.detail)
        is_short = end < MOST_OF_A_LINE * area.width()
        if is_low and not is_short:
            _write(painter, area, font, line, words, cut)
            return
        if is_low:
            first, second, rest, words = QRect(), area, words, ""
        elif is_short:
            words, rest = broken(words, font, area.width())
    if words:
        _write(painter, first, font, line, words, cut)
    if rest:
        room = second.adjusted(0, 0, -end - GAP, 0)
        _write(painter, room, font, line, rest, cut)
        second = QRect(second.right() - end, second.top(), end + 1, second.height())
    painter.setPen(QColor(muted))
    _write(painter, second, small, line, said.detail)


def broken(words: str, font: QFont, width: int) -> tuple[str, str]:
    """What goes into one line so wide in pixels, broken where lines may be, and what is left."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    units = words.encode("utf-16-le")  # Qt counts in these
    end = 2 * line.textLength()
    return units[:end].decode("utf-16-le").rstrip(), units[end:].decode("utf-16-le")


def _write(
    painter: QPainter,
    area: QRect,
    font: QFont,
    line: int,
    text: str,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
) -> None:
    painter.setFont(font)
    shown = " ".join(text.split("\n"))
    painter.drawText(area, line, QFontMetrics(font).elidedText(shown, cut, area.width()))


def paint_ground(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    palette: Palette,
) -> None:
    """Draw what lies behind a cell; for delegates that draw the rest themselves."""
    state = option.state.value  # as a number: Python's flags are put together anew at every use
    chosen, hovered = state & _SELECTED, state & _HOVERED
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
