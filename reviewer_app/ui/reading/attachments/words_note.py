"""What a reader of a plain text should know of it: how it was read, and what is not there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.reading.plain_text import PlainText

translate = QCoreApplication.translate


def note_of(words: PlainText) -> str:
    """Lines about a text; "" where it is plainly UTF-8 and whole."""
    notes = []
    if words.lossy:
        notes.append(
            translate(
                "WordsNote",
                "⚠ Some of this file is no text in any known encoding and is shown as \ufffd.",
            )
        )
    elif words.encoding != "UTF-8":
        notes.append(translate("WordsNote", "Read as {encoding}.").format(encoding=words.encoding))
    if words.cut:
        count = QLocale().toString(len(words.text))
        notes.append(
            translate("WordsNote", "⚠ Only the first {count} characters are shown.").format(
                count=count
            )
        )
    return "\n".join(notes)
