"""Figures of a Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from reviewer_app.reading.figures.chinese_dates import read_dates
from reviewer_app.reading.figures.chinese_shares import read_shares
from reviewer_app.reading.figures.han import (
    DIGITS,
    ONES,
    SCALES,
    TENS,
    in_full,
    read_han,
    readings,
    simplified,
)
from reviewer_app.reading.figures.hints import read_hints
from reviewer_app.reading.figures.lookalikes import LOOKALIKES
from reviewer_app.reading.figures.measures import converted
from reviewer_app.reading.figures.model import (
    Figure,
    Meaning,
    Weight,
    is_round,
    number,
    parted,
)
from reviewer_app.reading.figures.scan import NUM, Scan, fraction, read_alike
from reviewer_app.reading.figures.unit_scales import measure_zh
from reviewer_app.reading.figures.vague import vague_zh

_SCALED = re.compile(
    rf"(?<![\d.])(?:({NUM})\s?(?:[、~～—–至到-]|或)\s?)?"
    rf"({NUM}\s?[余多来几]?(?:[十百千]?[余多几]?[万亿]+|[十百千])"
    rf"(?:零?(?:\d+(?:\.\d+)?|[{ONES}])[余多]?[十百千]?[万亿]?|[{ONES}])*)"
)
_TRILLIONS = re.compile(rf"({NUM})\s?兆(?=[美日韩港欧]?[元圆圜]|[新台]?台币|英镑|卢比|卢布)")
_THOUSANDS = "瓦克卡赫帕伏焦安比字周"
_UNITS_OF_THOUSANDS = re.compile(
    rf"(?<=[\d余多十百千万亿])\s?千(?=[{_THOUSANDS}米])|(?<=[{ONES}几数])千(?=[{_THOUSANDS}])"
    rf"|(?<=[十百千][{ONES}])千(?=米)|(?<=[\d余多])\s?(?:兆(?=[{_THOUSANDS}米])|千(?=兆)|万(?=维)|百(?=分))"
    r"|(?<=[\d十百千余多])\s?百(?=帕)"
)
_TENS = "".join(TENS)
_RUN = re.compile(
    rf"[{DIGITS}两十百千万亿{_TENS}](?:[{DIGITS}两十百千万亿{_TENS}余多来几]|点(?=[{DIGITS}]))*"
)
_DOZENS = re.compile(
    rf"([{ONES}十]|(?<![\d.]){NUM})\s?打(?=[的鸡啤铅装信玫瓶个支只枚，。、；）\s]|$)"
)
_COMMA = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{1,2})([百千万亿])(?![\d])")
_HAN_RANGE = re.compile(
    rf"(?<![{DIGITS}十百千万亿])([{ONES}])(?=\s?([、~～—–至到-]|或)\s?"
    rf"([{ONES}])([十百千]?[万亿]+|[百千])(?![{DIGITS}]))"
)
_PLAIN = re.compile(rf"(?<![\d.A-Za-z_])({NUM})(?![\d])")
_FIVE_YEARS = re.compile(r"“?十([二三四五六])五”?(?=规划|计划|期间|时期|”|末|以来|开局)")
_PER_MU = re.compile(r"(?:每亩|亩[均产])[^\d,.，。；;、]*$")
"""What an English text gives by the hectare, in kilograms or tonnes."""
_SALES_DAY = re.compile(r"双\s?(1[12]|十[一二])(?!\d)")


def figures_zh(text: str) -> list[Figure]:
    """Figures of a Chinese text in their order, such as 3亿5千万, 1.2万亿 and 百分之三十五."""
    scan = Scan(simplified(text))
    read_alike(scan)
    read_dates(scan)
    read_shares(scan)
    for match in scan.take(_FIVE_YEARS):
        plan = Fraction(10 + DIGITS.index(match[1]) - 1)
        first = 1951 + 5 * plan
        also = (first, first + 4)
        scan.add(number(plan, *match.span(), also=also, weight=Weight.HINT, implied=True))
    for match in scan.take(_SALES_DAY):
        day = 11 if match[1] in ("11", "十一") else 12
        named = (f"d{day}-{day}", f"m{day}")
        scan.add(number(Fraction(day), *match.span(), also=named, weight=Weight.HINT, implied=True))
    for match in list(_UNITS_OF_THOUSANDS.finditer(scan.text)):
        scan.blank(*match.span())
    vague_zh(scan)
    for _ in scan.take(LOOKALIKES):
        pass
    _counts(scan)
    return scan.ordered()


def _counts(scan: Scan) -> None:
    """Numbers in digits, in Chinese numerals and in both."""
    for match in scan.take(_TRILLIONS):
        scan.add(number(fraction(match[1]) * 10**12, *match.span()))
    _dozens_and_commas(scan)
    for match in scan.take(_SCALED):
        values = readings(match[2])
        if not values:
            continue
        scan.add(_number(scan, values, *match.span(2)))
        if match[1]:
            first = fraction(match[1])
            whole = first * _scale_of(match[2])
            measure = measure_zh(whole, scan.written[match.end(1) :][:24])
            least = _weight(first)
            place = match.span(1)
            scan.add(number(first, *place, also=(whole,), weight=least, measure=measure))
    for match in _HAN_RANGE.finditer(scan.text):
        _first_of_range(scan, match)
    for match in scan.take(_RUN):
        _han(scan, match)
    for match in scan.take(_PLAIN):
        value = fraction(match[1])
        pieces = _pieces(match[1])
        figure = _number(scan, (value,), *match.span(1), weight=_weight(value))
        scan.add(_with_pieces(figure, pieces))
    read_hints(scan)


def _first_of_range(scan: Scan, match: re.Match[str]) -> None:
    """三 of 三至四万 is 30,000, or three; of 三、四万 too, but not of 三、八万."""
    first, last = (read_han(match[each]) or Fraction(0) for each in (1, 3))
    if first < last and (match[2] != "、" or last - first == 1):
        value = first * _scale_of(match[4])
        scan.add(number(value, *match.span(1), also=(first,), weight=Weight.HINT))
        scan.blank(*match.span(1))


def _dozens_and_commas(scan: Scan) -> None:
    """两打 is 24; 1,2千 is 1,200 or one or two thousand."""
    for match in scan.take(_DOZENS):
        many = read_han(match[1]) or Fraction(0)
        scan.add(number(many * 12, *match.span(), also=(many,), weight=Weight.HINT))
    for match in scan.take(_COMMA):
        first, second, scale = Fraction(match[1]), Fraction(match[2]), SCALES[match[3]]
        value = Fraction(f"{match[1]}.{match[2]}") * scale
        also = (first, first * scale, second * scale)
        weight = Weight.PAIRED
        unsure = second == first + 1 or scale < 10**4
        scan.add(number(value, *match.span(), also=also, weight=weight, implied=unsure))


def _weight(value: Fraction) -> Weight | None:
    """Digits of a small whole number count where the other version has others; 1 never does."""
    if value.denominator != 1 or value > 12:
        return None
    return Weight.HINT if value <= 1 else Weight.PAIRED


def _scale_of(scaled: str) -> Fraction:
    scales = re.sub(r"[^十百千万亿]", "", scaled)
    return read_han(f"1{scales}") or Fraction(1)


def _number(
    scan: Scan, values: Iterable[Fraction], start: int, end: int, *, weight: Weight | None = None
) -> Figure:
    """A number with its converted measures; of several readings the first is its value."""
    first, *others = values
    near = [
        each for value in (first, *others) for each in converted(value, scan.text[end : end + 12])
    ]
    if _PER_MU.search(scan.written[max(start - 12, 0) : start]):
        near += [first * 15, first * 15 / 1000]
    about = len(others) == 1 and first >= 100 and others[0] > first
    if others and weight is None and not about:
        weight = Weight.PAIRED
    measure = measure_zh(first, scan.written[end : end + 24])
    return number(first, start, end, also=others, near=near, weight=weight, measure=measure)


def _with_pieces(figure: Figure, pieces: list[Fraction]) -> Figure:
    if not pieces:
        return figure
    whole = tuple(frozenset({each}) for each in pieces)
    return parted(
        figure.kind,
        figure.value,
        figure.start,
        figure.end,
        *figure.ways,
        whole,
        weight=figure.weight,
    )


def _pieces(written: str) -> list[Fraction]:
    """1,200 may be a number, or two in a list where its separator is a full-width comma."""
    parts = re.split(r"[, ]", written)
    return [Fraction(each) for each in parts] if len(parts) > 1 else []


def _han(scan: Scan, match: re.Match[str]) -> None:
    """A run of Chinese numerals."""
    run, start = match[0], match.start()
    if len(run) > 1 and run[-2] in SCALES:
        run = run.removesuffix("两")  # a weight
    run = run.rstrip("余多来几点")
    end = start + len(run)
    before = scan.text[start - 1 : start]
    values = readings(in_full(run))
    if not values or before in ("几", "数") or run[0] in "几多余来":
        return
    value = values[0]
    weight: Weight | None = None
    if _is_counted(scan.text, start, value):
        weight = None
    elif run[0] in "百千万亿" or (is_round(value) and len(values) == 1):
        weight = Weight.HINT
    elif "点" not in run and not any(scale in in_full(run) for scale in SCALES):
        weight = Weight.SURE if len(run) == 4 and run[0] in "一二" else Weight.HINT
    if run.isalpha() and set(run) <= set(DIGITS + "两") and 1 < len(run) <= 3:
        scan.add(*_digits_in_row(run, start, end))
        return
    scan.add(_number(scan, values, start, end, weight=weight))


def _is_counted(text: str, start: int, value: Fraction) -> bool:
    """Whether a round number in words is exact or a mark that was passed: 每百人, 突破千亿."""
    before = text[start - 1 : start]
    if before == "每":
        return is_round(value) and text[start + 1 : start + 2] not in tuple(f"{_THOUSANDS}米")
    return bool(before) and before in "破超逾近约达过" and value >= 10**6


def _digits_in_row(run: str, start: int, end: int) -> list[Figure]:
    """三四 is three or four; 九一八 is the 18th of September, 五四 the 4th of May."""
    digits = [max(DIGITS.index(each) - 1, 0) if each != "两" else 2 for each in run]
    values: set[Meaning] = {Fraction(each) for each in digits}
    whole = int("".join(map(str, digits)))
    values |= {Fraction(whole), f"m{digits[0]}", f"d{digits[0]}-{whole % 10 ** (len(run) - 1)}"}
    first = Fraction(digits[0])
    implied = len(run) > 2 or digits[1] != digits[0] + 1
    return [number(first, start, end, also=values, weight=Weight.HINT, implied=implied)]
