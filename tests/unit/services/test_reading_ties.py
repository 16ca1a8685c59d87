"""Reviews that would tie groups are suggested of nobody who is tied to the case."""

from __future__ import annotations

from dataclasses import replace

from review_protocol.documents.dossier import PanelDeclaration
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.rows import CellState, PanelCell, PanelTable
from reviewer_app.services.reading_ties import may_read_of
from tests.builders.panel_tables import a_table


def two_groups() -> PanelTable:
    """Experts 1 to 6 on the first cases, 7 to 12 on the others."""
    table = a_table(40, 12)

    def cells(at: int, of: tuple[PanelCell, ...]) -> tuple[PanelCell, ...]:
        return tuple(cell for cell in of if (cell.pseudonym <= 6) == (at < 20))

    rows = (replace(row, cells=cells(at, row.cells)) for at, row in enumerate(table.rows))
    return replace(table, rows=tuple(rows))


def test_a_review_that_would_tie_two_groups_is_asked_of_nobody_with_a_tie() -> None:
    table = two_groups()
    found = compared(table, None)
    assert found is not None
    assert len(found.islands) == 2
    (bridge,) = found.bridges
    declaration = PanelDeclaration(
        case=bridge.case,
        role=Role.REVIEWER,
        deputy=False,
        pseudonym=int(bridge.expert),
        answer=ConflictAnswer.CONFLICT,
    )
    tied = replace(table, declared={bridge.case: (declaration,)})
    again = compared(tied, None)
    assert again is not None
    (other,) = again.bridges
    assert other != bridge
    assert not may_read_of(tied)(bridge.expert, bridge.case)
    assert may_read_of(table)(bridge.expert, bridge.case)


def test_who_recused_or_has_signed_is_not_asked_again() -> None:
    table = two_groups()
    may = may_read_of(table)
    for row in table.rows:
        for cell in row.cells:
            open_still = cell.state is CellState.MISSING and not cell.disclosed
            assert may(f"{cell.pseudonym:06d}", row.number) is open_still
