"""Where the sentences of a paragraph begin and end, in Chinese, in English and in both mixed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(
    r"(?:[。！？；]+|…+|\.{2,}(?=\s|$)|[.!?]+(?=[\"'”’)\]»]*(?:\s|$)))[\"'”’」』）)\]》】»]*\s*"
)
_ABBREVIATED = frozenset(
    """
    al approx art cf co corp dept dr ed eds eg e.g etc fig figs gen hon ie i.e inc jr ltd messrs mr
    mrs ms mt no nos op p pp ph.d prof rev sec sen sr st vol vols vs
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()  # noqa: SIM905
)
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)\.$")
_INITIALS = re.compile(r"[A-Za-z](?:\.[A-Za-z])*")
_SMALL = re.compile(r"[\"'“‘(\[]*[a-z]")
_LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]+)[.)]\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """Code points `start` … `end` of a text."""

    start: int
    end: int


def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences in their order, without the space between them; none where there is no word."""
    found = []
    start = 0
    for end in (*_ends(text), len(text)):
        sentence = text[start:end]
        first = start + len(sentence) - len(sentence.lstrip())
        last = start + len(sentence.rstrip())
        if first < last:
            found.append(Span(first, last))
        start = end
    return tuple(found)


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text[start : match.end()], text[match.end() :], match[0]):
            continue
        start = match.end()
        yield start


def _goes_on(sentence: str, rest: str, end: str) -> bool:
    """Whether a full stop is part of a word, of a list mark or of what follows in small letters."""
    if end[0] not in ".!?":
        return False
    if _SMALL.match(rest) or _LIST_MARK.fullmatch(sentence.lstrip()):
        return True
    word = _LAST_WORD.search(sentence.rstrip()) if end.rstrip() == "." else None
    if word is None or not rest:
        return False
    return word[1].lower() in _ABBREVIATED or bool(_INITIALS.fullmatch(word[1]) and word[1] != "I")
