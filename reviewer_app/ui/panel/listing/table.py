"""The panel's list as a table of which only pages are here."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.panel.listed_rows import ListedCase, Listing, ListPage, ListQuery
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.paged import PagedTable
from reviewer_app.ui.kit.pinned import PinnedColumn
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel.listing.bar import measure_of
from reviewer_app.ui.panel.listing.columns import CASE_PX, SCORES, list_columns
from reviewer_app.ui.panel.listing.scores_cell import ScoresDelegate
from reviewer_app.ui.panel.listing.state import EVERYTHING
from reviewer_app.ui.panel_order import Measure
from reviewer_app.ui.scoretable import Legend

LEAST_ROWS = 6
"""Where fewer of two lines are in sight, each has one."""
ROOMY_LINES = 16
"""Line heights from which on the signs are explained below the rows; the pointer tells them too."""


class ListTable(Retranslating, QWidget):
    """Draws a listing and the pages that follow; tells what is opened, wanted and asked for."""

    opened = Event(ListedCase)
    wanted = Event(int)
    sort_requested = Event(Sort)
    copy_wanted: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Listing | None = None
        self._query: ListQuery = EVERYTHING
        self._table: PagedTable[ListedCase] | None = None
        self._legend = Legend()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._legend)
        self.built()

    @property
    def table(self) -> PagedTable[ListedCase] | None:
        """The table that is drawn, once there is one."""
        return self._table

    def show_listing(self, shown: Listing) -> None:
        """Draw it from its top; the same part again, from where it is."""
        before = self._shown
        if before is shown:
            return
        if before is None or before.head.targets != shown.head.targets:
            self._rebuild(shown.head.targets)
        assert self._table is not None
        self._shown, self._query = shown, shown.first.query
        stays = before is not None and before.first.query == shown.first.query
        self._table.begin(shown.total, shown.first.rows, stay=stays)
        self._table.set_sort(Sort(self._query.sort, descending=self._query.descending))

    def put(self, page: ListPage) -> None:
        """Rows that were wanted; of another list, none."""
        if self._table is not None and page.query == self._query:
            self._table.put(page.start, page.rows)

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        if self._table is not None:
            self._table.setAccessibleName(self.tr("Cases with every score"))
            self._table.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give titles the room that is left, and rows that of the signs where there is little."""
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= ROOMY_LINES * self.fontMetrics().height())
        self._fit()

    def _fit(self) -> None:
        if self._table is None:
            return
        header = self._table.horizontalHeader()
        others = sum(header.sectionSize(place) for place in range(1, header.count()))
        bar = self._table.verticalScrollBar().sizeHint().width()
        header.resizeSection(0, max(scaled(CASE_PX), self.width() - others - bar - 4))

    def _rebuild(self, targets: tuple[int, ...]) -> None:
        columns = list_columns(targets, self._now)
        table = PagedTable[ListedCase](
            columns, lambda row: row.number, name="panel-list", folds_below=LEAST_ROWS
        )
        scores = next(i for i, column in enumerate(columns) if column.key == SCORES)
        table.setItemDelegateForColumn(scores, ScoresDelegate(self._row, self._now, table))
        table.opened.connect(self.opened.emit)
        table.wanted.connect(self.wanted.emit)
        table.sort_requested.connect(self.sort_requested.emit)
        table.copy_wanted.connect(self.copy_wanted.emit)
        PinnedColumn(table)
        swap(self._column, self._table, table)
        self._table = table
        self.retranslate()
        self._fit()

    def _now(self) -> Measure:
        return measure_of(self._query)

    def _row(self, place: int) -> ListedCase | None:
        return None if self._table is None else self._table.row(place)
