"""What banner and foot of a case say, in whatever language the interface has by then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.file_quotes import FileQuote
from review_protocol.documents.score import CriterionCode
from reviewer_app.errors import Failure
from reviewer_app.ui import quote_words, terms
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.wording import sentence

translate = QCoreApplication.translate


def failed(failure: Failure) -> Message:
    """What went wrong with a signed act."""
    words = sentence(failure)
    return Message(words.title, Tone.BAD, words.body)


def copy_saved(target: Path) -> Message:
    """Where a copy of a file is now."""
    words = translate("ReadingView", "A copy was saved: {path}").format(path=target)
    more = translate("ReadingView", "It is not encrypted. Delete it when you no longer need it.")
    return Message(words, Tone.CARE, more)


def file_gone(quote: FileQuote) -> Message:
    """A corrected case has the quote's file no more."""
    words = translate("ReadingView", "This case no longer has the file of this quote: {place}.")
    return Message(words.format(place=quote_words.place_in_file(quote)), Tone.CARE)


def attached(code: CriterionCode) -> str:
    """Where selected words went."""
    words = translate("ReadingView", "Attached to {criterion}")
    return words.format(criterion=terms.criterion(code))


def pages_saved(target: Path) -> Message:
    """Where the case's pages are now."""
    text = translate("paper", "Saved: {file}").format(file=target.name)
    return Message(text, Tone.GOOD, str(target.parent))
