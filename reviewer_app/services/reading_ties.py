"""Who is not to be asked for a case: whoever is tied to it, recused, or has signed on it."""

from __future__ import annotations

from reviewer_app.panel.links import MayRead
from reviewer_app.services.panel.rows import CellState, PanelTable

_OPEN = frozenset({CellState.MISSING})


def may_read_of(table: PanelTable) -> MayRead:
    """By an expert's name in the comparison and a case's number, as far as ties are told."""
    not_to_be_asked = {
        (cell.pseudonym, row.number)
        for row in table.rows
        for cell in row.cells
        if cell.state not in _OPEN or cell.disclosed
    }
    for number, declarations in table.declared.items():
        not_to_be_asked.update(
            (each.pseudonym, number) for each in declarations if each.pseudonym is not None
        )
    return lambda expert, case: (int(expert), case) not in not_to_be_asked
