"""What a panel's page knows of cases that are hidden from who looks at it."""

from __future__ import annotations

from reviewer_app.services.panel.dossier import Hidden, Why
from reviewer_app.services.panel.listed_rows import Listing, ListPart
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.panel.view_model import PanelViewModel


class HiddenCases:
    """Counted once for each table, or list where there is no table yet: both are frozen, may be
    30,000 rows long, and are asked for at every change of the page."""

    def __init__(self, model: PanelViewModel) -> None:
        self._model = model
        self._seen: PanelTable | Listing | None = None
        self._count, self._waits = 0, False

    @property
    def count(self) -> int:
        """How many there are, as far as anything is here."""
        self._look()
        return self._count

    @property
    def wait_for_declaring(self) -> bool:
        """Whether any is hidden because nothing was declared on it yet."""
        self._look()
        return self._waits

    def _look(self) -> None:
        table, listing = self._model.state.table, self._model.listing.state.listing
        seen = listing if table is None else table
        if seen is self._seen:
            return
        self._seen, self._count, self._waits = seen, 0, False
        if table is not None:
            self._count = sum(row.withheld for row in table.rows)
            self._waits = any(_waits(row.hidden) for row in table.rows)
        elif listing is not None:
            self._count = listing.head.counts.get(ListPart.HIDDEN, 0)
            self._waits = bool(self._count) and _waits_in(listing)


def _waits_in(listing: Listing) -> bool:
    """Only what is withheld is taken apart for it: to take the whole page apart takes 1 ms."""
    return any(_waits(row.hidden) for row in listing.first.rows if row.withheld)


def _waits(hidden: Hidden | None) -> bool:
    return hidden is not None and hidden.why is Why.NOT_DECLARED
