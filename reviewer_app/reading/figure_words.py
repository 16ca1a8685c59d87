"""A figure read aloud in the other language's way of counting: 3.5亿 is 350 million."""

from __future__ import annotations

from fractions import Fraction

from review_protocol.documents.text import Language
from reviewer_app.reading.figures import Figure, FigureKind, figures_en, figures_zh
from reviewer_app.reading.figures.model import plain

_EN = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_ZH = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))


def figure_at(text: str, offset: int, language: Language) -> Figure | None:
    """The figure of a text that stands at a code point; the longest where there are several."""
    figures = figures_zh(text) if language is Language.ZH else figures_en(text)
    here = [each for each in figures if each.start <= offset < each.end]
    return max(here, key=lambda each: each.end - each.start, default=None)


def reading_of(figure: Figure, written: str, language: Language) -> str | None:
    """What a figure is in the other language's scales, and in digits; None where that is the same.

    A Chinese figure is read in English scales, an English one in Chinese ones.
    """
    if figure.kind in (FigureKind.DATE, FigureKind.TIME):
        said = figure.value
        return None if said in written else said
    value = _value(figure.value)
    sign = " %" if figure.kind is FigureKind.PERCENT else ""
    digits = plain(value) if _may_be_year(value, written) else grouped(value)
    ways = [_scaled(value, language), digits + sign]
    if language is Language.ZH and not sign:
        also = sorted(each for each in figure.meanings if isinstance(each, Fraction))
        if len(also) == 2 and figure.value in {plain(each) for each in also} and _near(also):
            ways = [f"{grouped(also[0])}–{grouped(also[1])}"]
    shown = [way for way in dict.fromkeys(ways) if way and way not in written]
    return " = ".join(shown) or None


def grouped(value: Fraction) -> str:
    """In digits, with a comma before every three; a fraction as it is."""
    text = plain(value)
    whole, point, decimals = text.partition(".")
    return text if "/" in text else f"{int(whole):,}{point}{decimals}"


def _scaled(value: Fraction, language: Language) -> str:
    for scale, word in _EN if language is Language.ZH else _ZH:
        if value >= scale and "/" not in plain(value / scale):
            shown = grouped(value / scale)
            return f"{shown} {word}" if language is Language.ZH else f"{shown}{word}"
    return ""


def _may_be_year(value: Fraction, written: str) -> bool:
    said = value.denominator == 1 and 1000 <= value <= 2100
    return said and ("年" in written or not any(each in written for each in "千百,"))


def _value(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):  # a version number, or 0/0
        return Fraction(0)


def _near(values: list[Fraction]) -> bool:
    """Two that stand for an approximate figure: 五六百."""
    return values[0] > 0 and values[1] / values[0] <= 2
