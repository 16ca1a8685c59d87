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
from reviewer_app.reading.figure_known import Known, main_value
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
    known = Known(other)
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
            again.setdefault(main_value(figure), []).append(figure)
    for figures in again.values():
        times = max(said[meaning] for meaning in figures[0].meanings)
        if times:
            yield from figures[times:]


def _may_be_year(figure: Figure) -> bool:
    return len(figure.value) == 4 and figure.value[:2] in ("18", "19", "20")


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
    value = main_value(figure) if figure.kind is FigureKind.NUMBER else None
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
