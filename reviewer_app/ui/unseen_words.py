"""The words for characters that nobody sees, in the interface's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.suspicious import hidden_marks
from reviewer_app.reading.unseen import Unseen
from reviewer_app.ui import terms

translate = QCoreApplication.translate
MOST_NAMES = 4


def place(unseen: Unseen) -> str:
    """Where hidden characters are, how many, and which: one line of the facts."""
    names = ", ".join(unseen.names[:MOST_NAMES])
    if len(unseen.names) > MOST_NAMES:
        names += ", …"
    count = QLocale().toString(unseen.count)
    if unseen.element is None or unseen.language is None:
        words = translate("UnseenWords", "Names: {count} ({names})")
        return words.format(count=count, names=names)
    words = translate("UnseenWords", "{element}, {language}: {count} ({names})")
    return words.format(
        element=terms.element(unseen.element),
        language=terms.language(unseen.language),
        count=count,
        names=names,
    )


def warning(text: str) -> str:
    """That a text has hidden characters, which are written out here; "" where it has none."""
    marks = hidden_marks(text)
    if not marks:
        return ""
    words = translate(
        "UnseenWords",
        "⚠ {count} characters that are not seen are written out here as [U+…]. They may change "
        "how a text reads.",
    )
    return words.format(count=QLocale().toString(len(marks)))
