"""The cell with every single score of a case: small figures, signs, and whose each is on hover."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from reviewer_app.services.panel.listed_rows import ListedCase
from reviewer_app.services.panel.rows import CellState, PanelCell
from reviewer_app.ui import hidden_words
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.cells import PAD, CellDelegate, paint_ground
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, paint_shape
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.kit.tips import show_tip
from reviewer_app.ui.panel_order import Measure

Index = QModelIndex | QPersistentModelIndex
SLOT_PX, LEAST_SLOT_PX = 34, 24


class ScoresDelegate(CellDelegate):
    """Draws a row's scores side by side, in the order of the experts' numbers."""

    def __init__(
        self,
        row_at: Callable[[int], ListedCase | None],
        now: Callable[[], Measure],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._row_at = row_at
        self._now = now

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, and a figure or a sign for every expert."""
        palette = palette_in_use()
        painter.save()
        paint_ground(painter, option, index, palette)
        row = self._row_at(index.row())
        if row is not None:
            painter.setFont(option.font)
            box = QRectF(option.rect)
            seen = cells_in_sight(row.cells, option.rect.width())
            slot = slot_width(option.rect.width(), len(row.cells))
            for at, cell in enumerate(seen):
                self._paint_cell(painter, slot_of(option.rect, slot, at), row, cell, palette)
            if len(seen) < len(row.cells):
                painter.setPen(QColor(palette.muted))
                more = f"+{len(row.cells) - len(seen)}"
                place = slot_of(option.rect, slot, len(seen))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, more)
            if row.withheld:
                painter.setPen(QColor(palette.muted))
                room = box.adjusted(PAD, 0, -PAD, 0)
                by = None if row.hidden is None else row.hidden.decided_by
                said = hidden_words.decides(by) or words.HIDDEN_SIGN
                said = painter.fontMetrics().elidedText(
                    said, Qt.TextElideMode.ElideMiddle, int(room.width())
                )
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say whose the figure is that the pointer is on, and what it is."""
        row = self._row_at(index.row())
        cell = (
            None if row is None else cell_under(row, event.pos().x() - option.rect.left(), option)
        )
        if row is None or cell is None:
            return super().helpEvent(event, view, option, index)
        said = words.cell_sentence(row, cell.pseudonym, self._now())
        at = cells_in_sight(row.cells, option.rect.width()).index(cell)
        slot = slot_width(option.rect.width(), len(row.cells))
        place = slot_of(option.rect, slot, at).toRect()
        show_tip(view.viewport(), said, area=place, at=event.globalPos())
        return True

    def _paint_cell(
        self, painter: QPainter, place: QRectF, row: ListedCase, cell: PanelCell, palette: Palette
    ) -> None:
        shape = words.cell_shape(cell)
        if shape is not None:
            side = scaled(SHAPE_PX)
            box = QRectF(0, 0, side, side)
            box.moveCenter(place.center())
            paint_shape(painter, shape, box, palette.tone(DEFAULT_TONE[shape]))
            return
        text = words.cell_text(row, cell.pseudonym, self._now())
        signed = text in words.SIGNS
        painter.setPen(QColor(palette.muted if signed else palette.text))
        marked = (cell.amended or cell.disclosed) and not signed
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{text}*" if marked else text)


def cells_in_sight(cells: tuple[PanelCell, ...], width: int) -> tuple[PanelCell, ...]:
    """Those that have room in a cell so wide: all, or of those that say anything the first."""
    room = (width - 2 * PAD) // scaled(LEAST_SLOT_PX)
    if len(cells) <= room:
        return cells
    said = tuple(cell for cell in cells if cell.state is not CellState.MISSING)
    return said[: max(0, room - 1)]  # the last place tells how many more there are


def slot_width(width: int, cells: int) -> float:
    """How wide each expert's place is, in pixels: narrower where there are many."""
    wide = (width - 2 * PAD) / max(1, cells)
    return min(scaled(SLOT_PX), max(scaled(LEAST_SLOT_PX), wide))


def slot_of(area: QRect, slot: float, at: int) -> QRectF:
    """The place of what is shown at a place, counted from 0, in the area of the cell, where each
    is so wide."""
    return QRectF(area.left() + PAD + at * slot, area.top(), slot, area.height())


def cell_under(row: ListedCase, x: float, option: QStyleOptionViewItem) -> PanelCell | None:
    """The cell at so many pixels from the left; None beside them."""
    wide = option.rect.width()
    seen, at = cells_in_sight(row.cells, wide), int((x - PAD) // slot_width(wide, len(row.cells)))
    return seen[at] if 0 <= at < len(seen) else None
