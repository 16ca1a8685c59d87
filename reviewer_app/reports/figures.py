"""Exact figures of a set of scores, and how an exact figure becomes a rounded decimal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction

Exact = int | Decimal | Fraction | str
"""A figure without binary rounding; a string is a decimal such as ``"7.104200"``."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of ``n`` scores; ``None`` is what the scores cannot give."""

    n: int
    mean: Exact | None = None
    median: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    deviation: Exact | None = None


def figures_of(scores: Sequence[int]) -> Figures:
    """Mean and median as fractions; the sample standard deviation (n - 1) to 28 digits."""
    n = len(scores)
    if n == 0:
        return Figures(0)
    ordered = sorted(scores)
    mean = Fraction(sum(ordered), n)
    median = Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)
    return Figures(n, mean, median, ordered[0], ordered[-1], _deviation(ordered, mean))


def rounded(figure: Exact | None, places: int) -> Decimal | None:
    """The figure with ``places`` decimals, halves away from zero, never as minus zero."""
    if figure is None:
        return None
    step = Decimal(1).scaleb(-places)
    with localcontext(Context(prec=60, rounding=ROUND_HALF_UP)):
        if isinstance(figure, Fraction):
            scaled = abs(figure) * 10**places
            whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
            value = Decimal(whole).scaleb(-places) * (-1 if figure < 0 else 1)
        else:
            value = Decimal(figure).quantize(step)
    return abs(value) if value == 0 else value


def _deviation(scores: Sequence[int], mean: Fraction) -> Decimal | None:
    if len(scores) < 2:
        return None
    variance = sum(((score - mean) ** 2 for score in scores), Fraction(0)) / (len(scores) - 1)
    with localcontext(Context(prec=28)):
        return (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
