"""What a panel's page knows of cases that are hidden from who looks at it."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer_app.services.panel.dossier import Why
from reviewer_app.services.panel.listed_rows import ListedCase, ListPart
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui.panel.view_model import PanelViewModel


def hidden_cases(model: PanelViewModel) -> int:
    """How many there are, as far as anything is here."""
    table, listing = model.state.table, model.listing.state.listing
    if table is not None:
        return sum(row.withheld for row in table.rows)
    return 0 if listing is None else listing.head.counts.get(ListPart.HIDDEN, 0)


def waits_for_declaring(model: PanelViewModel) -> bool:
    """Whether any is hidden because nothing was declared on it yet."""
    table, listing = model.state.table, model.listing.state.listing
    rows: Iterable[PanelCaseRow | ListedCase] = ()
    if table is not None:
        rows = table.rows
    elif listing is not None:
        rows = listing.first.rows
    return any(row.hidden and row.hidden.why is Why.NOT_DECLARED for row in rows)
