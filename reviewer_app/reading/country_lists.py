"""Lists of three or more countries (regions) in a running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer_app.reading.countries import CountryTable

LEAST = 3
_BETWEEN = re.compile(
    r"(?:[\s、，,;；/·()（）]|以及|及|和|与|或|\band\b|\bor\b|\bas well as\b|\bthe\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CountryList:
    """Code points `start` … `end`, and the codes that are listed there."""

    start: int
    end: int
    codes: tuple[str, ...]


def lists_in(text: str, table: CountryTable) -> tuple[CountryList, ...]:
    """The lists of a text, in its order."""
    return tuple(_lists(text, table))


def _lists(text: str, table: CountryTable) -> Iterator[CountryList]:
    run: list[tuple[int, int, str]] = []
    for start, end, code in [*table.mentions(text), (len(text) + 1, len(text) + 1, "")]:
        if run and (not code or not _is_between(text[run[-1][1] : start])):
            codes = tuple(dict.fromkeys(each[2] for each in run))
            if len(codes) >= LEAST:
                yield CountryList(run[0][0], run[-1][1], codes)
            run = []
        run.append((start, end, code))


def _is_between(text: str) -> bool:
    """Whether nothing but commas and conjunctions stands there."""
    return "\n" not in text and _BETWEEN.fullmatch(text) is not None
