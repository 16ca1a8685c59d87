"""What stands in place of a file that is not shown: why, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.ui.reading.attachments.state import FileState, Shown
from reviewer_app.ui.reading.attachments.wire import Fault
from reviewer_app.ui.wording import sentence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Notice:
    """Heading, sentence, and the words of the one button."""

    heading: str
    sentence: str = ""
    action: str = ""


def notice_of(state: FileState) -> Notice:
    """The words for a state without pages and without words."""
    again = translate("FileNotice", "Try again")
    if state.file is None:
        return Notice(
            translate("FileNotice", "No file is open"),
            translate("FileNotice", "Choose one at the left."),
        )
    if state.opening:
        size = QLocale().formattedDataSize(state.file.length, 1)
        return Notice(
            translate("FileNotice", "Opening the file…"),
            translate("FileNotice", "{size}, opened in memory only.").format(size=size),
            translate("FileNotice", "Stop"),
        )
    if state.failure is not None:
        words = sentence(state.failure)
        return Notice(words.title, _more(state.fault) or words.body, again)
    if state.stopped:
        return Notice(translate("FileNotice", "Opening was stopped"), "", again)
    if state.shown is Shown.NOT:
        return Notice(
            translate("FileNotice", "This kind of file cannot be shown inside the app"),
            translate(
                "FileNotice",
                "PDFs, pictures and plain texts are shown here. Anything else can be saved and "
                "opened with another program, at the reader’s own risk.",
            ),
            translate("FileNotice", "Save a copy…"),
        )
    return Notice(translate("FileNotice", "The file is empty"))


def _more(fault: Fault | None) -> str:
    if fault is Fault.LOCKED:
        return translate(
            "FileNotice",
            "It is locked with a password, which reviewers are not given. Ask the secretariat for "
            "a file without one.",
        )
    if fault is Fault.TOO_LARGE:
        return translate(
            "FileNotice",
            "Unpacked, it is larger than the app lets a file be. Ask the secretariat for a smaller "
            "one.",
        )
    if fault is Fault.GAVE_UP:
        return translate(
            "FileNotice",
            "It took too long or needed too much memory, and was closed. Nothing else is affected.",
        )
    return ""
