"""Figures in sentences: one case, two cases."""

from __future__ import annotations

from typing import Self

from central_server.shown import shown


class Figure(str):
    """A fact of a sentence: `{n:case|cases}` is the figure with the word that goes with it.

    Chinese has no plural, and names the fact without words. Facts may be words of others: what a
    terminal would obey is written out.
    """

    __slots__ = ()

    def __new__(cls, fact: object = "") -> Self:
        return super().__new__(cls, shown(str(fact)))

    def __format__(self, words: str) -> str:
        one, bar, many = words.partition("|")
        if not bar:
            return super().__format__(words)
        return f"{self} {one if self == '1' else many}"
