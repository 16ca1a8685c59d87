"""What one version of a text says in figures, and which figures of the other that explains."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reviewer_app.reading.figures import Figure, FigureKind, Meaning

NEAR = Fraction(2, 100)
"""How far a converted measure may be from the value that it was converted from."""


class Known:
    """All that a version says."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        said = {m for each in figures for m in each.meanings if each.is_share or str(m)[0] != "p"}
        percent = [figure for figure in figures if figure.is_share]
        others = [figure for figure in figures if not figure.is_share]
        upto = {each.upto for each in percent if each.upto is not None}
        self._percentages = frozenset(map(main_value, percent)) | upto
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
        least = main_value(figure) if figure.kind is FigureKind.VAGUE else None
        return isinstance(least, Fraction) and any(least <= v < 10 * least for v in self._values)

    def _is_about(self, figure: Figure) -> bool:
        """Whether only the magnitude is said of what is 两三千, or of one end of a range."""
        value = main_value(figure)
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
                return {main_value(figure), figure.upto} <= self._percentages | self._numbers
            return main_value(figure) in self._percentages or bool(part & self._numbers)
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


def main_value(figure: Figure) -> Meaning:
    """Its value, however it is written: 0.1 and 1/10 are one."""
    try:
        return Fraction(figure.value)
    except (ValueError, ZeroDivisionError):  # a version number, or 0/0
        return figure.value
