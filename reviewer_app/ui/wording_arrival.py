"""Words for packets that arrived and do not count, or not yet: they are kept, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.leaf import Disposition

translate = QCoreApplication.translate


def arrival_words(disposition: Disposition) -> tuple[str, str] | None:
    """Title and body; None for what counts."""
    words = _WORDS.get(disposition)
    return None if words is None else words()


_WORDS: Mapping[Disposition, Callable[[], tuple[str, str]]] = {
    Disposition.HELD_NEWER_VERSION: lambda: (
        translate("wording", "This was signed by a newer version of the app."),
        translate(
            "wording",
            "The server keeps it as it came, until it has the newer version too. Nothing is lost, "
            "and you need do nothing.",
        ),
    ),
    Disposition.HELD_REVOKED_KEY: lambda: (
        translate("wording", "This computer's key was revoked before this arrived."),
        translate(
            "wording",
            "It is kept and does not count until it is confirmed from another computer of yours. "
            "Please call the secretariat.",
        ),
    ),
    Disposition.HELD_RUBRIC: lambda: (
        translate("wording", "These answers do not fit the rubric of the round."),
        translate(
            "wording",
            "A mark is off its scale, or the rubric is another one. What you signed is kept with "
            "its receipt and does not count. Score the case again, or call the secretariat.",
        ),
    ),
    Disposition.HELD_CASE_VERSION: lambda: (
        translate("wording", "You read another version of this case."),
        translate(
            "wording",
            "The application has been corrected. Your score is kept with its receipt; sync, read "
            "the new version, and amend your score.",
        ),
    ),
    Disposition.HELD_LATE: lambda: (
        translate("wording", "This arrived after the round closed."),
        translate(
            "wording",
            "It is kept with its receipt and marked as late. The secretariat decides whether it "
            "counts, without seeing the score.",
        ),
    ),
    Disposition.HELD_NOT_ASSIGNED: lambda: (
        translate("wording", "This case is not assigned to you."),
        translate(
            "wording",
            "What you signed is kept with its receipt and does not count. If you were asked to "
            "review the case, please call the secretariat.",
        ),
    ),
    Disposition.HELD_FORK: lambda: (
        translate("wording", "This was signed twice, perhaps on two computers."),
        translate(
            "wording",
            "Both are kept, and the first that arrived stands. If the other one should stand, "
            "please call the secretariat.",
        ),
    ),
    Disposition.NOT_COUNTED_MALFORMED: lambda: (
        translate("wording", "The server cannot read what is in this packet."),
        translate(
            "wording",
            "A field in it is unknown or does not fit. It is kept as it came, with its receipt, "
            "and does not count. Update the app, sign the case again, and tell the secretariat.",
        ),
    ),
    Disposition.NOT_COUNTED_DEPLOYMENT: lambda: (
        translate("wording", "This packet is for another programme."),
        translate(
            "wording",
            "It is kept with its receipt, and nothing of it counts here. Open the desk of the "
            "other programme and sync there.",
        ),
    ),
    Disposition.NOT_COUNTED_ROLE: lambda: (
        translate("wording", "What this does is not for your role, or not for this round now."),
        translate(
            "wording",
            "It is kept with its receipt and does not count; nothing else was changed. The round "
            "may not have been opened yet, may not be closed yet, or may be open again: sync, see "
            "how it stands, and sign again when it is time. If that does not explain it, please "
            "call the secretariat.",
        ),
    ),
    Disposition.NOT_COUNTED_SUPERSEDES: lambda: (
        translate("wording", "The server does not know the score that this replaces."),
        translate(
            "wording",
            "It is kept with its receipt and does not count. Sync, so that the earlier score "
            "arrives, and amend it again.",
        ),
    ),
    Disposition.NOT_COUNTED_RESOLVED: lambda: (
        translate("wording", "You chose another score of yours on this case."),
        translate(
            "wording",
            "Both are kept with their receipts, and the one that you chose counts. You need do "
            "nothing.",
        ),
    ),
    Disposition.NOT_COUNTED_DENIED: lambda: (
        translate("wording", "You said that this was not signed by you."),
        translate(
            "wording",
            "It is kept with its receipt and does not count. If it is yours after all, please call "
            "the secretariat.",
        ),
    ),
    Disposition.NOT_COUNTED_CASE_WITHDRAWN: lambda: (
        translate("wording", "The applicant withdrew this case before your score arrived."),
        translate(
            "wording",
            "It is kept with its receipt and does not count, as nobody's score on this case does. "
            "You need do nothing.",
        ),
    ),
    Disposition.HELD_SECOND_STAFF: lambda: (
        translate("wording", "This waits for a second member of staff."),
        translate(
            "wording",
            "It is kept with its receipt, and nothing was changed yet. Another member of staff "
            "finds it on the secretariat's page after a sync, and agrees or declines there.",
        ),
    ),
    Disposition.NOT_COUNTED_NOT_AGREED: lambda: (
        translate("wording", "Two members of staff did not agree to this."),
        translate(
            "wording",
            "It was declined or taken back, the round was closed meanwhile, or the same person "
            "signed both. It is kept with its receipt, and nothing was changed by it.",
        ),
    ),
    Disposition.HELD_SIX_WORDS: lambda: (
        translate("wording", "This computer's six words have not been read out yet."),
        translate(
            "wording",
            "It is kept with its receipt, and will be judged as of its arrival once they are read. "
            "Please call the secretariat, and read out the six words under Your computers.",
        ),
    ),
    Disposition.NOT_COUNTED_EXCLUDED: lambda: (
        translate("wording", "The secretariat has excluded this review."),
        translate(
            "wording",
            "The reason is among the secretariat's messages. What you signed is kept with its "
            "receipt; if you disagree, please ask the secretariat.",
        ),
    ),
    Disposition.NOT_COUNTED_NO_REASON: lambda: (
        translate("wording", "The words in this packet have nothing that can be read."),
        translate(
            "wording",
            "It is kept with its receipt, and nothing was changed by it. Sign it again, in "
            "words that can be seen.",
        ),
    ),
}
