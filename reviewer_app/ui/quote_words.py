"""Where a quote stands, in words: element and paragraph, as a reader counts them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.file_quotes import FileQuote
from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui import terms

translate = QCoreApplication.translate


def place(element: Element, paragraph: int | None) -> str:
    """ "2 International cooperation, paragraph 3"; the element alone for a heading."""
    number = list(Element).index(element) + 1
    if paragraph is None:
        return f"{number} {terms.element(element)}"
    return translate("quotes", "{number} {element}, paragraph {paragraph}").format(
        number=number, element=terms.element(element), paragraph=paragraph
    )


def place_in_text(quote: Quote, paragraph: int | None) -> str:
    """The same with the language in which it was quoted."""
    return translate("quotes", "{place} · {language}").format(
        place=place(quote.element, paragraph), language=terms.language(quote.language)
    )


def from_text(file: str, line: int, exact: str) -> str:
    """Words of a text file as they are put into a comment: “…” (notes.txt, line 2)"""
    return translate("quotes", "“{quote}” ({file}, line {line})").format(
        quote=exact, file=spelled_out(file), line=line
    )


def place_in_file(quote: FileQuote) -> str:
    """ "plan.pdf, p. 3"."""
    return translate("quotes", "{file}, p. {page}").format(
        file=spelled_out(quote.file), page=quote.page
    )
