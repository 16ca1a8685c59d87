"""What a figure of a text is: where it stands, what it may mean, and how much it weighs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

Meaning = Fraction | str
"""An exact value; or a month `m6`, a day of a year `d6-20`, a magnitude `v6` for millions, what
is 230 % and no other 230 `p230`, the text of a version number."""
Measure = tuple[str, Fraction]
"""A base unit and how many of it: W, 600,000,000."""
Way = tuple[frozenset[Meaning], ...]
"""A way to say a figure: of each part one of the meanings."""
SMALL = 12
"""Whole numbers up to here are everyday words: twelve, a dozen; they prove nothing alone."""


class FigureKind(StrEnum):
    """What a figure is."""

    NUMBER = "number"
    PERCENT = "percent"
    POINTS = "points"
    """Percentage points, which are compared with percentages but read as points."""
    VAGUE = "vague"
    """Of which only the magnitude is said: millions, 数百万."""
    DATE = "date"
    TIME = "time"


class Weight(StrEnum):
    """How much it means that the other version does not have a figure."""

    SURE = "sure"
    """It counts by itself."""
    PAIRED = "paired"
    """It counts where the other version has another one in its place: 3, June."""
    HINT = "hint"
    """It never counts, but explains a figure of the other version: one, both, 5G."""


@dataclass(frozen=True, slots=True)
class Figure:
    """At code points `start` … `end`.

    `value` is its normal form: a plain decimal or fraction, or an ISO date, month or time without
    what is not said (`2023-06`, `06-20`). `near` are converted measures, each within 2 %.
    """

    kind: FigureKind
    value: str
    start: int
    end: int
    weight: Weight = Weight.SURE
    ways: tuple[Way, ...] = ()
    near: tuple[Fraction, ...] = ()
    implied: bool = False
    """Whether it is only meant by a word, a name or a way of speaking: 而立, 五四, both."""
    upto: Fraction | None = None
    """The other end of a range that is written as one: 80 in 七八成."""
    measure: Measure | None = None
    """In its base unit, where its unit is one that others are multiples of."""

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage or in percentage points."""
        return self.kind in (FigureKind.PERCENT, FigureKind.POINTS)

    @property
    def meanings(self) -> frozenset[Meaning]:
        """All that it may mean; what another figure may mean in parts is not in it."""
        dated = self.kind in (FigureKind.DATE, FigureKind.TIME)
        ways = [way for way in self.ways if dated or len(way) == 1] or self.ways
        return frozenset(meaning for way in ways for part in way for meaning in part)

    @property
    def year(self) -> str | None:
        """The year of a date that names one."""
        dated = self.kind is FigureKind.DATE and self.value[4:5] in ("", "-")
        return self.value[:4] if dated and len(self.value) >= 4 and self.value[2] != "-" else None


def number(
    value: Fraction,
    start: int,
    end: int,
    *,
    weight: Weight | None = None,
    also: Iterable[Meaning] = (),
    near: Iterable[Fraction] = (),
    kind: FigureKind = FigureKind.NUMBER,
    implied: bool = False,
    upto: Fraction | None = None,
    measure: Measure | None = None,
) -> Figure:
    """A number that may also mean something else; a small whole one is only a hint."""
    if weight is None:
        small = kind is FigureKind.NUMBER and value <= SMALL and value.denominator == 1
        weight = Weight.HINT if small else Weight.SURE
    said = plain(value)
    shares = {f"p{said}"} if kind in (FigureKind.PERCENT, FigureKind.POINTS) else set()
    way = (frozenset({value, *also, *shares}),)
    return Figure(kind, said, start, end, weight, (way,), tuple(near), implied, upto, measure)


def parted(
    kind: FigureKind, value: str, start: int, end: int, *ways: Way, weight: Weight = Weight.SURE
) -> Figure:
    """A figure that is said in parts, or in another way as a whole."""
    return Figure(kind, value, start, end, weight, ways)


def percents(*values: Fraction) -> frozenset[Meaning]:
    """What is also said in per cent: 2.3 times is 230 %."""
    return frozenset(f"p{plain(value * 100)}" for value in values)


def part(*meanings: Meaning | int) -> frozenset[Meaning]:
    """One of these."""
    return frozenset(Fraction(each) if isinstance(each, int) else each for each in meanings)


def plain(value: Fraction) -> str:
    """A decimal where it ends, else a fraction."""
    rest = value.denominator
    places = 0
    while rest % 10 == 0 or rest % 2 == 0 or rest % 5 == 0:
        rest = rest // 10 if rest % 10 == 0 else rest // 2 if rest % 2 == 0 else rest // 5
        places += 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return ("-" if value < 0 else "") + (f"{whole}.{decimals}" if decimals else whole)


def is_round(value: Fraction) -> bool:
    """Whether it is a power of ten from 100 up: a hundred, a thousand."""
    text = str(value.numerator)
    return value.denominator == 1 and len(text) > 2 and text[0] == "1" and not text[1:].strip("0")
