"""What stands around a hit: whole words, and whether more stands further out."""

from __future__ import annotations

import re
from dataclasses import dataclass

AROUND = 28
_HAN_ON = "\u2e80"
"""From here on characters are words by themselves."""
_BORDER = re.compile(rf"\s|.(\s|$)|[{_HAN_ON}-\U0010ffff]|.[{_HAN_ON}-\U0010ffff]", re.DOTALL)
_CUT_WORD = re.compile(rf"^[^\s{_HAN_ON}-\U0010ffff]+\s*(?=.)", re.DOTALL)
_CUT_END = re.compile(rf"(?<=.)\s*[^\s{_HAN_ON}-\U0010ffff]+$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Around:
    """Words before and after, and on which sides they are not all that there is."""

    before: str
    after: str
    cut: tuple[bool, bool]


def around(words: str, start: int, end: int) -> Around:
    """Some words around a stretch of code points, none of them in part."""
    before, after = _before(words, start), _after(words, end)
    return Around(before, after, (len(before) < start, end + len(after) < len(words)))


def _before(words: str, start: int) -> str:
    """What stands before a hit, from the beginning of a word or a Han character on."""
    first = max(0, start - AROUND)
    whole = first == 0 or _BORDER.match(words[first - 1 : first + 1])
    return words[first:start] if whole else _CUT_WORD.sub("", words[first:start], 1)


def _after(words: str, end: int) -> str:
    """What stands behind it, to the end of a word."""
    last = min(len(words), end + AROUND)
    whole = last == len(words) or _BORDER.match(words[last - 1 : last + 1])
    return words[end:last] if whole else _CUT_END.sub("", words[end:last], 1)
