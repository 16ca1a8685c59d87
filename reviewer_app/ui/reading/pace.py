"""What of a case has been read: each stretch of it, after a time in proportion to its length."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from review_protocol.documents.text import Element, Language
from reviewer_app.ui.reading.prepared import TITLE, Block, Prepared

HAN_A_SECOND: Final = 12.0
WORDS_A_SECOND: Final = 6.0
"""Faster than these nobody reads who takes in what is said."""
WHOLE: Final = -1
_HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_CHARACTER: Final = re.compile(f"[{_HAN}]")
_WORD: Final = re.compile(f"[A-Za-z0-9\u00c0-\u024f][^\\s{_HAN}]*")


class Stretch(NamedTuple):
    """A row of the case, `WHOLE`; or one block of a row that only one language has, which may be
    a whole element."""

    row: int
    block: int = WHOLE


def stretch_at(prepared: Prepared, row: int, block: int) -> Stretch:
    """The stretch to which a side's block belongs."""
    both = prepared.rows[row].zh and prepared.rows[row].en
    return Stretch(row) if both else Stretch(row, block)


def stretches(prepared: Prepared) -> Iterator[tuple[Stretch, tuple[Block, ...]]]:
    """Every stretch of a case with its blocks, in their order."""
    zh, en = (prepared.sides[language].blocks for language in Language)
    for at, row in enumerate(prepared.rows):
        blocks = (*(zh[index] for index in row.zh), *(en[index] for index in row.en))
        if row.zh and row.en:
            yield Stretch(at), blocks
        else:
            yield from ((Stretch(at, block.index), (block,)) for block in blocks)


def seconds_for(text: str) -> float:
    """How long a fast reader takes for a text, at least."""
    han, words = len(_HAN_CHARACTER.findall(text)), len(_WORD.findall(text))
    return han / HAN_A_SECOND + words / WORDS_A_SECOND


def shares(prepared: Prepared, read: frozenset[Stretch]) -> dict[Element, float]:
    """Which part of each element was read, 0 to 1, by the length of its stretches; 0 where it is
    missing."""
    whole = dict.fromkeys(Element, 0)
    done = dict.fromkeys(Element, 0)
    for stretch, blocks in stretches(prepared):
        length = sum([len(block.text) for block in blocks if block.unit != TITLE])
        element = blocks[0].element
        whole[element] += length
        if stretch in read:
            done[element] += length
    return {each: done[each] / whole[each] if whole[each] else 0.0 for each in Element}


class Pace:
    """The stretches in sight share the time that passes while somebody is there.

    All of them are read when a fast reader could have read them all in one of the languages. Who
    scrolls on takes along what each has had of its time.
    """

    def __init__(
        self, prepared: Prepared, read: frozenset[Stretch], steady: Callable[[], float]
    ) -> None:
        self.prepared, self.read = prepared, read
        self._steady = steady
        self._needs: dict[Stretch, float] = {}
        self._had: dict[Stretch, float] = {}
        self._sight: frozenset[Stretch] = frozenset()
        self._there = False
        self._since = steady()

    def see(self, sight: frozenset[Stretch]) -> None:
        """These stretches are in sight from now on."""
        self.look()
        self._sight = sight

    def attend(self, *, there: bool) -> None:
        """Whether the text is shown in the window in use, from now on."""
        self.look()
        self._there = there

    def look(self) -> None:
        """Count the time since the last look."""
        now = self._steady()
        passed, self._since = now - self._since, now
        whole = self._seconds_in_sight()
        if not self._there or not whole or passed <= 0:
            return
        unread = [each for each in self._sight - self.read if self._need(each)]
        for each in unread:
            self._had[each] = self._had.get(each, 0.0) + passed / whole
        done = [each for each in unread if self._had[each] >= 1 - 1e-9]
        if done:
            self.read = self.read.union(done)

    def due(self) -> float | None:
        """In how many seconds the next stretch will have been read if nothing moves; None for
        never."""
        unread = [self._had.get(each, 0.0) for each in self._sight - self.read if self._need(each)]
        if not unread or not self._there:
            return None
        return (1 - max(unread)) * self._seconds_in_sight()

    def _seconds_in_sight(self) -> float:
        return sum([self._need(each) for each in self._sight])

    def _need(self, stretch: Stretch) -> float:
        """Seconds for the language that takes fewer; titles, which are the form's, take none."""
        need = self._needs.get(stretch)
        if need is None:
            row = self.prepared.rows[stretch.row]
            sides = []
            for language in Language:
                numbers = row.of(language) if stretch.block == WHOLE else (stretch.block,)
                if row.of(language):
                    blocks = [self.prepared.sides[language].blocks[each] for each in numbers]
                    texts = [block.text for block in blocks if block.unit != TITLE]
                    sides.append(sum(map(seconds_for, texts)))
            need = self._needs[stretch] = min(sides, default=0.0)
        return need
