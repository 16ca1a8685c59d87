"""Tool tips of words that others wrote: never read as HTML."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """The text as a tool tip shows it letter by letter.

    A tool tip takes what looks like HTML for HTML, and an image in it could be fetched from a
    share of a network: an applicant who writes a tag would learn who reads.
    """
    if not Qt.mightBeRichText(text):
        return text
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
