"""Words for what cannot be done with a round: by staff, or by its panels."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app import errors
from reviewer_app.ui import round_words

translate = QCoreApplication.translate


def staff_words(failure: errors.StaffFailure) -> tuple[str, str]:
    """Title and body."""
    match failure:
        case errors.RoundStillOpen(round=number):
            return (
                translate("wording", "Round {number} is still open.").format(number=number),
                translate("wording", "Scores are shown and exported once it is closed."),
            )
        case errors.AlreadyAnswered():
            return (
                translate("wording", "This waits for an answer no more."),
                translate(
                    "wording",
                    "Somebody else answered it, it was taken back, or the round was closed "
                    "meanwhile. Your answer changed nothing; refresh to see how it stands.",
                ),
            )
        case errors.NothingDecided():
            return (
                translate("wording", "This decision changed nothing."),
                translate(
                    "wording",
                    "The review stands as it did: somebody decided so before, or it could not "
                    "count if it had come in time either. Your decision is kept with its receipt; "
                    "refresh to see how the review stands.",
                ),
            )
        case errors.RoundNotHeld() | errors.FinalListStands():
            return _lists(failure)
        case errors.OwnRequest():
            return (
                translate("wording", "You asked for this yourself."),
                translate(
                    "wording",
                    "It takes another member of staff to agree, whichever computer you use. "
                    "Nothing was signed. You can take it back.",
                ),
            )
    assert_never(failure)


def _lists(failure: errors.RoundNotHeld | errors.FinalListStands) -> tuple[str, str]:
    match failure:
        case errors.RoundNotHeld(outcome=outcome, round=number):
            return (
                round_words.waits_for(outcome, number),
                translate(
                    "wording",
                    "Nothing was signed. Once that round is closed, and the next sync has told it, "
                    "this can be signed.",
                ),
            )
        case errors.FinalListStands():
            return (
                translate("wording", "The final list is signed already."),
                translate(
                    "wording",
                    "Nothing goes into a next round while it stands; nothing was signed.",
                ),
            )
    assert_never(failure)
