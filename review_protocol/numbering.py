"""Numbers of notices across a restore: a server goes on behind a whole thousand, never below."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

STEP: Final = 1000
"""A restored server's first number is one above a multiple of this."""


def skip_numbers(highest: int, skipped: int) -> int:
    """The whole thousands behind which numbers go on when so many may have been given unseen."""
    return -(-(highest + skipped) // STEP) * STEP


def missing_below(here: Collection[int], *, restored: bool, most: int) -> tuple[int, ...]:
    """The numbers below the highest that never came, lowest first, at most so many.

    Where the server was restored, a gap is a restore's as far as it reaches up to a whole thousand:
    what it lacks was never given, or is lost with the disk.
    """
    missing: list[int] = []
    before = 0
    for number in sorted(set(here)):
        first = before + 1
        if restored:
            first = max(first, (number - 1) // STEP * STEP + 1)
        missing.extend(range(first, min(number, first + most - len(missing))))
        before = number
        if len(missing) >= most:
            break
    return tuple(missing)
