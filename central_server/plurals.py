"""Figures in sentences: one case, two cases."""

from __future__ import annotations


class Figure(str):
    """A fact of a sentence: `{n:case|cases}` is the figure with the word that goes with it.

    Chinese has no plural, and names the fact without words.
    """

    __slots__ = ()

    def __format__(self, words: str) -> str:
        one, bar, many = words.partition("|")
        if not bar:
            return super().__format__(words)
        return f"{self} {one if self == '1' else many}"
