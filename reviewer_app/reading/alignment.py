"""The result of aligning one element: groups of units, and their rows."""

import hashlib
from collections.abc import Iterator, Sequence
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from reviewer_app.reading.lexicon import NO_LEXICON, Lexicon
from reviewer_app.reading.units import ReadingText

ALIGNMENT_VERSION = 5
"""Changes whenever the same texts may give another result, or the stored form differs."""


class Kind(StrEnum):
    """How the units of a group belong together."""

    SAME = "same"
    MERGED = "merged"
    MISSING = "missing"
    MOVED = "moved"
    UNCERTAIN = "uncertain"


class Group(BaseModel):
    """Indices of Chinese and English units that say the same; `missing` has them on one side.

    `sentences` are those that belong together inside it, counted through its units on each side;
    none where a side has but one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    zh: tuple[int, ...]
    en: tuple[int, ...]
    kind: Kind
    sim: float
    sentences: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...] = ()


class Row(BaseModel):
    """Units that stand at the same height; a moved unit has a row of its own on each side."""

    model_config = ConfigDict(frozen=True)

    zh: tuple[int, ...]
    en: tuple[int, ...]
    kind: Kind


class Alignment(BaseModel):
    """Groups in the order of the Chinese version; every unit is in exactly one.

    There are no groups where a language has no text: the element is in one language, and nothing
    is marked as missing.
    `model_dump_json` and `model_validate_json` store it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    version: int
    groups: tuple[Group, ...]

    def rows(self) -> tuple[Row, ...]:
        """The groups as rows that run downwards on both sides."""
        return tuple(_rows(self.groups))


def alignment_key(zh: ReadingText, en: ReadingText, lexicon: Lexicon = NO_LEXICON) -> str:
    """SHA-256 (hexadecimal) of both texts and of everything else that decides the result."""
    parts = (str(ALIGNMENT_VERSION), lexicon.version, zh.hash, en.hash)
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def _rows(groups: Sequence[Group]) -> Iterator[Row]:
    waiting = sorted(j for g in groups if g.kind is Kind.MOVED for j in g.en)
    for group in groups:
        if group.kind is Kind.MOVED:
            yield Row(zh=group.zh, en=(), kind=Kind.MOVED)
            continue
        while waiting and group.en and waiting[0] < group.en[0]:
            yield Row(zh=(), en=(waiting.pop(0),), kind=Kind.MOVED)
        yield Row(zh=group.zh, en=group.en, kind=group.kind)
    for j in waiting:
        yield Row(zh=(), en=(j,), kind=Kind.MOVED)
