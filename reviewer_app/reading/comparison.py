"""What two versions of a text say differently in figures, dates and addresses.

Nothing here says which version is right. A figure is explained where the other version says the
same anywhere, in digits, in words, in parts or by a date; what is left is paired: the same digits
at another power of ten first, then dates, then values, then addresses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from reviewer_app.reading.addresses import address_spans, bare
from reviewer_app.reading.figures import (
    Figure,
    FigureKind,
    Meaning,
    Weight,
    figures_en,
    figures_zh,
    folded,
)

SMALL = 12
"""English writes whole numbers up to this in words as a rule; digits are meant to count."""
NEAR = Fraction(2, 100)
"""How far a converted measure may be from the value that it was converted from."""


class Sort(StrEnum):
    """How two versions differ; in the order in which differences are shown."""

    MAGNITUDE = "magnitude"
    """The same digits at another power of ten: 3.5亿, 35 million."""
    VALUE = "value"
    """Another number or percentage in its place."""
    DATE = "date"
    """Another date or time in its place."""
    ADDRESS = "address"
    """Another web or mail address in its place."""
    ONE_SIDED = "one_sided"
    """A figure, date or address that one version alone has."""


@dataclass(frozen=True, slots=True)
class Place:
    """Code points `start` … `end` of one version."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unlike:
    """A difference: where it stands in each version; None in one that does not have it."""

    sort: Sort
    zh: Place | None
    en: Place | None


def unlike(zh: str, en: str) -> tuple[Unlike, ...]:
    """The differences of a Chinese text and an English one, in the order of `Sort`."""
    of_zh, of_en = figures_zh(zh), figures_en(en)
    left_zh, left_en = unexplained(of_zh, of_en), unexplained(of_en, of_zh)
    found = [*_paired(left_zh, left_en), *_addresses(zh, en)]
    return tuple(sorted(found, key=lambda each: list(Sort).index(each.sort)))


def bears_facts(zh: str, en: str) -> bool:
    """Whether either version has a figure, date or address that counts by itself."""
    sure = (f.weight is Weight.SURE for f in (*figures_zh(zh), *figures_en(en)))
    return any(sure) or bool(address_spans(folded(zh)) or address_spans(folded(en)))


def unexplained(own: Iterable[Figure], other: Sequence[Figure]) -> list[Figure]:
    """The figures that count, by themselves or in a pair, and that the other version lacks."""
    known = _Known(other)
    own = list(own)
    left = [f for f in own if f.weight is not Weight.HINT and not known.explains(f)]
    return left + list(_repeated([f for f in own if f not in left], other))


def _repeated(own: Iterable[Figure], other: Iterable[Figure]) -> Iterator[Figure]:
    """What one version says more often than the other does, years and dates aside."""
    said = Counter(meaning for figure in other for meaning in figure.meanings)
    again: dict[Meaning, list[Figure]] = {}
    measures = {figure.measure for figure in other if figure.measure}
    for figure in (each for each in own if each.measure not in measures):
        if figure.weight is Weight.SURE and not _is_dated(figure) and not _may_be_year(figure):
            again.setdefault(_main(figure), []).append(figure)
    for figures in again.values():
        times = max(said[meaning] for meaning in figures[0].meanings)
        if times:
            yield from figures[times:]


def _main(figure: Figure) -> Meaning:
    """Its value, however it is written: 0.1 and 1/10 are one."""
    try:
        return Fraction(figure.value)
    except (ValueError, ZeroDivisionError):  # a version number, or 0/0
        return figure.value


def _may_be_year(figure: Figure) -> bool:
    return len(figure.value) == 4 and figure.value[:2] in ("18", "19", "20")


