"""A chart as a plain table, for the keyboard and for ears."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.charts.chart import Chart

WIDE_PX, NARROW_PX = 260, 88


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row in words, and the case that it is about."""

    at: int
    texts: tuple[str, ...]
    case: str = ""


class PlainTable(Retranslating, QWidget):
    """Draws any chart in words; `chosen` and `opened` carry a case's number."""

    chosen = Event(str)
    opened = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._table: Table[PlainRow] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def table(self) -> Table[PlainRow] | None:
        """What is drawn, once there is anything."""
        return self._table

    def show_chart(self, name: str, chart: Chart) -> None:
        """Draw it; `name` is what a screen reader calls it."""
        if self._table is None or chart.titles() != self._titles:
            self._rebuild(chart)
        assert self._table is not None
        cases = chart.cases or ("",) * chart.size
        rows = zip(chart.rows(), cases, strict=True)
        self._table.set_rows([PlainRow(at, *each) for at, each in enumerate(rows)])
        self._table.setAccessibleName(name)
        if self._table.current() is None and chart.size:
            self._table.choose(0)

    def focus_table(self) -> None:
        """Put the keyboard into it."""
        if self._table is not None:
            self._table.setFocus()

    def _rebuild(self, chart: Chart) -> None:
        self._titles = chart.titles()
        rows = chart.rows()
        columns = [
            _described(place, title, [row[place] for row in rows])
            for place, title in enumerate(self._titles)
        ]
        table = Table[PlainRow](columns, lambda row: row.at, name=f"plain-{chart.key}")
        table.chosen.connect(self._choose)
        table.opened.connect(self._open)
        swap(self._column, self._table, table)
        self._table = table

    def _choose(self, row: PlainRow) -> None:
        self.chosen.emit(row.case)

    def _open(self, row: PlainRow) -> None:
        if row.case:
            self.opened.emit(row.case)


def _described(place: int, title: str, texts: list[str]) -> Column[PlainRow]:
    figures = all(text[:1] in "0123456789–<>·" for text in texts)
    widest = max((len(text) for text in texts), default=0)
    return Column[PlainRow](
        f"column{place}",
        lambda: title,
        lambda row: row.texts[place],
        Align.RIGHT if figures else Align.LEFT,
        tooltip=lambda row: row.texts[place],
        width=max(NARROW_PX, min(WIDE_PX, 8 * max(widest, len(title)))),
        stretch=widest > 40,
    )
