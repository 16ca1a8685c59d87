"""The cases for which one more opinion is worth most, each with its reason, and how to ask."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.panel.remarks import Suggestion
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.painted import PaintedDelegate
from reviewer_app.ui.panel.sureness import words

BAR = 8.0
CHANCES = ("picture", "chance")
"""Columns that say nothing where no chance is known."""


class Suggested(Retranslating, QWidget):
    """Draws the suggestions of a comparison; `wanted` carries the case for which another expert is
    to be asked for."""

    wanted = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: Mapping[str, PanelCaseRow] = {}
        self._compared: Mapping[str, ComparedCase] = {}
        self._fewest = 1
        self._columns = self._described()
        self.table = Table[Suggestion](self._columns, lambda row: row.case, name="sureness")
        place = next(i for i, column in enumerate(self._columns) if column.key == "picture")
        self.table.setItemDelegateForColumn(place, PaintedDelegate(self._paint, self.table))
        self._ask = Button(Role.DEFAULT, "people")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        self._ask.clicked.connect(self._ask_for)
        self.built()

    def retranslate(self) -> None:
        """The button's word."""
        self._ask.setText(self.tr("Ask for another expert…"))

    def show_found(self, found: PanelComparison, table: PanelTable) -> None:
        """Draw them; the first is chosen where none is."""
        self._cases = {row.number: row for row in table.rows}
        self._compared = {case.number: case for case in found.cases}
        self._fewest = found.fewest
        self.table.set_rows(found.suggestions)
        is_known = any(row.target is not None for row in found.suggestions)
        for at, column in enumerate(self._columns):
            if column.key in CHANCES:
                self.table.setColumnHidden(at, not is_known)
        if self.table.current() is None and found.suggestions:
            self.table.choose(found.suggestions[0].case)
        self.table.viewport().update()

    def chart(self) -> Chart:
        """The suggestions as a chart."""
        return chart_of(
            "sureness",
            self._columns,
            self.table.rows,
            paints={"picture": self._paint},
            case=lambda row: row.case,
        )

    def _described(self) -> tuple[Column[Suggestion], ...]:
        return (
            Column[Suggestion](
                "case",
                lambda: self.tr("Case"),
                self._name,
                detail=lambda row: row.case,
                width=300,
                stretch=True,
                flow=True,
            ),
            Column[Suggestion](
                "why", lambda: self.tr("Why"), self._why, tooltip=self._why, width=300
            ),
            Column[Suggestion](
                "picture",
                lambda: self.tr("Chance to belong"),
                self._of_target,
                tooltip=self._of_target,
                width=180,
            ),
            Column[Suggestion]("chance", lambda: "", self._of_target, width=120),
        )

    def _name(self, row: Suggestion) -> str:
        case = self._cases.get(row.case)
        return row.case if case is None else terms.own(case.name)

    def _why(self, row: Suggestion) -> str:
        return words.suggestion(row, self._cases.get(row.case), self._fewest)

    def _of_target(self, row: Suggestion) -> str:
        return words.of_target(row.target, self._chance(row))

    def _chance(self, row: Suggestion) -> float | None:
        case = self._compared.get(row.case)
        return None if case is None or row.target is None else case.among.get(row.target)

    def _paint(self, painter: QPainter, box: QRectF, row: int, palette: Palette) -> None:
        chance = self._chance(self.table.rows[row])
        if chance is None:
            return
        whole = QRectF(box.left(), box.center().y() - BAR / 2, box.width(), BAR)
        painter.setPen(QColor(palette.edge))
        painter.drawRect(whole)
        painter.fillRect(QRectF(whole.topLeft(), whole.size()).adjusted(
            0, 0, -whole.width() * (1 - chance), 0), QColor(palette.accent))  # fmt: skip

    def _ask_for(self) -> None:
        row = self.table.current()
        if row is not None:
            self.wanted.emit(row.case)
