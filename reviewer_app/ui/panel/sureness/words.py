"""How sure the list is, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.panel.remarks import Suggestion
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.rows import (
    PanelCaseRow,
    PanelTable,
    awaits_reviews,
    counted_reviews,
)
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import percent, share
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate


def suggestion(row: Suggestion, case: PanelCaseRow | None, fewest: int) -> str:
    """Why one more opinion is worth it, of a case that needs so many full scores for a place."""
    if row.lacking:
        return lacking(row, case, fewest)
    if row.apart is not None:
        return translate("ladder", "Two experts, {points} points apart").format(
            points=decimal(row.apart, 1)
        )
    return translate("ladder", "In or out is nearly open")


def lacking(row: Suggestion, case: PanelCaseRow | None, fewest: int) -> str:
    """How many full scores it has of those that it needs, and how many cannot judge."""
    has = fewest - row.lacking if case is None else counted_reviews(case)
    told = translate("ladder", "{has} of {fewest} full scores").format(
        has=whole(has), fewest=whole(fewest)
    )
    cannot = 0 if case is None else case.overall.cannot_judge
    if not cannot:
        return told
    return translate("ladder", "{told}; “cannot judge”: {count}").format(
        told=told, count=whole(cannot)
    )


def of_target(target: int | None, chance: float | None) -> str:
    """A chance, and of what."""
    if target is None:
        return "–"
    return translate("ladder", "best {target}: {chance}").format(
        target=whole(target), chance=percent(chance)
    )


def waiting(table: PanelTable, fewest: int) -> list[str]:
    """How many cases are to have a place yet by reviews that were asked for; nothing without any,
    and once the round is closed."""
    if table.round is None or table.round.closed is not None:
        return []
    count = sum(awaits_reviews(row, fewest) for row in table.rows)
    if not count:
        return []
    shown = translate(
        "ladder",
        "Cases that still wait for reviews that were asked for, to have the {fewest} full scores "
        "of a place: {count}.",
    )
    return [shown.format(fewest=whole(fewest), count=whole(count))]


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
                raw=share(found.reliability.raw),
                adjusted=share(found.reliability.adjusted),
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
    return [*said, *_long_list(found)]


def _long_list(found: PanelComparison) -> list[str]:
    if not found.long_list:
        return []
    count = len(found.long_list)
    if count >= len(found.ranked):
        shown = translate(
            "ladder", "A long list that holds 95% of those that belong is all {count} cases."
        )
        return [shown.format(count=whole(len(found.ranked)))]
    beside = len(found.cases) - len(found.ranked)
    shown = translate("ladder", "A long list of {count} cases would hold 95% of those that belong.")
    if beside:
        shown = translate(
            "ladder",
            "A long list of {count} cases would hold 95% of those that belong; {beside} more "
            "go into it because they have too few reviews for a place.",
        )
    return [shown.format(count=whole(count), beside=whole(beside))]
