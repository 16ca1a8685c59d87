"""Words for files that were handed over and from which nothing was taken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app import errors
from reviewer_app.errors import FileProblem

translate = QCoreApplication.translate


def file_words(failure: errors.UnusableFile) -> tuple[str, str]:
    """Title and body; every body says that the desk is as it was, and what to do."""
    problem, name = failure.problem, failure.path.name
    if problem in _FOR_SOMEBODY_ELSE:
        title = translate("wording", "{name} is not for this desk.")
    elif problem in (FileProblem.OLDER_BATCH, FileProblem.CLOSED_HERE):
        title = translate("wording", "{name} is not needed any more.")
    else:
        title = translate("wording", "{name} cannot be used.")
    as_it_was = translate("wording", "Nothing was changed.")
    reason = _reason(problem)
    space = "" if reason.endswith("。") else " "
    return title.format(name=name), f"{reason}{space}{as_it_was}"


_FOR_SOMEBODY_ELSE = (
    FileProblem.HAND_IN,
    FileProblem.OTHER_PROGRAMME,
    FileProblem.OTHER_PERSON,
    FileProblem.OTHER_COMPUTER,
)


def _reason(problem: FileProblem) -> str:
    match problem:
        case FileProblem.HAND_IN:
            return translate("wording", "It is a hand-in file: send it to the secretariat.")
        case FileProblem.OTHER_PROGRAMME:
            return translate("wording", "It belongs to another programme.")
        case FileProblem.OTHER_PERSON:
            return translate("wording", "It was made for another person; tell the secretariat.")
        case FileProblem.OTHER_COMPUTER:
            return translate(
                "wording",
                "It was made for another computer, or before this one was set up: open it there, "
                "or ask the secretariat for a new one.",
            )
        case FileProblem.OLDER_BATCH:
            return translate("wording", "It holds an older batch than the one that is here.")
        case FileProblem.CLOSED_HERE:
            return translate("wording", "Its round was closed on this computer.")
        case _:
            return _damage(problem)


def _damage(problem: FileProblem) -> str:
    match problem:
        case FileProblem.NOT_OURS:
            return translate("wording", "It is neither a batch nor receipts.")
        case FileProblem.UNREADABLE:
            return translate("wording", "It cannot be read; is the medium still there?")
        case FileProblem.CUT:
            return translate("wording", "Its end is missing; ask for it again.")
        case FileProblem.ALTERED:
            return translate(
                "wording", "It was damaged on the way; ask for it again, best as an attachment."
            )
        case FileProblem.PARTS_MISSING:
            return translate(
                "wording", "It is one part of several; choose all parts at the same time."
            )
        case FileProblem.REPACKED:
            return translate(
                "wording", "Another program has packed it anew; ask for it as it was sent."
            )
        case FileProblem.TOO_LARGE:
            return translate("wording", "It is larger than any such file can be.")
        case FileProblem.NEWER_FORM:
            return translate("wording", "A newer version of this app reads it; please install it.")
        case FileProblem.FORGED:
            return translate(
                "wording",
                "It does not come from the programme's server, or was changed; tell the "
                "secretariat.",
            )
        case FileProblem.INCOMPLETE:
            return translate(
                "wording", "Texts that it names are not in it; ask the secretariat for a new one."
            )
        case _:
            raise ValueError(problem)