class _Known:
    """All that a version says."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        said = {m for each in figures for m in each.meanings if each.is_share or str(m)[0] != "p"}
        percent = [figure for figure in figures if figure.is_share]
        others = [figure for figure in figures if not figure.is_share]
        upto = {each.upto for each in percent if each.upto is not None}
        self._percentages = frozenset(map(_main, percent)) | upto
        self._numbers = frozenset(meaning for each in others for meaning in each.meanings)
        days = [each for each in said if isinstance(each, str) and each[0] == "d"]
        self._dated = bool(days)
        self._bare_days = {
            each
            for f in figures
            if f.kind is FigureKind.DATE and f.value[2:] == ""
            for each in f.meanings
        }
        for each in days:
            month, _, day = each[1:].partition("-")
            said |= {f"m{month}", Fraction(day)}
        self._said = frozenset(said)
        self._has_year = any(f.year for f in figures) or any(
            isinstance(each, Fraction) and 1800 <= each <= 2100 and each.denominator == 1
            for each in said
        )
        self._values = [each for each in said if isinstance(each, Fraction)]
        self._figures = figures
        self._measures = frozenset(each.measure for each in figures if each.measure)

    def explains(self, figure: Figure) -> bool:
        """Whether the version says the figure, in one of the ways in which it may be said."""
        if figure.measure in self._measures or self._has_magnitude(figure):
            return True
        if self._is_about(figure):
            return True
        if any(all(self._has(part, figure) for part in way) for way in figure.ways):
            return not self._is_otherwise_measured(figure)
        others = self._figures
        return any(_is_converted(figure, each) or _is_converted(each, figure) for each in others)

    def _has_magnitude(self, figure: Figure) -> bool:
        """Whether any number is of the magnitude of one that is vague: 3.5 million for 数百万."""
        least = _main(figure) if figure.kind is FigureKind.VAGUE else None
        return isinstance(least, Fraction) and any(least <= v < 10 * least for v in self._values)

    def _is_about(self, figure: Figure) -> bool:
        """Whether only the magnitude is said of what is 两三千, or of one end of a range."""
        value = _main(figure)
        if not isinstance(value, Fraction) or len(figure.meanings) < 2 or value < 100:
            return False
        return f"v{len(str(int(value))) - 1}" in self._said

    def _is_otherwise_measured(self, figure: Figure) -> bool:
        """Whether its digits stand before another unit of its kind alone: 600 kW for 600兆瓦."""
        if figure.measure is None:
            return False
        alike = [each for each in self._figures if figure.meanings & each.meanings]
        others = [each.measure for each in alike if each.measure]
        return bool(others) and len(others) == len(alike) and figure.measure[0] in dict(others)

    def _has(self, part: frozenset[Meaning], figure: Figure) -> bool:
        if figure.is_share:
            if figure.upto is not None:
                return {_main(figure), figure.upto} <= self._percentages | self._numbers
            return _main(figure) in self._percentages or bool(part & self._numbers)
        if part & self._said:
            return True
        if figure.kind is not FigureKind.DATE:
            return False
        (meaning,) = tuple(part)[:1]
        if isinstance(meaning, str) and meaning[0] == "d":
            day = Fraction(meaning.partition("-")[2])
            return day in self._bare_days or (not self._dated and day in self._said)
        is_year = isinstance(meaning, Fraction) and figure.year == str(meaning)
        return is_year and len(figure.value) > 4 and not self._has_year


def _is_converted(one: Figure, other: Figure) -> bool:
    """Whether the other is the one in another measure; metres are not converted to metres."""
    both = {each.measure[0] if each.measure else "" for each in (one, other)}
    if not one.near or both == {"m"}:
        return False
    values = [each for each in other.meanings if isinstance(each, Fraction)]
    return any(abs(value - each) <= NEAR * each for each in one.near for value in values)


def _paired(zh: list[Figure], en: list[Figure]) -> Iterator[Unlike]:
    """What is left of both versions, two by two where they belong together."""
    tests: tuple[tuple[Sort, Callable[[Figure, Figure], bool]], ...] = (
        (Sort.MAGNITUDE, _same_digits),
        (Sort.DATE, _both_dated),
        (Sort.VALUE, _same_kind),
        (Sort.VALUE, _both_counted),
    )
    for sort, fits in tests:
        pairs = [(a, b) for a in zh for b in en if _may_be_paired(a, b) and fits(a, b)]
        for a, b in sorted(pairs, key=_distance):
            if a in zh and b in en:
                zh.remove(a)
                en.remove(b)
                yield Unlike(sort, _place(a), _place(b))
    yield from (Unlike(Sort.ONE_SIDED, _place(each), None) for each in zh if _is_told(each))
    yield from (Unlike(Sort.ONE_SIDED, None, _place(each)) for each in en if _is_told(each))


def _is_told(figure: Figure) -> bool:
    """Whether a figure is worth telling where the other version has nothing: every sure one, and
    a number up to twelve in digits. Of a day or month alone the other version often says less."""
    if figure.weight is Weight.SURE:
        return True
    value = _main(figure) if figure.kind is FigureKind.NUMBER else None
    return isinstance(value, Fraction) and value <= SMALL


def _distance(pair: tuple[Figure, Figure]) -> Fraction:
    """How many times the one is the other: those that are closest stand for each other."""
    ratios = [
        max(a, b) / min(a, b)
        for a in pair[0].meanings
        for b in pair[1].meanings
        if isinstance(a, Fraction) and isinstance(b, Fraction) and a > 0 and b > 0
    ]
    return min(ratios, default=Fraction(10**30))


def _may_be_paired(zh: Figure, en: Figure) -> bool:
    """What is vague stands for what is vague."""
    return (zh.kind is FigureKind.VAGUE) == (en.kind is FigureKind.VAGUE)


def _same_digits(zh: Figure, en: Figure) -> bool:
    """Whether the values differ by a power of ten alone."""
    if _is_dated(zh) or _is_dated(en):
        return False
    if zh.kind is FigureKind.VAGUE:
        return True
    if zh.measure and en.measure and zh.measure[0] == en.measure[0]:
        (_, a), (_, b) = zh.measure, en.measure
        return min(a, b) > 0 and _is_power_of_ten(max(a, b) / min(a, b))
    values = (
        (a, b)
        for a in zh.meanings
        for b in en.meanings
        if isinstance(a, Fraction) and isinstance(b, Fraction) and a > 0 and b > 0
    )
    return any(_is_power_of_ten(max(a, b) / min(a, b)) for a, b in values)


def _is_power_of_ten(ratio: Fraction) -> bool:
    digits = str(ratio.numerator)
    return ratio.denominator == 1 and ratio > 1 and digits[0] == "1" and not digits[1:].strip("0")


def _is_dated(figure: Figure) -> bool:
    return figure.kind in (FigureKind.DATE, FigureKind.TIME)


def _both_dated(zh: Figure, en: Figure) -> bool:
    return zh.kind is en.kind and _is_dated(zh)


def _same_kind(zh: Figure, en: Figure) -> bool:
    same = zh.kind is en.kind or (zh.is_share and en.is_share)
    return same and zh.weight is en.weight


def _both_counted(zh: Figure, en: Figure) -> bool:
    """Another pair; an everyday number is no counterpart of a large one."""
    return zh.weight is en.weight is Weight.SURE


def _place(figure: Figure) -> Place:
    return Place(figure.start, figure.end)


def _addresses(zh: str, en: str) -> Iterator[Unlike]:
    sides = [_addressed(zh), _addressed(en)]
    left_zh, left_en = (
        [place for name, place in own.items() if name not in other]
        for own, other in (sides, sides[::-1])
    )
    for at in range(max(len(left_zh), len(left_en))):
        a = left_zh[at] if at < len(left_zh) else None
        b = left_en[at] if at < len(left_en) else None
        yield Unlike(Sort.ADDRESS if a and b else Sort.ONE_SIDED, a, b)


def _addressed(text: str) -> dict[str, Place]:
    plain = folded(text)
    return {bare(plain[a:b]): Place(a, b) for a, b in address_spans(plain)}
