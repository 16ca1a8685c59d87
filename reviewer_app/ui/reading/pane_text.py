"""What one pane holds: one side, both woven together, or one with counterparts opened in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from review_protocol.documents.text import Element, Language
from reviewer_app.ui.reading.counterparts import beside
from reviewer_app.ui.reading.prepared import Block, PaneRow, Prepared


@dataclass(frozen=True, eq=False)
class PaneText:
    """Blocks in their order; `rows` has, for each row of the case, the numbers of its blocks in
    this pane, one tuple a language."""

    language: Language
    blocks: tuple[Block, ...]
    text: str
    rows: tuple[tuple[tuple[int, ...], ...], ...]

    @cached_property
    def _where(self) -> dict[tuple[Language, int], int]:
        return {(each.language, each.index): at for at, each in enumerate(self.blocks)}

    @cached_property
    def row_of(self) -> dict[int, int]:
        """The row of the case in which each block of this pane stands."""
        return {b: at for at, parts in enumerate(self.rows) for blocks in parts for b in blocks}

    @cached_property
    def languages(self) -> frozenset[Language]:
        """Those that have a block here."""
        return frozenset(each.language for each in self.blocks)

    def number(self, language: Language, index: int) -> int | None:
        """The number here of a side's block."""
        return self._where.get((language, index))

    def is_opened(self, number: int) -> bool:
        """Whether a block is of the other language than the pane."""
        return self.blocks[number].language is not self.language

    def find(self, language: Language, element: Element, unit: int) -> int | None:
        """The number here of a unit's block."""
        wanted = (language, element, unit)
        for at, each in enumerate(self.blocks):
            if (each.language, each.element, each.unit) == wanted:
                return at
        return None


def of_side(prepared: Prepared, language: Language) -> PaneText:
    """One side by itself."""
    side = prepared.sides[language]
    rows = tuple((row.of(language),) if row.of(language) else () for row in prepared.rows)
    return PaneText(language, side.blocks, side.text, rows)


def woven(prepared: Prepared, first: Language) -> PaneText:
    """Both sides, paragraph under paragraph."""

    def other(row: PaneRow) -> tuple[int, ...]:
        return row.of(first.other)

    return _made(prepared, first, [other] * len(prepared.rows))


def with_opened(prepared: Prepared, language: Language, opened: frozenset[int]) -> PaneText:
    """One side, and under the rows that are opened what says the same on the other; of an opened
    row that this side lacks, what the other has."""

    def there(row: PaneRow) -> tuple[int, ...]:
        own = row.of(language)
        return beside(prepared, language, own[0])[language.other] if own else row.of(language.other)

    def nothing(_row: PaneRow) -> tuple[int, ...]:
        return ()

    under = [there if at in opened else nothing for at in range(len(prepared.rows))]
    return _made(prepared, language, under)


def _made(
    prepared: Prepared, first: Language, under: Sequence[Callable[[PaneRow], tuple[int, ...]]]
) -> PaneText:
    blocks: list[Block] = []
    rows = []
    for row, second in zip(prepared.rows, under, strict=True):
        numbers = []
        for language, indices in ((first, row.of(first)), (first.other, second(row))):
            if indices:
                numbers.append(tuple(range(len(blocks), len(blocks) + len(indices))))
                blocks.extend(prepared.sides[language].blocks[index] for index in indices)
        rows.append(tuple(numbers))
    text = "\n".join(block.text for block in blocks)
    return PaneText(first, tuple(blocks), text, tuple(rows))
