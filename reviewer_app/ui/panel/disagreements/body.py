"""Where experts stand apart: single scores far from the others', and cases with two camps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui import terms
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel.disagreements import words
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.state import Compared


@dataclass(frozen=True, slots=True)
class Apart:
    """One thing to look at, in words."""

    key: str
    number: str
    name: str
    what: str


class DisagreementsBody(FaceBody):
    """A case is opened by Enter or a double click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._split = ""
        self._columns = (
            Column[Apart](
                "case",
                lambda: self.tr("Case"),
                lambda row: row.name,
                detail=lambda row: row.number,
                width=300,
                flow=True,
            ),
            Column[Apart](
                "what",
                lambda: self.tr("What stands apart"),
                lambda row: row.what,
                width=400,
                stretch=True,
            ),
        )
        self._table = Table[Apart](self._columns, lambda row: row.key, name="disagreements")
        self._none = Label(Kind.BODY)
        self._whole = Label(Kind.BODY)
        self.column.addWidget(self._none)
        self.column.addWidget(self._table, 1)
        self.column.addWidget(self._whole)
        self.column.addStretch(0)
        self._table.chosen.connect(self._choose)
        self._table.opened.connect(self._open)
        self.built()

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        self._table.setAccessibleName(self.tr("Disagreements"))
        self._none.setText(self.tr("No score and no case stands further apart than chance would."))

    def heading(self) -> str:
        return self.tr("Disagreements")

    def said(self, found: PanelComparison) -> str:
        """How many there are, and by which measure."""
        told = self.tr(
            "Single scores far from the others: {scores}. Cases that divide the experts: {cases}."
        ).format(scores=len(found.far), cases=len(found.divided))
        return joined([told, self._split] if self._split else [told])

    def show_comparison(self, compared: Compared, table: PanelTable) -> None:
        found = compared.asked
        if found is None:
            return
        self._split = words.split(table.rows)
        names = {row.number: terms.own(row.name) for row in table.rows}
        divided = [
            Apart(f"case {each.case}", each.case, names[each.case], words.divided(each))
            for each in found.divided
        ]
        far = [
            Apart(f"{each.case} {each.expert}", each.case, names[each.case], words.far(each))
            for each in found.far
        ]
        rows = [*divided, *far]
        self._table.set_rows(rows)
        if self._table.current() is None and rows:
            self._table.choose(rows[0].key)
        self._table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._tell()

    def chart(self) -> Chart:
        return chart_of(
            "disagreements", self._columns, self._table.rows, case=lambda row: row.number
        )

    def current(self) -> str:
        row = self._table.current()
        return "" if row is None else row.number

    def focus_body(self) -> None:
        self._table.setFocus()

    def _tell(self) -> None:
        """The chosen one's sentence in full, which the table may have no room for."""
        row = self._table.current()
        self._whole.setVisible(row is not None)
        self._whole.setText("" if row is None else row.what)

    def _choose(self, row: Apart) -> None:
        self._tell()
        self.chosen.emit(row.number)

    def _open(self, row: Apart) -> None:
        self.opened.emit(row.number)
