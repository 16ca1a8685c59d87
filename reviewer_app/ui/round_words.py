"""Which round decides on what, in the interface's language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.programme import Recommendation

translate = QCoreApplication.translate


def waits_for(outcome: Recommendation, number: int) -> str:
    """That this outcome cannot be decided yet, in one sentence."""
    if outcome is Recommendation.OUTSTANDING:
        text = translate(
            "rounds", "Outstanding Cases are decided by round {number}, which has not been held."
        )
    else:
        text = translate(
            "rounds",
            "The Casebook is decided by round {number}, which has not been held to its end.",
        )
    return text.format(number=QLocale().toString(number))


def all_wait(awaited: Mapping[Recommendation, int]) -> str:
    """The same of all that waits: before the Casebook is decided nothing is. "" where none does."""
    for outcome in (Recommendation.CASEBOOK, Recommendation.OUTSTANDING):
        if outcome in awaited:
            return waits_for(outcome, awaited[outcome])
    return ""
