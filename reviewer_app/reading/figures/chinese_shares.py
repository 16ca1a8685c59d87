"""Percentages, tenths, fractions and multiples of a Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.figures.han import DIGITS, ONES, SCALES, read_han, readings
from reviewer_app.reading.figures.model import (
    FigureKind,
    Meaning,
    Weight,
    number,
    part,
    parted,
    percents,
)
from reviewer_app.reading.figures.scan import NUM, Scan

VALUE = rf"(?:{NUM}|[{DIGITS}两十百千万亿点]+)"
_PERCENT = re.compile(
    rf"百分之\s*({VALUE})|({NUM})\s*(?:([%‰‱])|个?百分点|个?(基点))|({VALUE})\s*个百分点"
    rf"|(百万|[百千万亿])分之({VALUE})"
)
_OF = {"%": 100, "‰": 1000, "‱": 10**4, "基点": 10**4, "百万": 10**6} | SCALES
_PART = re.compile(rf"({VALUE})\s*分之\s*({VALUE})")
_TENTHS = re.compile(
    rf"(?:({NUM}|[{ONES}])\s?(?:[、~～—–至到-]|或)\s?|([{ONES}])(?=[{ONES}]\s*成))?"
    rf"({NUM}|[{ONES}])\s*成([{ONES}半])?(?=[以多的，。、,.;；）)\s]|左右|$|[^为了员立长年本])"
)
_OFF = re.compile(rf"(\d(?:\.\d)?|[{ONES}]{{1,2}})折")
_TIMES = re.compile(rf"(翻)?([一二两三四]|{VALUE})\s*([番倍])(多)?")


_OFFERED = re.compile("(?:打了?|享受?)$")
_OF_SOMETHING = re.compile("的(?:近|约|逾|超过|大约|将近)?$")


def read_shares(scan: Scan) -> None:
    """Take out such as 5‰, 百分之三十五, 七八成, 三分之二, 八折, 三倍 and 翻两番."""
    for match in scan.take(_PERCENT):
        _percent(scan, match)
    for match in scan.take(_PART):
        below, above = read_han(match[1]), read_han(match[2])
        if below and above is not None:
            ways = ((part(above / below, above * 100 / below),), (part(above), part(below)))
            said = f"{above}/{below}"
            scan.add(parted(FigureKind.NUMBER, said, *match.span(), *ways))
    for match in scan.take(_TENTHS):
        _tenths(scan, match)
    for match in scan.take(_OFF):
        kept = (read_han(match[1]) or Fraction(0)) * (1 if len(match[1]) > 1 else 10)
        also = (100 - kept, kept / 10)
        weight = None if _OFFERED.search(match.string[: match.start()]) else Weight.HINT
        scan.add(number(kept, *match.span(), also=also, weight=weight, implied=True))
    for match in scan.take(_TIMES):
        _times(scan, match)


def _percent(scan: Scan, match: re.Match[str]) -> None:
    """What is so many of a hundred, thousand, … is brought to a hundred."""
    written = match[1] or match[2] or match[5] or match[7]
    about = len(written) == 2 and all(each in ONES for each in written)
    values = readings(written)
    if about:  # 百分之七八
        values = tuple(value for each in written for value in readings(each))
    if not values:
        return
    of = _OF[match[3] or match[4] or match[6] or "%"]
    percents = [value * 100 / of for value in values]
    also = [*percents[1:], *(() if of == 100 else (values[0],))]
    if of != 100 and values[0] < of:  # 0.5 may be meant by 500‰, but 6.9 by no 6900‰
        also.append(values[0] / of)
    upto = percents[1] if len(percents) > 1 else None
    kind = FigureKind.POINTS if match[0].endswith(("百分点", "基点")) else FigureKind.PERCENT
    scan.add(number(percents[0], *match.span(), also=also, kind=kind, upto=upto))


def _tenths(scan: Scan, match: re.Match[str]) -> None:
    """三成五 is 35 %, 七八成 and 七至八成 70 to 80 %."""
    tenths = (read_han(match[3]) or Fraction(0)) + (_half(match[4]) / 10)
    first = read_han(match[1] or match[2]) if match[1] or match[2] else None
    if first is None or not first < tenths <= 10:
        start, first = match.start(3), tenths
    else:
        start = match.start()
    also: tuple[Meaning, ...] = (first, first / 10, tenths * 10, tenths, tenths / 10)
    upto = tenths * 10 if first < tenths else None
    kind = FigureKind.PERCENT
    scan.add(number(first * 10, start, match.end(), also=also, kind=kind, upto=upto))


def _half(text: str | None) -> Fraction:
    return Fraction(5) if text == "半" else (read_han(text) or Fraction(0)) if text else Fraction(0)


def _times(scan: Scan, match: re.Match[str]) -> None:
    """增长三倍 may be four times as much, 是去年的三倍 is three; 翻两番 is four, or 300 % more."""
    value = read_han(match[2])
    if value is None:
        return
    also: set[Meaning]
    if match[3] == "番":
        grown = Fraction(2) ** min(int(value), 20) if value.denominator == 1 else value
        also = {grown, *percents(grown - 1, grown)}
    else:
        also = {value + 1, *percents(value, value + 1)}
        if _OF_SOMETHING.search(match.string[: match.start()]):
            also = {value, *percents(value - 1, value)}
    small = value <= 12 and value.denominator == 1
    weight = Weight.HINT if small else Weight.SURE
    grows = match[3] == "番"
    scan.add(number(value, *match.span(), also=also, weight=weight, implied=grows))
