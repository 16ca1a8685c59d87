"""Chinese words and the stems of their translations, from the compact form of CC-CEDICT."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from functools import lru_cache

DICTIONARY_VERSION = "cc-cedict-2023-11-07/1"
"""The entries' date and the number of the compact form; in the key of a stored alignment."""
LONGEST = 10
"""Characters of the longest word."""
FOLDING = "="
"""Begins the line of traditional and simplified characters."""
_LINES_AT_HAND = 512


class Dictionary:
    """The words by first character; of a line no more is read than what was asked for.

    About 6 MB, and the lines of the last 512 first characters that a text had.
    """

    def __init__(self, packed: bytes) -> None:
        """Unpack the bytes of `words.txt.xz`, in about 0.1 s; raises ValueError for others."""
        try:
            text = lzma.decompress(packed)
        except lzma.LZMAError as error:
            raise ValueError("not a packed dictionary") from error
        lines = {
            line[: line.index(b"\t")].decode("utf-8"): line
            for line in text.split(b"\n")
            if line and not line.startswith(b"#")
        }
        if FOLDING not in lines:
            raise ValueError("not a dictionary of this form")
        pairs = lines.pop(FOLDING).decode("utf-8").partition("\t")[2]
        self._lines = lines
        self._folding = str.maketrans(dict(zip(pairs[::2], pairs[1::2], strict=True)))
        self._words = lru_cache(maxsize=_LINES_AT_HAND)(self._read)

    def simplified(self, text: str) -> str:
        """The text of equal length with simplified characters for traditional ones."""
        return text.translate(self._folding)

    def stems(self, word: str) -> frozenset[str]:
        """The stems of a simplified word's translations; none for another string."""
        found = self._words(word[:1]).get(word[1:], "")
        return frozenset(found.split(" ")) if found else frozenset()

    def has(self, word: str) -> bool:
        """Whether this is a simplified word of the dictionary."""
        return word[1:] in self._words(word[:1])

    def words_in(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Words of simplified text: the two longest at each position, and what they leave.

        The second are single characters that no word covers. Both in the order of the text.
        """
        long: list[str] = []
        covered = 0
        single: list[str] = []
        for at in range(len(text)):
            rest = self._words(text[at])
            found = 0
            for size in range(min(LONGEST, len(text) - at), 1, -1) if rest else ():
                if text[at + 1 : at + size] in rest:
                    long.append(text[at : at + size])
                    covered = max(covered, at + size)
                    found += 1
                    if found == 2:
                        break
            if at >= covered and "" in rest:
                single.append(text[at])
        return tuple(long), tuple(single)

    def _read(self, first: str) -> Mapping[str, str]:
        line = self._lines.get(first)
        if line is None:
            return {}
        entries = line.decode("utf-8").partition("\t")[2].split(";")
        return {word: stems for word, _, stems in (entry.partition(" ") for entry in entries)}
