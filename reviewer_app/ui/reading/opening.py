"""A case made ready on the database's lane: its texts first, all that stands around them after."""

from __future__ import annotations

from reviewer_app.services.preparing import HasTables
from reviewer_app.ui.reading.desks import OpensCases
from reviewer_app.ui.reading.facts_sheet import fact_sheet
from reviewer_app.ui.reading.kept_place import kept_place
from reviewer_app.ui.reading.pace import shares
from reviewer_app.ui.reading.prepared import prepare
from reviewer_app.ui.reading.state import Opened


class Opening:
    """Two pieces of work for one lane: between them the GUI thread shows the texts."""

    def __init__(self, desk: OpensCases, has: HasTables, number: str) -> None:
        self._desk, self._has, self._number = desk, has, number
        self._opened: Opened | None = None

    def read(self) -> Opened:
        """Read the case and make it ready."""
        view, tables = self._desk.open(self._number), self._has.at_hand
        prepared = prepare(view.case, view.alignments)
        facts = fact_sheet(view.case, tables.countries)
        order, known = self._desk.criteria_order(), kept_place(view.place, prepared)
        read = shares(prepared, known.read)
        self._opened = Opened(view, prepared, facts, tables, order, known, read)
        return self._opened

    def again(self) -> Opened | None:
        """What was read; None where that failed."""
        return self._opened
