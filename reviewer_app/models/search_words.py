"""Words of a search: what the full-text index is given of a text, and what a query asks of it.

Chinese is indexed by pairs of neighbouring characters and the last one of every run, so that a
piece of any length is found as it stands. A Latin word is indexed as it is written and by its stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.folding import folded
from reviewer_app.models.stemming import stem

_CJK = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uac00-\ud7af\U00020000-\U0003ffff"
)
_LETTER = f"[^\\W_{_CJK}]"
_APOSTROPHE = "['\u2019]"
_TOKEN = re.compile(
    f"(?P<han>[{_CJK}](?:\\s*[{_CJK}])*)"
    f"|(?P<word>{_LETTER}+(?:{_APOSTROPHE}{_LETTER}+)*)"
    r"|(?P<sign>[^\s_/\u00ad\u2010-\u2013-])"
)
_TERM = re.compile(r'["\u201c\u201d]([^"\u201c\u201d]*)["\u201c\u201d]?|(\S+)')
_GAP = r"[\s_/\u00ad\u2010-\u2013-]*"
_A_LETTER = re.compile(_LETTER)
_LETTERS = re.compile(f"{_LETTER}*")
_REST = re.compile(f"(?:{_LETTER}|{_APOSTROPHE}(?={_LETTER}))*")
_NOT_IN_WORDS = re.compile(_APOSTROPHE)
_SPACE = re.compile(r"\s+")
_BREAK = "\ue000"
"""A private letter where punctuation stood: no phrase goes across."""
_STEM = "\ue001"
"""A private letter before what is a stem."""
_LEAST = 3
"""Letters that a word and its stem have in common at least."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A run of Chinese, a Latin word (without apostrophe), or a break; folded."""

    text: str
    is_chinese: bool = False

    @property
    def is_break(self) -> bool:
        return self.text == _BREAK


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other; the last of them may go on where it is Latin."""

    words: tuple[Word, ...]
    goes_on: bool

    @property
    def expression(self) -> str:
        """The term as FTS5 looks for it."""
        *before, last = self.words
        tokens = [token for word in before for token in _tokens(word)]
        if last.is_chinese and len(last.text) == 1:
            return f'"{" ".join((*tokens, last.text))}" *'
        if last.is_chinese:
            pairs = _tokens(last)[:-1]  # the run may go on in the text
            return f'"{" ".join((*tokens, *pairs))}"'
        exact = f'"{" ".join((*tokens, last.text))}"'
        if before:
            return f"{exact} *" if self.goes_on else exact
        stemmed = f'"{_STEM}{stem(last.text)}"'
        return f"({exact} * OR {stemmed})" if self.goes_on else stemmed

    def spans(self, text: str) -> Iterator[Span]:
        """Where it stands in a folded text."""
        if len(self.words) > 1 or self.words[0].is_chinese:
            return self._phrases(text)
        return self._forms(text)

    def _forms(self, text: str) -> Iterator[Span]:
        """Of a single Latin word: as it is written, and what has the same stem."""
        written = self.words[0].text
        stemmed, begins = stem(written), _common(written)
        end = 0
        while (start := text.find(begins, end)) >= 0:
            end = start + len(begins)
            if _ends_in_letter(text, start):
                continue
            end = _past(_REST, text, end)
            found = text[start:end]
            if not found.isalnum():
                found = _NOT_IN_WORDS.sub("", found)
            if (self.goes_on and found.startswith(written)) or stem(found) == stemmed:
                yield start, end

    def _phrases(self, text: str) -> Iterator[Span]:
        """Of words one after the other; where no letter follows that would make them others."""
        pattern, is_chinese = phrase_pattern(self), self.words[-1].is_chinese
        at = 0
        while match := pattern.search(text, at):
            start, end = match.span()
            at = start + 1
            if any(_ends_in_letter(text, begin) for begin, _ in match.regs[1:]):
                continue
            whole = end if is_chinese else _past(_LETTERS, text, end)
            if self.goes_on or whole == end:
                yield start, whole
                at = whole


def cut(part: str) -> str:
    """What the index is given of one text, a name or a paragraph."""
    return " ".join(token for word in words_of(part) for token in _tokens(word))


def joined(parts: Iterable[str]) -> str:
    """Of several, each cut; no phrase goes from one into the next."""
    return f" {_BREAK} ".join(parts)


def terms_of(query: str) -> tuple[Term, ...]:
    """What a query asks for: white space separates terms that must all occur, and text in double
    quotes is one term. The last term's last word may still go on."""
    found = []
    for quoted, bare in _TERM.findall(query):
        words = _without_breaks_around(words_of(quoted or bare))
        if words:
            found.append(Term(words, goes_on=False))
    if found and not query.rstrip().endswith(('"', "\u201d")):
        found[-1] = Term(found[-1].words, goes_on=True)
    return tuple(found)


def match_expression(terms: Iterable[Term]) -> str | None:
    """All of the terms as an FTS5 expression; None where there is nothing to look for."""
    return " AND ".join(term.expression for term in terms) or None


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in their order, with breaks where punctuation stands."""
    return tuple(_words(folded(text)))


def _words(text: str) -> Iterator[Word]:
    for match in _TOKEN.finditer(text):
        if match["han"]:
            yield Word(_SPACE.sub("", match["han"]), is_chinese=True)
        elif match["word"]:
            yield Word(_NOT_IN_WORDS.sub("", match["word"]))
        else:
            yield Word(_BREAK)


def _tokens(word: Word) -> list[str]:
    """What stands for a word in the index; of a run of Chinese its pairs and its last character."""
    if word.is_chinese:
        return [word.text[at : at + 2] for at in range(len(word.text))]
    if word.is_break:
        return [_BREAK]
    return [word.text, _STEM + stem(word.text)]


def _without_breaks_around(words: tuple[Word, ...]) -> tuple[Word, ...]:
    first = next((at for at, word in enumerate(words) if not word.is_break), len(words))
    last = next((at for at, word in enumerate(reversed(words)) if not word.is_break), 0)
    return words[first : len(words) - last]


@lru_cache(maxsize=64)
def phrase_pattern(term: Term) -> re.Pattern[str]:
    """Finds the words of a term one after the other; each Latin one is a group, for its borders.

    What a letter is, is not asked here: with its ranges of characters, each pattern would take
    five milliseconds to be compiled, at every letter typed.
    """
    return re.compile(_GAP.join(map(_part, term.words)))


def _part(word: Word) -> str:
    if word.is_chinese:
        return r"\s*".join(map(re.escape, word.text))
    if word.is_break:
        return r"[^\w\s]"
    return f"({f'{_APOSTROPHE}?'.join(map(re.escape, word.text))})"


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return at if match is None else match.end()


def _ends_in_letter(text: str, at: int) -> bool:
    """Whether a letter stands before this place."""
    return at > 0 and _A_LETTER.match(text, at - 1) is not None


@lru_cache(maxsize=64)
def _common(word: str) -> str:
    """How every word of the same stem begins."""
    stemmed = stem(word)
    least = stemmed[: max(_LEAST, len(stemmed) - 2)]
    same = (one == other for one, other in zip(word, least, strict=False))
    return word[: sum(takewhile(bool, same))] or word[:1]
