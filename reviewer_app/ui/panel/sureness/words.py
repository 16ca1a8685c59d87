"""How sure the list is, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.panel.remarks import Suggestion
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import percent
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate


def suggestion(row: Suggestion) -> str:
    """Why one more opinion is worth it."""
    if row.lacking == 1:
        return translate("ladder", "Lacks 1 review for a place")
    if row.lacking:
        return translate("ladder", "Lacks {count} reviews for a place").format(
            count=whole(row.lacking)
        )
    if row.apart is not None:
        return translate("ladder", "Two experts, {points} points apart").format(
            points=decimal(row.apart, 1)
        )
    return translate("ladder", "In or out is nearly open")


def sureness(found: PanelComparison) -> list[str]:
    """Reliability, errors and agreement, a sentence each; nothing where nothing is known."""
    said = []
    if found.reliability is not None:
        shown = translate(
            "ladder",
            "Of the differences between cases, {raw} are real by raw means and {adjusted} after "
            "adjusting; a mean of {reviews} reviews is off by about {error} points.",
        )
        said.append(
            shown.format(
                raw=percent(found.reliability.raw),
                adjusted=percent(found.reliability.adjusted),
                reviews=decimal(found.reliability.reviews, 1),
                error=decimal(found.reliability.adjusted_error, 2),
            )
        )
    known = [(code, value) for code, value in found.alpha.items() if value is not None]
    if known:
        listed = translate("ladder", "; ").join(
            f"{terms.criterion(code)} {decimal(value, 2)}" for code, value in known
        )
        said.append(
            translate("ladder", "Agreement (Krippendorff’s alpha): {listed}.").format(listed=listed)
        )
    if found.long_list:
        said.append(
            translate(
                "ladder", "A long list of {count} cases would hold 95% of those that belong."
            ).format(count=whole(len(found.long_list)))
        )
    return said
