"""What the panel's room shows: the table and its selection, and one case with every opinion."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import Failure
from reviewer_app.services.compared_rows import NOTHING_ASKED, PanelComparison, WhatIf
from reviewer_app.services.panel_rows import PanelCaseRow, PanelCaseView, PanelTable
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel_order import Selection

EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class PanelState:
    """The table as computed last, what of it is shown, whether more is being collected; and the
    comparison that answers `what_if`, once somebody looked at a face that shows it."""

    table: PanelTable | None = None
    selection: Selection = EVERYTHING
    face: Face = Face.SCORES
    comparison: PanelComparison | None = None
    what_if: WhatIf = NOTHING_ASKED
    is_comparing: bool = False
    is_collecting: bool = False
    failure: Failure | None = None

    @property
    def listed(self) -> tuple[PanelCaseRow, ...]:
        return () if self.table is None else self.selection.of(self.table.rows)


@dataclass(frozen=True, slots=True)
class CaseState:
    """The case whose opinions are shown, None for none."""

    opened: PanelCaseView | None = None
    is_signing: bool = False
    failure: Failure | None = None
