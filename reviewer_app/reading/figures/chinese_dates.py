"""Dates, times, decades and centuries of a Chinese text."""

from __future__ import annotations

import re
from fractions import Fraction

from reviewer_app.reading.figures.han import DIGITS, ONES, read_han
from reviewer_app.reading.figures.model import Weight, number
from reviewer_app.reading.figures.scan import Scan, clock, date

_HAN_DIGIT = f"[{DIGITS}]"
_SHORT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = rf"(?:\d{{4}}|[一二]{_HAN_DIGIT}{{3}})"
_TO_DAY = rf"(?:(?<=[日号])\s*[~～—–至到-]+\s*({_SHORT})\s*[日号](?![本元线楼院房车员门馆机厅]))?"
"""The last day of a range, which leaves its month to the first."""
_FULL_DATE = re.compile(
    rf"(?<![\d.])({_YEAR})\s*年\s*({_SHORT})\s*月(?:\s*({_SHORT})\s*[日号]{_TO_DAY})?(?!度)"
)
_MONTH_DAY = re.compile(rf"(?<![\d.个])({_SHORT})\s*月\s*({_SHORT})\s*[日号]{_TO_DAY}")
_MONTH_ONLY = re.compile(
    r"(?<![\d.个])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])\s*月(?!球|亮|光)"
)
_LUNAR = re.compile(r"正月|[初]([一二三四五六七八九十])")
_DAY = re.compile(r"(?<![\d.月第])(\d{1,2})\s*[日号](?![本元线楼院房车员门桌馆机厅])")
_SHORT_YEAR = re.compile(r"(?<![\d.一-鿿])(\d{2})\s*年(?!前|后|来|间|的|内|以|级|期)")
_REIGN = re.compile(
    rf"(?:民国|光绪|康熙|乾隆|嘉庆|道光|咸丰|同治|宣统|雍正|洪武|万历|昭和|平成|令和|明治|大正|贞观|永乐)"
    rf"([{DIGITS}十\d元]+)年"
)
_CLOCK = re.compile(
    rf"(?<![\d.])({_SHORT}|零|两|二十[一二三四]?)\s*(?:时|点钟?)"
    rf"(?!间|候|代|期|差|速|[{DIGITS}]*[万亿%]|多(?!钟)|\d*%|评|半?球)"
    rf"(?:\s*(?:(半)|([一三])刻|((?:零|〇)[{ONES}]|[{ONES}]?十[{ONES}]?|\d{{1,2}})"
    rf"(?!\s*[个万年月日])分?|([{ONES}])分|(?=[^{DIGITS}]|$)))"
)
_CENTURY_DECADE = re.compile(
    r"(?:(\d{1,2}|[一二十]?[一二三四五六七八九十])\s*世纪|([上本]个?世纪))\s*"
    r"(?:(\d{2}|[一二三四五六七八九]十)\s*(?:[、至到]\s*(\d{2}|[一二三四五六七八九]十)\s*)?年代)"
)
_DECADE = re.compile(
    rf"(?<![\d.])([{ONES}](?=[、]?[{ONES}]十))?、?(\d{{4}}|\d0|[一二]{_HAN_DIGIT}{{3}}|[{ONES}]十)\s*年代"
)
_CENTURY = re.compile(
    r"(?<![\d.个])(\d{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])\s*世纪"
)


def read_dates(scan: Scan) -> None:
    """Take out dates, bare years, months and days, times, decades and centuries."""
    for _ in scan.take(_REIGN):
        pass
    for match in scan.take(_FULL_DATE):
        year, month, day = (_whole(match[i]) for i in (1, 2, 3))
        scan.add(date(match, year=year, month=month, day=day))
        _last_day(scan, match, month, 4)
    for match in scan.take(_MONTH_DAY):
        scan.add(date(match, month=_whole(match[1]), day=_whole(match[2])))
        _last_day(scan, match, _whole(match[1]), 3)
    for match in scan.take(_DAY):
        scan.add(date(match, month=None, day=int(match[1])))
    _ages(scan)
    for match in scan.take(_SHORT_YEAR):
        short = int(match[1])
        also = (Fraction(1900 + short), Fraction(2000 + short))
        scan.add(number(Fraction(short), *match.span(1), also=also, weight=Weight.PAIRED))
    for match in scan.take(_MONTH_ONLY):
        scan.add(date(match, month=_whole(match[1])))
    for match in scan.take(_LUNAR):
        first = _whole(match[1]) or 1 if match[1] else 1
        scan.add(number(Fraction(first), *match.span(), weight=Weight.HINT, implied=True))
    for match in scan.take(_CLOCK):
        minute = "30" if match[2] else {"一": "15", "三": "45"}.get(match[3] or "")
        said = _whole(match[4] or match[5])
        hour = _whole(match[1])
        if hour is not None:
            scan.add(clock(match, str(hour), minute or (str(said) if said else None)))


def _last_day(scan: Scan, match: re.Match[str], month: int | None, group: int) -> None:
    """The 30th of 6月26日至30日 is one of June."""
    if match[group]:
        scan.add(date(match, month=month, day=_whole(match[group]), at=match.span(group)))


def _ages(scan: Scan) -> None:
    """Centuries and decades: 20世纪90年代 is 1990, or the nineties."""
    for match in scan.take(_CENTURY_DECADE):
        century = _whole(match[1]) if match[1] else 20
        for group in (3, 4):
            decade = _whole(match[group])
            if decade is not None and century is not None:
                first = Fraction((century - 1) * 100 + decade)
                scan.add(number(first, *match.span()))
        if century is not None:
            scan.add(number(Fraction(century), *match.span(), weight=Weight.HINT))
    for match in scan.take(_DECADE):
        decade = _whole(match[2]) or 0
        short = decade < 100
        others = [1900 + decade, 2000 + decade, 1800 + decade] if short else []
        others += [10 * (_whole(match[1]) or 0)] if match[1] else []
        scan.add(number(Fraction(decade), *match.span(), also=map(Fraction, others)))
    for match in scan.take(_CENTURY):
        century = _whole(match[1]) or 0
        also = (Fraction((century - 1) * 100),)
        scan.add(number(Fraction(century), *match.span(), also=also))


def _whole(text: str | None) -> int | None:
    value = read_han(text) if text else None
    return int(value) if value is not None else None
