"""What issuing the comparison would sign, and which reviews are not in it: read back before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.services.panel.rows import CellState, PanelCell, PanelTable

NOT_COUNTED = (CellState.MISSING, CellState.HELD)
"""Reviews that may count yet, where staff or their experts do something."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A review that was asked for and counts nowhere."""

    case: str
    pseudonym: int
    state: CellState


@dataclass(frozen=True, slots=True)
class ToIssue:
    """`reviews` of `experts` on `cases` are compared."""

    cases: int
    reviews: int
    experts: int
    lacking: tuple[Lacking, ...]
    """By case, then expert."""
    failed: int
    """Packets that could not be verified."""
    withheld: int
    """Cases that are hidden from who issues it."""

    @property
    def packets(self) -> int:
        """One of the whole, and one of each case."""
        return self.cases + 1


def to_issue(table: PanelTable) -> ToIssue:
    """Of this table, all that counts now."""
    counted = {row.number: tuple(_counted(row.cells)) for row in table.rows}
    cells = [cell for each in counted.values() for cell in each]
    return ToIssue(
        cases=sum(bool(each) for each in counted.values()),
        reviews=len(cells),
        experts=len({cell.pseudonym for cell in cells}),
        lacking=tuple(
            Lacking(row.number, cell.pseudonym, cell.state)
            for row in table.rows
            for cell in row.cells
            if cell.state in NOT_COUNTED
        ),
        failed=0 if table.verification is None else table.verification.uncounted,
        withheld=sum(row.withheld for row in table.rows),
    )


def _counted(cells: tuple[PanelCell, ...]) -> Iterator[PanelCell]:
    for cell in cells:
        if cell.state is CellState.RECEIVED and cell.composite is not None:
            yield cell
