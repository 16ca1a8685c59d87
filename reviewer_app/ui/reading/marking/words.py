"""What highlights and notes are called, and how they look: letter and underline beside colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QTextCharFormat

from reviewer_app.models.highlights import Highlight
from reviewer_app.reading.quotes import paragraph_number
from reviewer_app.ui import quote_words, terms
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.reading.evidence_style import Badge
from reviewer_app.ui.reading.prepared import Prepared

translate = QCoreApplication.translate


def letter(highlight: Highlight) -> str:
    """The letter in the margin: whether there is a note."""
    if highlight.note:
        return translate("marks", "N", "margin letter of a note")
    return translate("marks", "H", "margin letter of a highlight")


def name(highlight: Highlight) -> str:
    """What it is."""
    return translate("marks", "Note") if highlight.note else translate("marks", "Highlight")


def text_only() -> str:
    """Why nothing is highlighted in an attachment."""
    return translate(
        "marks",
        "Highlights and notes are kept for the text of the application. In a file, attach the "
        "selected words to a criterion.",
    )


def where(highlight: Highlight, prepared: Prepared) -> str:
    """Element, paragraph as a reader counts, and language."""
    place = highlight.place
    paragraph = paragraph_number(place, prepared.texts[place.element, place.language])
    return translate("marks", "{place} · {language}").format(
        place=quote_words.place(place.element, paragraph), language=terms.language(place.language)
    )


def as_text(highlight: Highlight, prepared: Prepared) -> str:
    """To be pasted elsewhere: where it stands, what it marks, and the note."""
    quote = translate("marks", "“{quote}”").format(quote=highlight.place.exact)
    lines = [where(highlight, prepared), quote, highlight.note]
    return "\n".join(line for line in lines if line)


def mark_format(palette: Palette) -> QTextCharFormat:
    """What is painted over a highlight."""
    form = QTextCharFormat()
    form.setBackground(QColor(palette.note))
    form.setForeground(QColor(palette.text))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(QColor(palette.text))
    return form


class MarkBadge(Badge):
    """The letter of a highlight or a note on its colour."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""

    def show_mark(self, highlight: Highlight) -> None:
        """Show its letter."""
        self._letter = letter(highlight)
        self.update()

    def letter(self) -> str:
        """As in the margin."""
        return self._letter

    def colour(self, palette: Palette) -> str:
        """Of all highlights."""
        return palette.note
