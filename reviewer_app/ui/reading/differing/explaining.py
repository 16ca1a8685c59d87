"""What the word at a place means: a figure read in the other way of counting, an official term."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.text import Language
from reviewer_app.reading.figure_words import figure_at, reading_of
from reviewer_app.reading.lexicon import Term
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.spans import Pointed

translate = QCoreApplication.translate


def explanation(prepared: Prepared, at: Pointed, terms: Sequence[Term]) -> str | None:
    """What stands at a place of a block means; None where there is nothing to explain."""
    if at.block < 0:
        return None
    block = prepared.sides[at.language].blocks[at.block]
    try:
        offset = Utf16Offsets(block.text).from_utf16(at.offset)
    except ValueError:
        return None
    found = [
        _figure(block.text, offset, at.language),
        _term(block.text, offset, at.language, terms),
    ]
    return "\n".join(each for each in found if each) or None


def _figure(text: str, offset: int, language: Language) -> str | None:
    """The sentence around is enough to read a figure; the paragraph is not read for each."""
    first, last = max(0, offset - 60), offset + 60
    figure = figure_at(text[first:last], offset - first, language)
    if figure is None:
        return None
    written = text[first + figure.start : first + figure.end]
    read = reading_of(figure, written, language)
    return f"{written.strip()} = {read}" if read else None


def _term(text: str, offset: int, language: Language, terms: Sequence[Term]) -> str | None:
    """The longest official term at a place, with its translation."""
    best: tuple[str, str] | None = None
    for each in terms:
        own, other = (each.zh, each.en) if language is Language.ZH else (each.en, each.zh)
        searched = text[max(0, offset - len(own)) : offset + len(own)]
        if own.casefold() in searched.casefold() and (best is None or len(own) > len(best[0])):
            best = own, other
    if best is None:
        return None
    said = translate("differences", "{term}: {translation} (a term of the programme)")
    return said.format(term=best[0], translation=best[1])
