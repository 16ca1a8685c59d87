"""When a decision needs a written reason, from what the panel's reviews say."""

from __future__ import annotations

from enum import StrEnum

from review_protocol.documents.programme import Recommendation
from reviewer_app.services.panel_rows import PanelCaseRow
from reviewer_app.ui.panel_order import FEWEST, counted_reviews


class Need(StrEnum):
    """Why a reason is needed."""

    SUPERSEDES = "supersedes"
    FEW_REVIEWS = "few_reviews"
    AGAINST_REVIEWS = "against_reviews"


def reason_needed(row: PanelCaseRow, outcome: Recommendation) -> Need | None:
    """Why deciding so needs a reason, None where it needs none; a reason is always allowed.

    It does where an earlier decision is superseded, where fewer than three reviews count, and
    where another recommendation was given more often than this outcome.
    """
    if row.decision is not None:
        return Need.SUPERSEDES
    if counted_reviews(row) < FEWEST:
        return Need.FEW_REVIEWS
    most = max(row.recommendations.values(), default=0)
    if row.recommendations.get(outcome, 0) < most:
        return Need.AGAINST_REVIEWS
    return None
