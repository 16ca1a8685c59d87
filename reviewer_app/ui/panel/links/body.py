"""The link map: how many cases every two experts share, and what would tie groups together."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui import terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Palette, mix
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.face_body import FaceBody
from reviewer_app.ui.panel.links import words
from reviewer_app.ui.panel.painted import SIDE, PaintedDelegate
from reviewer_app.ui.panel.state import Compared
from reviewer_app.ui.panel_words import whole

CELL_PX = 44
MOST = 60
"""Experts up to which the map has a column for each."""


@dataclass(frozen=True, slots=True)
class Shares:
    """One expert, and the cases shared with each of the others."""

    expert: int
    cases: tuple[tuple[int, int], ...]
    """Pseudonym and number, only where any is shared."""

    def with_(self, other: int) -> int:
        return dict(self.cases).get(other, 0)


def shares_of(found: PanelComparison) -> tuple[Shares, ...]:
    """A row for every expert, in the order of pseudonyms."""
    shared: dict[int, dict[int, int]] = {each.pseudonym: {} for each in found.experts}
    for link in found.links:
        first, second = int(link.first), int(link.second)
        shared[first][second] = shared[second][first] = link.cases
    return tuple(Shares(expert, tuple(sorted(of.items()))) for expert, of in shared.items())


class LinksBody(FaceBody):
    """A square of experts by experts; darker means more shared cases, and the number stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experts: tuple[int, ...] = ()
        self._most = 1
        self._columns: tuple[Column[Shares], ...] = ()
        self._table: Table[Shares] | None = None
        self._wanted = Label(Kind.BODY)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place, 1)
        self.column.addWidget(self._wanted)
        self.built()

    def retranslate(self) -> None:
        """Name the table for screen readers."""
        if self._table is not None:
            self._table.setAccessibleName(self.tr("Cases that experts share"))

    def heading(self) -> str:
        return self.tr("Link map")

    def said(self, found: PanelComparison) -> str:
        """Whether all are connected, and how many links are weak."""
        return words.linked(found)

    def show_comparison(self, compared: Compared, table: PanelTable) -> None:
        found = compared.asked
        if found is None:
            return
        rows = shares_of(found)
        experts = tuple(each.expert for each in rows)
        if self._table is None or experts != self._experts:
            self._rebuild(experts)
        assert self._table is not None
        self._most = max((link.cases for link in found.links), default=1)
        self._table.set_rows(rows)
        self._table.viewport().update()
        self._wanted.setText(words.bridges(found))
        self._wanted.setVisible(bool(found.bridges))

    def chart(self) -> Chart:
        rows = () if self._table is None else self._table.rows
        paints = {with_key(other): _Shade(self, other).paint for other in self._experts[:MOST]}
        return chart_of("links", self._columns, rows, paints=paints)

    def focus_body(self) -> None:
        if self._table is not None:
            self._table.setFocus()
            if self._table.current() is None and self._table.rows:
                self._table.choose(self._table.rows[0].expert)

    def _rebuild(self, experts: tuple[int, ...]) -> None:
        self._experts = experts
        self._columns = (
            Column[Shares](
                "expert", lambda: self.tr("Expert"), lambda row: terms.expert(row.expert), width=120
            ),
            Column[Shares]("colleagues", lambda: self.tr("Colleagues"),
                           lambda row: whole(len(row.cases)), Align.RIGHT, width=108),
            *(_with(other) for other in experts[:MOST]),
        )  # fmt: skip
        table = Table[Shares](self._columns, lambda row: row.expert, name="links")
        header = table.horizontalHeader()
        header.setMinimumSectionSize(scaled(CELL_PX))
        for place, other in enumerate(experts[:MOST], start=2):
            header.resizeSection(place, scaled(CELL_PX))
            paint = _Shade(self, other).paint
            table.setItemDelegateForColumn(place, PaintedDelegate(paint, table))
        swap(self._place, self._table, table)
        self._table = table
        self.retranslate()

    def row(self, place: int) -> Shares | None:
        rows = () if self._table is None else self._table.rows
        return rows[place] if place < len(rows) else None

    @property
    def most(self) -> int:
        """The largest number of shared cases."""
        return self._most


class _Shade:
    """Paints the cells of one column: a ground by the number of cases, and the number."""

    def __init__(self, body: LinksBody, other: int) -> None:
        self._body, self._other = body, other

    def paint(self, painter: QPainter, box: QRectF, place: int, palette: Palette) -> None:
        row = self._body.row(place)
        if row is None or row.expert == self._other:
            return
        cases = row.with_(self._other)
        cell = box.adjusted(-SIDE + 1, 1, SIDE - 1, -1)
        share = 0.35 * cases / self._body.most
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(palette.surface, palette.accent, share)))
        painter.drawRect(cell)
        painter.setPen(QColor(palette.text if cases else palette.muted))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, whole(cases) if cases else "·")


def with_key(other: int) -> str:
    """The key of the column of an expert."""
    return f"with {other}"


def _with(other: int) -> Column[Shares]:
    def text(row: Shares) -> str:
        return "" if row.expert == other else whole(row.with_(other))

    return Column[Shares](
        with_key(other), lambda: f"{other:02d}", text, Align.CENTRE, width=CELL_PX
    )
