"""Whether the comparison suggests another review of one case."""

from __future__ import annotations

from reviewer_app.panel.remarks import FAR_APART, Suggestion
from reviewer_app.services.panel.compared_rows import PanelComparison


def suggestion_of(found: PanelComparison | None, number: str) -> Suggestion | None:
    """By the list of those that would change most, or by its two experts' scores alone."""
    if found is None:
        return None
    listed = next((each for each in found.suggestions if each.case == number), None)
    if listed is not None:
        return listed
    case = found.case(number)
    scores = () if case is None else tuple(each.score for each in case.scores)
    if len(scores) == 2 and abs(scores[0] - scores[1]) >= FAR_APART:
        return Suggestion(number, abs(scores[0] - scores[1]), None)
    return None
