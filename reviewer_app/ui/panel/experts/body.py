"""Experts against the colleagues who scored the same cases; never a ranking of people."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.services.panel.compared_rows import ComparedExpert, PanelComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui import terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.charts.scale import Scale, paint_grid, paint_scale
from reviewer_app.ui.panel.experts import words
from reviewer_app.ui.panel.experts.home_words import home
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.painted import SIDE, PaintedDelegate
from reviewer_app.ui.panel.state import Compared
from reviewer_app.ui.panel_words import decimal, whole

PICTURE = "picture"
LEAST = 1
"""Whole points that the picture reaches at least, on either side of the colleagues."""


class ExpertsBody(FaceBody):
    """In the order of their pseudonyms; the chosen one is told below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = Scale(-LEAST, LEAST, signed=True)
        self._columns = self._described()
        self._table = Table[ComparedExpert](
            self._columns,
            lambda expert: expert.pseudonym,
            name="experts",
            drawn={PICTURE: self._paint_scale},
        )
        place = next(i for i, column in enumerate(self._columns) if column.key == PICTURE)
        self._table.setItemDelegateForColumn(
            place, PaintedDelegate(self._paint, self._table, grows=True)
        )
        self._legend = Label(Kind.SMALL)
        self._told = Label(Kind.BODY)
        self._home = Label(Kind.MUTED)
        self.column.addWidget(self._table, 1)
        self.column.addWidget(self._legend)
        self.column.addWidget(self._told)
        self.column.addWidget(self._home)
        self._table.chosen.connect(self._tell)
        self.built()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the picture keeps it."""
        super().resizeEvent(event)
        for label in (self._legend, self._told, self._home):
            label.setVisible(not self.is_low)

    def retranslate(self) -> None:
        """Words below the experts; name the table for screen readers."""
        self._legend.setText(self._legend_said())
        self._table.setAccessibleName(self.tr("Experts by pseudonym"))

    def heading(self) -> str:
        return self.tr("Experts")

    def said(self, found: PanelComparison) -> str:
        """What the figures are, and are not."""
        return self.tr(
            "Strictness is judged on shared cases alone, against the colleagues who scored them "
            "too. It says nothing of how good an expert is."
        )

    def show_comparison(self, compared: Compared, table: PanelTable) -> None:
        found = compared.asked
        if found is None:
            return
        ends = [abs(end) for each in found.experts for end in (each.low, each.high) if end]
        reach = math.ceil(max([LEAST, *ends]))
        self._scale = Scale(-reach, reach, signed=True)
        self._home.setText(home(compared))
        self._table.set_rows(found.experts)
        if self._table.current() is None and found.experts:
            self._table.choose(found.experts[0].pseudonym)
        self._table.viewport().update()
        current = self._table.current()
        if current is not None:
            self._tell(current)

    def chart(self) -> Chart:
        return chart_of(
            "experts",
            self._columns,
            self._table.rows,
            paints={PICTURE: self._paint},
            scales={PICTURE: self._scale},
        )

    def focus_body(self) -> None:
        self._table.setFocus()

    def _tell(self, expert: ComparedExpert) -> None:
        self._told.setText(words.expert_sentence(expert))

    def _legend_said(self) -> str:
        return self.tr("● strictness in points, left stricter, right milder   ━ 90%")

    def _described(self) -> tuple[Column[ComparedExpert], ...]:
        return (
            Column[ComparedExpert](
                "expert",
                lambda: self.tr("Expert"),
                lambda each: terms.expert(each.pseudonym),
                width=116,
            ),
            Column[ComparedExpert](
                PICTURE,
                lambda: self.tr("◀ stricter · in points · milder ▶"),
                words.strictness,
                Align.CENTRE,
                tooltip=words.expert_sentence,
                width=220,
                stretch=True,
                about=self._legend_said,
            ),
            Column[ComparedExpert](
                "strictness",
                lambda: self.tr("Against colleagues"),
                words.strictness,
                tooltip=words.expert_sentence,
                width=220,
            ),
            _figures("n", lambda: self.tr("Cases"), lambda each: whole(each.reviews), 84),
            _figures(
                "colleagues",
                lambda: self.tr("Colleagues"),
                lambda each: whole(each.colleagues),
                108,
            ),
            _figures("spread", lambda: self.tr("Spread"), lambda each: decimal(each.spread, 2), 92),
        )

    def _paint(self, painter: QPainter, box: QRectF, row: int, palette: Palette) -> None:
        expert = self._table.rows[row]
        middle, scale = box.center(), self._scale
        paint_grid(painter, box, scale, palette)
        painter.setPen(QPen(QColor(palette.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(middle.x(), box.top(), middle.x(), box.bottom()))
        if expert.low is not None and expert.high is not None:
            painter.setPen(QPen(QColor(palette.edge), 3, c=Qt.PenCapStyle.FlatCap))
            low, high = scale.at(expert.low, box), scale.at(expert.high, box)
            painter.drawLine(QLineF(low, middle.y(), high, middle.y()))
        if expert.leniency is not None:
            painter.setPen(QPen(QColor(palette.surface), 1))
            painter.setBrush(QColor(palette.accent))
            painter.drawEllipse(QPointF(scale.at(expert.leniency, box), middle.y()), 4, 4)

    def _paint_scale(self, painter: QPainter, box: QRectF) -> None:
        paint_scale(painter, box.adjusted(SIDE, 0, -SIDE, 0), self._scale, palette_in_use())


def _figures(
    key: str, title: Callable[[], str], text: Callable[[ComparedExpert], str], width: int
) -> Column[ComparedExpert]:
    return Column[ComparedExpert](key, title, text, Align.RIGHT, width=width)
