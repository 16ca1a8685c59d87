"""The ladder: all cases in order, raw and adjusted side by side, and how sure each place is."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.table import Sort
from reviewer_app.ui.panel import compared_words as words
from reviewer_app.ui.panel.charts.chart import Chart
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.ladder.ladder import Ladder
from reviewer_app.ui.panel.ladder.rows import BY_PLACE, Rung, legend, rungs
from reviewer_app.ui.panel.sentence_words import score_counts
from reviewer_app.ui.panel.state import Compared

ROOMY_PX = 340
"""Lower than this, the rungs need the room of what is told below them."""


class LadderBody(FaceBody):
    """A case is opened by Enter or a double click; the chosen one is told below, or beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sort, self._is_beside = BY_PLACE, False
        self._shown: tuple[Compared, PanelTable] | None = None
        self._ladder = Ladder()
        self._legend, self._told = Label(Kind.SMALL), Label(Kind.BODY)
        self.column.addWidget(self._ladder, 1)
        self.column.addWidget(self._legend)
        self.column.addWidget(self._told)
        self._ladder.chosen.connect(self._choose)
        self._ladder.opened.connect(self._open)
        self._ladder.sort_requested.connect(self._order)
        self.built()

    def retranslate(self) -> None:
        """Words below the rungs."""
        self._legend.setText(legend())

    def heading(self) -> str:
        return self.tr("Ladder")

    def said(self, found: PanelComparison) -> str:
        """How many of each list are expected to belong, and what the lines are."""
        return words.joined([each for each in (words.expected(found), words.lines(found)) if each])

    def show_comparison(self, compared: Compared, table: PanelTable) -> None:
        found = compared.asked
        if found is None:
            return
        self._shown = compared, table
        made = rungs(compared, table, self._sort)
        self._ladder.show_rungs(found, made, table.rubric, self._sort)
        self._tell(self._ladder.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is told takes less room where there is little."""
        super().resizeEvent(event)
        self._legend.setVisible(not self.is_low)
        self._told.setVisible(not self.is_low and not self._is_beside)
        self._tell(self._ladder.current())

    def make_room(self, *, beside: bool) -> None:
        self._is_beside = beside
        self._ladder.make_room(narrow=beside)
        self._told.setVisible(not self.is_low and not beside)

    def chart(self) -> Chart:
        return self._ladder.chart()

    def current(self) -> str:
        rung = self._ladder.current()
        return "" if rung is None else rung.case.number

    def focus_body(self) -> None:
        self._ladder.focus_table()

    def _tell(self, rung: Rung | None) -> None:
        if rung is None:
            self._told.setText("")
            return
        told = f"{rung.case.number}  {rung.sentence}"
        if self.height() >= scaled(ROOMY_PX):
            counted = "  ·  ".join(score_counts(each) for each in rung.case.scores)
            told = f"{told}\n{counted}"
        self._told.setText(told)

    def _choose(self, rung: Rung) -> None:
        self._tell(rung)
        self.chosen.emit(rung.case.number)

    def _open(self, rung: Rung) -> None:
        self.opened.emit(rung.case.number)

    def _order(self, sort: Sort) -> None:
        self._sort = sort
        if self._shown is not None:
            self.show_comparison(*self._shown)
