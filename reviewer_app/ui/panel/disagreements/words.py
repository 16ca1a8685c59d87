"""What stands apart, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.panel.flags import DividedCase, FarScore
from reviewer_app.ui import terms
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate


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
