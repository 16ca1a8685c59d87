"""What changed between two versions of a case: paragraphs, and within them words. Pure functions.

Paragraphs are compared first, then the words of those that took another's place: by Python's
`difflib`, whose longest matching blocks are what people take for unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from review_protocol.documents.case import Case, CaseHeaders, Section
from review_protocol.documents.case_files import files_of
from review_protocol.documents.text import Bilingual, Element, Language, Organisation

_WORDS = re.compile(r"[A-Za-zÀ-ɏЀ-ӿ؀-ۿ]+|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_ALIKE = 0.4
"""Paragraphs that share at least this part of their words are one that changed."""
_LONGEST = 20_000
"""Code points of a paragraph whose words are compared; a longer one is shown as a whole."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that are all in both versions, or in one of them only."""

    change: Change
    text: str


Changed = tuple[Piece, ...]
"""A paragraph in its pieces, read in order: removed before what was added in its place."""


@dataclass(frozen=True, slots=True)
class TextChanges:
    """The changed paragraphs of one element in one language; unchanged ones are counted only."""

    element: Element
    language: Language
    paragraphs: tuple[Changed, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact of the headers that changed: which one, before, now; languages joined by a slash."""

    fact: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class CaseDifferences:
    """All that changed; empty parts are left out."""

    facts: tuple[FactChange, ...]
    texts: tuple[TextChanges, ...]
    files_added: tuple[str, ...]
    files_removed: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        return not (self.facts or self.texts or self.files_added or self.files_removed)


def case_differences(before: Case, now: Case) -> CaseDifferences:
    """What changed from one version to another."""
    texts = (
        _text_changes(before, now, element, language)
        for element in Element
        for language in Language
    )
    old = {each.sha256: each.file for each in files_of(before)}
    new = {each.sha256: each.file for each in files_of(now)}
    return CaseDifferences(
        facts=tuple(_fact_changes(before.headers, now.headers)),
        texts=tuple(each for each in texts if each.paragraphs),
        files_added=tuple(name for key, name in new.items() if key not in old),
        files_removed=tuple(name for key, name in old.items() if key not in new),
    )


def paragraph_changes(before: Sequence[str], now: Sequence[str]) -> tuple[Changed, ...]:
    """The changed paragraphs of a text, in the order of reading."""
    changed: list[Changed] = []
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for act, first, last, begin, end in matcher.get_opcodes():
        if act != "equal":
            changed += _replaced(before[first:last], now[begin:end])
    return tuple(changed)


def word_changes(before: str, now: str) -> Changed:
    """A paragraph that changed, word by word; in Chinese, character by character.

    White space alone between two changes belongs to both: words are read in runs.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    pieces: list[Piece] = []
    removed = added = ""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for act, first, last, begin, end in matcher.get_opcodes():
        gone, came = "".join(old[first:last]), "".join(new[begin:end])
        if act != "equal" or ((removed or added) and gone.isspace() and last < len(old)):
            removed, added = removed + gone, added + came
            continue
        pieces += [*_both_sides(removed, added), Piece(Change.SAME, gone)]
        removed = added = ""
    return (*pieces, *_both_sides(removed, added))


def _both_sides(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(Change.REMOVED, removed)
    if added:
        yield Piece(Change.ADDED, added)


def _replaced(before: Sequence[str], now: Sequence[str]) -> Iterator[Changed]:
    """Paragraphs in the place of others: pairs that are alike as one, the rest as they are."""
    left = list(before)
    for text in now:
        alike = next((old for old in left if _are_alike(old, text)), None)
        if alike is None:
            yield (Piece(Change.ADDED, text),)
            continue
        for gone in left[: left.index(alike)]:
            yield (Piece(Change.REMOVED, gone),)
        del left[: left.index(alike) + 1]
        yield word_changes(alike, text)
    for gone in left:
        yield (Piece(Change.REMOVED, gone),)


def _are_alike(before: str, now: str) -> bool:
    if max(len(before), len(now)) > _LONGEST:
        return False
    matcher = SequenceMatcher(None, _WORDS.findall(before), _WORDS.findall(now), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _text_changes(before: Case, now: Case, element: Element, language: Language) -> TextChanges:
    old = _paragraphs(before.elements.of(element).of(language))
    new = _paragraphs(now.elements.of(element).of(language))
    changed = paragraph_changes(old, new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return TextChanges(element, language, changed, same)


def _paragraphs(sections: Sequence[Section]) -> tuple[str, ...]:
    """Headings and paragraphs in the order of reading."""
    return tuple(
        text
        for section in sections
        for text in (section.heading, *section.paragraphs)
        if text is not None
    )


def _fact_changes(before: CaseHeaders, now: CaseHeaders) -> Iterator[FactChange]:
    facts = {
        "name": (_both(before.name), _both(now.name)),
        "area": (before.area.value, now.area.value),
        "applicant": (_whole(before.applicant), _whole(now.applicant)),
        "partners": (_all(before.partners), _all(now.partners)),
        "recommender": (_maybe(before.recommender), _maybe(now.recommender)),
        "countries": (", ".join(before.countries.codes), ", ".join(now.countries.codes)),
    }
    for fact, (old, new) in facts.items():
        if old != new:
            yield FactChange(fact, old, new)


def _both(name: Bilingual) -> str:
    return " / ".join(each for each in (name.zh, name.en) if each)


def _whole(organisation: Organisation) -> str:
    return f"{_both(organisation.name)} ({organisation.country})"


def _all(organisations: Sequence[Organisation]) -> str:
    return "; ".join(map(_whole, organisations))


def _maybe(organisation: Organisation | None) -> str:
    return "" if organisation is None else _whole(organisation)
