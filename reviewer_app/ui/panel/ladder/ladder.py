"""The table of rungs, with its columns for the targets of the rule file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.programme import Rubric
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Sort, Table
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.charts.scale import Scale, paint_scale
from reviewer_app.ui.panel.ladder.delegates import SIDE, LineDelegate, RungDelegate
from reviewer_app.ui.panel.ladder.rows import PLACE, RUNG, Columns, Rung, columns
from reviewer_app.ui.panel.ladder.rung import paint_rung, scale_of

LEAST_ROWS = 6
"""Where fewer rungs of two lines are in sight, each has one."""


class Ladder(Retranslating, QWidget):
    """Draws rungs; tells which one is meant, and which order is wanted."""

    chosen = Event(Rung)
    opened = Event(Rung)
    sort_requested = Event(Sort)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Columns | None = None
        self._is_narrow = False
        self._table: Table[Rung] | None = None
        self._scale = Scale(1, 10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.built()

    @property
    def table(self) -> Table[Rung] | None:
        """The table that is drawn, once there is one."""
        return self._table

    def show_rungs(
        self, found: PanelComparison, rungs: Sequence[Rung], rubric: Rubric, sort: Sort
    ) -> None:
        """Draw these, in the order in which they are given."""
        told = Columns.of(found)
        if self._table is None or told != self._told:
            self._rebuild(told)
        assert self._table is not None
        self._scale = scale_of(found.cases, rubric.lowest, rubric.highest)
        self._table.set_rows(rungs)
        if self._table.current() is None and rungs:
            self._table.choose(rungs[0].case.number)
        self._table.set_sort(sort)
        self._table.viewport().update()  # another scale moves rungs that did not change
        self._table.horizontalHeader().viewport().update()

    def make_room(self, *, narrow: bool) -> None:
        """Where another pane stands beside, columns that it tells too are hidden."""
        self._is_narrow = narrow
        if self._table is None or self._told is None:
            return
        for place, column in enumerate(columns(self._told)):
            self._table.setColumnHidden(place, narrow and column.key in self._told.told_beside)

    def current(self) -> Rung | None:
        """The rung that the keyboard is on."""
        return None if self._table is None else self._table.current()

    def focus_table(self) -> None:
        """Put the keyboard on the rung that it was on, or on the first."""
        if self._table is not None:
            self._table.setFocus()

    def chart(self) -> Chart:
        """All rungs with all their figures, and the lines below the targets."""
        rows = () if self._table is None else self._table.rows
        return chart_of(
            "ladder",
            columns(self._told or Columns()),
            rows,
            paints={RUNG: self._paint},
            scales={RUNG: self._scale},
            case=lambda rung: rung.case.number,
            detail_titles={PLACE: self.tr("Place that counts")},
            lines=[at for at, rung in enumerate(rows) if rung.last_of is not None],
        )

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        if self._table is not None:
            self._table.setAccessibleName(self.tr("Cases in order"))

    def _rebuild(self, told: Columns) -> None:
        made = columns(told)
        table = Table[Rung](
            made,
            lambda rung: rung.case.number,
            name="ladder",
            folds_below=LEAST_ROWS,
            drawn={RUNG: self._paint_scale},
        )
        table.setItemDelegate(LineDelegate(self._rung, table))
        place = next(i for i, column in enumerate(made) if column.key == RUNG)
        table.setItemDelegateForColumn(place, RungDelegate(self._rung, self._in_use, table))
        table.chosen.connect(self.chosen.emit)
        table.opened.connect(self.opened.emit)
        table.sort_requested.connect(self.sort_requested.emit)
        swap(self._column, self._table, table)
        self._table, self._told = table, told
        self.make_room(narrow=self._is_narrow)
        self.retranslate()

    def _rung(self, place: int) -> Rung | None:
        rows = () if self._table is None else self._table.rows
        return rows[place] if place < len(rows) else None

    def _in_use(self) -> Scale:
        return self._scale

    def _paint_scale(self, painter: QPainter, box: QRectF) -> None:
        paint_scale(painter, box.adjusted(SIDE, 0, -SIDE, 0), self._scale, palette_in_use())

    def _paint(self, painter: QPainter, box: QRectF, row: int, palette: Palette) -> None:
        rung = self._rung(row)
        if rung is not None:
            paint_rung(painter, box, rung.case, self._scale, palette, official=rung.official)
