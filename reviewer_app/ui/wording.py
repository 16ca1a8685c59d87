"""Every expected failure in words: what happened, that the work is safe, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never, get_args

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.leaf import Disposition
from reviewer_app import errors
from reviewer_app.errors import Failure
from reviewer_app.ui.wording_arrival import arrival_words
from reviewer_app.ui.wording_connection import connection_words
from reviewer_app.ui.wording_disk import disk_words, profile_words
from reviewer_app.ui.wording_files import file_words
from reviewer_app.ui.wording_rest import rest_words
from reviewer_app.ui.wording_staff import staff_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sentence:
    """A failure in words: a short title, and a sentence or two below it."""

    title: str
    body: str

    @property
    def whole(self) -> str:
        """Title and body as running text."""
        space = "" if self.title.endswith("。") else " "
        return f"{self.title}{space}{self.body}"


def sentence(failure: Failure) -> Sentence:
    """The words for a failure, in the interface's language."""
    return Sentence(*_words(failure))


def _words(failure: Failure) -> tuple[str, str]:
    if isinstance(failure, errors.ConnectionFailure):
        return connection_words(failure)
    if isinstance(failure, errors.EnrolmentFailure):
        return _enrolment_words(failure)
    if isinstance(failure, errors.BatchFailure):
        return _batch_words(failure)
    if isinstance(failure, errors.DiskFailure):
        return disk_words(failure)
    if isinstance(failure, errors.ProfileFailure):
        return profile_words(failure)
    if isinstance(failure, errors.StaffFailure):
        return staff_words(failure)
    if isinstance(failure, errors.WorkFailure):
        return _work_words(failure)
    if isinstance(failure, errors.RestFailure):
        return rest_words(failure)
    if isinstance(failure, errors.UnusableFile):
        return file_words(failure)
    assert_never(failure)


def sentence_of(error: Exception) -> Sentence:
    """The words for a failure as a lane hands it over; raises what is none."""
    if isinstance(error, get_args(Failure)):
        return sentence(error)
    raise error


def arrival(disposition: Disposition) -> Sentence | None:
    """The words for a packet that arrived and does not count, or not yet; None where it does."""
    words = arrival_words(disposition)
    return None if words is None else Sentence(*words)


def _enrolment_words(failure: errors.EnrolmentFailure) -> tuple[str, str]:
    match failure:
        case errors.InvitationMistyped(reason=reason):
            return translate("wording", "This code cannot be right."), _slip(reason)
        case errors.InvitationRefused(problem=problem):
            return _invitation_words(problem)
        case errors.EnrolmentForged():
            return (
                translate("wording", "The answer did not come from those who invited you."),
                translate(
                    "wording",
                    "Somebody on the way may have changed it. Nothing was set up and no key was "
                    "given away. Try another network, or call the secretariat.",
                ),
            )
        case errors.UnreadableLetter(path=path):
            return (
                translate("wording", "This file is not an invitation letter."),
                translate(
                    "wording", "{name} cannot be read. You can type the code instead."
                ).format(name=path.name),
            )
    assert_never(failure)


def _slip(reason: str) -> str:
    """What is wrong with a code; the reasons are those of `decode_code`."""
    if reason == "check":
        return translate(
            "wording",
            "There is a slip somewhere in it; please compare it with your letter, group by group.",
        )
    return translate(
        "wording",
        "It has 27 letters and digits in four groups; please compare it with your letter.",
    )


def _invitation_words(problem: errors.InvitationProblem) -> tuple[str, str]:
    match problem:
        case errors.InvitationProblem.UNKNOWN:
            return (
                translate("wording", "The server does not know this code."),
                translate("wording", "Please compare it with your letter, or ask the secretariat."),
            )
        case errors.InvitationProblem.USED:
            return (
                translate("wording", "This code has been used on another computer."),
                translate(
                    "wording",
                    "If that was not you, call the secretariat now. Otherwise ask them for a new "
                    "code for this computer.",
                ),
            )
        case errors.InvitationProblem.EXPIRED:
            return (
                translate("wording", "This code has expired."),
                translate("wording", "Please ask the secretariat for a new one."),
            )
        case errors.InvitationProblem.DECLINED:
            return (
                translate("wording", "This invitation was declined."),
                translate("wording", "If you changed your mind, please write to the secretariat."),
            )
        case errors.InvitationProblem.TOO_MANY_TRIES:
            return (
                translate("wording", "Too many wrong codes from this network."),
                translate("wording", "The server asks to wait a minute. Your code stays valid."),
            )
    assert_never(problem)


def _batch_words(failure: errors.BatchFailure) -> tuple[str, str]:
    match failure:
        case errors.ManifestRolledBack() | errors.AppTooOld():
            return _manifest_words(failure)
        case errors.DamagedFile(name=name):
            return (
                translate("wording", "A file arrived damaged."),
                translate(
                    "wording",
                    "{name} was thrown away and nothing of it was used. Sync again to fetch it; "
                    "everything else is here.",
                ).format(name=name),
            )
        case errors.UnreadableAttachment(name=name):
            return (
                translate("wording", "This attachment cannot be shown."),
                translate(
                    "wording",
                    "{name} is damaged, or is not what it says it is. "
                    "The application's text is not affected.",
                ).format(name=name),
            )
        case errors.CaseNotOpen(case=case):
            return (
                translate("wording", "{case} is not open on this computer.").format(case=case),
                translate(
                    "wording", "Its text comes after you have declared on it and synced once more."
                ),
            )
    assert_never(failure)


def _manifest_words(failure: errors.ManifestRolledBack | errors.AppTooOld) -> tuple[str, str]:
    match failure:
        case errors.ManifestRolledBack(seen=seen, offered=offered):
            return (
                translate("wording", "The server offered an older batch than you already have."),
                translate(
                    "wording",
                    "Yours is no. {seen}, the one offered is no. {offered}. Yours stays as it is, "
                    "and so do your scores. Please tell the secretariat.",
                ).format(seen=seen, offered=offered),
            )
        case errors.AppTooOld(found=found, needed=needed):
            return (
                translate("wording", "The new batch needs a newer version of this app."),
                translate(
                    "wording",
                    "This is version {found}, and {needed} is needed. The batch that you have "
                    "stays, and what you sign on it is handed in as before. Please install the "
                    "new version, or ask the secretariat for it.",
                ).format(found=found, needed=needed),
            )
    assert_never(failure)


def _work_words(failure: errors.WorkFailure) -> tuple[str, str]:
    match failure:
        case errors.AnswersIncomplete(missing=missing):
            return (
                translate("wording", "Something is still missing."),
                translate("wording", "Answers needed to sign: {number}.").format(
                    number=len(missing)
                ),
            )
        case errors.AlreadySigned(case=case):
            return (
                translate("wording", "{case} is signed already.").format(case=case),
                translate("wording", "A signed score is never changed; you can amend it."),
            )
        case errors.NothingToSupersede(case=case):
            return (
                translate("wording", "There is no signed score for {case}.").format(case=case),
                translate("wording", "Only a signed score can be amended or withdrawn."),
            )
        case errors.NotPermitted():
            return (
                translate("wording", "This is not for your role."),
                translate("wording", "Your certificate does not allow it; nothing was changed."),
            )
        case errors.ReasonLacking(case=case):
            return (
                translate("wording", "{case} is not decided: a reason is needed.").format(
                    case=case
                ),
                translate(
                    "wording",
                    "The order may have changed since it was shown; write why, and sign again.",
                ),
            )
    assert_never(failure)
