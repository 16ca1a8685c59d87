"""What stands apart, in words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.flags import DividedCase, FarScore
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate
EACH_SIDE = 2
MOST_NAMED = 6


def far(score: FarScore) -> str:
    """One score that stands far from the colleagues'."""
    return translate(
        "ladder",
        "{expert}: the colleagues’ scores point to {expected}; this is {score}; so far apart about "
        "once in {times}.",
    ).format(
        expert=terms.expert(int(score.expert)),
        expected=decimal(score.expected, 1),
        score=decimal(score.score, 1),
        times=whole(round(score.once_in)),
    )


def split(rows: Iterable[PanelCaseRow]) -> str:
    """The cases that two experts or more recommend, and two or more recommend against; "" for
    none. It is beside the figures: what is recommended is counted, and computed in nowhere."""
    found = [row.number for row in rows if not row.withheld and _is_split(row)]
    if not found:
        return ""
    listed = translate("ladder", ", ").join(found[:MOST_NAMED])
    if len(found) > MOST_NAMED:
        listed = translate("lists", "{cases} and {more} more").format(
            cases=listed, more=whole(len(found) - MOST_NAMED)
        )
    return translate(
        "ladder",
        "Two experts or more recommend the Casebook, and two or more advise against it: {cases}.",
    ).format(cases=listed)


def _is_split(row: PanelCaseRow) -> bool:
    against = row.recommendations.get(Recommendation.NOT_IN_CASEBOOK, 0)
    return min(against, sum(row.recommendations.values()) - against) >= EACH_SIDE


def divided(case: DividedCase) -> str:
    """A case that divides its experts."""
    parts = []
    if case.apart is not None:
        parts.append(
            translate("ladder", "Two groups of experts stand {points} points apart.").format(
                points=decimal(case.apart, 1)
            )
        )
    if case.unusual:
        parts.append(translate("ladder", "The scores lie further apart than in other cases."))
    return joined(parts)
