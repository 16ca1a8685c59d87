"""A figure read aloud in the other language's way of counting: 3.5亿 is 350 million."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from review_protocol.documents.text import Language
from reviewer_app.reading.figures import Figure, FigureKind, figures_en, figures_zh
from reviewer_app.reading.figures.han import ONES
from reviewer_app.reading.figures.model import Weight, plain

_EN = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_ZH = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_ORDINAL = {1: "st", 2: "nd", 3: "rd"}
_MORE = re.compile("[余多几]")
_MORE_AFTER = re.compile("余(?![额下地音味生波党量])|多(?![少边方元样媒功])|几(?![乎何])")
_ABOUT_AFTER = re.compile("来(?=[个人名家岁天次块元斤米里座所种件位套辆])")
_AFTERNOON = re.compile("(?:下午|傍晚|晚上|晚间|夜间|[当今昨每]晚|午后)$")
_OF_THE_DAY = re.compile("(?:凌晨|清晨|早晨|早上|上午|正午|中午|午夜)$")
_MINUS = re.compile("零下$|负$")
_LOOKALIKE_BEFORE = re.compile("[第初]$")
_LOOKALIKE_AFTER = re.compile("旬|打(?!的)|大(?=[报精会以代召后前，。、]|$)|届|中全会")
_TO = re.compile(r"\s?(?:[、~～—–至到-]|或)\s?")
_VAGUE_EN = ((12, "trillions"), (9, "billions"), (6, "millions"), (3, "thousands"))
_VAGUE_ZH = ((12, "万亿"), (8, "亿"), (4, "万"))
_TENS_ZH = ("", "十", "百", "千")


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as it is written, with 余 or 多 after it, and what it is in the other language."""

    written: str
    said: str


def reading_at(text: str, offset: int, language: Language) -> Reading | None:
    """The reading of the figure at a code point, the longest where there are several.

    A Chinese figure is read in English scales, an English one in Chinese ones. None where that
    says nothing new, and for ordinals, names, idioms and words that only look like figures.
    """
    figures = figures_zh(text) if language is Language.ZH else figures_en(text)
    here = [each for each in figures if each.start <= offset < each.end]
    figure = max(here, key=lambda each: each.end - each.start, default=None)
    if figure is None or figure.implied:
        return None
    if figure.kind is FigureKind.VAGUE:
        return _vague(figure, text[figure.start : figure.end], language)
    ends = _range(figures, figure, text) if language is Language.ZH else None
    if ends is not None:
        first, last = ends
        value, upto = _value(last.value), _shared_scale(first, last)
        written = text[first.start : last.end]
        return Reading(written, f"{grouped(upto)}–{grouped(value)}")
    written = text[figure.start : figure.end]
    if language is Language.EN:
        said = _said(figure, written, language)
        return Reading(written.strip(), said) if said else None
    return _chinese(figure, written, text[: figure.start], text[figure.end :])


def _range(figures: list[Figure], figure: Figure, text: str) -> tuple[Figure, Figure] | None:
    """Two that share the scale of the second: 1～2万, 三至四亿."""
    own = [each for each in figures if not each.implied]
    at = own.index(figure)
    for first, last in zip(own[max(at - 1, 0) :], own[max(at, 1) : at + 2], strict=False):
        between = text[first.end : last.start]
        shared = _shared_scale(first, last)
        if _TO.fullmatch(between) and 0 < shared < _value(last.value):
            bare = not any(each in text[first.start : first.end] for each in "十百千万亿")
            if bare and shared in first.meanings:
                return first, last
    return None


def _shared_scale(first: Figure, last: Figure) -> Fraction:
    """The greatest that the first may mean below the last."""
    values = [each for each in first.meanings if isinstance(each, Fraction)]
    return max((each for each in values if each < _value(last.value)), default=Fraction(0))


def _vague(figure: Figure, written: str, language: Language) -> Reading | None:
    """The magnitude alone: 几十万 are hundreds of thousands."""
    if figure.weight is Weight.HINT:
        return None
    power = len(figure.value) - 1
    if language is Language.EN:
        scale, word = next((each for each in _VAGUE_ZH if each[0] <= power), (0, ""))
        said = f"数{_TENS_ZH[power - scale]}{word}" if power - scale < len(_TENS_ZH) else None
        return Reading(written, said) if said else None
    if written.startswith("上"):
        value = _value(figure.value)
        return Reading(written, f"over {_scaled(value, language) or grouped(value)}")
    if power <= 2:
        return Reading(written, ("tens", "hundreds")[power - 1])
    scale, word = next(each for each in _VAGUE_EN if each[0] <= power)
    return Reading(written, f"{('', 'tens of ', 'hundreds of ')[power - scale]}{word}")


