"""The table of cases × experts, for the panel's room and for the results after a round."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from reviewer_app.services.panel.rows import (
    CellState,
    PanelCaseRow,
    PanelTable,
)
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.distribution import Dots
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.pinned import PinnedColumn
from reviewer_app.ui.kit.shapes import DEFAULT_TONE
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Sort, Table
from reviewer_app.ui.panel_order import Measure, Selection, figures_of, scores
from reviewer_app.ui.score_cells import DotsDelegate, ScoreCellDelegate
from reviewer_app.ui.score_columns import EXPERT_PX, TITLE_PX, score_columns


class ScoreTable(Retranslating, QWidget):
    """Draws a selection of a `PanelTable`; tells what is opened and which order is wanted."""

    chosen = Event(PanelCaseRow)
    opened = Event(PanelCaseRow)
    sort_requested = Event(Sort)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PanelTable | None = None
        self._measure: Measure = "overall"
        self._table: Table[PanelCaseRow] | None = None
        self._legend = Legend()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._legend)
        self.built()

    @property
    def table(self) -> Table[PanelCaseRow] | None:
        """The table that is drawn, once there is one."""
        return self._table

    def show_table(self, shown: PanelTable, selection: Selection) -> None:
        """Draw the cases selected, in the order asked for."""
        old = self._shown
        self._shown, self._measure = shown, selection.measure
        if old is None or (old.experts, old.rubric) != (shown.experts, shown.rubric):
            self._rebuild(shown)
        assert self._table is not None
        self._table.set_rows(selection.of(shown.rows, shown.fewest))
        self._table.set_sort(selection.sort)
        self._table.retranslate()

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        if self._table is not None:
            self._table.setAccessibleName(self.tr("Scores of cases by experts"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give titles the room that is left."""
        super().resizeEvent(event)
        self._fit()

    def _rebuild(self, shown: PanelTable) -> None:
        columns = score_columns(shown.experts, shown.rubric, self._now)
        table = Table[PanelCaseRow](columns, lambda row: row.number, name="scores")
        header = table.horizontalHeader()
        header.setMinimumSectionSize(scaled(EXPERT_PX))
        for place, column in enumerate(columns):
            header.resizeSection(place, scaled(column.width))
        for place, pseudonym in enumerate(shown.experts, start=1):
            delegate = ScoreCellDelegate(pseudonym, self._row, self._now, table)
            table.setItemDelegateForColumn(place, delegate)
        strip = next(i for i, column in enumerate(columns) if column.key == "strip")
        table.setItemDelegateForColumn(strip, DotsDelegate(self._dots, table))
        table.chosen.connect(self.chosen.emit)
        table.opened.connect(self.opened.emit)
        table.sort_requested.connect(self.sort_requested.emit)
        PinnedColumn(table)
        swap(self._column, self._table, table)
        self._table = table
        self.retranslate()
        self._fit()

    def _fit(self) -> None:
        if self._table is None:
            return
        header = self._table.horizontalHeader()
        others = sum(header.sectionSize(place) for place in range(1, header.count()))
        bar = self._table.verticalScrollBar().sizeHint().width()
        header.resizeSection(0, max(scaled(TITLE_PX), self.width() - others - bar - 4))

    def _now(self) -> Measure:
        return self._measure

    def _row(self, place: int) -> PanelCaseRow | None:
        rows = self._table.rows if self._table is not None else ()
        return rows[place] if place < len(rows) else None

    def _dots(self, place: int) -> Dots:
        row = self._row(place)
        if row is None or self._shown is None:
            return Dots()
        return dots_of(row, self._measure, self._shown)


def dots_of(row: PanelCaseRow, measure: Measure, shown: PanelTable) -> Dots:
    """A case's strip of dots."""
    rubric = shown.rubric
    mean = figures_of(row, measure).mean
    return Dots(scores(row, measure), mean, rubric.lowest, rubric.highest)


class Legend(Retranslating, QWidget):
    """What the signs in the cells mean; colour never says it alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states = tuple(words.SHAPES)
        self._labels = [Label(Kind.SMALL) for _ in self._states]
        self._rest = Label(Kind.SMALL)
        flow = FlowLayout(self, gap=16)
        for state, label in zip(self._states, self._labels, strict=True):
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(ShapeMark(words.SHAPES[state], DEFAULT_TONE[words.SHAPES[state]]))
            row.addWidget(label)
            label.setWordWrap(False)
            flow.addWidget(pair)
        self._rest.setWordWrap(False)
        flow.addWidget(self._rest)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.built()

    def retranslate(self) -> None:
        """The words of every sign."""
        for state, label in zip(self._states, self._labels, strict=True):
            label.setText(words.cell_state(CellState(state)))
        self._rest.setText(
            self.tr(
                "?  cannot judge    ·  not asked    –  hidden from you    "
                "*  amended, or a tie disclosed"
            )
        )
