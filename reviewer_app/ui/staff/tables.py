"""The tables of progress: by reviewer and by case, with a bar for what has come in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from review_protocol.documents.answers import CaseProgress, ReviewerProgress
from reviewer_app.ui import dates, terms
from reviewer_app.ui import panel_words as figures
from reviewer_app.ui.kit.cells import PAD, CellDelegate, paint_ground
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.table import Sort, Table
from reviewer_app.ui.staff import words
from reviewer_app.ui.staff.progress import due, missing, standing

translate = QCoreApplication.translate
Row = TypeVar("Row", ReviewerProgress, CaseProgress)
Soon = Callable[[], bool]
BAR_PX = 144
WIDEST = "00"
COUNT_PX = 82


def people_columns(soon: Soon) -> tuple[Column[ReviewerProgress], ...]:
    """Columns by reviewer; `soon` tells whether the round closes within 48 hours."""
    return (
        Column[ReviewerProgress](
            "name",
            lambda: translate("Staff", "Expert"),
            lambda row: row.name,
            sort="name",
            detail=_who,
            width=160,
            stretch=True,
        ),
        Column[ReviewerProgress](
            "standing",
            lambda: translate("Staff", "State"),
            lambda row: words.standing(standing(row, soon=soon())),
            sort="missing",
            shape=lambda row: words.STANDING_SHAPES[standing(row, soon=soon())],
            width=150,
        ),
        _bar_of_people(),
        _people_count("assigned", lambda: translate("Staff", "Assigned")),
        _people_count("declared", lambda: translate("Staff", "Declared")),
        _people_count("conflicts", lambda: translate("Staff", "Conflicts")),
        _people_count("recused", lambda: translate("Staff", "Recused")),
        _people_count("held", lambda: translate("Staff", "Held"), width=86),
        Column[ReviewerProgress](
            "last_seen",
            lambda: translate("Staff", "Last seen"),
            lambda row: dates.day_and_time(row.last_seen) if row.last_seen else "–",
            sort="last_seen",
            width=136,
        ),
    )


def case_columns(title: Callable[[str], str]) -> tuple[Column[CaseProgress], ...]:
    """Columns by case; `title` tells what a case of that number is called."""
    return (
        Column[CaseProgress](
            "case",
            lambda: translate("Staff", "Case"),
            lambda row: row.case,
            sort="case",
            width=120,
        ),
        Column[CaseProgress](
            "title",
            lambda: translate("Staff", "Title"),
            lambda row: title(row.case),
            width=240,
            stretch=True,
        ),
        Column[CaseProgress](
            "received",
            lambda: translate("Staff", "Received"),
            _received,
            sort="missing",
            width=BAR_PX,
        ),
        _case_count("assigned", lambda: translate("Staff", "Assigned")),
        _case_count("conflicts", lambda: translate("Staff", "Conflicts")),
        _case_count("recused", lambda: translate("Staff", "Recused")),
        _case_count("held", lambda: translate("Staff", "Held")),
    )


def in_order(rows: tuple[Row, ...], sort: Sort) -> tuple[Row, ...]:
    """The rows in the order asked for; without one as they are."""
    if not sort.key:
        return rows

    def key(row: Row) -> tuple[int, str]:
        value = missing(row) if sort.key == "missing" else getattr(row, sort.key)
        return (value, "") if isinstance(value, int) else (0, value or "")

    return tuple(sorted(rows, key=key, reverse=sort.descending))


class BarDelegate(CellDelegate, Generic[Row]):
    """Paints received of due as a bar with its figures."""

    def __init__(self, table: Table[Row]) -> None:
        super().__init__(table)
        self._table: Table[Row] = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw ground, figures and bar."""
        palette = palette_in_use()
        row = self._table.rows[index.row()]
        received, expected = row.received, due(row)
        painter.save()
        paint_ground(painter, option, index, palette)
        area = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        wide = QFontMetrics(option.font).horizontalAdvance(_of(WIDEST, WIDEST)) + PAD
        text = QRectF(area.left(), area.top(), wide, area.height())
        painter.setFont(option.font)
        painter.setPen(QColor(palette.text))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
        bar = QRectF(text.right(), area.center().y() - 3, area.right() - text.right(), 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.pressed))
        painter.drawRoundedRect(bar, 3, 3)
        if expected and received:
            bar.setWidth(bar.width() * min(1.0, received / expected))
            painter.setBrush(QColor(palette.good if received >= expected else palette.accent))
            painter.drawRoundedRect(bar, 3, 3)
        painter.restore()


def _received(row: ReviewerProgress | CaseProgress) -> str:
    return _of(figures.whole(row.received), figures.whole(due(row)))


def _of(received: str, due: str) -> str:
    return translate("Staff", "{received} of {due}").format(received=received, due=due)


def _who(row: ReviewerProgress) -> str:
    """The role; never the pseudonym: who is behind one is a file of its own."""
    return terms.role(row.role)


def _bar_of_people() -> Column[ReviewerProgress]:
    return Column[ReviewerProgress](
        "received",
        lambda: translate("Staff", "Received"),
        _received,
        sort="received",
        width=BAR_PX,
    )


def _people_count(
    key: str, title: Callable[[], str], *, width: int = COUNT_PX
) -> Column[ReviewerProgress]:
    return Column[ReviewerProgress](
        key,
        title,
        lambda row: figures.whole(getattr(row, key)),
        Align.RIGHT,
        sort=key,
        width=width,
    )


def _case_count(key: str, title: Callable[[], str]) -> Column[CaseProgress]:
    return Column[CaseProgress](
        key,
        title,
        lambda row: figures.whole(getattr(row, key)),
        Align.RIGHT,
        sort=key,
        width=COUNT_PX,
    )
