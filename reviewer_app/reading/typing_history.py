"""What was typed in one field, to be gone back through a word at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

LONGEST = 500
"""Steps that are remembered of a field."""


class Sort(Enum):
    """What one change was; like changes at one place are one word."""

    LETTER = "letter"
    SPACE = "space"
    RUBBED = "rubbed"
    RUBBED_SPACE = "rubbed space"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Written:
    """A text, and where the caret stood in it: in characters."""

    text: str
    caret: int


@dataclass(frozen=True, slots=True)
class Change:
    """What was typed or rubbed out, and where: `begins` before it, `ends` after it."""

    sort: Sort
    begins: int
    ends: int

    def goes_on(self, before: Change) -> bool:
        """Whether it belongs to the same word as the change before it.

        A space ends its word and goes with it; what is rubbed out goes word by word too.
        """
        if self.begins != before.ends:
            return False
        if self.sort in (Sort.LETTER, Sort.SPACE):
            return before.sort is Sort.LETTER or (before.sort, self.sort) == (Sort.SPACE,) * 2
        if self.sort in (Sort.RUBBED, Sort.RUBBED_SPACE):
            return before.sort is Sort.RUBBED_SPACE or (
                before.sort is Sort.RUBBED and self.sort is Sort.RUBBED
            )
        return False


class TypingHistory:
    """The texts of a field: back and forth, a word a step.

    A word is letters and the space after them; each commit of an input method, each single Han
    character, each paste and each cut is a step of its own.
    """

    def __init__(self, text: str = "") -> None:
        self._now = Written(text, len(text))
        self._past: list[Written] = []
        self._ahead: list[Written] = []
        self._last: Change | None = None

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._now.text

    def note(self, text: str) -> None:
        """The field has this text now."""
        if text == self._now.text:
            return
        change = change_between(self._now.text, text)
        if self._last is None or not change.goes_on(self._last):
            self._past = [*self._past[1 - LONGEST :], self._now]
        self._now, self._last = Written(text, change.ends), change
        self._ahead.clear()

    def undo(self) -> Written | None:
        """The text a word ago; None where nothing was typed before."""
        return self._step(self._past, self._ahead)

    def redo(self) -> Written | None:
        """The text before the last undoing; None where nothing was undone."""
        return self._step(self._ahead, self._past)

    def _step(self, source: list[Written], left: list[Written]) -> Written | None:
        if not source:
            return None
        left.append(self._now)
        self._now, self._last = source.pop(), None
        return self._now


def change_between(old: str, new: str) -> Change:
    """The one stretch in which two texts differ."""
    most = min(len(old), len(new))
    begin = next((at for at in range(most) if old[at] != new[at]), most)
    tail = 0
    while tail < most - begin and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    gone, come = old[begin : len(old) - tail], new[begin : len(new) - tail]
    if not gone and len(come) == 1:
        return Change(_typed(come), begin, begin + 1)
    if not come and len(gone) == 1:
        sort = Sort.RUBBED_SPACE if gone.isspace() else Sort.RUBBED
        return Change(sort, begin + 1, begin)
    return Change(Sort.WHOLE, begin, begin + len(come))


def _typed(letter: str) -> Sort:
    if letter.isspace():
        return Sort.SPACE
    return Sort.LETTER if ord(letter) < 0x2E80 else Sort.WHOLE
