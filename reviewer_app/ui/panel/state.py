"""What the panel's room shows: the table and its selection, and one case with every opinion."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import Failure
from reviewer_app.services.panel.changes import Moved, moves
from reviewer_app.services.panel.compared_rows import (
    NOTHING_ASKED,
    ComparedCase,
    PanelComparison,
    WhatIf,
)
from reviewer_app.services.panel.home import HomeEffects, Homes
from reviewer_app.services.panel.proposal import Proposal, proposal_for
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelCaseView, PanelTable
from reviewer_app.services.panel.sensitivity import Sensitivity
from reviewer_app.ui.panel.faces import Face


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures that count, and those of the question beside them."""

    what_if: WhatIf = NOTHING_ASKED
    official: PanelComparison | None = None
    """In which nothing is asked."""
    asked: PanelComparison | None = None
    sensitivity: Sensitivity | None = None
    is_weighed: bool = False
    """Whether it was found out which single changes move a case; None of it where no line is."""
    home: HomeEffects | None = None
    is_home_sought: bool = False
    """Whether it was asked if experts score cases from home higher; None of it: not known."""
    is_comparing: bool = False
    is_answered: bool = False

    @property
    def moved(self) -> tuple[Moved, ...] | None:
        """What the question would change; None while its answer is on its way."""
        if self.is_comparing or self.official is None or self.asked is None:
            return None
        return moves(self.official, self.asked)


NOTHING_COMPARED = Compared()


@dataclass(frozen=True, slots=True)
class PanelState:
    """The table as computed last, what of it is shown, whether more is being collected; and what
    was compared, once somebody looked at a face that shows it."""

    table: PanelTable | None = None
    face: Face = Face.SCORES
    compared: Compared = NOTHING_COMPARED
    is_collecting: bool = False
    failure: Failure | None = None

    @property
    def comparison(self) -> PanelComparison | None:
        """What the faces show."""
        return self.compared.asked


@dataclass(frozen=True, slots=True)
class CaseState:
    """The case whose opinions are shown, None for none, and the figures that count; and the lists
    that are proposed by them, None until they are computed or where no rule file proposes any."""

    opened: PanelCaseView | None = None
    found: PanelComparison | None = None
    lists: ProposedLists | None = None
    is_settled: bool = False
    """Whether the lists are those of these figures."""
    homes: Homes | None = None
    """Reviews from one of their case's countries (regions), where that is known."""
    has_final: bool = False
    """Whether the head has signed a final list already."""
    is_signing: bool = False
    failure: Failure | None = None

    @property
    def compared(self) -> ComparedCase | None:
        """The opened case among the others; None where it has no place."""
        if self.opened is None or self.found is None:
            return None
        return self.found.case(self.opened.row.number)

    @property
    def proposal(self) -> Proposal | None:
        """What the order proposes for the opened case, as far as it is known here."""
        if self.opened is None:
            return None
        return proposal_for(self.found, self.lists, self.opened.row, self.opened.awaited)
