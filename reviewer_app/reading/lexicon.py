"""What translates what: the words of a dictionary, and above them the programme's own terms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from reviewer_app.reading.dictionary import DICTIONARY_VERSION, Dictionary
from reviewer_app.reading.stems import stems_of

GLOSSARY_FORM = "glossary/1"
_RULES = 1
_SINGLE = 0.4
_TERM = 2.0


@dataclass(frozen=True, slots=True)
class Gloss:
    """A Chinese word of a text: how much it counts, and the English stems that translate it.

    At least `least` of the stems are in a text that translates it.
    """

    weight: float
    stems: frozenset[str]
    least: int = 1


class Lexicon(Protocol):
    """Finds the words of a text; `version` is part of the key of a stored alignment."""

    @property
    def version(self) -> str: ...

    def glosses(self, zh: str) -> Sequence[Gloss]: ...

    def stems(self, en: str) -> frozenset[str]: ...


class NoLexicon:
    """A dictionary without words."""

    version = "none"

    def glosses(self, zh: str) -> Sequence[Gloss]:
        return ()

    def stems(self, en: str) -> frozenset[str]:
        return frozenset()


NO_LEXICON = NoLexicon()


@dataclass(frozen=True, slots=True)
class Term:
    """An official term of the programme in both languages."""

    zh: str
    en: str


def terms_of(text: str) -> tuple[Term, ...]:
    """Read `resources/glossary/glossary.json`; raises ValueError for another form."""
    content = json.loads(text)
    if content.get("format") != GLOSSARY_FORM:
        raise ValueError("not a glossary of this form")
    return tuple(Term(zh, en) for zh, en in content["terms"])


def with_own(own: Sequence[Term], below: Sequence[Term]) -> tuple[Term, ...]:
    """A programme's own terms, and below them those that it does not translate itself."""
    translated = {term.zh for term in own}
    return (*own, *(term for term in below if term.zh not in translated))


class DictionaryLexicon:
    """A dictionary and a glossary; `packed` is asked for the dictionary when a word is looked up.

    That takes 0.1 to 0.2 s once. The key of a stored alignment needs no dictionary.
    """

    def __init__(self, packed: Callable[[], bytes], terms: Sequence[Term] = ()) -> None:
        self._packed = packed
        self._terms = [(term.zh, stems_of(term.en)) for term in terms]
        told = ";".join(f"{term.zh}={term.en}" for term in terms)
        self.version = f"{_RULES} {DICTIONARY_VERSION} {told}"

    def glosses(self, zh: str) -> Sequence[Gloss]:
        """Terms, words and single characters; each once, in the order of the text."""
        text = self._dictionary.simplified(zh)
        words, single = self._dictionary.words_in(text)
        found = list(self._official(text))
        found += [self._gloss(word, 1.0) for word in dict.fromkeys(words)]
        found += [self._gloss(character, _SINGLE) for character in dict.fromkeys(single)]
        return found

    def stems(self, en: str) -> frozenset[str]:
        return stems_of(en)

    @cached_property
    def _dictionary(self) -> Dictionary:
        return Dictionary(self._packed())

    def _gloss(self, word: str, weight: float) -> Gloss:
        return Gloss(weight, self._dictionary.stems(word))

    def _official(self, text: str) -> Iterator[Gloss]:
        """An official term is translated where more than half of its translation is."""
        for term, stems in self._terms:
            if term in text:
                yield Gloss(_TERM, stems, len(stems) // 2 + 1)
