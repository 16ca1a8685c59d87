"""What the word at a place means: a figure read in the other way of counting, an official term."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QToolTip

from review_protocol.documents.text import Language
from reviewer_app.reading.figure_words import reading_at
from reviewer_app.reading.lexicon import Term
from reviewer_app.reading.units import Utf16Offsets
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.tips import plain_tip
from reviewer_app.ui.reading.pair import PanePair
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

    def at(self, at: Pointed) -> str | None:
        """What stands at a place means; None for nothing."""
        return explanation(self._prepared, at, self._terms) if self._prepared else None

    def tell_caret(self) -> None:
        """Say beside the caret what stands there means, and tell it to a screen reader."""
        panes = sorted(self._pair.in_sight, key=lambda pane: not pane.hasFocus())
        for pane in panes[:1]:
            said = self.at(pane.caret()) or translate(
                "differences", "No figure or term of the programme stands here."
            )
            below = pane.viewport().mapToGlobal(pane.cursorRect().bottomLeft())
            QToolTip.showText(below, plain_tip(said), pane.viewport())
            announce(pane, said, at_once=True)


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
    read = reading_at(text[first:last], offset - first, language)
    return f"{read.written} = {read.said}" if read else None


def _stands_at(text: str, offset: int, term: str) -> bool:
    """Whether a place is inside a term; in Latin letters it is a word of its own or its plural."""
    first = max(0, offset - len(term) - 3)
    searched = text[first : offset + len(term) + 3]
    words = re.compile(rf"(?<![A-Za-z]){re.escape(term)}(?:e?s)?(?![A-Za-z])", re.IGNORECASE)
    there = (match.span() for match in words.finditer(searched))
    return any(first + start <= offset < first + end for start, end in there)


def _term(text: str, offset: int, language: Language, terms: Sequence[Term]) -> str | None:
    """The longest official term at a place, with its translation."""
    best: tuple[str, str] | None = None
    for each in terms:
        own, other = (each.zh, each.en) if language is Language.ZH else (each.en, each.zh)
        if (best is None or len(own) > len(best[0])) and _stands_at(text, offset, own):
            best = own, other
    if best is None:
        return None
    said = translate("differences", "{term}: {translation} (a term of the programme)")
    return said.format(term=best[0], translation=best[1])
