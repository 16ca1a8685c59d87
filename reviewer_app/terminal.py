"""What commands without a window share: the language they speak, and names that steer nothing."""

from __future__ import annotations

import os

EN, ZH = 0, 1
"""Which of a pair of sentences is meant."""


def shown(fact: object) -> str:
    """A fact as it may stand on a terminal: names of files are the words of who made them."""
    return "".join(each if each.isprintable() else f"[U+{ord(each):04X}]" for each in str(fact))


def language_of(asked: str | None) -> int:
    """By the option, then by the locale as the C library takes it."""
    named = [asked] if asked else [os.environ.get(n) for n in ("LC_ALL", "LC_MESSAGES", "LANG")]
    first = next((each for each in named if each), "")
    return ZH if first.startswith("zh") else EN