def _chinese(figure: Figure, written: str, before: str, after: str) -> Reading | None:
    """By what stands around it: 下午, 零下, 第, 余, 多."""
    if figure.kind is FigureKind.TIME:
        time = _time(figure.value, written, before)
        return Reading(written, time) if time and time != written else None
    if _LOOKALIKE_BEFORE.search(before) or _LOOKALIKE_AFTER.match(after) or written == "一":
        return None
    if written == "零" and after.startswith("下"):
        return None
    mark = _MORE_AFTER.match(after) or _ABOUT_AFTER.match(after)
    vague = "about " if mark and mark[0] == "来" else "over " if mark or _more(written) else ""
    minus = "−" if _MINUS.search(before) else ""
    said = _said(figure, written, Language.ZH)
    if said is None and (vague or minus):
        said = grouped(_value(figure.value))
    return Reading(written + (mark[0] if mark else ""), vague + minus + said) if said else None


def _more(written: str) -> bool:
    return _MORE.search(written) is not None


def _time(said: str, written: str, before: str) -> str | None:
    """On the clock of 24 hours; 3点 alone may be three points of a list."""
    hour, _, rest = said.partition(":")
    late = _AFTERNOON.search(before)
    if not rest and written.endswith("点") and not (late or _OF_THE_DAY.search(before)):
        return None
    at = int(hour) + (12 if late and int(hour) <= 12 else 0)
    if before.endswith("中午") and 1 <= at <= 2:
        at += 12
    if late and int(hour) == 12:
        at = 0 if "晚" in late[0] or "夜" in late[0] else 12
    return f"{at:02}:{rest or '00'}"


def _said(figure: Figure, written: str, language: Language) -> str | None:
    """In the other language's scales and in digits; None where that is the same."""
    if figure.kind in (FigureKind.DATE, FigureKind.TIME):
        return None if figure.value in written else figure.value
    value = _value(figure.value)
    if figure.is_share:
        return _share(figure, value, written, language)
    if written.endswith(("年代", "世纪")):
        return _age(value, written)
    row = re.fullmatch(rf"([{ONES}])([{ONES}])", written)
    if row and language is Language.ZH:
        return f"{plain(value)}–{plain(value + 1)}"
    digits = plain(value) if _may_be_year(value, written) else grouped(value)
    ways = [_scaled(value, language), digits]
    also = sorted(each for each in figure.meanings if isinstance(each, Fraction))
    if len(also) == 2 and language is Language.ZH and _are_about(figure, written, also):
        ways = [f"{grouped(also[0])}–{grouped(also[1])}"]
    shown = [way for way in dict.fromkeys(ways) if way and way not in written]
    return " = ".join(shown) or None


def _are_about(figure: Figure, written: str, values: list[Fraction]) -> bool:
    """Two that stand for an approximate figure: 五六百."""
    near = values[0] > 0 and values[1] / values[0] <= 2
    return (
        near
        and not written.endswith(("打", "倍"))
        and figure.value in {plain(each) for each in values}
    )


def _share(figure: Figure, value: Fraction, written: str, language: Language) -> str | None:
    """Percentage points are none of a percentage: the difference may be a slip."""
    if figure.kind is FigureKind.PERCENT:
        upto = "" if figure.upto is None else f"–{grouped(figure.upto)}"
        said = f"{grouped(value)}{upto} %"
        return None if said in written or said.replace(" ", "") in written else said
    if language is Language.EN:
        return f"{grouped(value)}个百分点"
    upto = "" if figure.upto is None else f"–{grouped(figure.upto)}"
    return f"{grouped(value)}{upto} percentage points"


def _age(value: Fraction, written: str) -> str | None:
    """A decade or a century; a decade of a century is its first year."""
    if written.endswith("年代"):
        return f"{plain(value)}s"
    last = int(value) % 10 if int(value) // 10 % 10 != 1 else 0
    suffix = _ORDINAL.get(last, "th")
    return f"{plain(value)}{suffix} century"


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
