"""What the word at a place means: a figure read in the other way of counting, an official term."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.text import Language
from reviewer_app.reading.figure_words import reading_at
from reviewer_app.reading.lexicon import Term
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.tips import show_tip
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.pane_tips import Explained
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.spans import Pointed

translate = QCoreApplication.translate


class Explaining:
    """Explains what is under the pointer, or by a key what is at the caret."""

    def __init__(self, pair: PanePair) -> None:
        self._pair = pair
        self._prepared: Prepared | None = None
        self._terms: tuple[Term, ...] = ()

    def show_case(self, prepared: Prepared, terms: tuple[Term, ...]) -> None:
        """The texts that are in sight, and the official terms of their programme."""
        self._prepared, self._terms = prepared, terms

    def at(self, at: Pointed) -> Explained | None:
        """What stands at a place means; None for nothing."""
        return explanation(self._prepared, at, self._terms) if self._prepared else None

    def tell_caret(self) -> None:
        """Say beside the caret what stands there means, and tell it to a screen reader."""
        panes = sorted(self._pair.in_sight, key=lambda pane: not pane.hasFocus())
        for pane in panes[:1]:
            found = self.at(pane.caret())
            nothing = translate("differences", "No figure or term of the programme stands here.")
            said = found.words if found else nothing
            show_tip(pane.viewport(), said, area=pane.cursorRect())
            announce(pane, said, at_once=True)


def explanation(prepared: Prepared, at: Pointed, terms: Sequence[Term]) -> Explained | None:
    """What stands at a place of a block means; None where there is nothing to explain."""
    if at.block < 0:
        return None
    block = prepared.sides[at.language].blocks[at.block]
    offsets = Utf16Offsets(block.text)
    try:
        offset = offsets.from_utf16(at.offset)
    except ValueError:
        return None
    figure = _figure(block.text, offset, at.language)
    term = _term(block.text, offset, at.language, terms)
    found = [each for each in (figure, term) if each]
    if not found:
        return None
    start, end = min(each.start for each in found), max(each.end for each in found)
    words = "\n".join(each.words for each in found)
    return Explained(words, offsets.to_utf16(start), offsets.to_utf16(end))


def _figure(text: str, offset: int, language: Language) -> Explained | None:
    """The sentence around is enough to read a figure; the paragraph is not read for each."""
    first, last = max(0, offset - 60), offset + 60
    read = reading_at(text[first:last], offset - first, language)
    return _explained(text, offset, read.written, f"{read.written} = {read.said}") if read else None


def _explained(text: str, offset: int, written: str, said: str) -> Explained:
    """The words said of what is written around an offset; in code points."""
    first = max(0, offset - len(written) - 2)  # a plural is longer than its term
    found = text[first : offset + len(written)].lower().rfind(written.lower())
    start = first + found if found >= 0 else offset
    return Explained(said, start, min(start + len(written), len(text)))


def _stands_at(text: str, offset: int, term: str) -> bool:
    """Whether a place is inside a term; in Latin letters it is a word of its own or its plural."""
    first = max(0, offset - len(term) - 3)
    searched = text[first : offset + len(term) + 3]
    words = re.compile(rf"(?<![A-Za-z]){re.escape(term)}(?:e?s)?(?![A-Za-z])", re.IGNORECASE)
    there = (match.span() for match in words.finditer(searched))
    return any(first + start <= offset < first + end for start, end in there)


def _term(text: str, offset: int, language: Language, terms: Sequence[Term]) -> Explained | None:
    """The longest official term at a place, with its translation."""
    best: tuple[str, str] | None = None
    for each in terms:
        own, other = (each.zh, each.en) if language is Language.ZH else (each.en, each.zh)
        if (best is None or len(own) > len(best[0])) and _stands_at(text, offset, own):
            best = own, other
    if best is None:
        return None
    said = translate("differences", "{term}: {translation} (a term of the programme)")
    return _explained(text, offset, best[0], said.format(term=best[0], translation=best[1]))
