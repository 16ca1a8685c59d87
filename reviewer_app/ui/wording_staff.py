"""Words for what staff cannot do with a round."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app import errors

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
