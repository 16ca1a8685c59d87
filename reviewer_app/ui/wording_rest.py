"""Words for the desk at rest: backups, a desk put back, a lost passphrase, a round closed here."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from reviewer_app import errors
from reviewer_app.errors import RecoveryProblem

translate = QCoreApplication.translate


def rest_words(failure: errors.RestFailure) -> tuple[str, str]:
    """Title and body; every body says what is kept."""
    match failure:
        case errors.UnreadableBackup(path=path):
            return (
                translate("wording", "This backup cannot be used."),
                translate(
                    "wording",
                    "{name} is damaged, or another desk's. Nothing was changed; choose another "
                    "backup.",
                ).format(name=path.name),
            )
        case errors.RolledBackDesk():
            return _put_back_words(failure)
        case errors.DeskStillOpen():
            return (
                translate("wording", "The desk is still in use."),
                translate(
                    "wording", "Nothing was changed. Close the other window or program, try again."
                ),
            )
        case errors.NotAllReceipted(waiting=waiting):
            return (
                translate("wording", "Not everything that you signed has a receipt."),
                translate(
                    "wording",
                    "Without a receipt: {waiting}. Sync first, or save the hand-in file; until "
                    "then everything stays on this computer.",
                ).format(waiting=waiting),
            )
        case errors.RoundClosedHere(round=number):
            return (
                translate("wording", "Round {number} was closed on this computer.").format(
                    number=number
                ),
                translate("wording", "Its cases are not fetched again; your receipts are kept."),
            )
        case errors.NoEscrowKey() | errors.RecoveryRefused():
            return _recovery_words(failure)
    assert_never(failure)


def _put_back_words(failure: errors.RolledBackDesk) -> tuple[str, str]:
    return (
        translate("wording", "This desk is an earlier copy of itself."),
        translate(
            "wording",
            "Signed since then and not in it: {packets}; typed since then: {drafts}. What "
            "the server has receipted is safe there. Restore the newest backup, or go on "
            "from here; nothing is signed before you choose.",
        ).format(packets=failure.packets, drafts=failure.drafts),
    )


def _recovery_words(failure: errors.NoEscrowKey | errors.RecoveryRefused) -> tuple[str, str]:
    match failure:
        case errors.NoEscrowKey():
            return (
                translate("wording", "This programme keeps no recovery key."),
                translate(
                    "wording",
                    "Nothing was changed. Keep your passphrase safe: nobody else can open this "
                    "desk.",
                ),
            )
        case errors.RecoveryRefused(problem=problem):
            title = translate("wording", "The desk was not recovered.")
            return title, f"{_problem(problem)} {_stays()}"
    assert_never(failure)


def _stays() -> str:
    return translate("wording", "The desk stays as it was, with all that is in it.")


def _problem(problem: RecoveryProblem) -> str:
    match problem:
        case RecoveryProblem.NOT_ESCROWED:
            return translate(
                "wording", "Its key was not left with the programme, so only the passphrase opens."
            )
        case RecoveryProblem.NOT_ASKED:
            return translate("wording", "No recovery was asked for here; make a request first.")
        case RecoveryProblem.UNREADABLE:
            return translate("wording", "This file is not a recovery answer, or it is damaged.")
        case RecoveryProblem.OTHER_REQUEST:
            return translate("wording", "This file answers another request; take the newest one.")
        case RecoveryProblem.OTHER_KEY:
            return translate("wording", "The key in this file does not open this desk.")
        case RecoveryProblem.OTHER_PERSON:
            return translate(
                "wording", "The code is another person's; ask the secretariat for one of your own."
            )
    assert_never(problem)
