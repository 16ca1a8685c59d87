"""When a decision needs a written reason: where it leaves the order, or there is none to follow."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import ReasonLacking
from reviewer_app.services.panel.proposal import Proposal, Unplaced
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable, counted_reviews


class Need(StrEnum):
    """Why a reason is needed."""

    SUPERSEDES = "supersedes"
    AGAINST_ORDER = "against_order"
    EQUAL = "equal"
    FEW_REVIEWS = "few_reviews"
    FEW_FOR_RULES = "few_for_rules"
    AGAINST_REVIEWS = "against_reviews"


def reason_needed(
    row: PanelCaseRow, outcome: Recommendation, proposal: Proposal | None, *, fewest: int
) -> Need | None:
    """Why deciding so needs a reason, None where it needs none; a reason is always allowed.
    `fewest` is the table's.

    It does where an earlier decision is superseded, and where the outcome is not the one that the
    order under the signed rules proposes. Where that proposes nothing for cases of one place on
    both sides of a line, or with fewer reviews than asked for, it does for that. Where the order
    is not known (no rule file, or it is of all cases and the head has still to issue it), the
    experts' recommendations take its place: it does where another was given more often.
    """
    if row.decision is not None:
        return Need.SUPERSEDES
    if proposal is None:
        return _by_reviews(row, outcome, fewest)
    if proposal.unplaced is None:
        return Need.AGAINST_ORDER if proposal.is_left_by(outcome) else None
    match proposal.unplaced:
        case Unplaced.NOT_HELD:
            return None  # it cannot be decided at all
        case Unplaced.EQUAL:
            return Need.EQUAL
        case Unplaced.NO_SCORE | Unplaced.FEW_REVIEWS:
            return Need.FEW_FOR_RULES
        case (
            Unplaced.NOT_ISSUED | Unplaced.NOT_COMPARED | Unplaced.WITHOUT_PLACES | Unplaced.CHANGED
        ):
            return _by_reviews(row, outcome, fewest)
    assert_never(proposal.unplaced)


def require_no_reason(
    table: PanelTable, proposal: Proposal | None, number: str, outcome: Recommendation
) -> None:
    """Raises ReasonLacking where a case that is shown needs one to be decided so."""
    for row in table.rows:
        theirs = not row.withheld and table.standing.may_decide(number)
        if row.number != number or not theirs:
            continue
        if reason_needed(row, outcome, proposal, fewest=table.fewest):
            raise ReasonLacking(number)


def _by_reviews(row: PanelCaseRow, outcome: Recommendation, fewest: int) -> Need | None:
    if counted_reviews(row) < fewest:
        return Need.FEW_REVIEWS
    most = max(row.recommendations.values(), default=0)
    return Need.AGAINST_REVIEWS if row.recommendations.get(outcome, 0) < most else None
